import { z } from "zod";
import { AttachedNotice, CloseOutView } from "../close-out/index.ts";
import { JournalCursor } from "../journal/index.ts";
import {
	AssignmentId,
	Bilingual,
	Deadline,
	ImportId,
	InspectionId,
	Instant,
	IsoDate,
	IssueId,
	MeasureId,
	PersonId,
	Refusal,
	RegionCode,
	Tier,
	UnitId,
} from "../kernel/index.ts";
import { PlanView } from "../plans/index.ts";
import { ProgressView } from "../progress/index.ts";
import { AssignmentRole, ChainLink } from "../responsibilities/index.ts";
import { Finding } from "../rules/index.ts";
import { ScreeningLineage } from "../screening/index.ts";
import {
	InstrumentProposalView,
	InstrumentRow,
	LightView,
	ScheduleStatus,
	SupervisionView,
} from "../supervision/index.ts";
import { PlanTerms } from "./plan-terms.ts";
import {
	Ending,
	Generality,
	Inspection,
	IssueField,
	IssueState,
	Mandate,
	Measure,
	NotOurs,
	numberByTier,
	Site,
	SourceKind,
	SourceText,
} from "./schema.ts";

/** Where a deadline stands on a day. `none`: no date, open-ended or recurring; `over`: the issue has ended. */
export const DeadlineStanding = z.enum(["overdue", "due7", "due30", "due90", "later", "none", "over"]);
export type DeadlineStanding = z.infer<typeof DeadlineStanding>;

/** Filters of the ledger. All given ones hold together; lists are alternatives. */
export const IssueFilter = z.object({
	/** Words of statement, goal, measures, numbers and unit names; `!` in front of one: it must not occur. */
	text: z.string().trim().min(1).max(100).optional(),
	region: RegionCode.optional(),
	/** A unit that has any role on it, or the named one. */
	unitId: UnitId.optional(),
	unitRole: AssignmentRole.optional(),
	sourceKinds: z.array(SourceKind).max(15).optional(),
	inspectionId: InspectionId.optional(),
	round: z.int().min(1).max(50).optional(),
	tier: Tier.optional(),
	states: z.array(IssueState).max(16).optional(),
	field: IssueField.optional(),
	generality: Generality.optional(),
	dueFrom: IsoDate.optional(),
	dueTo: IsoDate.optional(),
	standing: DeadlineStanding.optional(),
	parentId: IssueId.optional(),
	importId: ImportId.optional(),
	/** Only those that miss one of the seven elements. */
	incomplete: z.boolean().optional(),
});
export type IssueFilter = z.infer<typeof IssueFilter>;

export const IssueSort = z.enum(["due", "number", "updated", "region"]);
export type IssueSort = z.infer<typeof IssueSort>;

