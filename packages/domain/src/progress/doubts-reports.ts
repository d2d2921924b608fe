import type { Issue } from "../issues/index.ts";
import { type Bilingual, say, similarity } from "../kernel/index.ts";
import { currentBaseline, planOf } from "../plans/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { caseVocab, formatDate, formatNames } from "../vocabulary/index.ts";
import { evidenceIn, openDoubts, progressOf } from "./content.ts";
import { type DoubtDraft, distinct } from "./doubt-draft.ts";
import { isWorse, reaches, readingsOf } from "./goals.ts";
import { ContentBlock, type Evidence, type GoalReading, type ProgressReport } from "./schema.ts";

/** One entry a period: of those that were corrected the last. One that nobody asked for is a period of its own. */
const lastOfPeriods = (reports: readonly ProgressReport[]): ProgressReport[] =>
	reports.filter(
		({ cycle }, at) => cycle === null || !reports.slice(at + 1).some((later) => later.cycle === cycle),
	);

/** PRG-03: the text of an entry repeats those of the periods before. */
export function repeatedText(issue: Issue, report: ProgressReport, rules: ResolvedRules): DoubtDraft[] {
	const params = new RuleParams(rules, ["sameTextSimilarity", "sameTextPeriods"]);
	const least = params.number("sameTextSimilarity");
	const before = Math.max(1, Math.floor(params.number("sameTextPeriods")) - 1);
	const others = progressOf(issue).reports.filter(
		({ id, cycle, returned }) =>
			id !== report.id && returned === null && (report.cycle === null || cycle !== report.cycle),
	);
	const compared = lastOfPeriods(others).slice(-before);
	const alike = compared.map(({ content }) => similarity(content.progress, report.content.progress));
	if (compared.length < before || alike.some((value) => value < least)) return [];
	const percent = Math.floor(Math.min(...alike) * 100);
	return [
		{
			rule: "PRG-03",
			about: `PRG-03:${report.id}`,
			evidenceId: null,
			message: say(
				`连续${before + 1}期进展文字雷同（相似度${percent}%）`,
				`The text repeats that of the period before (${before + 1} periods, ${percent} % alike)`,
			),
			against: [report.by],
		},
	];
}

/** PRG-06: blocks of the central form about which nobody has ever said anything. One doubt at a time. */
export function missingBlocks(issue: Issue, report: ProgressReport, rules: ResolvedRules): DoubtDraft[] {
	const known = openDoubts(issue).some(({ rule }) => rule === "PRG-06");
	// Before the approval a month's form is about the plan itself (S10).
	if (report.cycle === null || known || currentBaseline(issue) === null) return [];
	const said = progressOf(issue).reports.filter(({ returned }) => returned === null);
	const isFilled = (block: ContentBlock) =>
		block === "issueProgress" || said.some(({ content }) => (content.blocks[block] ?? "") !== "");
	const wanted = new RuleParams(rules, ["contentBlocks"]).strings("contentBlocks");
	const missing = ContentBlock.options.filter((block) => wanted.includes(block) && !isFilled(block));
	if (missing.length === 0) return [];
	const names = missing.map((block) => caseVocab.contentBlock[block]);
	return [
		{
			rule: "PRG-06",
			about: `PRG-06:${report.cycle}`,
			evidenceId: null,
			message: say(
				`${report.cycle}期填报缺少：${formatNames(
					names.map(({ zh }) => zh),
					"zh-CN",
				)}`,
				`The entry of ${report.cycle} lacks: ${formatNames(
					names.map(({ en }) => en),
					"en",
				)}`,
			),
			against: [report.by],
		},
	];
}

/**
 * PRG-05: a figure moved away from its target, which it does not reach. One that is entered later for an earlier day is
 * compared with the one before it and with the one after it.
 */
export function figureBackwards(issue: Issue, reading: GoalReading): DoubtDraft[] {
	const goal = planOf(issue).goals.find(({ id }) => id === reading.goalId);
	if (goal?.kind !== "metric") return [];
	const all = readingsOf(issue, goal.id);
	const own = all.findLastIndex(({ at, on }) => at === reading.at && on === reading.on);
	const { indicator, unit } = goal;
	return [own, own + 1].flatMap((at) => {
		const [before, after] = [all[at - 1], all[at]];
		if (before === undefined || after === undefined) return [];
		if (reaches(goal, after.value) || !isWorse(goal, after.value, before.value)) return [];
		return [
			{
				rule: "PRG-05" as const,
				about: `PRG-05:${goal.id}:${after.on}:${after.at}`,
				evidenceId: null,
				message: say(
					`“${indicator}”由${before.value}${unit}变为${after.value}${unit}，离目标${goal.target}${unit}更远`,
					`“${indicator}” went from ${before.value} ${unit} to ${after.value} ${unit}, away from ${goal.target} ${unit}`,
				),
				against: distinct([after.by, reading.by]),
			},
		];
	});
}

/** PRG-05: what was verified has lost the evidence that it rested on. */
export function progressUnproved(issue: Issue, gone: Evidence): DoubtDraft[] {
	const { attainments, completions } = progressOf(issue);
	type Said = (typeof attainments)[number] | (typeof completions)[number];
	const isBare = ({ evidenceIds, verified }: Said) =>
		verified?.verdict === "verified" &&
		evidenceIds.includes(gone.id) &&
		evidenceIn(issue, evidenceIds).length === 0;
	const doubt = (said: Said, what: Bilingual): DoubtDraft => ({
		rule: "PRG-05",
		about: `PRG-05:${said.measureId}:${said.at}`,
		evidenceId: gone.id,
		message: say(
			`${what.zh}已核实，所依据的佐证已全部撤下`,
			`${what.en} was verified, and all evidence that it rested on has been withdrawn`,
		),
		against: [said.by],
	});
	return [
		...attainments
			.filter(isBare)
			.map((said) =>
				doubt(
					said,
					say(
						`${formatDate(said.doneOn, "zh-CN")}完成的节点`,
						`The milestone of ${formatDate(said.doneOn, "en")}`,
					),
				),
			),
		...completions.filter(isBare).map((said) => doubt(said, say("措施", "A measure"))),
	];
}
