import fc from "fast-check";
import { expect, test } from "vitest";
import { can } from "../access/index.ts";
import { contextAt, rulesOfSet } from "../close-out/testing.ts";
import {
	type InTrayItem,
	InTrayKind,
	type InTrayParty,
	inTrayLateness,
	VERB_OF_ITEM,
} from "../in-tray/index.ts";
import { type Actor, addDays, dayNumber, Role } from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import {
	type Instrument,
	InstrumentCommand,
	type InstrumentVerb,
	instrumentRefusalsOf,
} from "../supervision/index.ts";
import { refusalsOf } from "./actions.ts";
import { IssueCommand, type IssueVerb } from "./commands.ts";
import { issueResource } from "./context.ts";
import { inTrayOf } from "./in-tray.ts";
import { isEnded } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";
import { nextChangeOn } from "./sweep.ts";
import { INSTRUMENTS, ISSUES, trayAt } from "./testing/in-tray-issues.ts";
import { CITY, COUNTY, day, OTHER_COUNTY, PROVINCE } from "./testing.ts";

const SETS = ["base", "ah-huangshan", "jl", "ah", "gs-qinan", "hn"].map((id) => rulesOfSet(id));
const asked = fc.record({
	issue: fc.constantFrom<Issue[]>(...Object.values(ISSUES)),
	instruments: fc.subarray<Instrument>(Object.values(INSTRUMENTS), { maxLength: 4 }),
	rules: fc.constantFrom(...SETS),
	asOf: fc.integer({ min: 0, max: 900 }).map((days) => addDays(day("2026-03-02"), days)),
	uncovered: fc.subarray([
		{ region: COUNTY, name: "澄水县" },
		{ region: OTHER_COUNTY, name: "临泽县" },
	]),
});

const someone = (role: Role, region: Issue["region"], more: object): Actor => ({
	kind: "person",
	userId: "somebody-else",
	name: "另一人",
	role,
	region,
	unitId: null,
	personId: null,
	...more,
});

/** Everybody whom an item can be for: of a unit and for a person whoever signs in for it. */
function peopleOf(whose: InTrayParty): Actor[] {
	if (whose.kind === "office") return [someone(whose.role, whose.region, {})];
	const own = whose.kind === "unit" ? { unitId: whose.unitId } : { personId: whose.personId };
	return Role.options.flatMap((role) => [CITY, PROVINCE, COUNTY].map((at) => someone(role, at, own)));
}

const isInstrumentVerb = (verb: string): verb is InstrumentVerb =>
	InstrumentCommand.options.some(({ shape }) => shape.type.value === verb);
const isIssueVerb = (verb: string): verb is IssueVerb =>
	IssueCommand.options.some(({ shape }) => shape.type.value === verb);

/** Why somebody cannot do what an item asks on a day. */
function refusedTo(
	who: Actor,
	item: InTrayItem,
	about: { issue: Issue; instruments: readonly Instrument[]; rules: ResolvedRules; on: string },
): readonly string[] {
	const { issue, instruments, rules, on } = about;
	const context = contextAt(who, { on, rules });
	const { verb } = item;
	if (isIssueVerb(verb)) {
		return verb === "registerIssue" ? ["never"] : refusalsOf(issue, verb, context).map(({ rule }) => rule);
	}
	if (!isInstrumentVerb(verb)) return ["no verb"];
	if (verb === "draftInstrument") {
		const denied = can(who, verb, issueResource(issue, day(on)));
		return denied === null ? [] : [denied.rule];
	}
	const instrument = instruments.find(({ id }) => id === item.part);
	if (instrument === undefined) return ["no such instrument"];
	const surroundings = { issue, units: context.surroundings.units, instruments: [] };
	return instrumentRefusalsOf(instrument, verb, { ...context, surroundings }).map(({ rule }) => rule);
}

test("[in-tray I1 I6] whatever waits can be done by somebody whom it waits for", () => {
	fc.assert(
		fc.property(asked, ({ issue, instruments: [instrument], rules, asOf, uncovered }) => {
			const instruments = instrument === undefined ? [] : [instrument];
			const about = { issue, instruments, rules, on: asOf };
			for (const item of inTrayOf(issue, instruments, trayAt(asOf, rules, uncovered))) {
				const tried = peopleOf(item.whose).map((who) => refusedTo(who, item, about));
				const why = `${item.key} on ${asOf}: ${[...new Set(tried.flat())].join(" ")}`;
				expect(
					tried.some((refusals) => refusals.length === 0),
					why,
				).toBe(true);
			}
		}),
		{ numRuns: 600 },
	);
}, 60_000);

