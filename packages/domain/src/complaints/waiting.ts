import { z } from "zod";
import type { SourceKind } from "../issues/index.ts";
import { addDays, type IsoDate } from "../kernel/index.ts";
import { boundParams, type ResolvedRules } from "../rules/index.ts";
import type { ComplaintElements } from "./schema.ts";

/**
 * What a complaint waits for, by what the published table says of it: that somebody finds out whether it is true, that it is
 * answered, or that what was closed by stages is finished (CMP-06: stage-closed is no end).
 */
export const ComplaintWait = z.enum(["verify", "reply", "finish"]);
export type ComplaintWait = z.infer<typeof ComplaintWait>;

/** What it waits for; null for what is closed. A column that states nothing is still to be filled. */
export function waitOf({
	verdict,
	status,
}: Pick<ComplaintElements, "verdict" | "status">): ComplaintWait | null {
	if (status === "closed") return null;
	if (status === "stageClosed") return "finish";
	return verdict === null ? "verify" : "reply";
}

/** What central teams hand over; what a province's own teams do, and all that is local, has the province's days. */
const CENTRAL: ReadonlySet<SourceKind> = new Set(["centralInspection", "centralSpecial", "centralLookBack"]);

const paramsOf = boundParams(["complaintReplyDays", "complaintReplyDaysProvincial"]);

/**
 * By when a complaint is to be answered (CMP-01): so many calendar days after the day of its batch. Null for what is closed
 * by stages, whose own deadline stands in its text, and where no batch day is stated.
 */
export function complaintDueOn(
	wait: ComplaintWait,
	batchDay: IsoDate | null,
	kind: SourceKind,
	rules: ResolvedRules,
): IsoDate | null {
	if (wait === "finish" || batchDay === null) return null;
	const params = paramsOf(rules);
	const name = CENTRAL.has(kind) ? "complaintReplyDays" : "complaintReplyDaysProvincial";
	return addDays(batchDay, params.number(name));
}
