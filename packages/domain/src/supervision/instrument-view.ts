import { z } from "zod";
import { JournalCursor } from "../journal/index.ts";
import {
	type Actor,
	type ActorStamp,
	Bilingual,
	Instant,
	InstrumentId,
	IsoDate,
	IssueId,
	isSameParty,
	Refusal,
	RegionCode,
	Role,
	UnitId,
} from "../kernel/index.ts";
import { RuleId } from "../rules/index.ts";
import { Instrument, InstrumentKind, InstrumentState } from "./instrument.ts";
import { InstrumentStage, isLate, stageOf } from "./instrument-stage.ts";
import { Light, LightReason } from "./schema.ts";

/** Roles that see drafts: they write, approve or oversee them. The others see what was issued, and their own. */
const INSIDERS: ReadonlySet<Role> = new Set<Role>([
	"provOffice",
	"cityOffice",
	"countyOffice",
	"leadingGroup",
	"discipline",
	"auditor",
]);

/** Whether somebody sees drafts of every side in its region. */
export const seesDrafts = (actor: Actor): boolean =>
	actor.kind === "system" || ("role" in actor && INSIDERS.has(actor.role));

/** Whether an instrument ever went out. */
export const wasIssued = ({ issued }: Pick<Instrument, "issued">): boolean => issued !== null;

/** Whether somebody who sees the issue sees an instrument on it: drafts are no business of the addressed side. */
export const maySeeInstrument = (
	instrument: Pick<Instrument, "issued" | "draftedBy">,
	actor: Actor,
	stamp: ActorStamp,
): boolean => wasIssued(instrument) || seesDrafts(actor) || isSameParty(instrument.draftedBy, stamp);

const named = z.object({ id: UnitId, name: z.string() });

/** One line of the list of instruments. */
export const InstrumentRow = z.object({
	id: InstrumentId,
	version: z.int(),
	issueId: IssueId,
	/** The number of the issue on its own list. */
	issueNumber: z.string(),
	region: RegionCode,
	regionName: z.string(),
	kind: InstrumentKind,
	state: InstrumentState,
	title: z.string(),
	documentNumber: z.string().nullable(),
	addressees: z.array(named),
	issuedOn: IsoDate.nullable(),
	replyDueOn: IsoDate.nullable(),
	/** Of a listing: by when it has to be put right. */
	limitOn: IsoDate.nullable(),
	/** The reply is late, or the listing's limit has passed. */
	overdue: z.boolean(),
	/** Where it stands on the board. */
	stage: InstrumentStage,
	draftedAt: Instant,
});
export type InstrumentRow = z.infer<typeof InstrumentRow>;

/** Filters of the list. All given ones hold together. */
export const InstrumentFilter = z.object({
	/** `open`: not over yet; `overdueReply`: late today; left out for all. */
	view: z.enum(["open", "overdueReply"]).optional(),
	issueId: IssueId.optional(),
	/** Addressed to this unit. */
	unitId: UnitId.optional(),
	region: RegionCode.optional(),
	kinds: z.array(InstrumentKind).max(6).optional(),
	states: z.array(InstrumentState).max(13).optional(),
	/** Where it stands today. */
	stages: z.array(InstrumentStage).max(8).optional(),
});
export type InstrumentFilter = z.infer<typeof InstrumentFilter>;

export const InstrumentListQuery = z.object({
	filter: InstrumentFilter.default({}),
	cursor: z.string().max(600).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type InstrumentListQuery = z.infer<typeof InstrumentListQuery>;

/** A page of the list. */
export const InstrumentPage = z.object({
	items: z.array(InstrumentRow),
	nextCursor: z.string().nullable(),
	/** How many match: exact up to a bound, "at least" beyond it. */
	total: z.object({ count: z.int(), exact: z.boolean() }),
	asOf: IsoDate,
	/** Where the live stream continues from this page without a gap. */
	liveFrom: JournalCursor,
});
export type InstrumentPage = z.infer<typeof InstrumentPage>;

/** A live change: fronts replace the row, or drop it when `row` is null (not in the list any more). */
export const InstrumentChange = z.object({
	cursor: JournalCursor,
	instrumentId: InstrumentId,
	issueId: IssueId,
	version: z.int(),
	types: z.array(z.string()),
	by: z.string(),
	at: Instant,
	row: InstrumentRow.nullable(),
});
export type InstrumentChange = z.infer<typeof InstrumentChange>;

/** Everything about one instrument, with what may be done next. */
export const InstrumentDetail = z.object({
	row: InstrumentRow,
	instrument: Instrument,
	actions: z.array(
		z.object({
			verb: z.string(),
			label: Bilingual,
			allowed: z.boolean(),
			refusals: z.array(Refusal),
			warnings: z.array(Refusal),
		}),
	),
	asOf: IsoDate,
});
export interface InstrumentDetail extends z.infer<typeof InstrumentDetail> {}

/** A light with its colour in the rule set's palette, what lit it, and what puts it out. */
export const LightView = z.object({
	light: Light,
	colour: z.enum(["blue", "green", "yellow", "red"]).nullable(),
	reasons: z.array(z.object({ rule: RuleId, message: Bilingual, clears: Bilingual, who: z.array(Role) })),
	/** As it was last journalled, which may be of an earlier day. */
	recorded: Light,
});
export type LightView = z.infer<typeof LightView>;

/** A proposal of the ladder as pages show it. */
export const InstrumentProposalView = z.object({
	kind: InstrumentKind,
	rung: z.int(),
	reasons: z.array(LightReason),
	signer: Bilingual,
	replyDueOn: IsoDate.nullable(),
	skips: z.array(InstrumentKind),
	raises: z.array(z.string()),
	addresseeUnitIds: z.array(UnitId),
	follows: InstrumentId.nullable(),
});
export type InstrumentProposalView = z.infer<typeof InstrumentProposalView>;

/** The line of an instrument on a day. */
export const instrumentRow = (
	instrument: Instrument,
	names: {
		readonly region: string;
		/** The number of the issue on its list. */
		readonly issue: string;
		readonly unit: (id: UnitId) => string | undefined;
	},
	asOf: IsoDate,
): InstrumentRow => ({
	id: instrument.id,
	version: instrument.version,
	issueId: instrument.issueId,
	issueNumber: names.issue,
	region: instrument.region,
	regionName: names.region,
	kind: instrument.kind,
	state: instrument.state,
	title: instrument.title,
	documentNumber: instrument.documentNumber,
	addressees: instrument.addresseeUnitIds.map((id) => ({ id, name: names.unit(id) ?? id })),
	issuedOn: instrument.issued?.on ?? null,
	replyDueOn: instrument.replyDueOn,
	limitOn: instrument.listing?.limitOn ?? null,
	overdue: isLate(instrument, asOf),
	stage: stageOf(instrument, asOf),
	draftedAt: instrument.draftedAt,
});
