export {
	finishSweep,
	holdRegion,
	inspectionRuleSets,
	type SweepProgress,
	type SweepRegion,
	saveSweepProgress,
	sweptCities,
	sweptThrough,
	sweptThroughAll,
} from "./region.ts";
export { listSweepRecords, type SweepFailure, type SweepRecord, saveFailures } from "./report.ts";
export {
	dueIssues,
	issuesAfter,
	markWatched,
	type NextLook,
	type WatchedIssue,
	watchUntil,
} from "./watch.ts";
