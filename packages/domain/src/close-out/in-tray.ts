import {
	type InTrayAt,
	type InTrayDraft,
	type InTrayParty,
	leadsOf,
	officeAbove,
	officeOf,
	unitsApart,
	unitsWith,
} from "../in-tray/index.ts";
import type { Issue } from "../issues/index.ts";
import { addDays, type IsoDate, lastDay, say } from "../kernel/index.ts";
import { isLive, workingDayAfter } from "../plans/index.ts";
import { unsettledMeasures } from "../progress/index.ts";
import { boundParams } from "../rules/index.ts";
import { formatDate, vocab } from "../vocabulary/index.ts";
import { closeOutBlocks } from "./asking.ts";
import { bodyOf } from "./body.ts";
import type { Acceptance } from "./closing-acceptance.ts";
import { lookingBack } from "./in-tray-after.ts";
import { gateDrafts, signDrafts } from "./in-tray-signed.ts";
import { onDeskSince, panelGap } from "./rules-acceptance.ts";
import { acceptanceTiers, nextStep, tierAtDesk } from "./sequence.ts";
import { closeOutOf, isKeptUp, latestCheck, openObjections, ownOpinionOf, runningNotice } from "./state.ts";

const NONE: readonly never[] = [];

const day = (date: IsoDate) => ({ zh: formatDate(date, "zh-CN"), en: formatDate(date, "en") });

/** So many working days after a day; null for years without a calendar. */
function workingDays(from: IsoDate, days: number, { calendar }: InTrayAt): IsoDate | null {
	const due = workingDayAfter(calendar, from, days);
	return due.ok ? due.value : null;
}

/** What the owner does once the work is done: says so, or marks it as kept up. */
function checking(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	if (isKeptUp(issue) || !issue.measures.some(isLive)) return NONE;
	const isLongTerm = issue.deadline?.category === "longTerm";
	if (isLongTerm) {
		const open = unsettledMeasures(issue).some(({ term }) => term !== "longTermMechanism");
		return open
			? NONE
			: [
					{
						kind: "markLongTerm",
						whose: officeOf(issue),
						reason: say(
							"一次性措施均已完成，应转为长期坚持",
							"Its one-off measures are done: it is to be marked long-term",
						),
						rule: "DL-04",
					},
				];
	}
	if (unsettledMeasures(issue).length > 0 || closeOutBlocks(issue, "selfCheck", at).length > 0) return NONE;
	const reason = say("措施均已落实、目标均已达到，应自查", "Measures are done and goals are met: check it");
	return leadsOf(issue, at.asOf).map((whose) => ({
		kind: "selfCheck",
		whose,
		due: issue.deadline === null ? null : lastDay(issue.deadline.point),
		reason,
		rule: "ACC-01",
	}));
}

/** The supervising units' opinion, as long as none of them has given one (SOD-02). */
function opinions(issue: Issue, { asOf }: InTrayAt): readonly InTrayDraft[] {
	if (closeOutOf(issue).supervisingOpinion !== null) return NONE;
	const reason = say(
		"验收结束前须有督导单位意见",
		"The supervising unit speaks before the acceptance is over",
	);
	return unitsApart(issue, ["supervising"], asOf).map((whose) => ({
		kind: "opinion",
		whose,
		reason,
		rule: "SOD-02",
	}));
}

function applying(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const on = closeOutOf(issue).selfCheck?.on ?? null;
	const wanted = paramsOf(at.rules).number("applyWd");
	const due = on === null ? null : workingDays(on, wanted, at);
	const [block] = closeOutBlocks(issue, "applyAcceptance", at);
	return leadsOf(issue, at.asOf).map((whose) =>
		block === undefined
			? {
					kind: "applyAcceptance",
					whose,
					due,
					reason: say(
						`自查已通过，应在${wanted}个工作日内申请验收`,
						`The self-check is passed: apply within ${wanted} working days`,
					),
					rule: "ACC-04",
				}
			: { kind: "evidence", whose, due, reason: block.message, rule: block.rule },
	);
}

const VERIFY = {
	county: "verifyWdCounty",
	city: "verifyWdCity",
	province: "verifyWdProvince",
	central: "verifyWdProvince",
} as const;
const paramsOf = boundParams([
	"applyWd",
	"verifyWdCounty",
	"verifyWdCity",
	"verifyWdProvince",
	"filingWd",
	"experts",
]);

