export {
	DamagedFileError,
	type FileStore,
	type OpenedBytes,
	openFileStore,
	type StoredBytes,
} from "./store.ts";
