import { z } from "zod";
import { withoutPersonalData } from "../complaints/index.ts";
import type { Issue } from "../issues/index.ts";
import { IsoDate, type ObjectionId, shanghaiDate } from "../kernel/index.ts";
import type { Objection } from "./closing-end.ts";
import { closeOutOf } from "./state.ts";

/** The length of a receipt number: 48 bits, which nobody guesses at the rate at which he may ask. */
const LENGTH = 12;

/** The number that the author of an objection is given (受理编号): the random end of its id. */
export const objectionNumberOf = (id: ObjectionId): string =>
	id.replaceAll("-", "").slice(-LENGTH).toUpperCase();

/** A receipt number as people write it: with or without groups, in whatever letters. */
export const ObjectionNumber = z
	.string()
	.max(60)
	.transform((text) =>
		text
			.normalize("NFKC")
			.replace(/[\s\-‐-―]/gu, "")
			.toUpperCase(),
	)
	.pipe(z.string().regex(/^[0-9A-F]{12}$/));
export type ObjectionNumber = z.infer<typeof ObjectionNumber>;

/** Where an objection stands: `dropped` where its issue left the ledger before it was answered. */
export const ObjectionStanding = z.enum(["waiting", "dismissed", "upheld", "dropped"]);
export type ObjectionStanding = z.infer<typeof ObjectionStanding>;

/**
 * What whoever has the number of an objection may read: how far it is, and what the office answered. Neither what was
 * objected, nor by whom, nor who answered; numbers of people in the answer are masked (CMP-08).
 */
export const PublicObjectionAnswer = z.object({
	number: z.string(),
	regionName: z.string(),
	/** The day on which it came in. */
	on: IsoDate,
	answerDueOn: IsoDate,
	standing: ObjectionStanding,
	/** The answer is overdue. */
	late: z.boolean(),
	answer: z.object({ on: IsoDate, text: z.string() }).nullable(),
	asOf: IsoDate,
});
export type PublicObjectionAnswer = z.infer<typeof PublicObjectionAnswer>;

/** An objection of an issue by its id, of whatever attempt. */
export function objectionOf(issue: Pick<Issue, "closeOut">, id: ObjectionId): Objection | undefined {
	const state = closeOutOf(issue);
	return [...state.earlier, state]
		.flatMap(({ notices }) => notices.flatMap(({ objections }) => objections))
		.find((held) => held.id === id);
}

const LEFT: ReadonlySet<Issue["lifecycle"]> = new Set(["merged", "carriedOver", "withdrawn"]);

/** The answer to an objection as its author reads it on a day; null where the issue has no such objection. */
export function publicAnswer(
	issue: Pick<Issue, "closeOut" | "lifecycle">,
	id: ObjectionId,
	regionName: string,
	asOf: IsoDate,
): PublicObjectionAnswer | null {
	const held = objectionOf(issue, id);
	if (held === undefined) return null;
	const { on, answerDueOn, answer } = held;
	const standing = answer?.verdict ?? (LEFT.has(issue.lifecycle) ? "dropped" : "waiting");
	return {
		number: objectionNumberOf(id),
		regionName,
		on,
		answerDueOn,
		standing,
		late: standing === "waiting" && asOf > answerDueOn,
		answer: answer === null ? null : { on: shanghaiDate(answer.at), text: withoutPersonalData(answer.text) },
		asOf,
	};
}
