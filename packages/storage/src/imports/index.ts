export { readProgress, writeProgress } from "./progress.ts";
export {
	endImport,
	findImport,
	findImportState,
	type ImportEnd,
	insertImport,
	listImports,
	type StoredImport,
	saveChoices,
} from "./store.ts";
