import type { Issue, IssueSubject } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { isLive, type Measure } from "../plans/index.ts";
import { defineRule, type FindingDraft, type ResolvedRules } from "../rules/index.ts";
import { caseVocab, formatNames, vocab } from "../vocabulary/index.ts";
import { evidenceOfMeasure, openDoubts, standingEvidence } from "./content.ts";
import { EVIDENCE_PARAMS, isPair, requiredEvidence } from "./required-evidence.ts";
import { type Evidence, EvidenceKind } from "./schema.ts";

const rule = defineRule<IssueSubject>();

const PAIR = say("整改前后对比照片", "photos before and after");

/** What a word of the matrix asks for, and whether it is there; null for words that ask for nothing of this issue. */
function missingOf(
	word: string,
	issue: Issue,
	measure: Measure,
	held: readonly Evidence[],
): Bilingual | null {
	if (word === "photoPair") return isPair(held) ? null : PAIR;
	// Works show what they did to a figure only where the plan has one (domain.md §5.8).
	const measured = issue.plan?.goals.some(({ kind }) => kind === "metric") === true;
	if (word === "monitoring" && measure.type === "works" && !measured) return null;
	const kind = EvidenceKind.safeParse(word === "report" ? "monitoring" : word);
	if (!kind.success || held.some((one) => one.kind === kind.data)) return null;
	return caseVocab.evidenceKind[kind.data];
}

/** What a measure lacks of the evidence that its type needs. What is filed under no measure counts for each. */
export function missingEvidenceOf(issue: Issue, measure: Measure, rules: ResolvedRules): Bilingual[] {
	if (measure.type === null) return [];
	const shared = standingEvidence(issue).filter(({ measureId }) => measureId === null);
	const held = [...evidenceOfMeasure(issue, measure.id), ...shared];
	return requiredEvidence(rules, measure.type).flatMap((word) => missingOf(word, issue, measure, held) ?? []);
}

export const ev01 = rule({
	id: "EV-01",
	group: "EV",
	severity: "block",
	gate: "selfCheck",
	title: say("佐证材料齐全", "Required evidence"),
	statement: say(
		"自查前，每条措施按类型备齐规定的佐证材料",
		"Before the self-check every measure has the kinds of evidence that its type needs",
	),
	params: EVIDENCE_PARAMS,
	src: ["S21", "S23", "S28", "D"],
	who: ["leadUnit", "respUnit"],
	check: ({ issue }, _params, { rules }) => {
		if (issue.lifecycle !== "inProgress") return null;
		let drafts: FindingDraft<(typeof EVIDENCE_PARAMS)[number]>[] | null = null;
		for (const [index, measure] of issue.measures.entries()) {
			if (!isLive(measure) || measure.type === null) continue;
			const missing = missingEvidenceOf(issue, measure, rules);
			if (missing.length === 0) continue;
			const type = vocab.measureType[measure.type];
			const zh = formatNames(
				missing.map((name) => name.zh),
				"zh-CN",
			);
			const en = formatNames(
				missing.map((name) => name.en.toLowerCase()),
				"en",
			);
			drafts ??= [];
			drafts.push({
				field: `measures.${index}`,
				message: say(
					`第${index + 1}条措施（${type.zh}）缺少佐证：${zh}`,
					`Measure ${index + 1} (${type.en.toLowerCase()}) lacks evidence: ${en}`,
				),
				clears: say("上传所缺材料", "Attach what is missing"),
			});
		}
		return drafts;
	},
});

export const ev05 = rule({
	id: "EV-05",
	group: "EV",
	severity: "block",
	gate: "selfCheck",
	title: say("疑点核销", "Doubts are resolved"),
	statement: say(
		"自查前，所有疑点须由被质疑方以外的人核销",
		"Before the self-check every doubt is resolved by somebody whose work it does not doubt",
	),
	params: [],
	src: ["seed1", "D"],
	who: ["provOffice", "cityOffice", "countyOffice", "supUnit"],
	check: ({ issue }) => {
		if (issue.lifecycle !== "inProgress") return null;
		const [first, ...more] = openDoubts(issue);
		if (first === undefined) return null;
		const others = more.length > 0 ? say(`等${more.length + 1}项`, ` and ${more.length} more`) : say("", "");
		return {
			field: "doubts",
			message: say(
				`疑点未核销：${first.message.zh}${others.zh}`,
				`A doubt is open: ${first.message.en}${others.en}`,
			),
			clears: say("由整改办或督导单位核对后核销", "Have an office or the supervising unit look into it"),
		};
	},
});

/** What stands before the self-check of the evidence. */
export const evidenceRules = [ev01, ev05];