test("[in-tray I3] the same question has the same answer, and no key comes twice", () => {
	fc.assert(
		fc.property(asked, ({ issue, instruments, rules, asOf, uncovered }) => {
			const items = inTrayOf(issue, instruments, trayAt(asOf, rules, uncovered));
			expect(inTrayOf(issue, instruments, trayAt(asOf, rules, uncovered))).toEqual(items);
			expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
			for (const { kind, verb, issueId } of items) {
				expect(verb).toBe(VERB_OF_ITEM[kind]);
				expect(issueId).toBe(issue.id);
			}
		}),
		{ numRuns: 300 },
	);
});

test("[in-tray I4] what is over comes first, then what is due soonest, then what has no day", () => {
	const RANK = { overdue: 0, soon: 1, later: 2, undated: 3 };
	fc.assert(
		fc.property(asked, ({ issue, instruments, rules, asOf }) => {
			const items = inTrayOf(issue, instruments, trayAt(asOf, rules));
			const late = items.map(({ due }) => RANK[inTrayLateness(due, asOf)]);
			expect(late).toEqual(late.toSorted((a, b) => a - b));
			const days = items.flatMap(({ due }) => due ?? []);
			expect(days).toEqual(days.toSorted());
		}),
		{ numRuns: 300 },
	);
});

test("[in-tray I1] every kind of item comes up somewhere in these lives", () => {
	const kinds = new Set<string>();
	const add = (issue: Issue, instruments: readonly Instrument[]) => {
		for (const date of ["2026-03-02", "2026-06-20", "2026-09-01", "2027-06-01"]) {
			for (const { kind } of inTrayOf(issue, instruments, trayAt(day(date)))) kinds.add(kind);
		}
	};
	for (const issue of Object.values(ISSUES)) add(issue, []);
	const hanging = trayAt(day("2026-03-02"), rulesOfSet("base"), [{ region: COUNTY, name: "澄水县" }]);
	for (const { kind } of inTrayOf(ISSUES.assigned, [], hanging)) kinds.add(kind);
	for (const instrument of Object.values(INSTRUMENTS)) add(ISSUES.approved, [instrument]);
	expect(InTrayKind.options.filter((kind) => !kinds.has(kind))).toEqual([]);
});

const AFTER_THE_END = ["publishResult", "lookBack", "reopen"];

test("[in-tray I2] an issue that has ended asks for nothing but what comes after its end", () => {
	fc.assert(
		fc.property(asked, ({ issue, instruments, rules, asOf, uncovered }) => {
			fc.pre(isEnded(issue.lifecycle));
			const kinds = inTrayOf(issue, instruments, trayAt(asOf, rules, uncovered)).map(({ kind }) => kind);
			if (issue.lifecycle !== "closed") expect(kinds).toEqual([]);
			expect(kinds.filter((kind) => !AFTER_THE_END.includes(kind))).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

test("[in-tray I7] what stays in the tray from one day to the next says the same", () => {
	fc.assert(
		fc.property(asked, fc.integer({ min: 1, max: 3 }), ({ issue, instruments, rules, asOf }, later) => {
			const before = new Map(
				inTrayOf(issue, instruments, trayAt(asOf, rules)).map((item) => [item.key, item] as const),
			);
			for (const item of inTrayOf(issue, instruments, trayAt(addDays(asOf, later), rules))) {
				const known = before.get(item.key);
				if (known === undefined) continue;
				// The same rung can be proposed by other rules the day after, but says no days and no figures.
				if (item.kind === "proposal") expect(item.reason.zh).not.toMatch(/\d/);
				else expect(item.reason).toEqual(known.reason);
			}
		}),
		{ numRuns: 500 },
	);
});

test("[in-tray I8] nobody's tray gets or loses an item by itself before the day that the sweep looks next", () => {
	let waited = 0;
	fc.assert(
		fc.property(asked, ({ issue, instruments, rules, asOf }) => {
			const keysOn = (on: typeof asOf) =>
				inTrayOf(issue, instruments, trayAt(on, rules)).map(({ key }) => key);
			const next = nextChangeOn(issue, instruments, rules, trayAt(asOf).calendar, asOf);
			const days = Math.min(next - dayNumber(asOf), 60);
			const now = keysOn(asOf);
			waited += days - 1;
			for (let later = 1; later < days; later++) expect(keysOn(addDays(asOf, later))).toEqual(now);
		}),
		{ numRuns: 200 },
	);
	expect(waited).toBeGreaterThan(200);
}, 30_000);
