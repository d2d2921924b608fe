export {
	deleteColumnLayout,
	findColumnLayout,
	listColumnLayouts,
	saveColumnLayout,
} from "./layouts/store.ts";
export { readProgress, writeProgress } from "./progress.ts";
export { dropSource, findSource, type KeptSource, keepSource } from "./source.ts";
export {
	endImport,
	findImport,
	findImportState,
	type ImportEnd,
	importNames,
	insertImport,
	listImports,
	markImportUndone,
	replaceReading,
	type StoredImport,
	saveChoices,
} from "./store.ts";
