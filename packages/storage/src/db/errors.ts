import type { Bilingual } from "@zhenggai/domain/kernel";

export type DatabaseErrorCode =
	| "UNREACHABLE"
	| "NOT_ALLOWED"
	| "SERVER_TOO_OLD"
	| "NOT_UTF8"
	| "MIGRATION_CHANGED"
	| "DATABASE_NEWER"
	| "MIGRATION_FAILED";

/** Why the database cannot be used. `text` says it to people, with the way out, in both languages. */
export class DatabaseError extends Error {
	override readonly name = "DatabaseError";
	readonly code: DatabaseErrorCode;
	readonly text: Bilingual;

	constructor(code: DatabaseErrorCode, text: Bilingual, cause?: unknown) {
		super(`${code}: ${text.en}`, cause === undefined ? undefined : { cause });
		this.code = code;
		this.text = text;
	}
}
