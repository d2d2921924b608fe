import { z } from "zod";
import { FindId, IsoDate, IssueId, RegionCode, ScreeningId, UnitId } from "../kernel/index.ts";
import { Institution, ProblemClass, ScreeningTarget } from "./schema.ts";

const words = z.string().trim().min(2).max(20_000);
const areas = z.array(RegionCode).max(500);
const unitIds = z.array(UnitId).max(2000);

/** Starts a sweep from an issue: its class, where it is looked for, by when, and who leads. */
export const StartScreening = z.object({
	type: z.literal("startScreening"),
	screeningId: ScreeningId,
	issueId: IssueId,
	problem: ProblemClass,
	areas,
	unitIds,
	dueOn: IsoDate,
	leadUnitId: UnitId,
});

/** Adds areas or units, moves the day or hands the lead over, with a reason. What is there stays there. */
export const AmendScreening = z.object({
	type: z.literal("amendScreening"),
	areas,
	unitIds,
	dueOn: IsoDate.nullable(),
	leadUnitId: UnitId.nullable(),
	reason: words,
});

/** Records what a look at one area or unit found: nothing, or these. */
export const RecordScreened = z.object({
	type: z.literal("recordScreened"),
	target: ScreeningTarget,
	on: IsoDate,
	text: words,
	found: z.array(z.object({ id: FindId, text: words })).max(200),
});

/** Leaves an area or unit out, with a reason. */
export const WaiveTarget = z.object({
	type: z.literal("waiveTarget"),
	target: ScreeningTarget,
	reason: words,
});

/** A found item has become an issue of the ledger, found by self-check. */
export const OpenFound = z.object({ type: z.literal("openFound"), findId: FindId, issueId: IssueId });

/** A found item turned out to be none of the kind, or to be on the ledger already. */
export const DismissFound = z.object({
	type: z.literal("dismissFound"),
	findId: FindId,
	reason: words,
});

/** The rule that came out of the sweep. */
export const ProduceInstitution = z.object({
	type: z.literal("produceInstitution"),
	institution: Institution.omit({ at: true, by: true }),
});

/** Ends the sweep; its result goes to the issue (CLO-05). */
export const CloseScreening = z.object({
	type: z.literal("closeScreening"),
	summary: words,
	/** Why the targets that are left are left out; null where all are covered. */
	waiveRestReason: words.nullable(),
	noInstitutionReason: words.nullable(),
});

/** Gives up a sweep that should not have been started. It stays in the journal. */
export const CancelScreening = z.object({ type: z.literal("cancelScreening"), reason: words });

export const ScreeningCommand = z.discriminatedUnion("type", [
	StartScreening,
	AmendScreening,
	RecordScreened,
	WaiveTarget,
	OpenFound,
	DismissFound,
	ProduceInstitution,
	CloseScreening,
	CancelScreening,
]);
export type ScreeningCommand = z.infer<typeof ScreeningCommand>;
export type ScreeningVerb = ScreeningCommand["type"];
