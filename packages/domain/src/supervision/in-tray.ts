import {
	groupOf,
	type InTrayAt,
	type InTrayDraft,
	type InTrayParty,
	leadsOf,
	officeOf,
	unitsWith,
} from "../in-tray/index.ts";
import type { Issue } from "../issues/index.ts";
import { type Bilingual, ENDED_STATES, say } from "../kernel/index.ts";
import { keptPhrases, type RuleId } from "../rules/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import { pendingContest, supervisionOf } from "./content.ts";
import { type Instrument, type InstrumentKind, needsApproval } from "./instrument.ts";
import { ladderProposals } from "./ladder.ts";
import type { Exposure } from "./schema.ts";

const NONE: readonly never[] = [];

/** A light that is on, as it was journalled: what lit it and since when. */
function light(issue: Issue, { asOf }: InTrayAt): readonly InTrayDraft[] {
	const { light: shown, changes } = supervisionOf(issue);
	if (shown !== "yellow" && shown !== "red") return NONE;
	const last = changes.findLast(({ to }) => to === shown);
	const [first] = last?.reasons ?? [];
	const label = caseVocab.light[shown];
	const on = last === undefined ? null : last.on;
	const [zh, en] = on === null ? ["", ""] : [formatDate(on, "zh-CN"), ` on ${formatDate(on, "en")}`];
	const because = (last?.reasons ?? []).map(({ message }) => message);
	const reason = say(
		`${zh}亮“${label.zh}”：${because.map((message) => message.zh).join("；")}`,
		`“${label.en}” since it was judged${en}: ${because.map((message) => message.en).join("; ")}`,
	);
	return leadsOf(issue, asOf).map((whose) => ({
		kind: "light",
		whose,
		reason,
		rule: first?.rule ?? "WRN-02",
	}));
}

/** Whether the units have written down what they did about it since it was recorded. */
const isAnswered = ({ progress }: Issue, { at }: Exposure): boolean =>
	progress !== undefined &&
	(progress.work.some((entry) => entry.kind === "work" && entry.at > at) ||
		progress.reports.some((report) => report.returned === null && report.at > at));

/**
 * A circular or an exposure that nobody has settled: the lead units say what they did about it, then the office looks
 * and settles it. Where nobody leads, the office has it from the start.
 */
function exposures(issue: Issue, { asOf }: InTrayAt): readonly InTrayDraft[] {
	const leads = leadsOf(issue, asOf);
	return supervisionOf(issue).exposures.flatMap((exposure): InTrayDraft[] => {
		const { id: part, kind, level, document, on, settled } = exposure;
		if (settled !== null) return [];
		const [label, from] = [caseVocab.exposureKind[kind], caseVocab.exposureLevel[level]];
		const zh = `${formatDate(on, "zh-CN")}被${from.zh}${label.zh}（${document}）`;
		const en = `${label.en}, ${from.en.toLowerCase()}, ${formatDate(on, "en")} (${document})`;
		const rule = level === "central" || level === "province" ? "WRN-03" : null;
		if (leads.length > 0 && !isAnswered(issue, exposure)) {
			const reason = say(`${zh}，应整改并记录整改情况`, `${en}: put it right and write down what was done`);
			return leads.map((whose) => ({ kind: "exposure", part, whose, reason, rule }));
		}
		const reason = say(`${zh}，应核实整改情况后核销`, `${en}: look at what was done, then settle it`);
		return [{ kind: "settleExposure", part, whose: officeOf(issue), reason, rule }];
	});
}

function contest(issue: Issue): readonly InTrayDraft[] {
	const pending = pendingContest(issue);
	if (pending === undefined) return NONE;
	const { id, by, against, reason } = pending;
	const shown = caseVocab.light[against];
	return [
		{
			kind: "decideContest",
			part: id,
			whose: officeOf(issue),
			reason: say(
				`${by.name}对“${shown.zh}”提出申诉：${reason}`,
				`${by.name} objects to “${shown.en}”: ${reason}`,
			),
			rule: "WRN-05",
		},
	];
}

/** The side that handles an instrument: the office that drafted it, or the one that keeps the issue's list. */
function handlerOf(issue: Issue, { draftedBy, region }: Instrument): InTrayParty {
	const { role, region: from } = draftedBy;
	if (role === "discipline") return { kind: "office", role, region: from ?? region };
	const isOffice = role === "provOffice" || role === "cityOffice" || role === "countyOffice";
	return isOffice && from !== null ? { kind: "office", role, region: from } : officeOf(issue);
}

