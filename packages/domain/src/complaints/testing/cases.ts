import type { Severity } from "../../kernel/index.ts";
import { type ComplaintElements, emptyTally, type PublishedTotals, type Tally } from "../index.ts";
import type { ComplaintSubject } from "../rules-subject.ts";
import { CITY, elements, OTHER_CITY, PROVINCE } from "./complaints.ts";

type Finds = null | {
	readonly severity: Severity;
	readonly field: string | null;
	readonly says: string;
	readonly count?: number;
};
export type ComplaintRuleCase = {
	readonly name: string;
	readonly subject: ComplaintSubject;
	readonly ruleSet?: string;
	readonly finds: Finds;
};

const one = (more: Partial<ComplaintElements> = {}): ComplaintSubject => ({
	kind: "complaint",
	complaint: elements(more),
});

/** Totals of cases that state everything, all true and closed but for what is given. */
export function totals(
	cases: number,
	more: Partial<Tally> = {},
	published: PublishedTotals | null = null,
	regions: readonly number[] = [cases],
): ComplaintSubject {
	const empty = emptyTally();
	const tally: Tally = {
		...empty,
		cases,
		types: { ...empty.types, water: cases },
		verdicts: { ...empty.verdicts, true: cases },
		statuses: { ...empty.statuses, closed: cases },
		...more,
	};
	const codes = [CITY, OTHER_CITY, PROVINCE];
	return {
		kind: "totals",
		totals: {
			tally,
			regions: regions.map((count, at) => ({ region: codes[at] ?? PROVINCE, cases: count })),
			published,
		},
	};
}

const warn = (field: string, says: string, count = 1): Finds => ({ severity: "warn", field, says, count });
const inform = (field: string, says: string, count = 1): Finds => ({
	severity: "inform",
	field,
	says,
	count,
});

/** Named cases of every rule on complaints, by rule id. */
export const complaintRuleCases: Readonly<Record<string, readonly ComplaintRuleCase[]>> = {
	"CMP-04": [
		{
			name: "several types where several are allowed",
			subject: one({ pollutionTypes: ["water", "air"] }),
			finds: null,
		},
		{ name: "one type where one is wanted", subject: one(), ruleSet: "sn-complaints", finds: null },
		{
			name: "several types where one is wanted",
			subject: one({ pollutionTypes: ["water", "air"] }),
			ruleSet: "sn-complaints",
			finds: { severity: "block", field: "pollutionTypes", says: "列了2个污染类型" },
		},
		{ name: "says nothing about totals", subject: totals(3), ruleSet: "sn-complaints", finds: null },
	],
	"CMP-05": [
		{ name: "untrue with what was found", subject: one({ verdict: "untrue" }), finds: null },
		{
			name: "untrue without it",
			subject: one({ verdict: "untrue", investigation: null }),
			finds: warn("investigation", "没有调查核实情况"),
		},
		{
			name: "a share of untrue ones at the limit",
			subject: totals(100, { verdicts: { true: 85, mostlyTrue: 0, partlyTrue: 0, untrue: 15 } }),
			finds: null,
		},
		{
			name: "a share above it",
			subject: totals(100, { verdicts: { true: 84, mostlyTrue: 0, partlyTrue: 0, untrue: 16 } }),
			finds: warn("verdicts.untrue", "不属实占16.0%，超过15.0%"),
		},
	],
	"CMP-06": [
		{
			name: "stage-closed with target and deadline",
			subject: one({ status: "stageClosed", closureTarget: "2026年12月底前完成沉淀池扩建。" }),
			finds: null,
		},
		{
			name: "stage-closed with the deadline in the handling",
			subject: one({ status: "stageClosed", handling: "三项措施已完成，其余7月底前完成。" }),
			finds: null,
		},
		{ name: "closed needs no plan", subject: one({ handling: null }), finds: null },
		{
			name: "stage-closed without any plan",
			subject: one({ status: "stageClosed", handling: null }),
			finds: { severity: "block", field: "closureTarget", says: "没有后续安排" },
		},
		{
			name: "stage-closed without a deadline",
			subject: one({ status: "stageClosed", closureTarget: "完成沉淀池扩建。" }),
			finds: { severity: "block", field: "closureTarget", says: "没有完成时限" },
		},
	],
	"CMP-08": [
		{ name: "nobody is named", subject: one(), finds: null },
		{
			name: "a mobile number in the summary",
			subject: one({ summary: "举报人13812345678反映扬尘。" }),
			finds: warn("summary", "交办问题基本情况中有手机号"),
		},
		{
			name: "an identity number and a mobile number",
			subject: one({ handling: "已回复13812345678，证号11010519491231002X。" }),
			finds: warn("handling", "手机号", 2),
		},
	],
	"CMP-13": [
		{ name: "no published rate", subject: totals(100), finds: null },
		{
			name: "the strict one",
			subject: totals(
				100,
				{ statuses: { closed: 40, stageClosed: 30, open: 30 } },
				{ cases: 100, closureRate: 0.4 },
			),
			finds: null,
		},
		{
			// domain.md Appendix A, S46: (492 + 291) ÷ 1,427 = 54.9 %.
			name: "Hainan: the broad one is said to be broad",
			subject: totals(
				1427,
				{ statuses: { closed: 492, stageClosed: 291, open: 644 } },
				{ cases: 1427, closureRate: 0.549 },
			),
			finds: inform("published.closureRate", "含阶段性办结"),
		},
		{
			name: "neither",
			subject: totals(
				100,
				{ statuses: { closed: 40, stageClosed: 30, open: 30 } },
				{ cases: 100, closureRate: 0.8 },
			),
			finds: warn("published.closureRate", "不符"),
		},
	],
	"DATA-05": [
		{ name: "everything adds up", subject: totals(100, {}, { cases: 100 }, [60, 40]), finds: null },
		{
			name: "types exceed cases, with the reason",
			subject: totals(2, { types: { ...emptyTally().types, water: 2, air: 1 } }),
			finds: inform("types", "合计3项，多于2件：一件可涉及多个类型"),
		},
		{
			name: "a case of two cities stands once, above them",
			subject: totals(151, { crossRegion: 1 }, null, [100, 50, 1]),
			finds: inform("crossRegion", "1件跨地区"),
		},
		{
			name: "regions do not add up",
			subject: totals(100, {}, null, [60, 39]),
			finds: warn("regions", "合计99件"),
		},
		{
			name: "verdicts that are not stated",
			subject: totals(10, { noVerdict: 3, verdicts: { true: 7, mostlyTrue: 0, partlyTrue: 0, untrue: 0 } }),
			finds: inform("noVerdict", "3件未注明是否属实"),
		},
		{
			name: "a bulletin whose statuses do not add up",
			subject: totals(100, {}, { cases: 100, statuses: { closed: 60, open: 30 } }),
			finds: warn("published.statuses", "合计90件", 3),
		},
		{
			name: "a bulletin that counts a case of two cities twice",
			subject: totals(151, {}, { cases: 151, regions: { 甲市: 100, 乙市: 52 }, crossRegion: 1 }),
			finds: warn("published.regions", "重复计算"),
		},
		{
			name: "a bulletin that says otherwise than the ledger",
			subject: totals(100, {}, { cases: 99 }),
			finds: warn("published.cases", "公布99件，台账100件"),
		},
	],
};
