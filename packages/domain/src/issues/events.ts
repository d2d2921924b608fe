import { z } from "zod";
import { AttachedNotice, CloseOutEvent } from "../close-out/index.ts";
import {
	ActorStamp,
	AssignmentId,
	ImportId,
	InspectionId,
	Instant,
	IsoDate,
	IssueId,
	MeasureId,
	NoticeId,
	RegionCode,
	SiteId,
	Tier,
} from "../kernel/index.ts";
import { PlanEvent } from "../plans/index.ts";
import { ProgressEvent } from "../progress/index.ts";
import { Assignment } from "../responsibilities/index.ts";
import { SupervisionEvent } from "../supervision/index.ts";
import { IssueElements } from "./commands.ts";
import {
	Ending,
	Inspection,
	Mandate,
	Measure,
	NewInspection,
	NewMeasure,
	NotOurs,
	Site,
	SourceText,
	TakenBack,
} from "./schema.ts";

const changed = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value });

/** Who wrote in the plan (SOD-01). Left out on events from before it was kept, and while a document is imported. */
const author = { by: ActorStamp.optional() };

/**
 * What happened to an issue, as journalled. Every event carries what is needed to rebuild the state by itself,
 * `at` included, so that replay needs no clock.
 */
export const IssueEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("issueRegistered"),
		at: Instant,
		issueId: IssueId,
		region: RegionCode,
		tier: Tier,
		parentId: IssueId.nullable(),
		mandate: Mandate,
		statement: z.string(),
		sourceText: SourceText.nullable(),
		elements: IssueElements,
		assignments: z.array(Assignment),
		measures: z.array(Measure),
		sites: z.array(Site),
		importId: ImportId.nullable(),
	}),
	/** `from` keeps only the fields that changed. */
	z.object({
		type: z.literal("issueAmended"),
		at: Instant,
		changes: changed(IssueElements.partial()),
		reason: z.string(),
		importId: ImportId.nullable(),
		...author,
	}),
	z.object({
		type: z.literal("sourceTextRecorded"),
		at: Instant,
		sourceText: SourceText,
		importId: ImportId.nullable(),
	}),
	z.object({ type: z.literal("mandateAdded"), at: Instant, mandate: Mandate, importId: ImportId.nullable() }),
	z.object({
		type: z.literal("issueAssigned"),
		at: Instant,
		assignments: z.array(Assignment),
		importId: ImportId.nullable(),
	}),
	z.object({
		type: z.literal("assignmentEnded"),
		at: Instant,
		assignmentId: AssignmentId,
		until: IsoDate,
		reason: z.string(),
	}),
	z.object({
		type: z.literal("assignmentHandedOver"),
		at: Instant,
		assignmentId: AssignmentId,
		successor: Assignment,
		reason: z.string(),
	}),
	z.object({
		type: z.literal("assignmentAcknowledged"),
		at: Instant,
		assignmentId: AssignmentId,
		by: z.string(),
		/** The reason of an office that acknowledged on behalf of the assigned side; null where it did so itself. */
		onBehalf: z.string().nullable(),
	}),
	z.object({ type: z.literal("planningStarted"), at: Instant }),
	z.object({
		type: z.literal("issueDecomposed"),
		at: Instant,
		children: z.array(z.object({ issueId: IssueId, region: RegionCode })),
	}),
	z.object({ type: z.literal("notOursDeclared"), at: Instant, notOurs: NotOurs }),
	z.object({
		type: z.literal("measuresAdded"),
		at: Instant,
		measures: z.array(Measure),
		importId: ImportId.nullable(),
		...author,
	}),
	z.object({
		type: z.literal("measureAmended"),
		at: Instant,
		measureId: MeasureId,
		changes: changed(NewMeasure.omit({ id: true }).partial()),
		reason: z.string(),
		importId: ImportId.nullable(),
		...author,
	}),
	z.object({
		type: z.literal("measureCancelled"),
		at: Instant,
		measureId: MeasureId,
		reason: z.string(),
		importId: ImportId.nullable(),
		...author,
	}),
	z.object({ type: z.literal("siteAdded"), at: Instant, site: Site }),
	z.object({
		type: z.literal("siteAmended"),
		at: Instant,
		siteId: SiteId,
		changes: changed(Site.omit({ id: true, state: true }).partial()),
		reason: z.string(),
	}),
	z.object({
		type: z.literal("noticeAttached"),
		at: Instant,
		notice: AttachedNotice,
		importId: ImportId.nullable(),
	}),
	z.object({
		type: z.literal("noticeDetached"),
		at: Instant,
		noticeId: NoticeId,
		by: z.string(),
		reason: z.string(),
	}),
	z.object({ type: z.literal("issueEnded"), at: Instant, ending: Ending }),
	/**
	 * An import was undone: what it had brought is taken back, what it had changed is as before. An issue that it had
	 * registered ends instead, as voided.
	 */
	z.object({
		type: z.literal("importUndone"),
		at: Instant,
		importId: ImportId,
		reason: z.string(),
		changes: changed(IssueElements.partial()),
		takenBack: TakenBack.omit({ importId: true, at: true, reason: true }),
		restored: z.object({
			assignments: z.array(changed(Assignment)),
			measures: z.array(changed(Measure)),
			notices: z.array(changed(AttachedNotice)),
		}),
		/** The import had named the owners: without them the issue is no longer assigned. */
		unassigned: z.boolean(),
	}),
	...PlanEvent.options,
	...ProgressEvent.options,
	...SupervisionEvent.options,
	...CloseOutEvent.options,
]);
export type IssueEvent = z.infer<typeof IssueEvent>;
/** The events of the rooms that the loop is made of; the others are this room's own. */
export type RoomEvent = PlanEvent | ProgressEvent | SupervisionEvent | CloseOutEvent;
export type OwnEvent = Exclude<IssueEvent, RoomEvent>;

export const InspectionEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("inspectionRegistered"),
		at: Instant,
		inspectionId: InspectionId,
		inspection: NewInspection,
	}),
	z.object({
		type: z.literal("inspectionAmended"),
		at: Instant,
		changes: changed(Inspection.omit({ id: true, version: true, region: true }).partial()),
		reason: z.string(),
	}),
]);
export type InspectionEvent = z.infer<typeof InspectionEvent>;