/** The leading group beside the office that handles an instrument. */
function groupBeside(issue: Issue, handler: InTrayParty): InTrayParty {
	return handler.kind === "office" ? { ...handler, role: "leadingGroup" } : groupOf(issue);
}

/** What it is called in a reason: its kind and number, or its title. */
function nameOf({ kind, documentNumber, title }: Instrument): Bilingual {
	const label = caseVocab.instrumentKind[kind];
	const of = documentNumber ?? title;
	return say(`${label.zh}“${of}”`, `${label.en} “${of}”`);
}

const told = (name: Bilingual, zh: string, en: string): Bilingual =>
	say(`${name.zh}${zh}`, `${name.en} ${en}`);

/** What the addressed units still have to do. */
function addressed(instrument: Instrument, name: Bilingual): InTrayDraft[] {
	const { state, acknowledged, addresseeUnitIds, replyDueOn, replies, kind, talk, id: part } = instrument;
	const waiting = addresseeUnitIds.filter((unit) => !acknowledged.some(({ unitId }) => unitId === unit));
	const receipt = state === "issued" || state === "acknowledged" || state === "held" || state === "minuted";
	const talked = kind !== "admonitoryTalk" || (talk !== null && talk.minutes !== null);
	const answerable =
		state === "issued" || state === "acknowledged" || state === "minuted" || state === "replied";
	// Of several addressed units each one answers; what one of them said is none of the others' reply.
	const silent = addresseeUnitIds.filter(
		(unit) => !replies.some(({ by, verification }) => verification === null && by.unitId === unit),
	);
	const asked = kind !== "listedSupervision" && replyDueOn !== null;
	const rejected = state === "acknowledged" ? (replies.at(-1)?.verification ?? null) : null;
	const reason =
		rejected?.verdict === "rejected"
			? told(name, `的回复未获认可：${rejected.reason}`, `: the reply was not accepted: ${rejected.reason}`)
			: told(name, "须书面回复", "is to be answered in writing");
	return [
		...(receipt ? waiting : []).map(
			(unitId): InTrayDraft => ({
				kind: "acknowledgeInstrument",
				part,
				whose: { kind: "unit", unitId },
				reason: told(name, "已送达，应予签收", "was sent and is to be acknowledged"),
				rule: "SUP-04",
			}),
		),
		...(answerable && asked && talked ? silent : []).map(
			(unitId): InTrayDraft => ({
				kind: "replyInstrument",
				part,
				whose: { kind: "unit", unitId },
				due: replyDueOn,
				reason,
				rule: "SUP-04",
			}),
		),
	];
}

/** Who takes a listing off the list: the side that handles it, or where that has pre-accepted it, its leading group. */
function unlister(issue: Issue, { listing: listed }: Instrument, handler: InTrayParty): InTrayParty {
	const by = listed?.preAccepted?.by;
	const same = handler.kind === "office" && handler.role === by?.role && handler.region === by.region;
	return same ? groupBeside(issue, handler) : handler;
}

/** What the side that handles it does next. */
function handled(issue: Issue, instrument: Instrument, name: Bilingual): InTrayDraft[] {
	const { kind, state, talk, id: part } = instrument;
	const whose = handlerOf(issue, instrument);
	const one = (draft: Omit<InTrayDraft, "part" | "whose">, by: InTrayParty = whose): InTrayDraft[] => [
		{ ...draft, part, whose: by },
	];
	switch (state) {
		case "drafted":
			return needsApproval(kind)
				? one(
						{
							kind: "approveInstrument",
							reason: told(name, "待领导小组批准", "waits for the leading group"),
						},
						groupBeside(issue, whose),
					)
				: one({
						kind: "issueInstrument",
						reason: told(name, "已拟稿，须由具名人员制发", "is drafted; a named person issues it"),
						rule: "RSP-03",
					});
		case "approved":
			return one({
				kind: "issueInstrument",
				reason: told(name, "已批准，须由具名人员制发", "is approved; a named person issues it"),
				rule: "RSP-03",
			});
		case "issued":
		case "acknowledged":
			return kind === "admonitoryTalk" && talk?.heldOn == null
				? one({ kind: "holdTalk", reason: told(name, "尚未进行", "has not been held yet") })
				: [];
		case "held":
			return one({ kind: "minuteTalk", reason: told(name, "须形成纪要", "is to be minuted") });
		case "replied":
			return one({
				kind: "verifyReply",
				reason: told(name, "已收到回复", "was answered"),
				rule: "SUP-05",
			});
		case "verified":
			return one({
				kind: "liftInstrument",
				reason: told(name, "回复已核实", ": its reply was verified"),
				rule: "SUP-05",
			});
		case "preAccepted":
			return one(
				{ kind: "unlist", reason: told(name, "已预验收", "is pre-accepted"), rule: "SUP-06" },
				unlister(issue, instrument, whose),
			);
		default:
			return [];
	}
}

