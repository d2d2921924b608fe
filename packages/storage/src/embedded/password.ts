import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { codeOf } from "../log.ts";
import type { Binaries } from "./binaries.ts";
import type { Identity } from "./child.ts";
import { EmbeddedDatabaseError, fromFileSystem } from "./errors.ts";
import { namedIdentity } from "./identity.ts";
import { type Layout, ROLE } from "./layout.ts";
import { giveTree } from "./ownership.ts";
import { runSingleUser } from "./single-user.ts";

/** Hexadecimal, so that it can stand in SQL and in a URL as it is. */
const PASSWORD = /^[0-9a-f]{64}$/;

/** The stored password; null when there is none or the file is damaged. */
export async function readPassword(layout: Layout): Promise<string | null> {
	try {
		const text = (await readFile(layout.password, "utf8")).trim();
		return PASSWORD.test(text) ? text : null;
	} catch (thrown) {
		if (codeOf(thrown) === "ENOENT") return null;
		throw fromFileSystem(thrown, layout.dataDir);
	}
}

/** Makes a new password of 256 random bits and stores it, readable to the owner alone. */
export async function newPassword(layout: Layout): Promise<string> {
	const password = randomBytes(32).toString("hex");
	try {
		await writeFile(layout.password, `${password}\n`, { mode: 0o600, flush: true });
	} catch (thrown) {
		throw fromFileSystem(thrown, layout.dataDir);
	}
	return password;
}

/** Gives the role of an existing database a new password, when the file with the old one was lost. */
export async function resetPassword(layout: Layout, binaries: Binaries, identity: Identity): Promise<string> {
	const named = namedIdentity();
	const password = await newPassword(layout);
	await giveTree(layout.cluster, named);
	try {
		const { code, output } = await runSingleUser(layout.cluster, binaries, named, [
			`ALTER ROLE ${ROLE} PASSWORD '${password}'`,
		]);
		if (code === 0) return password;
		throw new EmbeddedDatabaseError("START_FAILED", {
			zh: `数据库口令文件 ${layout.password} 丢失，且无法重设（${output.trim()}）。`,
			en: `The database's password file ${layout.password} is missing and could not be set anew (${output.trim()}).`,
		});
	} finally {
		await giveTree(layout.cluster, identity);
	}
}
