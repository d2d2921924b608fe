import { type ClientOptions, createZhenggaiClient, type ZhenggaiClient } from "@zhenggai/client";
import { type Connection, readLocalFile } from "./connection.ts";

/**
 * `fetch` to the server on this machine, wherever it is now: a restart makes a new token and may take a new port,
 * and a dashboard that stays open all night has to follow it.
 */
function localFetch(path: string, first: { url: string; token: string | null }): typeof globalThis.fetch {
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

/** How a connection is made. One to this machine's own server outlives that server's restarts. */
export function clientOptions(connection: Connection): ClientOptions {
	const { url, token, localFile } = connection;
	if (localFile !== null) return { url, fetch: localFetch(localFile, connection) };
	return token === null ? { url } : { url, token };
}

/** The client for a connection. */
export const clientFor = (connection: Connection): ZhenggaiClient =>
	createZhenggaiClient(clientOptions(connection));