/** Who gives the verdict of a tier: at the last one the acceptance units, where they are named; else the tier's office. */
function acceptors(
	issue: Issue,
	tier: Acceptance["tier"],
	{ rules, asOf }: InTrayAt,
): readonly InTrayParty[] {
	const last = acceptanceTiers(issue, rules).at(-1) === tier;
	const named = last ? unitsApart(issue, ["acceptance"], asOf) : NONE;
	return named.length > 0 ? named : [officeOf(issue, tier)];
}

/** The verdict of the tier that has it on the desk, and the check on the spot that it rests on. */
function accepting(issue: Issue, at: InTrayAt): InTrayDraft[] {
	const state = closeOutOf(issue);
	const { acceptances } = state;
	const atTier = tierAtDesk(issue, at.rules);
	if (atTier === null) return [];
	const last = acceptances.at(-1);
	const parties = acceptors(issue, atTier, at);
	const name = vocab.tier[atTier];
	if (issue.lifecycle === "supplementing") {
		const due = last?.supplementsDueOn ?? null;
		if (due === null || at.asOf <= due) return [];
		const reason = say(
			`补充完善的期限${day(due).zh}已过，应作出结论`,
			`The supplements were due by ${day(due).en}: decide on it`,
		);
		return parties.map((whose) => ({ kind: "accept", whose, due, reason, rule: "ACC-10" }));
	}
	const since = onDeskSince(state);
	const due = since === null ? null : workingDays(since, paramsOf(at.rules).number(VERIFY[atTier]), at);
	const reason = say(`由${name.zh}出具验收意见`, `It is before the ${name.en} for its verdict`);
	const unseen = latestCheck(state) === undefined;
	return parties.flatMap((whose) => [
		{ kind: "accept" as const, whose, due, reason, rule: "ACC-09" },
		...(unseen
			? [
					{
						kind: "siteCheck" as const,
						whose,
						due,
						reason: say("自查之后还没有现场核查", "Nobody has looked on the spot since the self-check"),
						rule: "ACC-06",
					},
				]
			: []),
	]);
}

/** The experts who still have to speak, or the body that still has to discuss it: the last tier sees to it (ACC-11). */
function panel(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const state = closeOutOf(issue);
	const gap = panelGap(state, paramsOf(at.rules).number("experts"));
	const last = acceptanceTiers(issue, at.rules).at(-1);
	const desk = tierAtDesk(issue, at.rules) ?? last;
	if (gap === null || desk === undefined || desk !== last) return NONE;
	const kind = state.application?.kind === "nonWorks" ? "discussion" : "expertOpinion";
	return acceptors(issue, desk, at).map((whose) => ({ kind, whose, reason: gap.message, rule: "ACC-11" }));
}

/** Every expert of the panel who has not spoken in this attempt: his opinion is his own to give (ACC-11). */
function ownOpinions(issue: Issue, { asOf }: InTrayAt): readonly InTrayDraft[] {
	const state = closeOutOf(issue);
	if (state.application?.kind === "nonWorks") return NONE;
	const reason = say(
		"您是验收专家，请声明有无利害关系并提交意见",
		"You are one of the experts: declare whether you have an interest in it, and give your opinion",
	);
	return issue.assignments.flatMap((held): InTrayDraft[] => {
		const { role, personId, until } = held;
		if (role !== "expert" || personId === null || (until !== null && until <= asOf)) return [];
		if (ownOpinionOf(state, personId) !== undefined) return [];
		return [{ kind: "ownOpinion", whose: { kind: "person", personId }, reason, rule: "ACC-11" }];
	});
}

/** What the owner adds before the way out: the mechanism and the screening (CLO-04, CLO-05). */
function records(issue: Issue, { asOf }: InTrayAt): InTrayDraft[] {
	const { mechanisms, screening } = closeOutOf(issue);
	return leadsOf(issue, asOf).flatMap((whose): InTrayDraft[] => [
		...(mechanisms.some(({ inForce }) => inForce)
			? []
			: [
					{
						kind: "mechanism" as const,
						whose,
						reason: say("没有已生效的长效机制文件", "No mechanism in force is recorded"),
						rule: "CLO-04",
					},
				]),
		...(screening !== null
			? []
			: [
					{
						kind: "screening" as const,
						whose,
						reason: say("没有登记举一反三的排查结果", "No result of a screening is recorded"),
						rule: "CLO-05",
					},
				]),
	]);
}

