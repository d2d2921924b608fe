import { readFileSync, statSync } from "node:fs";
import type { Identity } from "./child.ts";
import { EmbeddedDatabaseError } from "./errors.ts";

/**
 * The account of the database when the server runs as root, which PostgreSQL refuses. A number that no
 * distribution gives to a person, a service or a dynamic user (60578–61183 is left free by systemd's and Debian's
 * tables), so that no other process of the machine shares it, as `nobody` would be shared.
 */
const PRIVATE_UID = 60_790;

const isRoot = (): boolean => process.getuid?.() === 0;

/** The owner of a path, or null where there is none (Windows, missing path). */
function ownerOf(path: string): { uid: number; gid: number } | null {
	const found = statSync(path, { throwIfNoEntry: false });
	return found === undefined ? null : { uid: found.uid, gid: found.gid };
}

/**
 * Who runs the database: this process's own account, or, for root, the owner of the existing database or data
 * directory, or else a private account.
 */
export function databaseIdentity(dataDir: string, clusterDir: string): Identity {
	if (!isRoot()) return null;
	if (process.platform !== "linux") {
		throw new EmbeddedDatabaseError("ROOT_UNSUPPORTED", {
			zh: "在本系统上不能以 root 身份运行内置数据库。请用普通用户启动，或设置 DATABASE_URL 使用外部 PostgreSQL。",
			en: "On this system the embedded database cannot run as root. Start as a plain user, or set DATABASE_URL to use a PostgreSQL of your own.",
		});
	}
	for (const path of [clusterDir, dataDir]) {
		const owner = ownerOf(path);
		if (owner !== null && owner.uid !== 0) return owner;
	}
	return { uid: PRIVATE_UID, gid: PRIVATE_UID };
}

/**
 * Who runs initdb and the single-user mode: unlike the server these insist on an account with a name, so for root
 * it is `nobody`; the files change hands afterwards.
 */
export function namedIdentity(): Identity {
	if (!isRoot()) return null;
	const accounts = readFileSync("/etc/passwd", "utf8")
		.split("\n")
		.map((line) => line.split(":"))
		.map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
		.filter(({ uid, gid }) => uid > 0 && gid > 0);
	const found = accounts.find(({ name }) => name === "nobody") ?? accounts[0];
	if (found === undefined) {
		throw new EmbeddedDatabaseError("ROOT_UNSUPPORTED", {
			zh: "PostgreSQL 不能以 root 身份运行，而本机没有其他账户（/etc/passwd）。请用普通用户启动，或设置 DATABASE_URL 使用外部 PostgreSQL。",
			en: "PostgreSQL does not run as root and this machine has no other account (/etc/passwd). Start as a plain user, or set DATABASE_URL to use a PostgreSQL of your own.",
		});
	}
	return { uid: found.uid, gid: found.gid };
}
