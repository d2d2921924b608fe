export * from "./actions.ts";
export { type Assessment, assessments, periodOf } from "./assessments.ts";
export * from "./commands.ts";
export * from "./content.ts";
export * from "./decide.ts";
export * from "./events.ts";
export * from "./evolve.ts";
export * from "./exposure-list.ts";
export * from "./history.ts";
export { supervisionInTray } from "./in-tray.ts";
export * from "./instrument.ts";
export * from "./instrument-commands.ts";
export * from "./instrument-context.ts";
export { decideInstrument, replyDueOn } from "./instrument-decide.ts";
export * from "./instrument-events.ts";
export * from "./instrument-evolve.ts";
export {
	type InstrumentAction,
	instrumentActions,
	instrumentRefusalsOf,
	skippedRungs,
} from "./instrument-guards.ts";
export * from "./instrument-history.ts";
export * from "./instrument-lifecycle.ts";
export * from "./instrument-stage.ts";
export * from "./instrument-view.ts";
export * from "./ladder.ts";
export * from "./lifecycle.ts";
export * from "./light.ts";
export { nextSupervisionChange } from "./next-change.ts";
export { promptedCount, reassignments, supervisionRules, updateDays } from "./rules.ts";
export { decidedSupervisionRules } from "./rules-decided.ts";
export { scheduleStatus } from "./schedule.ts";
export * from "./schema.ts";
export * from "./score.ts";
export * from "./supervision-view.ts";
export * from "./sweep-view.ts";
export * from "./unit-score.ts";
