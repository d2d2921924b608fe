import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writePrivateFile } from "./secret.ts";

/** What the command line on the same machine needs: where the server is, and that it may speak as the operator. */
export const LocalFile = z.object({ url: z.string(), token: z.string().min(32), pid: z.int() });
export type LocalFile = z.infer<typeof LocalFile>;

const fileIn = (dataDir: string): string => join(dataDir, "local.json");

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

export const newLocalToken = (): string => `zgl_${randomBytes(32).toString("base64url")}`;

/** Whether a presented token is the operator's, in a time that tells nothing about how much of it was right. */
export const isLocalToken = (presented: string, token: string): boolean =>
	timingSafeEqual(digest(presented), digest(token));

export const publishLocalFile = (dataDir: string, file: LocalFile): void =>
	writePrivateFile(fileIn(dataDir), `${JSON.stringify(file)}\n`);

/** Removes the file, unless another server has written it since. */
export function removeLocalFile(dataDir: string, token: string): void {
	const path = fileIn(dataDir);
	try {
		const found = LocalFile.safeParse(JSON.parse(readFileSync(path, "utf8")));
		if (found.success && found.data.token === token) rmSync(path, { force: true });
	} catch {
		// No file, or none of ours: nothing to take back.
	}
}
