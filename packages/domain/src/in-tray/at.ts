import type { Calendar, IsoDate } from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";

/** With what an issue is asked for what is to be done. */
export type InTrayAt = {
	readonly rules: ResolvedRules;
	readonly calendar: Calendar;
	readonly asOf: IsoDate;
	/** The feedback date of the first mandate's inspection: the plan's clock starts there (PLAN-04). */
	readonly feedbackDate: IsoDate | null;
};
