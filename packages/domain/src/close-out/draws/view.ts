import { z } from "zod";
import { Bilingual, DrawId, IsoDate, IssueId, Refusal, RegionCode } from "../../kernel/index.ts";
import {
	Draw,
	DrawMethod,
	DrawnItem,
	DrawProgress,
	DrawState,
	drawProgress,
	FrameItem,
	isOpenItem,
	SeedBasis,
} from "./schema.ts";

export const DrawFilter = z.object({
	states: z.array(DrawState).min(1).max(5).optional(),
	region: RegionCode.optional(),
});
export type DrawFilter = z.infer<typeof DrawFilter>;

export const DrawListQuery = z.object({
	filter: DrawFilter.default({}),
	cursor: z.string().max(400).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type DrawListQuery = z.infer<typeof DrawListQuery>;

/** One line of the list; the latest period first. */
export const DrawRow = z.object({
	id: DrawId,
	version: z.int(),
	state: DrawState,
	region: RegionCode,
	regionName: z.string(),
	from: IsoDate,
	to: IsoDate,
	seedKind: z.enum(["declared", "public"]),
	/** How many it draws from; null before the frame is frozen. */
	frame: z.int().nullable(),
	progress: DrawProgress,
	/** Open ones whose day has passed. */
	late: z.int(),
});
export type DrawRow = z.infer<typeof DrawRow>;

export const DrawDetail = z.object({
	row: DrawRow,
	basis: SeedBasis,
	method: DrawMethod,
	opened: Draw.shape.opened,
	frame: Draw.shape.frame,
	seed: Draw.shape.seed,
	strata: z.array(Draw.shape.strata.element.extend({ unitName: z.string(), type: z.string() })),
	items: z.array(
		DrawnItem.extend({
			regionName: z.string(),
			unitName: z.string(),
			checkerName: z.string().nullable(),
			late: z.boolean(),
		}),
	),
	closing: Draw.shape.closing,
	cancelled: Draw.shape.cancelled,
	actions: z.array(
		z.object({ verb: z.string(), label: Bilingual, allowed: z.boolean(), refusals: z.array(Refusal) }),
	),
	asOf: IsoDate,
});
export interface DrawDetail extends z.infer<typeof DrawDetail> {}

/** Everything that a repetition of a draw takes, and what the server's own repetition shows. */
export const DrawRepeat = z.object({
	drawId: DrawId,
	method: DrawMethod,
	seed: z.string().nullable(),
	/** The hash as it was written down when the frame was frozen. */
	sha256: z.string(),
	items: z.array(FrameItem),
	drawn: z.array(IssueId),
	frameSame: z.boolean(),
	sampleSame: z.boolean().nullable(),
});
export interface DrawRepeat extends z.infer<typeof DrawRepeat> {}

/** Whether a drawn issue waits past the day on which it was to be checked. */
export const isLateItem = (item: DrawnItem, asOf: IsoDate): boolean =>
	isOpenItem(item) && item.checker?.dueOn != null && item.checker.dueOn < asOf;

/** The line of the list. */
export const drawRow = (draw: Draw, regionName: string, asOf: IsoDate): DrawRow => ({
	id: draw.id,
	version: draw.version,
	state: draw.state,
	region: draw.region,
	regionName,
	from: draw.from,
	to: draw.to,
	seedKind: draw.basis.kind,
	frame: draw.frame?.count ?? null,
	progress: drawProgress(draw),
	late: draw.state === "drawn" ? draw.items.filter((item) => isLateItem(item, asOf)).length : 0,
});
