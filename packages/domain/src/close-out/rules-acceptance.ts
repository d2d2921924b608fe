import {
	addWorkingDays,
	type Bilingual,
	type IsoDate,
	say,
	shanghaiDate,
	type Tier,
} from "../kernel/index.ts";
import { caseVocab, formatDate, vocab } from "../vocabulary/index.ts";
import type { CloseOutState } from "./closing.ts";
import { criteriaOf, criterionNames, unanswered } from "./criteria.ts";
import { ACCEPTORS } from "./refusals.ts";
import { acc01, acc02, acc03, acc04, acc13 } from "./rules-owner.ts";
import { BEFORE, closeOutRule } from "./rules-subject.ts";
import { tierAtDesk } from "./sequence.ts";
import { closeOutOf, gatesOf, latestCheck, opinionsOf } from "./state.ts";

export const acc06 = closeOutRule({
	id: "ACC-06",
	group: "ACC",
	severity: "block",
	gate: "closeOut",
	title: say("现场核查", "Check on the spot"),
	statement: say(
		"自查通过之后由规定人数到现场核查，按期形成记录，结论为已完成",
		"After the self-check enough people look on the spot, record it in time, and find it done",
	),
	params: ["minCheckers", "recordWd"],
	src: ["S40"],
	who: ACCEPTORS,
	check: ({ issue }, params) => {
		if (!BEFORE.wayOut(issue)) return null;
		const check = latestCheck(closeOutOf(issue));
		const wanted = params.number("minCheckers");
		if (check === undefined || check.checkers.length < wanted) {
			return {
				field: "siteChecks",
				message: say(
					`自查之后还没有${wanted}人以上的现场核查记录`,
					`No check on the spot by ${wanted} people or more since the self-check`,
				),
				clears: say("到现场核查并记录", "Check on the spot and record it"),
			};
		}
		if (check.finding === "done") return null;
		return {
			field: "siteChecks",
			message: say(
				`最近一次现场核查的结论为“${caseVocab.siteCheckFinding[check.finding].zh}”`,
				`The latest check on the spot found it “${caseVocab.siteCheckFinding[check.finding].en}”`,
			),
			clears: say("整改到位后再次核查", "Check again once it is put right"),
		};
	},
});

export const acc07 = closeOutRule({
	id: "ACC-07",
	group: "ACC",
	severity: "block",
	gate: "closeOut",
	title: say("验收标准逐项核对", "Criteria form complete"),
	statement: say(
		"每一级验收都按规则集的标准逐项作答，符合的附佐证，不适用的说明",
		"Each tier's form answers every criterion of the rule set: yes with evidence, not applicable with the reason",
	),
	params: ["criteriaSet"],
	src: ["S17", "S18", "S19"],
	who: ACCEPTORS,
	check: ({ issue }, params) => {
		if (!BEFORE.wayOut(issue)) return null;
		const wanted = criteriaOf(params.string("criteriaSet")) ?? [];
		for (const { verdict, criteria, tier } of closeOutOf(issue).acceptances) {
			const open = verdict === "pass" ? unanswered(wanted, criteria) : [];
			if (open.length === 0) continue;
			const names = criterionNames(open);
			return {
				field: "acceptances",
				message: say(
					`${vocab.tier[tier].zh}验收没有核对${names.zh}`,
					`The acceptance of the ${vocab.tier[tier].en} does not answer ${names.en}`,
				),
				clears: say("由该级补齐核对后重新出具意见", "That tier completes the form and decides again"),
			};
		}
		return null;
	},
});

export const acc08 = closeOutRule({
	id: "ACC-08",
	group: "ACC",
	severity: "block",
	gate: "closeOut",
	title: say("四个不放过", "The four gates"),
	statement: say(
		"问题查清、整改到位、责任落实、群众满意四项均由不同的人核定为“是”",
		"Found out, put right, answered for, public satisfied: each decided “yes”, each by another person",
	),
	params: [],
	src: ["seed0", "seed1"],
	who: [...ACCEPTORS, "leadingGroup"],
	check: ({ issue }) => {
		if (!BEFORE.wayOut(issue)) return null;
		const open = gatesOf(issue).filter(({ decision }) => decision?.verdict !== "yes");
		if (open.length === 0) return null;
		const names = (language: "zh" | "en") =>
			open.map(({ gate }) => `“${caseVocab.gateKind[gate][language]}”`).join(language === "zh" ? "、" : ", ");
		return {
			field: "gates",
			message: say(`${names("zh")}没有核定通过`, `Not decided “yes”: ${names("en")}`),
			clears: say("逐项核定并附佐证", "Decide each with its evidence"),
		};
	},
});

