import { rmSync } from "node:fs";
import { join } from "node:path";
import { field, parseFields } from "./json.ts";
import { readPrivate, writePrivate } from "./private-file.ts";
import { stateFolder } from "./state-folder.ts";

/** A person's session at this terminal, as it is kept between runs. */
export type KeptSession = {
	/** The server it is of; its token goes nowhere else. */
	readonly url: string;
	readonly token: string;
	/** Who signed in. */
	readonly name: string;
	/** When it ends in any case, ISO 8601. */
	readonly endsAt: string;
};

/** What is kept for a server. `open` and `foreign` are files whose token is no secret any more. */
export type SessionRead =
	| { readonly kind: "session"; readonly session: KeptSession }
	| { readonly kind: "none" | "open" | "foreign" | "broken" };

/** A server's address, however its end is written. */
const plainUrl = (url: string): string => (URL.parse(url)?.href ?? url).replace(/\/+$/, "");

/** Where the session of a server is kept: a file for each, named by the server. */
export const sessionPath = (env: NodeJS.ProcessEnv, url: string): string =>
	join(stateFolder(env), "sessions", `${plainUrl(url).replace(/[^A-Za-z0-9.-]+/g, "_")}.json`);

/** The session that is kept for a server. */
export function readSession(path: string, url: string, uid: number | null): SessionRead {
	const file = readPrivate(path, uid);
	if (file.kind !== "text") return file;
	const fields = parseFields(file.text);
	if (fields === null) return { kind: "broken" };
	const [of, token] = [field.text(fields, "url"), field.text(fields, "token")];
	if (of === undefined || token === undefined || plainUrl(of) !== plainUrl(url)) return { kind: "broken" };
	const [name, endsAt] = [field.text(fields, "name") ?? "", field.text(fields, "endsAt") ?? ""];
	return { kind: "session", session: { url: of, token, name, endsAt } };
}

/** Keeps a session in the place of the one before it. Throws the system's error where it cannot be written. */
export const keepSession = (path: string, session: KeptSession): void =>
	writePrivate(path, `${JSON.stringify(session)}\n`);

export const dropSession = (path: string): void => rmSync(path, { force: true });
