import { z } from "zod";
import {
	ActorStamp,
	FindId,
	Instant,
	IsoDate,
	IssueId,
	RegionCode,
	ScreeningId,
	Tier,
	UnitId,
} from "../kernel/index.ts";

const words = z.string().trim().min(2).max(20_000);
const name = z.string().trim().min(1).max(200);
const stamped = { at: Instant, by: ActorStamp };

/** What kind of problem is looked for: a field of work where it has one, and words (一类问题). */
export const ProblemClass = z.object({
	/** A value of `IssueField`; text, because the issue's room builds on this one. */
	field: z.string().min(1).max(40).nullable(),
	words: z.string().trim().min(2).max(2000),
});
export type ProblemClass = z.infer<typeof ProblemClass>;

/** A place or a body that has to be screened. */
export const ScreeningTarget = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("area"), region: RegionCode }),
	z.object({ kind: z.literal("unit"), unitId: UnitId }),
]);
export type ScreeningTarget = z.infer<typeof ScreeningTarget>;

/** What a target is known by. */
export const targetKey = (target: ScreeningTarget): string =>
	target.kind === "area" ? `area:${target.region}` : `unit:${target.unitId}`;

/** One look at a target: nothing found, or so many. */
export const ScreeningRecord = z.object({
	on: IsoDate,
	text: words,
	found: z.int().min(0),
	...stamped,
});
export type ScreeningRecord = z.infer<typeof ScreeningRecord>;

/** A target with all that is known of it. */
export const Coverage = z.object({
	target: ScreeningTarget,
	/** Where it lies: the area itself, or the region of the unit. */
	region: RegionCode,
	records: z.array(ScreeningRecord).max(100),
	waived: z.object({ reason: words, ...stamped }).nullable(),
});
export type Coverage = z.infer<typeof Coverage>;

/** Something that was found. Open until it has become an issue or turned out to be none of the kind. */
export const Found = z.object({
	id: FindId,
	/** `targetKey` of where it was found. */
	target: z.string().max(60),
	text: words,
	...stamped,
	opened: z.object({ issueId: IssueId, ...stamped }).nullable(),
	dismissed: z.object({ reason: words, ...stamped }).nullable(),
});
export type Found = z.infer<typeof Found>;

/** The rule that came out of it (一套制度, M56). */
export const Institution = z.object({
	document: words,
	issuer: name,
	on: IsoDate,
	inForce: z.boolean(),
	...stamped,
});
export type Institution = z.infer<typeof Institution>;

export const ScreeningState = z.enum(["running", "closed", "cancelled"]);
export type ScreeningState = z.infer<typeof ScreeningState>;

/** A sweep for similar problems (举一反三): from one issue over its class to what else there is. */
export const Screening = z.object({
	id: ScreeningId,
	version: z.int().min(1),
	/** The issue that it started from, where that lies, and the tier of its list. */
	issueId: IssueId,
	region: RegionCode,
	tier: Tier,
	problem: ProblemClass,
	leadUnitId: UnitId,
	/** By when; the first day that was set is never lost. */
	dueOn: IsoDate,
	originalDueOn: IsoDate,
	coverage: z.array(Coverage).min(1),
	found: z.array(Found),
	institutions: z.array(Institution),
	state: ScreeningState,
	started: z.object(stamped),
	changes: z.array(z.object({ reason: words, dueFrom: IsoDate, dueTo: IsoDate, ...stamped })),
	closing: z
		.object({
			summary: words,
			on: IsoDate,
			/** Why there is no institution document, where there is none. */
			noInstitutionReason: words.nullable(),
			...stamped,
		})
		.nullable(),
	cancelled: z.object({ reason: words, ...stamped }).nullable(),
	updatedAt: Instant,
});
export interface Screening extends z.infer<typeof Screening> {}