/** The rule set's next step on the way out: the notice, or the next signature. */
function wayOut(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const step = nextStep(issue, at.rules);
	if (step !== "publicNotice" && step !== "signing") return NONE;
	if (runningNotice(closeOutOf(issue)) !== undefined || closeOutBlocks(issue, "closeOut", at).length > 0) {
		return NONE;
	}
	if (step === "signing") return signDrafts(issue, at);
	const reason = say("验收已通过，应发布销号公示", "It is accepted: the notice is to be published");
	return bodyOf(issue, at).map((whose) => ({ kind: "startNotice", whose, reason, rule: "PUB-01" }));
}

/** A notice that stands: objections to answer, and its end once the term is over. */
function noticed(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const notice = runningNotice(closeOutOf(issue));
	if (notice === undefined) return NONE;
	const open = openObjections(notice);
	if (open.length > 0) {
		const whose = officeOf(issue);
		return open.map(({ id, from, text, answerDueOn }) => ({
			kind: "answerObjection",
			part: id,
			whose,
			due: answerDueOn,
			reason: say(`${from}提出异议：${text}`, `${from} objects: ${text}`),
			rule: "PUB-03",
		}));
	}
	if (at.asOf <= notice.end) return NONE;
	const { zh, en } = day(notice.end);
	const reason = say(
		`公示已于${zh}期满，没有未答复的异议`,
		`The term was over on ${en}, and no objection is open`,
	);
	const due = addDays(notice.end, 1);
	return bodyOf(issue, at).map((whose) => ({ kind: "endNotice", whose, due, reason, rule: "PUB-01" }));
}

function filed(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const filing = closeOutOf(issue).filings.find(({ receipt }) => receipt === null);
	if (filing === undefined) {
		const reason = say("签字齐全，应报送备案", "It is signed and is to be filed with the tier above");
		return bodyOf(issue, at).map((whose) => ({ kind: "fileCloseOut", whose, reason, rule: "CLO-03" }));
	}
	const due = workingDays(filing.on, paramsOf(at.rules).number("filingWd"), at);
	const reason = say(
		`${day(filing.on).zh}报送备案（${filing.documentNumber}）`,
		`Filed on ${day(filing.on).en} (${filing.documentNumber})`,
	);
	return [{ kind: "receiveFiling", whose: officeAbove(issue), due, reason, rule: "CLO-03" }];
}

function supplements(issue: Issue, { asOf }: InTrayAt): readonly InTrayDraft[] {
	const last = closeOutOf(issue).acceptances.at(-1);
	const due = last?.supplementsDueOn ?? null;
	if (last === undefined || due === null || asOf > due) return NONE;
	const missing = last.supplements.map(({ text }) => text).join("；");
	const reason = say(`${vocab.tier[last.tier].zh}验收要求补充：${missing}`, `To be added: ${missing}`);
	return unitsWith(issue, ["lead"], asOf).map((whose) => ({
		kind: "supplements",
		whose,
		due,
		reason,
		rule: "ACC-10",
	}));
}

/** What is done beside the verdicts of the tiers, in any order, before the way out is open. */
const beside = (issue: Issue, at: InTrayAt): readonly InTrayDraft[] => [
	...panel(issue, at),
	...ownOpinions(issue, at),
	...gateDrafts(issue, at),
	...opinions(issue, at),
	...records(issue, at),
];

/** What the close-out of an issue, and what comes after it, asks of whom on a day. */
export function closeOutInTray(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	switch (issue.lifecycle) {
		case "inProgress":
			return [...checking(issue, at), ...lookingBack(issue, at)];
		case "selfChecked":
			return [...applying(issue, at), ...opinions(issue, at)];
		case "acceptance":
			return [...accepting(issue, at), ...beside(issue, at), ...wayOut(issue, at)];
		case "supplementing":
			return [...supplements(issue, at), ...accepting(issue, at), ...beside(issue, at)];
		case "publicNotice":
			return [...noticed(issue, at), ...wayOut(issue, at)];
		case "signing":
			return wayOut(issue, at);
		case "filing":
			return filed(issue, at);
		case "closed":
			return lookingBack(issue, at);
		default:
			return NONE;
	}
}
