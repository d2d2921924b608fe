import { randomBytes } from "node:crypto";
import {
	chownSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { say } from "@zhenggai/domain/kernel";
import { StartError } from "../start-error.ts";

/**
 * Writes a file that only its owner can read, complete or not at all. Written by root into a plain user's data
 * directory it becomes that user's, who may start the next server.
 */
export function writePrivateFile(path: string, text: string): void {
	const directory = dirname(path);
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	const half = `${path}.${process.pid}`;
	rmSync(half, { force: true });
	writeFileSync(half, text, { mode: 0o600, flag: "wx" });
	if (process.getuid?.() === 0) {
		const { uid, gid } = statSync(directory);
		chownSync(half, uid, gid);
	}
	renameSync(half, path);
}

/** The key that signs session cookies: the given one, else one made at the first start and kept at 0600. */
export function readSecret(given: string | null, dataDir: string): string {
	if (given !== null) return given;
	const path = join(dataDir, "secret");
	if (!existsSync(path)) writePrivateFile(path, `${randomBytes(48).toString("base64url")}\n`);
	const secret = readFileSync(path, "utf8").trim();
	if (secret.length >= 32) return secret;
	throw new StartError(
		say(
			`密钥文件 ${path} 已损坏。删除它后重新启动会生成新密钥，所有人需重新登录。`,
			`The secret in ${path} is damaged. Delete it and start again: a new one is made, and everybody signs in again.`,
		),
	);
}
