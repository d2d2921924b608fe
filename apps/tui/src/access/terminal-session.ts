import { hostname, userInfo } from "node:os";
import type { CommandContext } from "../command-line/command.ts";
import { problemError } from "../command-line/exit.ts";
import { checkoutRoot, type Place, resolvePlace } from "../settings/connection.ts";
import { readSession, type SessionRead, sessionPath } from "../settings/sessions.ts";

/** The server that a command means, and what is kept for it. */
export type Kept = Place & { readonly path: string; readonly read: SessionRead };

/** Which server is meant and whether somebody is signed in there from this terminal. Throws where none can be made out. */
export function keptFor({ options }: CommandContext): Kept {
	const uid = process.getuid?.() ?? null;
	const asked = { server: options.value("server") };
	const found = resolvePlace(asked, process.env, checkoutRoot(import.meta.dirname), uid);
	if (!found.ok) throw problemError(found.problem);
	const path = sessionPath(process.env, found.place.url);
	return { ...found.place, path, read: readSession(path, found.place.url, uid) };
}

/** What this terminal calls itself: whoever lets it in has to know it again. */
export function terminalName(): string {
	try {
		return `${userInfo().username}@${hostname()}`;
	} catch {
		// A user id without a name, as in a container.
		return hostname();
	}
}

/** Whether a token given otherwise comes before a person's session. */
export const givenOtherwise = ({ options }: CommandContext): "--token" | "ZHENGGAI_TOKEN" | null => {
	if (options.value("token") !== undefined) return "--token";
	return process.env.ZHENGGAI_TOKEN ? "ZHENGGAI_TOKEN" : null;
};
