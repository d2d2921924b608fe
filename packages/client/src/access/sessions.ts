import { askServer } from "../files/ask.ts";
import { baseUrl, type ClientOptions } from "../transport.ts";

/** A terminal that asks to be signed in, as the person who answers sees it. Moments in ISO 8601. */
export type TerminalRequest = {
	readonly code: string;
	/** What it calls itself; empty where it told nothing. Its own claim. */
	readonly terminal: string;
	readonly address: string;
	/** Whether it asks from the address that the person himself has. */
	readonly sameAddress: boolean;
	readonly askedAt: string;
	readonly expiresAt: string;
};

/** Where a person is signed in. Moments in ISO 8601. */
export type SessionRow = {
	readonly id: string;
	readonly kind: "browser" | "terminal";
	/** What the browser or the terminal calls itself; empty where it told nothing. */
	readonly name: string;
	readonly address: string | null;
	readonly createdAt: string;
	readonly usedAt: string;
	/** When it ends in any case. */
	readonly endsAt: string;
	/** Whether it is the one that asks. */
	readonly current: boolean;
};

async function told<T>(
	options: ClientOptions,
	path: string,
	body: object | null,
	isIt: (said: unknown) => said is T,
): Promise<T> {
	const headers = { "content-type": "application/json" };
	const init: RequestInit = body === null ? {} : { method: "POST", headers, body: JSON.stringify(body) };
	const said: unknown = await (await askServer(options, `${baseUrl(options)}/auth/${path}`, init)).json();
	if (!isIt(said)) throw new Error(`the server's answer to ${path} is of another shape`);
	return said;
}

const has = (value: unknown, names: readonly string[]): value is object =>
	typeof value === "object" && value !== null && names.every((name) => name in value);

const isRequest = (said: unknown): said is TerminalRequest =>
	has(said, ["code", "terminal", "address", "sameAddress", "askedAt", "expiresAt"]);

const isList = (said: unknown): said is { items: SessionRow[] } =>
	has(said, ["items"]) &&
	"items" in said &&
	Array.isArray(said.items) &&
	said.items.every((item) => has(item, ["id", "kind", "name", "createdAt", "endsAt", "current"]));

const isObject = (said: unknown): said is object => has(said, []);

/**
 * The terminal behind a code that a person typed. Only in a browser, where the person is signed in. Throws a
 * `FailedRequest`: `NOT_FOUND` where the code leads nowhere (any more), `TOO_MANY` after several wrong ones.
 */
export const terminalBehind = (options: ClientOptions, code: string): Promise<TerminalRequest> =>
	told(options, "device/look", { code }, isRequest);

/** Lets the terminal behind a code in, or sends it away. Counts once. */
export async function answerTerminal(options: ClientOptions, code: string, approve: boolean): Promise<void> {
	await told(options, "device/decide", { code, approve }, isObject);
}

/** Where the person is signed in, with browsers and terminals. */
export const listSessions = async (options: ClientOptions): Promise<readonly SessionRow[]> =>
	(await told(options, "sessions", null, isList)).items;

/** Ends one of the person's sessions. */
export async function endSession(options: ClientOptions, id: string): Promise<void> {
	await told(options, "sessions/end", { id }, isObject);
}
