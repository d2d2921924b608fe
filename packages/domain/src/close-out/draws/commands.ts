import { z } from "zod";
import { DrawId, IsoDate, IssueId, LookBackId, RegionCode, UnitId } from "../../kernel/index.ts";
import { LookBack } from "../closing-after.ts";
import { SeedBasis, SeedText } from "./schema.ts";

const words = z.string().trim().min(2).max(20_000);

/** Opens a draw: of what region and period, and where its seed will come from. The method is written down with it. */
export const OpenDraw = z.object({
	type: z.literal("openDraw"),
	drawId: DrawId,
	region: RegionCode,
	from: IsoDate,
	to: IsoDate,
	basis: SeedBasis,
});

/** Freezes what is drawn from. With a declared seed nothing is left to choose: it is drawn in the same step. */
export const FreezeFrame = z.object({ type: z.literal("freezeFrame") });

/** Draws with the number that was published. */
export const DrawLookBacks = z.object({ type: z.literal("drawLookBacks"), seed: SeedText });

/** Names who looks at drawn issues; a later naming takes the place of an earlier one. */
export const AssignChecker = z.object({
	type: z.literal("assignChecker"),
	issueIds: z.array(IssueId).min(1).max(500),
	unitId: UnitId,
	name: z.string().trim().min(1).max(200).nullable(),
	dueOn: IsoDate.nullable(),
});

/** Records what the look-back of a drawn issue found, here and on the issue at once. */
export const RecordDrawn = z.object({
	type: z.literal("recordDrawn"),
	issueId: IssueId,
	lookBack: LookBack.omit({ at: true, by: true, occasion: true }),
});

/** Takes in a look-back that was recorded on the issue's own page since the draw. */
export const LinkLookBack = z.object({
	type: z.literal("linkLookBack"),
	issueId: IssueId,
	lookBackId: LookBackId,
});

/** Leaves a drawn issue out, with a reason. */
export const WaiveDrawn = z.object({ type: z.literal("waiveDrawn"), issueId: IssueId, reason: words });

/** Ends the draw with what came of it. */
export const CloseDraw = z.object({ type: z.literal("closeDraw"), summary: words });

/** Gives up a draw from which nothing was drawn. It stays in the journal. */
export const CancelDraw = z.object({ type: z.literal("cancelDraw"), reason: words });

export const DrawCommand = z.discriminatedUnion("type", [
	OpenDraw,
	FreezeFrame,
	DrawLookBacks,
	AssignChecker,
	RecordDrawn,
	LinkLookBack,
	WaiveDrawn,
	CloseDraw,
	CancelDraw,
]);
export type DrawCommand = z.infer<typeof DrawCommand>;
export type DrawVerb = DrawCommand["type"];
