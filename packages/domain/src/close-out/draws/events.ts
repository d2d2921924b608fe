import { z } from "zod";
import { ActorStamp, DrawId, Instant, IsoDate, IssueId, RegionCode } from "../../kernel/index.ts";
import { Draw, DrawChecker, DrawMethod, DrawnItem, FrameItem, SeedBasis, SeedText } from "./schema.ts";

const stamped = { at: Instant, by: ActorStamp };

/** What happened to a draw, as journalled. The frame stands in the journal whole, so that anybody can draw again. */
export const DrawEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("drawOpened"),
		...stamped,
		drawId: DrawId,
		region: RegionCode,
		from: IsoDate,
		to: IsoDate,
		basis: SeedBasis,
		method: DrawMethod,
	}),
	z.object({
		type: z.literal("frameFrozen"),
		...stamped,
		/** In the order of the ids. */
		items: z.array(FrameItem).min(1),
		sha256: z.string(),
	}),
	z.object({
		type: z.literal("sampleDrawn"),
		...stamped,
		seed: SeedText,
		strata: Draw.shape.strata,
		items: z.array(DrawnItem.omit({ checker: true, result: true, waived: true })),
	}),
	z.object({
		type: z.literal("checkerAssigned"),
		at: Instant,
		issueIds: z.array(IssueId),
		checker: DrawChecker,
	}),
	z.object({
		type: z.literal("drawnChecked"),
		at: Instant,
		issueId: IssueId,
		result: DrawnItem.shape.result.unwrap(),
	}),
	z.object({ type: z.literal("drawnWaived"), ...stamped, issueId: IssueId, reason: z.string() }),
	z.object({ type: z.literal("drawClosed"), ...stamped, summary: z.string() }),
	z.object({ type: z.literal("drawCancelled"), ...stamped, reason: z.string() }),
]);
export type DrawEvent = z.infer<typeof DrawEvent>;
