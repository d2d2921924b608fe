import { z } from "zod";
import { CloseOutCommand, type CloseOutVerb, NewNotice } from "../close-out/index.ts";
import {
	AssignmentId,
	Deadline,
	ImportId,
	InspectionId,
	IsoDate,
	IssueId,
	MeasureId,
	NoticeId,
	PersonId,
	RegionCode,
	SiteId,
	Tier,
	UnitId,
} from "../kernel/index.ts";
import { PlanCommand, type PlanVerb } from "../plans/index.ts";
import { ProgressCommand, type ProgressVerb } from "../progress/index.ts";
import { AssignmentRole, ResponsibilityKind } from "../responsibilities/index.ts";
import { SupervisionCommand, type SupervisionVerb } from "../supervision/index.ts";
import {
	Generality,
	Inspection,
	IssueField,
	Mandate,
	NewInspection,
	NewMeasure,
	NotOurs,
	numberByTier,
	Site,
	SourceText,
} from "./schema.ts";

const reason = z.string().trim().min(2).max(2000);

/** A new assignment as commands name it. */
export const NewAssignment = z
	.object({
		id: AssignmentId,
		role: AssignmentRole,
		kind: ResponsibilityKind.nullable(),
		unitId: UnitId.nullable(),
		personId: PersonId.nullable(),
		from: IsoDate,
	})
	.refine((a) => a.unitId !== null || a.personId !== null, "a unit or a person");
export type NewAssignment = z.infer<typeof NewAssignment>;

/** The fields that may be corrected after registration. The statement is not among them (DATA-02). */
export const IssueElements = z.object({
	numberByTier,
	field: IssueField.nullable(),
	generality: Generality.nullable(),
	goal: z.string().trim().min(1).max(20_000).nullable(),
	deadline: Deadline.nullable(),
	constraints: z.array(z.string().trim().min(1).max(300)).max(20),
	remarks: z.string().trim().max(5000).nullable(),
});
export type IssueElements = z.infer<typeof IssueElements>;

/** Puts a finding on the ledger (登记入账). */
export const RegisterIssue = IssueElements.extend({
	type: z.literal("registerIssue"),
	issueId: IssueId,
	region: RegionCode,
	tier: Tier,
	parentId: IssueId.nullable(),
	mandate: Mandate,
	statement: z.string().trim().min(1).max(20_000),
	sourceText: SourceText.omit({ recordedAt: true }).nullable(),
	assignments: z.array(NewAssignment).max(200),
	measures: z.array(NewMeasure).max(300),
	sites: z.array(Site.omit({ state: true })).max(500),
	importId: ImportId.nullable(),
});

/** Corrects elements (goal, deadline, numbers …) with a reason. */
export const AmendIssue = z.object({
	type: z.literal("amendIssue"),
	/** `statement` is read only so that asking for it is answered with DATA-02 instead of being passed over. */
	changes: IssueElements.partial().extend({ statement: z.string().optional() }),
	reason,
	importId: ImportId.nullable(),
});

/** Adds the wording of a later or corrected edition beside the first; the first stays as it is. */
export const RecordSourceText = z.object({
	type: z.literal("recordSourceText"),
	sourceText: SourceText.omit({ recordedAt: true }),
	importId: ImportId.nullable(),
});

/** Another inspection demands the same thing, with its own number and deadline. */
export const AddMandate = z.object({
	type: z.literal("addMandate"),
	mandate: Mandate,
	importId: ImportId.nullable(),
});

/** Names who answers (分解交办). */
export const AssignIssue = z.object({
	type: z.literal("assignIssue"),
	assignments: z.array(NewAssignment).min(1).max(200),
	importId: ImportId.nullable(),
});

/** Ends an assignment that was wrong or is over. */
export const EndAssignment = z.object({
	type: z.literal("endAssignment"),
	assignmentId: AssignmentId,
	until: IsoDate,
	reason,
});

/** One person or unit hands over to another; both stay in the history. */
export const HandOverAssignment = z.object({
	type: z.literal("handOverAssignment"),
	assignmentId: AssignmentId,
	successor: NewAssignment,
	reason,
});

