import { z } from "zod";
import { addDays, dayNumber, daysBetween, type IsoDate } from "../kernel/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";

/** How an item stands to its day: over, within {@link SOON_DAYS} days, later, or without a day. */
export const InTrayLateness = z.enum(["overdue", "soon", "later", "undated"]);
export type InTrayLateness = z.infer<typeof InTrayLateness>;

/** Items that are due within so many days are marked and counted apart. A matter of the page, not of a rule. */
export const SOON_DAYS = 3;

/** The last day that counts as soon. */
export const soonUntil = (today: IsoDate): IsoDate => addDays(today, SOON_DAYS);

/** How an item stands on a day. A due day ends at 24:00 in Asia/Shanghai, so its own day is not over. */
export function inTrayLateness(due: IsoDate | null, asOf: IsoDate): InTrayLateness {
	if (due === null) return "undated";
	if (due < asOf) return "overdue";
	return daysBetween(asOf, due) <= SOON_DAYS ? "soon" : "later";
}

const bound = new WeakMap<ResolvedRules, number>();

/** The last of the rule set's reminders, in days before a due day (`leadDays` of WRN-01). */
function reminderDays(rules: ResolvedRules): number {
	let days = bound.get(rules);
	if (days === undefined) {
		days = Math.min(...new RuleParams(rules, ["leadDays"]).numbers("leadDays"));
		bound.set(rules, days);
	}
	return days;
}

/** The day number from which on something that waits for its day is in a tray. */
export const nearFrom = (due: IsoDate, rules: ResolvedRules): number => dayNumber(due) - reminderDays(rules);

/** Whether something that waits for its day is in a tray by now. */
export const isNear = (due: IsoDate, rules: ResolvedRules, asOf: IsoDate): boolean =>
	dayNumber(asOf) >= nearFrom(due, rules);