export const IssueListQuery = z.object({
	filter: IssueFilter.default({}),
	sort: IssueSort.default("due"),
	descending: z.boolean().default(false),
	cursor: z.string().max(600).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type IssueListQuery = z.infer<typeof IssueListQuery>;

/** One line of the ledger (domain.md §5.9). Names are resolved; long texts are cut to their beginning. */
export const IssueRow = z.object({
	id: IssueId,
	version: z.int(),
	region: RegionCode,
	regionName: z.string(),
	tier: Tier,
	sourceKind: SourceKind,
	inspectionId: InspectionId,
	inspectionName: z.string(),
	round: z.int().nullable(),
	batch: z.int().nullable(),
	number: z.string(),
	numberByTier,
	statement: z.string(),
	field: IssueField.nullable(),
	generality: Generality.nullable(),
	goal: z.string().nullable(),
	deadline: Deadline.nullable(),
	/** Last day of the deadline's period; null without one. */
	due: IsoDate.nullable(),
	standing: DeadlineStanding,
	/** Days from `asOf` to `due`; negative when overdue. */
	daysLeft: z.int().nullable(),
	leadUnits: z.array(z.string()),
	responsibleUnits: z.array(z.string()),
	supportingUnits: z.array(z.string()),
	supervisingUnits: z.array(z.string()),
	acceptanceUnits: z.array(z.string()),
	responsibleLeaders: z.array(z.string()),
	responsiblePersons: z.array(z.string()),
	measureCount: z.int(),
	/** Which of the seven elements are missing (keys of PLAN-01). */
	missing: z.array(z.string()),
	mandateCount: z.int(),
	childCount: z.int(),
	lifecycle: IssueState,
	remarks: z.string().nullable(),
	updatedAt: Instant,
});
export type IssueRow = z.infer<typeof IssueRow>;

export const IssuePage = z.object({
	items: z.array(IssueRow),
	nextCursor: z.string().nullable(),
	/** How many match: exact up to a bound, "at least" beyond it, so that counting never scans the table. */
	total: z.object({ count: z.int(), exact: z.boolean() }),
	asOf: IsoDate,
	/** Where the live stream continues from this page without a gap. */
	liveFrom: JournalCursor,
});
export type IssuePage = z.infer<typeof IssuePage>;

/** Something the viewer can or cannot do next, with the reasons. */
export const ActionView = z.object({
	verb: z.string(),
	label: Bilingual,
	allowed: z.boolean(),
	refusals: z.array(Refusal),
	/** What asks for a written justification before it passes. */
	warnings: z.array(Refusal),
});
export type ActionView = z.infer<typeof ActionView>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const AssignmentView = z.object({
	id: AssignmentId,
	role: AssignmentRole,
	unit: z.object({ id: UnitId, name: z.string() }).nullable(),
	person: z.object({ id: PersonId, name: z.string(), title: z.string().nullable() }).nullable(),
	from: IsoDate,
	until: IsoDate.nullable(),
	acknowledged: z.object({ at: Instant, by: z.string() }).nullable(),
	takesOverFrom: AssignmentId.nullable(),
	endReason: z.string().nullable(),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

export const MeasureView = Measure.omit({ responsibleUnitIds: true, supportingUnitIds: true }).extend({
	responsibleUnits: z.array(named),
	supportingUnits: z.array(named),
	due: IsoDate.nullable(),
	standing: DeadlineStanding,
});
export type MeasureView = z.infer<typeof MeasureView>;

/** What the viewer may know of a linked issue, also when it lies outside of the viewer's region. */
export const IssueLink = z.object({
	id: IssueId,
	number: z.string(),
	regionName: z.string(),
	tier: Tier,
	statement: z.string(),
	due: IsoDate.nullable(),
	lifecycle: IssueState,
	/** False where the viewer may not open it. */
	open: z.boolean(),
});
export type IssueLink = z.infer<typeof IssueLink>;

/** How far an item is handed down (PLAN-05): a region that neither took it nor declined it hangs in neutral (挂空挡). */
export const Coverage = z.object({
	regions: z.array(
		z.object({
			region: RegionCode,
			name: z.string(),
			state: z.enum(["assigned", "notOurs", "uncovered"]),
			issueIds: z.array(IssueId),
		}),
	),
	complete: z.boolean(),
});
export type Coverage = z.infer<typeof Coverage>;

export const IssueDetail = z.object({
	row: IssueRow,
	statement: z.string(),
	sourceTexts: z.array(SourceText),
	goal: z.string().nullable(),
	constraints: z.array(z.string()),
	mandates: z.array(
		Mandate.extend({ inspection: Inspection, due: IsoDate.nullable(), primary: z.boolean() }),
	),
	assignments: z.array(AssignmentView),
	chain: z.array(ChainLink),
	measures: z.array(MeasureView),
	plan: PlanView,
	/** What the rules ask of it, told before anybody writes. */
	planTerms: PlanTerms,
	/** What was reported and shown, and what follows from it. */
	progress: ProgressView,
	/** Acceptance, gates, notice, signatures, filing, archive and look-back, and the way by the rule set. */
	closeOut: CloseOutView,
	sites: z.array(Site),
	/** Published notices about it, the latest first, also those that were detached or replaced. */
	notices: z.array(AttachedNotice),
	parent: IssueLink.nullable(),
	children: z.array(IssueLink),
	coverage: Coverage.nullable(),
	notOurs: z.array(NotOurs),
	/** Sweeps for similar problems that it came from and that it started, as they stand today. */
	screenings: ScreeningLineage,
	ending: Ending.nullable(),
	/** 进度状态 on the day; null for an issue that has left the ledger other than by close-out. */
	schedule: ScheduleStatus.nullable(),
	light: LightView,
	/** Journalled lights, objections and exposures, the year's score, and the ladder as it stands. */
	supervision: SupervisionView,
	/** Instruments on it that the viewer may see, the newest first. */
	instruments: z.array(InstrumentRow),
	/** What the ladder proposes; for those who may draft. */
	proposals: z.array(InstrumentProposalView),
	findings: z.array(Finding),
	actions: z.array(ActionView),
	ruleSet: z.object({ id: z.string(), version: z.int() }),
	asOf: IsoDate,
});
export interface IssueDetail extends z.infer<typeof IssueDetail> {}

export { HistoryEntry } from "../journal/index.ts";

/** A live change: fronts replace the row, or drop it when `row` is null (out of scope now). */
export const IssueChange = z.object({
	cursor: JournalCursor,
	issueId: IssueId,
	version: z.int(),
	types: z.array(z.string()),
	by: z.string(),
	at: Instant,
	row: IssueRow.nullable(),
});
export type IssueChange = z.infer<typeof IssueChange>;

export const InspectionRow = Inspection.extend({
	regionName: z.string(),
	issueCount: z.int(),
	planDueOn: IsoDate.nullable(),
});
export type InspectionRow = z.infer<typeof InspectionRow>;

export const MeasureRef = z.object({ issueId: IssueId, measureId: MeasureId });
