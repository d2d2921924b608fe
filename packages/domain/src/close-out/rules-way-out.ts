import type { Issue } from "../issues/index.ts";
import { addWorkingDays, countedWhenMade, say } from "../kernel/index.ts";
import { currentBaseline } from "../plans/index.ts";
import { goalsMet, unsettledMeasures } from "../progress/index.ts";
import { formatDate, vocab } from "../vocabulary/index.ts";
import { ACCEPTORS, LEAD, OFFICES } from "./refusals.ts";
import { BEFORE, closeOutRule } from "./rules-subject.ts";
import { acceptanceTiers } from "./sequence.ts";
import { laxerThan } from "./standard.ts";
import { acceptanceAt, closeOutOf, standingFalseReport } from "./state.ts";

export const acc05 = closeOutRule({
	id: "ACC-05",
	group: "ACC",
	severity: "block",
	gate: "closeOut",
	title: say("分级验收", "Acceptance tier by tier"),
	statement: say(
		"按清单文件规定的层级逐级验收通过，方可公示、审签",
		"Every tier that the list document names has passed it before notice and signature",
	),
	params: ["tiers"],
	src: ["S17", "S18", "S22"],
	who: ACCEPTORS,
	check: ({ issue }, _params, { rules }) => {
		if (!BEFORE.wayOut(issue)) return null;
		const state = closeOutOf(issue);
		const open = acceptanceTiers(issue, rules).filter(
			(tier) => acceptanceAt(state, tier)?.verdict !== "pass",
		);
		if (open.length === 0) return null;
		return {
			field: "acceptances",
			message: say(
				`${open.map((tier) => vocab.tier[tier].zh).join("、")}还没有验收通过`,
				`Not accepted yet by: ${open.map((tier) => vocab.tier[tier].en).join(", ")}`,
			),
			clears: say("逐级出具验收意见", "Have every tier decide"),
		};
	},
});

export const anti01 = closeOutRule({
	id: "ANTI-01",
	group: "ANTI",
	severity: "block",
	gate: "closeOut",
	title: say("疑似表面整改", "Suspected surface rectification"),
	statement: say(
		"措施全部完成而目标指标没有达到的，疑似表面整改，不得销号",
		"All measures done while a goal is unmet: suspected surface rectification, no close-out",
	),
	params: [],
	src: ["seed1", "S11"],
	who: LEAD,
	check: ({ issue }) => {
		if (!BEFORE.wayOut(issue) || goalsMet(issue) !== "unmet" || unsettledMeasures(issue).length > 0)
			return null;
		return {
			field: "goals",
			message: say("措施都已完成，目标指标却没有达到", "Every measure is done, yet a goal is not met"),
			clears: say("退回整改，达到目标后重新验收", "Back to work until the goal is met, then accept it again"),
		};
	},
});

export const anti02 = closeOutRule({
	id: "ANTI-02",
	group: "ANTI",
	severity: "block",
	gate: "closeOut",
	title: say("虚假整改", "False rectification"),
	statement: say(
		"上报已完成而现场核查未完成的，认定为虚假整改；核查到位之前不得销号，并建议约谈",
		"Reported done and found not done is false rectification: no close-out until a check finds it done, and a talk is proposed",
	),
	params: [],
	src: ["S11", "S20"],
	who: ACCEPTORS,
	check: ({ issue }) => {
		if (!BEFORE.wayOut(issue)) return null;
		const found = standingFalseReport(issue);
		if (found === null) return null;
		return {
			field: "siteChecks",
			message: say(
				`${formatDate(found.on, "zh-CN")}现场核查发现上报完成而实际未完成`,
				`The check of ${formatDate(found.on, "en")} found what was reported as done not done`,
			),
			clears: say("验收不通过，整改到位后再次核查", "Fail it, have it put right, and check again"),
		};
	},
});

/** The standard of an acceptance that lets more through than the plan (ANTI-10), for messages. */
export function laxStandard(
	issue: Issue,
	standard: string | null,
	laxWords: readonly string[],
): { readonly zh: string; readonly en: string } | null {
	const baseline = currentBaseline(issue);
	if (standard === null || baseline === null) return null;
	const lax = laxerThan(baseline.content, standard, laxWords);
	if (lax === null) return null;
	return "indicator" in lax
		? say(
				`验收标准中“${lax.indicator}”宽于批准的方案`,
				`The standard for “${lax.indicator}” lets more through than the approved plan`,
			)
		: say(
				`验收标准用语“${lax.word}”低于批准的方案`,
				`“${lax.word}” in the standard is weaker than the approved plan`,
			);
}

export const anti10 = closeOutRule({
	id: "ANTI-10",
	group: "ANTI",
	severity: "block",
	gate: "closeOut",
	title: say("不得降低标准", "No lower standard"),
	statement: say(
		"验收标准不得宽于批准的方案；确需调整的先调整方案",
		"What is accepted by is not laxer than the approved plan; a change goes through the plan first",
	),
	params: ["laxWords"],
	src: ["S20"],
	who: ACCEPTORS,
	check: ({ issue }, params) => {
		if (!BEFORE.wayOut(issue)) return null;
		for (const { standard, verdict } of closeOutOf(issue).acceptances) {
			const message = verdict === "fail" ? null : laxStandard(issue, standard, params.strings("laxWords"));
			if (message === null) continue;
			return {
				field: "acceptances",
				message,
				clears: say("按批准的方案重新验收", "Accept it again by the approved plan"),
			};
		}
		return null;
	},
});

