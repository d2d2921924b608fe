import { z } from "zod";
import { AttachedNotice, CloseOutState } from "../close-out/index.ts";
import {
	Deadline,
	ImportId,
	InspectionId,
	Instant,
	IsoDate,
	IssueId,
	IssueState,
	RegionCode,
	SiteId,
	Tier,
} from "../kernel/index.ts";
import { Measure, PlanState } from "../plans/index.ts";
import { ProgressState } from "../progress/index.ts";
import { Assignment } from "../responsibilities/index.ts";
import { SupervisionState } from "../supervision/index.ts";

/** 问题来源 (domain.md §5.1). */
export const SourceKind = z.enum([
	"centralInspection",
	"centralSpecial",
	"centralLookBack",
	"provincialInspection",
	"provincialLookBack",
	"yangtzeFilm",
	"yellowRiverFilm",
	"provincialFilm",
	"complaint",
	"greenShield",
	"marineInspection",
	"audit",
	"circular",
	"selfFound",
	"media",
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Field of work (domain.md §5.1 `domain`). */
export const IssueField = z.enum([
	"sewageWaste",
	"industrialPark",
	"heavyMetal",
	"agricultural",
	"natureReserve",
	"mineRestoration",
	"drinkingWater",
	"airQuality",
	"soil",
	"lake",
	"noise",
	"governance",
	"other",
]);
export type IssueField = z.infer<typeof IssueField>;

export const Generality = z.enum(["common", "individual"]);
export type Generality = z.infer<typeof Generality>;

const longText = z.string().trim().min(1).max(20_000);
const printedNumber = z.string().trim().min(1).max(40);

/** A feedback: the day the inspection team handed over its findings. Clocks start here. */
export const Feedback = z.object({
	feedbackDate: IsoDate,
	title: z.string().trim().min(1).max(300),
	documentNumber: z.string().trim().max(80).nullable(),
});
export type Feedback = z.infer<typeof Feedback>;

/** A round of inspection and its feedback. */
export const Inspection = z.object({
	id: InspectionId,
	version: z.int().min(0),
	kind: SourceKind,
	name: z.string().trim().min(1).max(200),
	round: z.int().min(1).max(50).nullable(),
	batch: z.int().min(1).max(50).nullable(),
	team: z.string().trim().max(120).nullable(),
	/** The region that was inspected. */
	region: RegionCode,
	enteredOn: IsoDate.nullable(),
	leftOn: IsoDate.nullable(),
	feedback: Feedback.nullable(),
	/** Which rule set the inspected region's office works by. */
	ruleSet: z.string().nullable(),
});
export type Inspection = z.infer<typeof Inspection>;
export const NewInspection = Inspection.omit({ id: true, version: true });
export type NewInspection = z.infer<typeof NewInspection>;

/**
 * One mandate to put a physical problem right. One problem may stand in several inspections' lists, each with its
 * own number and deadline.
 */
export const Mandate = z.object({
	inspectionId: InspectionId,
	/** The number in that list, as printed. */
	number: printedNumber,
	/** The number as an integer, where it is one. */
	seq: z.int().min(0).nullable(),
	deadline: Deadline.nullable(),
});
export type Mandate = z.infer<typeof Mandate>;

/** The wording of the finding as one document printed it. Read-only (DATA-02); a later edition is added beside it. */
export const SourceText = z.object({
	text: longText,
	document: z.string().max(300),
	/** SHA-256 of the document, null where the text was typed. */
	sha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.nullable(),
	lines: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
	recordedAt: Instant,
});
export type SourceText = z.infer<typeof SourceText>;

export { IssueState } from "../kernel/index.ts";
export {
	EntityCategory,
	Measure,
	MeasureState,
	MeasureTerm,
	MeasureType,
	Milestone,
	NewMeasure,
} from "../plans/index.ts";

export const SiteState = z.enum(["open", "selfChecked", "accepted", "closed", "reopened"]);
export type SiteState = z.infer<typeof SiteState>;

/** A place where the problem is, closed out one by one (S27). */
export const Site = z.object({
	id: SiteId,
	name: z.string().trim().min(1).max(200),
	region: RegionCode,
	address: z.string().trim().max(300).nullable(),
	/** WGS 84 degrees, longitude then latitude. */
	position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable(),
	state: SiteState,
});
export type Site = z.infer<typeof Site>;

/** Why an issue left the ledger other than by close-out. Never a deletion. */
export const Ending = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("merged"), into: IssueId, reason: z.string() }),
	z.object({ kind: z.literal("carriedOver"), to: IssueId, reason: z.string() }),
	z.object({ kind: z.literal("withdrawn"), document: z.string(), reason: z.string() }),
	/** Registered by mistake (登记作废): the import that registered it was undone. It gives its numbers back. */
	z.object({ kind: z.literal("voided"), importId: ImportId, reason: z.string() }),
]);
export type Ending = z.infer<typeof Ending>;

