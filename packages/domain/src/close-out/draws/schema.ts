import { z } from "zod";
import {
	ActorStamp,
	DrawId,
	Instant,
	IsoDate,
	IssueId,
	LookBackId,
	RegionCode,
	UnitId,
} from "../../kernel/index.ts";
import { LookBackResult } from "../closing-after.ts";
import { SAMPLE_ALGORITHMS } from "../sample.ts";

const words = z.string().trim().min(2).max(20_000);
const stamped = { at: Instant, by: ActorStamp };
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the random choice hangs on. Any text: the same text always chooses the same. */
export const SeedText = z.string().trim().min(4).max(200);

/**
 * Where the seed comes from. Either it is written down before anybody can know what it will choose from, or it is a number
 * that somebody else publishes on a named day after the frame was frozen (LB-03).
 */
export const SeedBasis = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("declared"), text: SeedText }),
	z.object({
		kind: z.literal("public"),
		/** Which number it will be, so that anybody can look it up. */
		source: words,
		publishedOn: IsoDate,
	}),
]);
export type SeedBasis = z.infer<typeof SeedBasis>;

/** How is drawn, written down when the draw is opened: later changes of the rule set do not touch it. */
export const DrawMethod = z.object({
	/** Which `drawWith` draws by. */
	algorithm: z.enum(SAMPLE_ALGORITHMS),
	ruleSet: z.string().min(1).max(60),
	ruleSetVersion: z.int().min(0),
	ratio: z.number().min(0).max(1),
	floor: z.int().min(0),
	alwaysKinds: z.array(z.string().max(40)).max(10),
	strata: z.array(z.string().max(40)).max(10),
});
export type DrawMethod = z.infer<typeof DrawMethod>;

/** One closed issue of the frame, with everything that the draw looks at. */
export const FrameItem = z.object({
	id: IssueId,
	number: z.string(),
	region: RegionCode,
	/** The unit that led the work; empty where none is known. */
	unit: z.union([UnitId, z.literal("")]),
	/** Its field of work; empty where none is known. */
	type: z.string(),
	kinds: z.array(z.enum(["key", "recurrent", "complaintRepeat"])),
	closedOn: IsoDate,
});
export type FrameItem = z.infer<typeof FrameItem>;

/** Who looks at a drawn issue: a unit that neither did the work nor accepted it. */
export const DrawChecker = z.object({
	unitId: UnitId,
	/** Who of it, where that is settled already. */
	name: z.string().trim().min(1).max(200).nullable(),
	dueOn: IsoDate.nullable(),
	...stamped,
});
export type DrawChecker = z.infer<typeof DrawChecker>;

/** A drawn issue and how far it is. */
export const DrawnItem = z.object({
	issueId: IssueId,
	number: z.string(),
	region: RegionCode,
	unit: FrameItem.shape.unit,
	type: z.string(),
	stratum: z.string(),
	/** `always` where its kind is looked at whatever the draw says. */
	why: z.enum(["always", "drawn"]),
	checker: DrawChecker.nullable(),
	result: z.object({ lookBackId: LookBackId, result: LookBackResult, on: IsoDate, ...stamped }).nullable(),
	waived: z.object({ reason: words, ...stamped }).nullable(),
});
export type DrawnItem = z.infer<typeof DrawnItem>;

/** How many of a stratum there were, and how many were drawn. */
export const DrawStratum = z.object({ key: z.string(), size: z.int(), drawn: z.int() });
export type DrawStratum = z.infer<typeof DrawStratum>;

export const DrawState = z.enum(["opened", "frozen", "drawn", "closed", "cancelled"]);
export type DrawState = z.infer<typeof DrawState>;

/** A draw of closed issues that are looked at again (回头看抽查): of a region, for a period. */
export const Draw = z.object({
	id: DrawId,
	version: z.int().min(1),
	region: RegionCode,
	/** The days of close-out that it draws from, both included. */
	from: IsoDate,
	to: IsoDate,
	basis: SeedBasis,
	method: DrawMethod,
	opened: z.object(stamped),
	/** What is drawn from, by number and hash; the list itself is in the journal. */
	frame: z.object({ count: z.int().min(1), sha256: hash, ...stamped }).nullable(),
	/** The seed as it was used. */
	seed: z.object({ text: SeedText, ...stamped }).nullable(),
	strata: z.array(DrawStratum),
	items: z.array(DrawnItem),
	state: DrawState,
	closing: z.object({ summary: words, ...stamped }).nullable(),
	cancelled: z.object({ reason: words, ...stamped }).nullable(),
	updatedAt: Instant,
});
export interface Draw extends z.infer<typeof Draw> {}

/** How far a draw is. `drawn` = `checked` + `waived` + `open`. */
export const DrawProgress = z.object({
	drawn: z.int(),
	/** Of the open ones, those that somebody has been named for. */
	assigned: z.int(),
	checked: z.int(),
	waived: z.int(),
	open: z.int(),
	/** Checked and found not to have held. */
	problems: z.int(),
});
export type DrawProgress = z.infer<typeof DrawProgress>;

/** Whether a drawn issue still waits for its look-back. */
export const isOpenItem = ({ result, waived }: Pick<DrawnItem, "result" | "waived">): boolean =>
	result === null && waived === null;

/** Counts a draw. */
export function drawProgress({ items }: Pick<Draw, "items">): DrawProgress {
	const open = items.filter(isOpenItem);
	const checked = items.filter(({ result }) => result !== null);
	return {
		drawn: items.length,
		assigned: open.filter(({ checker }) => checker !== null).length,
		checked: checked.length,
		waived: items.filter(({ waived }) => waived !== null).length,
		open: open.length,
		problems: checked.filter(({ result }) => result?.result !== "held").length,
	};
}
