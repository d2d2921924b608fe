import { type ClientOptions, createZhenggaiClient, type ZhenggaiClient } from "@zhenggai/client";
import { say } from "../say.ts";
import { type Connection, readLocalFile } from "./connection.ts";
import { readSession } from "./sessions.ts";

type Fetch = typeof globalThis.fetch;

/**
 * `fetch` to the server on this machine, wherever it is now: a restart makes a new token and may take a new port,
 * and a dashboard that stays open all night has to follow it.
 */
function localFetch(path: string, first: { url: string; token: string | null }): Fetch {
	let known = first;
	return (input, init) => {
		const found = readLocalFile(path, process.getuid?.() ?? null);
		if (found.ok) known = found.connection;
		const headers = new Headers(init?.headers);
		if (known.token !== null) headers.set("authorization", `Bearer ${known.token}`);
		if (input instanceof Request) return globalThis.fetch(input, { ...init, headers });
		const address = new URL(input);
		address.host = new URL(known.url).host;
		return globalThis.fetch(address, { ...init, headers });
	};
}

/** Who sits at the terminal, as far as the connection of a person has to know. */
export type Attendance = {
	/** Whether a key was pressed just now: what a program asks by itself must not keep its person's session alive. */
	attended(): boolean;
	/** Somebody has signed in at this terminal since, the same person or the next one. */
	changed(): void;
};

const ALWAYS: Attendance = { attended: () => true, changed: () => {} };

/** The answer where it is known that the server would refuse. */
const ended = (): Response =>
	Response.json(
		{
			error: { code: "NOT_SIGNED_IN", text: say("终端登录已结束", "The sign-in of this terminal has ended") },
		},
		{ status: 401 },
	);

/**
 * `fetch` in the name of the person who is signed in at this terminal. One who signs in again while the program runs, in
 * another window, is taken on; a session that has ended is not asked with again, so that a dashboard left open all night
 * does not knock at the server's door.
 */
function sessionFetch(path: string, connection: Connection, { attended, changed }: Attendance): Fetch {
	let known = connection.token;
	let over: string | null = null;
	return async (input, init) => {
		const read = readSession(path, connection.url, process.getuid?.() ?? null);
		const token = read.kind === "session" ? read.session.token : null;
		if (token === null || token === over) return ended();
		if (token !== known) {
			known = token;
			queueMicrotask(changed);
		}
		const headers = new Headers(init?.headers);
		headers.set("authorization", `Bearer ${token}`);
		if (!attended()) headers.set("x-zhenggai-unattended", "1");
		const answer = await globalThis.fetch(input, { ...init, headers });
		if (answer.status === 401) over = token;
		return answer;
	};
}

/** How a connection is made. One to this machine's own server outlives that server's restarts. */
export function clientOptions(connection: Connection, attendance: Attendance = ALWAYS): ClientOptions {
	const { url, token, localFile, sessionFile } = connection;
	if (localFile !== null) return { url, fetch: localFetch(localFile, connection) };
	if (sessionFile !== null) return { url, fetch: sessionFetch(sessionFile, connection, attendance) };
	return token === null ? { url } : { url, token };
}

/** The client for a connection. */
export const clientFor = (connection: Connection, attendance?: Attendance): ZhenggaiClient =>
	createZhenggaiClient(clientOptions(connection, attendance));