/** The province's item was found not to be this region's, with upstream consent (PLAN-05). */
export const NotOurs = z.object({
	region: RegionCode,
	reason: z.string().trim().min(2).max(1000),
	consentDocument: z.string().trim().min(2).max(300),
	consentBy: z.string().trim().min(1).max(120),
});
export type NotOurs = z.infer<typeof NotOurs>;

export const numberByTier = z.object({
	central: printedNumber.nullable(),
	province: printedNumber.nullable(),
	city: printedNumber.nullable(),
	county: printedNumber.nullable(),
});
export type NumberByTier = z.infer<typeof numberByTier>;

/** What an import had brought to an issue that was there, taken back when the import was undone: without effect now. */
export const TakenBack = z.object({
	importId: ImportId,
	at: Instant,
	reason: z.string(),
	sourceTexts: z.array(SourceText),
	mandates: z.array(Mandate),
	assignments: z.array(Assignment),
	measures: z.array(Measure),
	notices: z.array(AttachedNotice),
});
export type TakenBack = z.infer<typeof TakenBack>;

/** The whole state of one issue: what `evolve` makes of its events. */
export const Issue = z.object({
	id: IssueId,
	/** Number of events so far. */
	version: z.int().min(0),
	region: RegionCode,
	/** The tier whose list holds it. */
	tier: Tier,
	parentId: IssueId.nullable(),
	childIds: z.array(IssueId),
	notOurs: z.array(NotOurs),
	/** The first mandate is the one it was registered under. */
	mandates: z.array(Mandate).min(1),
	numberByTier,
	statement: longText,
	sourceTexts: z.array(SourceText),
	field: IssueField.nullable(),
	generality: Generality.nullable(),
	goal: z.string().trim().max(20_000).nullable(),
	/** The working deadline of this tier; the mandates keep their own. */
	deadline: Deadline.nullable(),
	assignments: z.array(Assignment),
	measures: z.array(Measure),
	sites: z.array(Site),
	/** Conditions that hold whatever is done, such as 不瘦身、占比不降低、不以调代改 (M15). */
	constraints: z.array(z.string().trim().min(1).max(300)),
	remarks: z.string().max(5000).nullable(),
	/** Published notices about it, as they were attached. Left out where there never was one: `noticesOf` gives the list. */
	notices: z.array(AttachedNotice).optional(),
	lifecycle: IssueState,
	ending: Ending.nullable(),
	/** What the rooms of the loop keep of it. Left out until somebody has done something there. */
	plan: PlanState.optional(),
	progress: ProgressState.optional(),
	supervision: SupervisionState.optional(),
	closeOut: CloseOutState.optional(),
	importIds: z.array(ImportId),
	/** What undone imports had brought; left out where there is nothing. */
	takenBack: z.array(TakenBack).optional(),
	registeredAt: Instant,
	updatedAt: Instant,
});
export type Issue = z.infer<typeof Issue>;

/** Every wording of the finding: the first, and those of later editions. */
export const issueWordings = ({
	statement,
	sourceTexts,
}: Pick<Issue, "statement" | "sourceTexts">): string[] => [statement, ...sourceTexts.map(({ text }) => text)];