export const clo03 = closeOutRule({
	id: "CLO-03",
	group: "CLO",
	severity: "warn",
	gate: "report",
	title: say("备案回执", "Receipt of the filing"),
	statement: say(
		"上级在规定的工作日内回复备案；逾期未复的可作知悉，但省级备案从不以默认视为同意",
		"The tier above answers a filing in time; silence counts as noted, but never at the province",
	),
	params: ["filingWd", "neverSilentTiers"],
	src: ["S18", "S21"],
	who: ["provOffice", "cityOffice", "leadingGroup"],
	check: ({ issue }, params, { asOf, calendar }) => {
		if (issue.lifecycle !== "filing") return null;
		const filing = closeOutOf(issue).filings.at(-1);
		if (filing === undefined || filing.receipt !== null) return null;
		const due = countedWhenMade(calendar, filing.on, (known) =>
			addWorkingDays(known, filing.on, params.number("filingWd")),
		);
		if (!due.ok || asOf <= due.value) return null;
		return {
			message: say(
				`备案应于${formatDate(due.value, "zh-CN")}前回复，尚未回复`,
				`The filing was to be answered by ${formatDate(due.value, "en")}`,
			),
			clears: say("由接收备案的整改办回复", "The office that received it answers"),
		};
	},
});

export const clo04 = closeOutRule({
	id: "CLO-04",
	group: "CLO",
	severity: "block",
	gate: "closeOut",
	title: say("长效机制", "Long-term mechanism"),
	statement: say(
		"销号之前登记已生效的长效机制文件",
		"A mechanism that is in force is recorded before the close-out",
	),
	params: [],
	src: ["S18", "seed0"],
	who: ["leadUnit", "respUnit", ...OFFICES],
	check: ({ issue }) => {
		if (!BEFORE.wayOut(issue) || closeOutOf(issue).mechanisms.some(({ inForce }) => inForce)) return null;
		return {
			field: "mechanisms",
			message: say("没有已生效的长效机制文件", "No mechanism in force is recorded"),
			clears: say("登记印发生效的制度文件", "Record the document that is in force"),
		};
	},
});

export const clo05 = closeOutRule({
	id: "CLO-05",
	group: "CLO",
	severity: "block",
	gate: "closeOut",
	title: say("举一反三结果", "Result of the screening"),
	statement: say(
		"销号之前登记举一反三的排查结果",
		"The result of the screening for similar problems is recorded",
	),
	params: [],
	src: ["S18"],
	who: ["leadUnit", "respUnit", ...OFFICES],
	check: ({ issue }) => {
		if (!BEFORE.wayOut(issue) || closeOutOf(issue).screening !== null) return null;
		return {
			field: "screening",
			message: say("没有登记举一反三的排查结果", "No result of a screening is recorded"),
			clears: say("登记排查多少、发现多少、新立多少", "Record how many were screened, found and opened"),
		};
	},
});

export const sod02 = closeOutRule({
	id: "SOD-02",
	group: "SOD",
	severity: "warn",
	gate: "closeOut",
	title: say("督导单位意见", "Opinion of the supervising unit"),
	statement: say(
		"验收结束之前有督导单位同意的意见",
		"The supervising unit gives an opinion that agrees before the acceptance is over",
	),
	params: [],
	src: ["seed1", "D"],
	who: ["supUnit"],
	check: ({ issue }) => {
		if (!BEFORE.wayOut(issue)) return null;
		const opinion = closeOutOf(issue).supervisingOpinion;
		if (opinion?.agrees === true) return null;
		return {
			field: "supervisingOpinion",
			message:
				opinion === null
					? say("没有督导单位的意见", "The supervising unit has given no opinion")
					: say("督导单位不同意", "The supervising unit does not agree"),
			clears: say(
				"由督导单位出具意见；确不需要的写明理由",
				"Have the supervising unit speak, or write why not",
			),
		};
	},
});

/** Days since the issue was closed are counted from here: its result is published at once (PUB-04). */
export const pub04 = closeOutRule({
	id: "PUB-04",
	group: "PUB",
	severity: "warn",
	gate: "report",
	title: say("公开销号结果", "Result published"),
	statement: say("销号之后随即公开结果和验收单位", "The result is published at once, with who accepted it"),
	params: [],
	src: ["S18"],
	who: OFFICES,
	check: ({ issue }, _params, { asOf }) => {
		const { closedOn, resultPublished } = closeOutOf(issue);
		if (issue.lifecycle !== "closed" || closedOn === null || resultPublished !== null) return null;
		if (asOf <= closedOn) return null;
		return {
			message: say(
				`${formatDate(closedOn, "zh-CN")}已销号，结果尚未公开`,
				`Closed on ${formatDate(closedOn, "en")}: the result is not published yet`,
			),
			clears: say("公开销号结果", "Publish the result"),
		};
	},
});

/** Rules on the way from acceptance to the end. */
export const wayOutRules = [acc05, anti01, anti02, anti10, clo03, clo04, clo05, sod02, pub04];
