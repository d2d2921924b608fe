import { z } from "zod";
import { Deadline, ImportId, IsoDate, MeasureId, MilestoneId, UnitId } from "../kernel/index.ts";

const longText = z.string().trim().min(1).max(20_000);
const printedNumber = z.string().trim().min(1).max(40);

/** 措施类型 (domain.md §5.3). */
export const MeasureType = z.enum([
	"works",
	"enforcement",
	"policy",
	"documentAction",
	"monitoring",
	"relocation",
	"closure",
	"campaign",
	"assistance",
	"training",
]);
export type MeasureType = z.infer<typeof MeasureType>;
export const MeasureTerm = z.enum(["immediateFix", "longTermMechanism"]);
export type MeasureTerm = z.infer<typeof MeasureTerm>;
export const MeasureState = z.enum(["notStarted", "inProgress", "done", "verified", "waived", "cancelled"]);
export type MeasureState = z.infer<typeof MeasureState>;
export const EntityCategory = z.enum(["legalCompliant", "legalNonCompliant", "illegalNonCompliant"]);
export type EntityCategory = z.infer<typeof EntityCategory>;

/** A dated step of a measure. Weights are relative. */
export const Milestone = z.object({
	text: z.string().trim().min(1).max(500),
	due: IsoDate,
	weight: z.number().positive().max(1000),
	/** Left out for milestones that were read or written before they had one. */
	id: MilestoneId.optional(),
});
export type Milestone = z.infer<typeof Milestone>;

export const Measure = z.object({
	id: MeasureId,
	number: printedNumber.nullable(),
	text: longText,
	type: MeasureType.nullable(),
	term: MeasureTerm.nullable(),
	deadline: Deadline.nullable(),
	responsibleUnitIds: z.array(UnitId).max(60),
	supportingUnitIds: z.array(UnitId).max(60),
	milestones: z.array(Milestone).max(60),
	/** A stop that is only provisional: when it will be decided what follows, and when it ends (PLAN-11). */
	provisional: z
		.object({ determinationOn: IsoDate, exitCondition: z.string().trim().min(1).max(500) })
		.nullable(),
	/** The enterprise that a stop or a relocation is ordered for, and how it stands in law (ANTI-03, ANTI-04). */
	entity: z
		.object({
			name: z.string().trim().min(1).max(200),
			unitId: UnitId.nullable(),
			category: EntityCategory,
			/** The provision that allows it, where the category needs one. */
			legalBasis: z.string().trim().min(2).max(500).nullable(),
		})
		.nullable()
		.optional(),
	/** What else was considered, and why this was chosen (M17). */
	options: z
		.object({
			alternatives: z.array(z.string().trim().min(1).max(500)).min(1).max(10),
			reason: z.string().trim().min(2).max(2000),
		})
		.nullable()
		.optional(),
	/** Screening for similar problems (举一反三, PLAN-09). */
	similarScreening: z.boolean(),
	state: MeasureState,
	/**
	 * The import that brought it; null or left out where it was written by hand. A later edition of the document
	 * proposes to cancel only measures that a document brought.
	 */
	importId: ImportId.nullable().optional(),
});
export type Measure = z.infer<typeof Measure>;
export const NewMeasure = Measure.omit({ state: true, importId: true });
export type NewMeasure = z.infer<typeof NewMeasure>;

/** Whether a measure is still meant to be carried out: neither cancelled nor waived. */
export const isLive = (measure: Pick<Measure, "state">): boolean =>
	measure.state !== "cancelled" && measure.state !== "waived";
