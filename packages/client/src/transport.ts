import { EventSource as FetchingEventSource } from "eventsource";

/** How to reach a server. */
export type ClientOptions = {
	/** The server's address, `https://ledger.example:4400`; empty for the page's own origin. */
	url: string;
	/** A program's key, or what a person's sign-in at a terminal gave. Left out in a browser, where the cookie speaks. */
	token?: string;
	/** Another `fetch`, for tests and proxies. */
	fetch?: typeof globalThis.fetch;
	/** Whether the page is being left: what is sent then outlives it, as far as browsers allow. */
	leaving?: () => boolean;
};

/** Browsers refuse longer requests that are to outlive their page (64 KiB for all of them together), in characters. */
const LAST_WORDS = 20_000;

const outlives = (options: ClientOptions, body: unknown): boolean =>
	options.leaving?.() === true && typeof body === "string" && body.length <= LAST_WORDS;

/** The address of the server without a slash at its end. */
export const baseUrl = (options: ClientOptions): string => options.url.replace(/\/+$/, "");

/** Headers that say who asks. */
export const credentials = (options: ClientOptions): Record<string, string> =>
	options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };

/** `fetch` with the options' credentials; looked up at every call, so that a page may replace the global one. */
export const fetchOf =
	(options: ClientOptions): typeof globalThis.fetch =>
	(input, init) => {
		const headers = new Headers(init?.headers);
		for (const [name, value] of Object.entries(credentials(options))) headers.set(name, value);
		const asked: RequestInit = { ...init, credentials: "same-origin", headers };
		if (outlives(options, init?.body)) asked.keepalive = true;
		return (options.fetch ?? globalThis.fetch)(input, asked);
	};

/**
 * The `EventSource` for live events: the browser's own where the cookie speaks, since its developer tools show it;
 * else one on top of `fetch`, which can send a key.
 */
export function eventSourceOf(options: ClientOptions): typeof FetchingEventSource {
	const native: unknown = Reflect.get(globalThis, "EventSource");
	const usable = options.token === undefined && options.fetch === undefined && isEventSource(native);
	return usable ? native : FetchingEventSource;
}

/** The browser's constructor takes no `fetch` and ignores it; in all else it is the same as the package's. */
const isEventSource = (value: unknown): value is typeof FetchingEventSource => typeof value === "function";
