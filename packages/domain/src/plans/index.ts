export * from "./actions.ts";
export * from "./commands.ts";
export * from "./content.ts";
export * from "./decide.ts";
export { grantedExtensions } from "./decide-extension.ts";
export { standsApart } from "./decide-review.ts";
export * from "./diff.ts";
export * from "./elements.ts";
export * from "./events.ts";
export * from "./evolve.ts";
export * from "./history.ts";
export { planDue, planInTray } from "./in-tray.ts";
export * from "./lifecycle.ts";
export {
	asWritten,
	deadlineWords,
	listed,
	type MeasureField,
	measureFieldText,
	type UnitNames,
} from "./measure-text.ts";
export * from "./milestone-ids.ts";
export { patternOf } from "./phrases.ts";
export * from "./proposed.ts";
export { antiPlanRules } from "./rules-anti.ts";
export { baselineRules } from "./rules-baseline.ts";
export * from "./rules-decided.ts";
export * from "./schema.ts";
export * from "./view.ts";
export { workingDayAfter } from "./working-days.ts";