const VERIFY = {
	county: "verifyWdCounty",
	city: "verifyWdCity",
	province: "verifyWdProvince",
	central: "verifyWdProvince",
} as const;

/** The day since which a tier has it on the desk: the application, the tier before, or the supplements. */
export function onDeskSince(state: CloseOutState): IsoDate | null {
	const { application, acceptances } = state;
	if (application === null) return null;
	const last = acceptances.at(-1);
	const at = last?.submitted?.at ?? last?.at ?? application.at;
	return shanghaiDate(at);
}

const tierDesk = (tier: Tier): Bilingual => vocab.tier[tier];

export const acc09 = closeOutRule({
	id: "ACC-09",
	group: "ACC",
	severity: "warn",
	gate: "report",
	title: say("验收期限", "Time limit of a verdict"),
	statement: say(
		"每一级在受理后规定的工作日内出具验收意见",
		"Each tier decides within a number of working days of having it on the desk",
	),
	params: ["verifyWdCounty", "verifyWdCity", "verifyWdProvince"],
	src: ["D"],
	who: ACCEPTORS,
	check: ({ issue }, params, { asOf, calendar, rules }) => {
		if (!BEFORE.wayOut(issue)) return null;
		const since = onDeskSince(closeOutOf(issue));
		const tier = tierAtDesk(issue, rules);
		if (tier === null || since === null) return null;
		const name = VERIFY[tier];
		const due = addWorkingDays(calendar, since, params.number(name));
		if (!due.ok || asOf <= due.value) return null;
		const desk = tierDesk(tier);
		return {
			message: say(
				`${desk.zh}应于${formatDate(due.value, "zh-CN")}前出具验收意见，已逾期`,
				`The ${desk.en} was to decide by ${formatDate(due.value, "en")}`,
			),
			clears: say("出具验收意见", "Decide on the acceptance"),
			used: [name],
		};
	},
});

export const acc11 = closeOutRule({
	id: "ACC-11",
	group: "ACC",
	severity: "block",
	gate: "closeOut",
	title: say("专家验收或集体研究", "Experts or collective discussion"),
	statement: say(
		"工程类由单数且不少于规定人数、无利害关系的专家验收，多数同意；非工程类经集体研究同意",
		"Works are accepted by an odd number of experts without conflicts, most of them agreeing; the rest by a body that discussed it",
	),
	params: ["experts"],
	src: ["seed1", "S64"],
	who: ACCEPTORS,
	check: ({ issue }, params) =>
		BEFORE.wayOut(issue) ? panelGap(closeOutOf(issue), params.number("experts")) : null,
});

/** What the experts or the body still owe, null when nothing (ACC-11). */
export function panelGap(
	state: CloseOutState,
	least: number,
): { readonly field: string; readonly message: Bilingual; readonly clears: Bilingual } | null {
	if (state.application?.kind === "nonWorks") {
		if (state.discussions.at(-1)?.agreed === true) return null;
		return {
			field: "discussions",
			message: say("非工程类问题还没有集体研究同意的记录", "No body has discussed it and agreed"),
			clears: say("提交集体研究并登记结论", "Have it discussed and record the conclusion"),
		};
	}
	const opinions = opinionsOf(state).filter(({ noConflict }) => noConflict);
	const count = opinions.length;
	if (count < least || count % 2 === 0) {
		return {
			field: "expertOpinions",
			message: say(
				`专家意见现有${count}份，须为单数且不少于${least}份`,
				`${count} experts have spoken: an odd number of at least ${least} is needed`,
			),
			clears: say("补充无利害关系的专家意见", "Add opinions of experts without conflicts"),
		};
	}
	const agreed = opinions.filter(({ verdict }) => verdict === "agree").length;
	if (agreed * 2 > count) return null;
	return {
		field: "expertOpinions",
		message: say(`${count}位专家中只有${agreed}位同意`, `Only ${agreed} of ${count} experts agree`),
		clears: say("按专家意见完善后重新征求意见", "Mend what they object to and ask them again"),
	};
}

/** Rules on self-check and acceptance. */
export const acceptanceRules = [acc01, acc02, acc03, acc04, acc06, acc07, acc08, acc09, acc11, acc13];
