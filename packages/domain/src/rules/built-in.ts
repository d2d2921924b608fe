// The rule sets that come with the system. Further sets and versions are data of the ledger.

import ah from "./rule-sets/ah.json" with { type: "json" };
import ahHuangshan from "./rule-sets/ah-huangshan.json" with { type: "json" };
import base from "./rule-sets/base.json" with { type: "json" };
import central2015 from "./rule-sets/central-2015.json" with { type: "json" };
import gsQinan from "./rule-sets/gs-qinan.json" with { type: "json" };
import hb from "./rule-sets/hb.json" with { type: "json" };
import hi from "./rule-sets/hi.json" with { type: "json" };
import hn from "./rule-sets/hn.json" with { type: "json" };
import jl from "./rule-sets/jl.json" with { type: "json" };
import jlSongyuan from "./rule-sets/jl-songyuan.json" with { type: "json" };
import js from "./rule-sets/js.json" with { type: "json" };
import ln from "./rule-sets/ln.json" with { type: "json" };
import nx from "./rule-sets/nx.json" with { type: "json" };
import sc from "./rule-sets/sc.json" with { type: "json" };
import scGuangyuan from "./rule-sets/sc-guangyuan.json" with { type: "json" };
import scMianyang from "./rule-sets/sc-mianyang.json" with { type: "json" };
import sdBoshan from "./rule-sets/sd-boshan.json" with { type: "json" };
import snComplaints from "./rule-sets/sn-complaints.json" with { type: "json" };
import tj from "./rule-sets/tj.json" with { type: "json" };
import { RuleSet } from "./schema.ts";

const SOURCES: readonly unknown[] = [
	base,
	central2015,
	sc,
	scGuangyuan,
	scMianyang,
	ah,
	ahHuangshan,
	hn,
	hi,
	hb,
	sdBoshan,
	jl,
	jlSongyuan,
	tj,
	ln,
	js,
	nx,
	gsQinan,
	snComplaints,
];

let parsed: readonly RuleSet[] | undefined;

/** The base rule set and the presets of places whose rules are published, checked. */
export function builtInRuleSets(): readonly RuleSet[] {
	parsed ??= SOURCES.map((source) => RuleSet.parse(source));
	return parsed;
}
