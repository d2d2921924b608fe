import type { EventDescription } from "../journal/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import { REFERRAL_FIELDS } from "./decide.ts";
import type { ReferralEvent } from "./events.ts";
import type { ReferralContent } from "./schema.ts";

type Field = keyof ReferralContent;

function fieldText(key: Field, values: Partial<ReferralContent>): string | null {
	switch (key) {
		case "title":
		case "facts":
			return values[key] ?? null;
		case "failedOn":
			return values.failedOn === undefined ? null : formatDate(values.failedOn, "zh-CN");
		case "failureMode":
			return values.failureMode === undefined ? null : caseVocab.failureMode[values.failureMode].zh;
		case "fraudKind":
			return values.fraudKind == null ? null : caseVocab.fraudKind[values.fraudKind].zh;
		case "documents":
			return (values.documents ?? []).join("、") || null;
		case "subjects":
			return (values.subjects ?? []).map(({ name, title }) => title ?? name ?? "").join("、") || null;
		case "issueIds":
		case "evidence":
		case "instrumentIds":
			return `${(values[key] ?? []).length}`;
		case "faultTolerance": {
			const { inexperience, exploration, goodIntent } = values.faultTolerance ?? {};
			return [inexperience, exploration, goodIntent].flatMap((of) => of?.reason ?? []).join("；") || null;
		}
	}
}

const changesOf = (event: ReferralEvent): EventDescription["changes"] =>
	event.type !== "referralAmended"
		? []
		: REFERRAL_FIELDS.filter((key) => event.to[key] !== undefined).map((field) => ({
				field,
				label: caseVocab.referralField[field],
				from: fieldText(field, event.from),
				to: fieldText(field, event.to),
			}));

function summaryOf(event: ReferralEvent, changes: EventDescription["changes"]): Bilingual {
	switch (event.type) {
		case "referralDrafted":
			return say(`起草线索：${event.content.title}`, `Drafted: ${event.content.title}`);
		case "referralAmended":
			return say(
				`修改${changes.map(({ label }) => label.zh).join("、")}`,
				`Amended: ${changes.map(({ label }) => label.en.toLowerCase()).join(", ")}`,
			);
		case "referralSubmitted":
			return say("提交领导小组研究", "Submitted to the leading group");
		case "referralReturned":
			return say("领导小组退回补充", "Sent back by the leading group for more facts");
		case "referralReferred":
			return say(`${event.decision.decidedBy}决定移送`, `${event.decision.decidedBy} decided to refer it`);
		case "referralDeclined":
			return say(
				`${event.decision.decidedBy}决定不移送`,
				`${event.decision.decidedBy} decided not to refer it`,
			);
		case "referralReceived":
			return say(`${event.receipt.organ}受理`, `Taken on by ${event.receipt.organ}`);
		case "outcomeRecorded": {
			const { zh, en } = caseVocab.referralResult[event.conclusion.result];
			return say(`记录处理结果：${zh}`, `Outcome recorded: ${en}`);
		}
		case "appealRecorded":
			return say(`记录第${event.appeal.number}次申诉`, `Appeal ${event.appeal.number} recorded`);
		case "appealDecided": {
			const { zh, en } = caseVocab.appealVerdict[event.decision.verdict];
			return say(`第${event.number}次申诉：${zh}`, `Appeal ${event.number}: ${en}`);
		}
		case "referralWithdrawn":
			return say("撤回线索", "Taken back");
	}
}

function reasonOf(event: ReferralEvent): string | null {
	switch (event.type) {
		case "referralReturned":
		case "referralWithdrawn":
			return event.reason;
		case "referralReferred":
		case "referralDeclined":
		case "appealDecided":
			return event.decision.reason;
		case "outcomeRecorded":
			return event.conclusion.reason;
		case "appealRecorded":
			return event.appeal.grounds;
		default:
			return null;
	}
}

/** What an event says for the timeline, for those who may know of it (`CONFIDENTIAL` says of which not everybody). */
export function describeReferralEvent(event: ReferralEvent): EventDescription {
	const changes = changesOf(event);
	return { summary: summaryOf(event, changes), changes, reason: reasonOf(event), importId: null };
}
