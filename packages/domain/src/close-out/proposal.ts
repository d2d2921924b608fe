import { z } from "zod";
import { IsoDate, OtherField, ProposedDeadline, reading } from "../kernel/index.ts";

const words = reading(z.string()).nullable();
const names = reading(z.array(z.string())).nullable();

/** One completion or close-out notice. Null is "the notice does not say". */
export const ProposedNotice = z.object({
	/** Stable within the proposal: `n1`, `n2`, … */
	key: z.string(),
	seq: z.int().min(0).nullable(),
	number: z.string().nullable(),
	statement: reading(z.string()).nullable(),
	receiptNumbers: z.array(z.string()),
	responsibleUnits: names,
	supervisingUnits: names,
	acceptanceUnits: names,
	deadline: reading(ProposedDeadline).nullable(),
	goal: words,
	measures: reading(z.array(z.object({ number: z.string().nullable(), text: z.string() }))).nullable(),
	completion: words,
	completionItems: z.array(z.object({ number: z.string().nullable(), text: z.string() })),
	/** Publicity period with both ends, only where both are stated or the year is stated once. */
	publicity: reading(z.object({ start: IsoDate, end: IsoDate })).nullable(),
	/** The stated length without dates (公示10个工作日). */
	publicityLength: reading(
		z.object({ days: z.int().min(1), unit: z.enum(["workingDay", "calendarDay"]) }),
	).nullable(),
	contact: words,
	/** Labelled texts without a field of their own (核查情况, 验收意见, 备注). */
	otherFields: z.array(OtherField),
	lines: z.tuple([z.int().min(1), z.int().min(1)]),
});
export type ProposedNotice = z.infer<typeof ProposedNotice>;