/** The assigned side takes it on (签收、认领). */
export const AcknowledgeAssignment = z.object({
	type: z.literal("acknowledgeAssignment"),
	assignmentId: AssignmentId,
	/** Why an office acknowledges on behalf of the assigned side; needed then, and only then. */
	reason: reason.optional(),
});

/** The lead unit starts to write its measures. Allowed once the lead has acknowledged. */
export const StartPlanning = z.object({ type: z.literal("startPlanning") });

/** Hands the item down: the children are registered in the same act. */
export const DecomposeIssue = z.object({
	type: z.literal("decomposeIssue"),
	children: z
		.array(z.object({ issueId: IssueId, region: RegionCode }))
		.min(1)
		.max(200),
});

/** Records that a region has no part in it, with upstream consent. */
export const DeclareNotOurs = z.object({ type: z.literal("declareNotOurs"), notOurs: NotOurs });

export const AddMeasure = z.object({
	type: z.literal("addMeasure"),
	measures: z.array(NewMeasure).min(1).max(300),
	importId: ImportId.nullable(),
});
export const AmendMeasure = z.object({
	type: z.literal("amendMeasure"),
	measureId: MeasureId,
	changes: NewMeasure.omit({ id: true }).partial(),
	reason,
	importId: ImportId.nullable(),
});
/** A measure that a later edition dropped or that was entered by mistake. It stays, as cancelled. */
export const CancelMeasure = z.object({
	type: z.literal("cancelMeasure"),
	measureId: MeasureId,
	reason,
	importId: ImportId.nullable(),
});
export const AddSite = z.object({ type: z.literal("addSite"), site: Site.omit({ state: true }) });
export const AmendSite = z.object({
	type: z.literal("amendSite"),
	siteId: SiteId,
	changes: Site.omit({ id: true, state: true }).partial(),
	reason,
});

/** Attaches a published completion or close-out notice as evidence. */
export const AttachNotice = z.object({
	type: z.literal("attachNotice"),
	notice: NewNotice,
	importId: ImportId.nullable(),
});
/** Takes a notice off that was attached by mistake. It stays, as detached. */
export const DetachNotice = z.object({ type: z.literal("detachNotice"), noticeId: NoticeId, reason });

export const MergeIssue = z.object({ type: z.literal("mergeIssue"), into: IssueId, intoTier: Tier, reason });
export const CarryOverIssue = z.object({ type: z.literal("carryOverIssue"), to: IssueId, reason });
export const WithdrawIssue = z.object({
	type: z.literal("withdrawIssue"),
	document: z.string().trim().min(2).max(300),
	reason,
});

/** Everything that can be asked of an issue. The names are the verbs of every layer. */
export const IssueCommand = z.discriminatedUnion("type", [
	RegisterIssue,
	AmendIssue,
	RecordSourceText,
	AddMandate,
	AssignIssue,
	EndAssignment,
	HandOverAssignment,
	AcknowledgeAssignment,
	StartPlanning,
	DecomposeIssue,
	DeclareNotOurs,
	AddMeasure,
	AmendMeasure,
	CancelMeasure,
	AddSite,
	AmendSite,
	AttachNotice,
	DetachNotice,
	MergeIssue,
	CarryOverIssue,
	WithdrawIssue,
	...PlanCommand.options,
	...ProgressCommand.options,
	...SupervisionCommand.options,
	...CloseOutCommand.options,
]);
export type IssueCommand = z.infer<typeof IssueCommand>;
export type IssueVerb = IssueCommand["type"];
/** The verbs of the rooms that the loop is made of; the others are this room's own. */
export type RoomVerb = PlanVerb | ProgressVerb | SupervisionVerb | CloseOutVerb;
export type OwnVerb = Exclude<IssueVerb, RoomVerb>;

/** Everything that can be asked of an inspection. */
export const InspectionCommand = z.discriminatedUnion("type", [
	z.object({ type: z.literal("registerInspection"), inspectionId: InspectionId, inspection: NewInspection }),
	z.object({
		type: z.literal("amendInspection"),
		changes: Inspection.omit({ id: true, version: true, region: true }).partial(),
		reason,
	}),
]);
export type InspectionCommand = z.infer<typeof InspectionCommand>;
