/** Builders for this room's own tests. */
import {
	IsoDate as Day,
	InspectionId,
	type IsoDate,
	officialCalendar,
	RegionCode,
} from "../../kernel/index.ts";
import { builtInRuleSets, type RuleContext, resolveRules } from "../../rules/index.ts";
import type { NoticeContent, NoticeImportContext, ProposedNotice, PublicityPeriod } from "../index.ts";

export const day = (date: string): IsoDate => Day.parse(date);

export const period = (start: string, end: string): PublicityPeriod => ({ start: day(start), end: day(end) });

/** A notice that gives everything. */
export const content = (more: Partial<NoticeContent> = {}): NoticeContent => ({
	kind: "completion",
	number: "12",
	tier: "city",
	statement: "青石县渣库渗漏，下游断面镉、锌超标。",
	receiptNumbers: [],
	responsibleUnits: ["青石县人民政府"],
	supervisingUnits: [],
	acceptanceUnits: [],
	deadline: "2026年12月底前",
	goal: "渣库渗漏得到控制，断面稳定达标。",
	measures: [{ number: "1.", text: "封堵渗漏点" }],
	completion: "渗漏点已封堵，断面连续六个月达标。",
	completionItems: [],
	publicity: period("2026-03-02", "2026-03-13"),
	publicityLength: null,
	contact: "县整改办 0000-5000000",
	otherFields: [],
	...more,
});

const place = { line: 3, endLine: 3, cells: null };
export const read = <T>(value: T, raw = String(value)) => ({ value, raw, place, confidence: 0.9 });

/** A notice as a reader proposes it. */
export const proposedNotice = (more: Partial<ProposedNotice> = {}): ProposedNotice => ({
	key: "n1",
	seq: 12,
	number: "十二",
	statement: read("青石县渣库渗漏，下游断面镉、锌超标。"),
	receiptNumbers: [],
	responsibleUnits: read(["青石县人民政府"]),
	supervisingUnits: null,
	acceptanceUnits: null,
	deadline: null,
	goal: null,
	measures: null,
	completion: read("渗漏点已封堵，断面连续六个月达标。"),
	completionItems: [],
	publicity: null,
	publicityLength: null,
	contact: null,
	otherFields: [],
	lines: [2, 9],
	...more,
});

export const CONTEXT: NoticeImportContext = {
	inspectionId: InspectionId.parse("00000007-0000-7000-8000-000000000001"),
	region: RegionCode.parse("990100"),
	tier: "city",
};

export function rulesOn(asOf = "2026-06-10", id = "base"): RuleContext {
	const rules = resolveRules(builtInRuleSets(), id, day(asOf));
	if (!rules.ok) throw new Error(JSON.stringify(rules.refusals));
	return { rules: rules.value, calendar: officialCalendar(), asOf: day(asOf) };
}