/** A listing: its limit for those who are listed, and for the side that lifts it. */
function listing(issue: Issue, instrument: Instrument, name: Bilingual, at: InTrayAt): InTrayDraft[] {
	const { listing: listed, state, id: part, addresseeUnitIds } = instrument;
	if (listed === null || (state !== "issued" && state !== "acknowledged")) return [];
	const due = listed.limitOn;
	const [zh, en] = [formatDate(due, "zh-CN"), formatDate(due, "en")];
	const working = unitsWith(issue, ["lead", "responsible"], at.asOf).filter(
		(party) => party.kind === "unit" && addresseeUnitIds.includes(party.unitId),
	);
	const reason = told(name, `须在${zh}前整改到位`, `asks for it to be put right by ${en}`);
	return [
		...working.map((whose): InTrayDraft => ({ kind: "listed", part, whose, due, reason, rule: "SUP-06" })),
		{
			kind: "preAcceptListing",
			part,
			whose: handlerOf(issue, instrument),
			due,
			reason: told(name, `期限为${zh}，应核查并预验收`, `runs until ${en}: look at it and pre-accept it`),
			rule: "SUP-06",
		},
	];
}

/**
 * Why the ladder proposes something, without the days and figures of the moment: an item says the same from day to day, or
 * every night would rewrite it. The page of the issue has the figures.
 */
const TRIGGERS: Readonly<Partial<Record<RuleId, Bilingual>>> = {
	"WRN-02": say("黄牌预警", "a yellow light"),
	"WRN-03": say("红牌预警", "a red light"),
	"DL-03": say("立行立改事项未完成", "what was to be put right at once is open"),
	"DL-04": say("长期坚持效果减弱", "its lasting effect has weakened"),
	"SUP-01": say("逾期或进度滞后", "it is overdue or behind schedule"),
	"SUP-02": say("多次黄牌", "yellow more than once"),
	"SUP-03": say("红灯须约谈", "red asks for a talk"),
	"SUP-08": say("同一问题再次督办，提级办理", "again on the same issue: raised a level"),
	"SUP-09": say("前一督办逾期未回复", "the instrument before was not answered in time"),
	"ANTI-02": say("虚假或表面整改", "false or surface rectification"),
	"LB-04": say("销号后反弹", "it came back after its close-out"),
	"LB-08": say("多次反弹", "it came back more than once"),
};

const kept = keptPhrases();
const proposed = (kind: InstrumentKind, rules: readonly RuleId[]): Bilingual =>
	kept(`${kind} ${rules.join(" ")}`, () => {
		const label = caseVocab.instrumentKind[kind];
		const why = rules.map((rule) => TRIGGERS[rule] ?? say(rule, rule));
		return say(
			`建议制发${label.zh}：${why.map(({ zh }) => zh).join("；")}`,
			`The ladder proposes: ${label.en}. Why: ${why.map(({ en }) => en).join("; ")}`,
		);
	});

/** What the ladder proposes: somebody drafts it or leaves it, nothing goes out by itself (RSP-03). */
function proposals(issue: Issue, instruments: readonly Instrument[], at: InTrayAt): readonly InTrayDraft[] {
	const all = ladderProposals(issue, instruments, at.rules, at.calendar, at.asOf);
	if (all.length === 0) return NONE;
	return all.map(({ kind, reasons }) => {
		const rules = [...new Set(reasons.map(({ rule }) => rule))];
		const reason = proposed(kind, rules);
		return { kind: "proposal", part: kind, whose: officeOf(issue), reason, rule: rules[0] ?? null };
	});
}

/** What supervision asks of whom on a day: lights, contests, instruments and what the ladder proposes. */
export function supervisionInTray(
	issue: Issue,
	instruments: readonly Instrument[],
	at: InTrayAt,
): readonly InTrayDraft[] {
	if (ENDED_STATES.some((state) => state === issue.lifecycle)) return NONE;
	const next = proposals(issue, instruments, at);
	const quiet = issue.supervision === undefined && instruments.length === 0;
	if (quiet) return next;
	return [
		...light(issue, at),
		...contest(issue),
		...exposures(issue, at),
		...instruments.flatMap((instrument) => {
			const name = nameOf(instrument);
			return [
				...addressed(instrument, name),
				...handled(issue, instrument, name),
				...listing(issue, instrument, name, at),
			];
		}),
		...next,
	];
}
