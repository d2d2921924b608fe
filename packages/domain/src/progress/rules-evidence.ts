import type { Issue, IssueSubject } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { isLive, type Measure, type MeasureType } from "../plans/index.ts";
import { defineRule, type FindingDraft, keptPhrases, type ResolvedRules } from "../rules/index.ts";
import { caseVocab, formatNames, vocab } from "../vocabulary/index.ts";
import { completionOf, openDoubts, progressOf, standingEvidence } from "./content.ts";
import { EVIDENCE_PARAMS, isPair, requiredEvidence } from "./required-evidence.ts";
import type { Evidence, EvidenceKind } from "./schema.ts";

const rule = defineRule<IssueSubject>();

const isEvidenceKind = (word: string): word is EvidenceKind => Object.hasOwn(caseVocab.evidenceKind, word);

const NOTHING: readonly string[] = [];
const PAIR = say("整改前后对比照片", "photos before and after");

/** Whether a word of the matrix asks for something that is not there. Words that ask for nothing of this issue lack nothing. */
function isLacking(word: string, issue: Issue, measure: Measure, held: readonly Evidence[]): boolean {
	if (word === "photoPair") return !isPair(held);
	// Works show what they did to a figure only where the plan has one (domain.md §5.8).
	const measured = issue.plan?.goals.some(({ kind }) => kind === "metric") === true;
	if (word === "monitoring" && measure.type === "works" && !measured) return false;
	const kind = kindOf(word);
	return isEvidenceKind(kind) && !held.some((one) => one.kind === kind);
}

const kindOf = (word: string): string => (word === "report" ? "monitoring" : word);

function nameOf(word: string): Bilingual {
	const kind = kindOf(word);
	return isEvidenceKind(kind) ? caseVocab.evidenceKind[kind] : PAIR;
}

/** The words of the matrix that a measure lacks evidence for. What is filed under no measure counts for each. */
function lackingWords(issue: Issue, measure: Measure, rules: ResolvedRules): readonly string[] {
	if (measure.type === null) return NOTHING;
	const named = completionOf(progressOf(issue), measure.id)?.evidenceIds ?? NOTHING;
	const held = standingEvidence(issue).filter(
		({ id, measureId }) => measureId === null || measureId === measure.id || named.includes(id),
	);
	let lacking: string[] | null = null;
	for (const word of requiredEvidence(rules, measure.type)) {
		if (!isLacking(word, issue, measure, held)) continue;
		lacking ??= [];
		lacking.push(word);
	}
	return lacking ?? NOTHING;
}

/** What a measure lacks of the evidence that its type needs. */
export const missingEvidenceOf = (issue: Issue, measure: Measure, rules: ResolvedRules): Bilingual[] =>
	lackingWords(issue, measure, rules).map(nameOf);

const missingMessage = keptPhrases();
const ATTACH = say("上传所缺材料", "Attach what is missing");

function missingWords(index: number, type: MeasureType, words: readonly string[]): Bilingual {
	return missingMessage(`${index} ${type} ${words.join(" ")}`, () => {
		const names = words.map(nameOf);
		const zh = formatNames(
			names.map((name) => name.zh),
			"zh-CN",
		);
		const en = formatNames(
			names.map((name) => name.en.toLowerCase()),
			"en",
		);
		const label = vocab.measureType[type];
		return say(
			`第${index + 1}条措施（${label.zh}）缺少佐证：${zh}`,
			`Measure ${index + 1} (${label.en.toLowerCase()}) lacks evidence: ${en}`,
		);
	});
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
			const missing = lackingWords(issue, measure, rules);
			if (missing.length === 0) continue;
			drafts ??= [];
			drafts.push({
				field: `measures.${index}`,
				message: missingWords(index, measure.type, missing),
				clears: ATTACH,
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
