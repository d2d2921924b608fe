import type { Calendar, IsoDate, RegionCode } from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";

/** With what an issue is asked for what is to be done. */
export type InTrayAt = {
	readonly rules: ResolvedRules;
	readonly calendar: Calendar;
	readonly asOf: IsoDate;
	/** The feedback date of the first mandate's inspection: the plan's clock starts there (PLAN-04). */
	readonly feedbackDate: IsoDate | null;
	/** The regions that neither took it on nor were declared not to be concerned (PLAN-05), by code. */
	readonly uncovered: readonly { readonly region: RegionCode; readonly name: string }[];
};
