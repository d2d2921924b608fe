export { judgeServer, MIN_MAJOR } from "./check-server.ts";
export {
	type Database,
	type DatabaseOptions,
	type DatabaseSource,
	openDatabase,
	withoutWaiting,
} from "./database.ts";
export { DatabaseError, type DatabaseErrorCode } from "./errors.ts";
export { MIGRATIONS_FOLDER, migrate, pendingMigrations } from "./migrate.ts";
export { JOBS_SCHEMA } from "./schemas.ts";
