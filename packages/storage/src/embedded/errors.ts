import type { Bilingual } from "@zhenggai/domain/kernel";
import { codeOf, messageOf } from "../log.ts";

export type EmbeddedErrorCode =
	| "UNSUPPORTED_PLATFORM"
	| "BINARIES_UNUSABLE"
	| "ROOT_UNSUPPORTED"
	| "DIRECTORY_UNWRITABLE"
	| "DIRECTORY_NOT_A_DATABASE"
	| "OTHER_MAJOR_VERSION"
	| "ALREADY_RUNNING"
	| "DISK_FULL"
	| "CREATE_FAILED"
	| "START_FAILED"
	| "LEFTOVER_NOT_STOPPING"
	| "SOCKET_PATH_TOO_LONG";

/** Why the private database cannot be had. `text` says it to people, with the way out, in both languages. */
export class EmbeddedDatabaseError extends Error {
	override readonly name = "EmbeddedDatabaseError";
	readonly code: EmbeddedErrorCode;
	readonly text: Bilingual;
	/** The process that is in the way, where there is one. */
	readonly pid: number | null;

	constructor(code: EmbeddedErrorCode, text: Bilingual, more: { cause?: unknown; pid?: number | null } = {}) {
		super(`${code}: ${text.en}`, more.cause === undefined ? undefined : { cause: more.cause });
		this.code = code;
		this.text = text;
		this.pid = more.pid ?? null;
	}
}

const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);
const FULL = new Set(["ENOSPC", "EDQUOT"]);

export const diskFull = (path: string, cause?: unknown): EmbeddedDatabaseError =>
	new EmbeddedDatabaseError(
		"DISK_FULL",
		{
			zh: `磁盘空间不足，数据库无法写入 ${path}。请清理磁盘，或用 ZHENGGAI_DATA 指向空间充足的目录后重新启动；已确认保存的数据不受影响。`,
			en: `The disk is full: the database cannot write to ${path}. Free some space, or point ZHENGGAI_DATA to a directory with room, and start again. Data already confirmed as saved is not affected.`,
		},
		{ cause },
	);

const unwritable = (path: string, cause: unknown): EmbeddedDatabaseError =>
	new EmbeddedDatabaseError(
		"DIRECTORY_UNWRITABLE",
		{
			zh: `数据目录 ${path} 不可写（${messageOf(cause)}）。请以该目录的所有者身份启动，修改目录权限，或用 ZHENGGAI_DATA 指定其他目录。`,
			en: `The data directory ${path} cannot be written (${messageOf(cause)}). Start as the owner of the directory, change its permissions, or name another directory with ZHENGGAI_DATA.`,
		},
		{ cause },
	);

/** Turns what the file system threw into the matching error for people; anything else passes through. */
export function fromFileSystem(thrown: unknown, path: string): unknown {
	const code = codeOf(thrown);
	if (code !== null && FULL.has(code)) return diskFull(path, thrown);
	if (code !== null && UNWRITABLE.has(code)) return unwritable(path, thrown);
	return thrown;
}

/** Whether the words of PostgreSQL or initdb say that the disk is full. */
export const speaksOfFullDisk = (output: string): boolean =>
	/No space left on device|Disk quota exceeded/.test(output);
