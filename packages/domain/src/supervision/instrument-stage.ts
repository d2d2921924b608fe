import { z } from "zod";
import { IsoDate } from "../kernel/index.ts";
import { type Instrument, type InstrumentState, isReplyOverdue, needsApproval } from "./instrument.ts";

/**
 * For whose step an instrument waits on a day: where it stands on the board. Every instrument is in exactly one stage.
 * `late` is whatever its reply, report or limit is waited for beyond its day.
 */
export const InstrumentStage = z.enum([
	"toApprove",
	"toIssue",
	"toAcknowledge",
	"toReply",
	"late",
	"toVerify",
	"toLift",
	"over",
]);
export type InstrumentStage = z.infer<typeof InstrumentStage>;

/** What a stage follows from. */
export type StagedInstrument = Pick<Instrument, "kind" | "state" | "replyDueOn" | "listing">;

const OF_STATE: Readonly<Record<InstrumentState, InstrumentStage>> = {
	drafted: "toIssue",
	approved: "toIssue",
	issued: "toAcknowledge",
	acknowledged: "toReply",
	held: "toReply",
	minuted: "toReply",
	replied: "toVerify",
	preAccepted: "toLift",
	verified: "toLift",
	lifted: "over",
	failed: "over",
	escalated: "over",
	discarded: "over",
};

/** Whether it is late on a day: its reply, or as a listing what it names. */
export const isLate = (instrument: StagedInstrument, asOf: IsoDate): boolean => {
	if (isReplyOverdue(instrument, asOf)) return true;
	const { listing, state } = instrument;
	return listing !== null && listing.limitOn < asOf && (state === "issued" || state === "acknowledged");
};

/** The day on which it becomes late unless something happens; null where nothing is waited for. */
export function waitsUntil({ state, replyDueOn, listing }: StagedInstrument): IsoDate | null {
	if (listing !== null) return state === "issued" || state === "acknowledged" ? listing.limitOn : null;
	return isReplyOverdue({ state, replyDueOn }, LAST_DAY) ? replyDueOn : null;
}
const LAST_DAY = IsoDate.parse("9999-12-31");

/** The stage of an instrument on a day. */
export function stageOf(instrument: StagedInstrument, asOf: IsoDate): InstrumentStage {
	const { kind, state, replyDueOn } = instrument;
	if (isLate(instrument, asOf)) return "late";
	if (state === "drafted" && needsApproval(kind)) return "toApprove";
	// A circular that nobody has to answer is done with once it arrived.
	if (state === "acknowledged" && kind === "circular" && replyDueOn === null) return "toLift";
	return OF_STATE[state];
}
