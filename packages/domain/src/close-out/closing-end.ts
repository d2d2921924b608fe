import { z } from "zod";
import { ActorStamp, EvidenceId, Instant, IsoDate, NoticeId, ObjectionId, Tier } from "../kernel/index.ts";
import { name, signed, words } from "./closing-parts.ts";

/** An objection to a notice: blocks until it is answered (PUB-03). */
export const Objection = z.object({
	id: ObjectionId,
	from: z.string().trim().min(1).max(200),
	text: words,
	on: IsoDate,
	/** The day by which it has to be answered. */
	answerDueOn: IsoDate,
	...signed,
	answer: z.object({ verdict: z.enum(["upheld", "dismissed"]), text: words, ...signed }).nullable(),
});
export type Objection = z.infer<typeof Objection>;

/** The public notice before close-out (PUB-01, PUB-02). */
export const PublicNotice = z.object({
	id: NoticeId,
	start: IsoDate,
	/** Computed by the rule set: length, unit, and whether the first day counts. The period is over after this day. */
	end: IsoDate,
	channel: words,
	contact: words,
	completion: words,
	...signed,
	objections: z.array(Objection).max(500),
	ended: z.object({ at: Instant, by: ActorStamp }).nullable(),
	/** Taken down because an objection was upheld. */
	stopped: z.object({ at: Instant, by: ActorStamp, reason: words }).nullable(),
});
export type PublicNotice = z.infer<typeof PublicNotice>;

/** Who signs a close-out, in the rule set's order (CLO-01). */
export const SignerRole = z.string().trim().min(1).max(60);
export const Signature = z.object({ signer: SignerRole, name, opinion: words.nullable(), ...signed });
export type Signature = z.infer<typeof Signature>;

/** The filing upward and what came of it (CLO-03). */
export const Filing = z.object({
	documentNumber: z.string().trim().min(1).max(80),
	on: IsoDate,
	/** The tier it goes to. */
	to: Tier,
	...signed,
	receipt: z
		.object({ verdict: z.enum(["accepted", "returned", "noted"]), reason: words.nullable(), ...signed })
		.nullable(),
});
export type Filing = z.infer<typeof Filing>;

/** The frozen archive (CLO-06): what was there at the end, by hash. */
export const Archive = z.object({
	at: Instant,
	/** Number of the journal entries up to and including the close-out. */
	version: z.int().min(1),
	files: z.array(z.object({ evidenceId: EvidenceId, name: z.string(), sha256: z.string() })).max(5000),
	/** SHA-256 over the canonical index. */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Archive = z.infer<typeof Archive>;
