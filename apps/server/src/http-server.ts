import { createServer, type RequestListener, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { say } from "@zhenggai/domain/kernel";
import type { Hono } from "hono";
import type { HttpEnv } from "./http/request.ts";
import type { OpenStreams } from "./http/streams.ts";
import { listenError } from "./port.ts";

/** How long requests under way may take after a stop was asked for. */
const DRAIN_MS = 10_000;

/** An HTTP server that listens before the rest is ready. */
export type HttpServer = {
	readonly port: number;
	/** From now on requests go to the app; before, they are told to come back. */
	serve(app: Hono<HttpEnv>): void;
	/**
	 * Takes no new connections, ends the event streams, and waits for requests under way, at most ten seconds. Once:
	 * later calls wait for the first.
	 */
	drain(streams: OpenStreams | null): Promise<void>;
};

const starting: RequestListener = (request, response) => {
	const alive = request.url === "/healthz";
	const text = say("服务正在启动或停止", "The service is starting or stopping");
	const body = alive ? { alive: true } : { error: { code: "UNAVAILABLE", text, requestId: null } };
	response.writeHead(alive ? 200 : 503, { "content-type": "application/json", "retry-after": "2" });
	response.end(JSON.stringify(body));
};

async function drain(server: Server, streams: OpenStreams | null): Promise<void> {
	const { promise: closed, resolve } = Promise.withResolvers<void>();
	server.close(() => resolve());
	streams?.end();
	// A connection whose last request has just been answered would be kept for the next one.
	const sweep = setInterval(() => server.closeIdleConnections(), 50);
	const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
	await closed;
	clearInterval(sweep);
	clearTimeout(patience);
}

/**
 * Listens at once, so that a port that is taken is found before a database is started. Rejects with a text for the
 * operator that names the process in the way.
 */
export async function listen(host: string, port: number): Promise<HttpServer> {
	let handler: RequestListener = starting;
	const server = createServer((request, response) => handler(request, response));
	// Longer than the idle time of usual proxies, so that they never reuse a connection that we are closing.
	server.keepAliveTimeout = 65_000;
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	server.once("error", (error) => reject(listenError(error, host, port)));
	server.listen({ host, port }, resolve);
	await promise;
	const address = server.address();
	let draining: Promise<void> | null = null;
	return {
		port: typeof address === "object" && address !== null ? address.port : port,
		serve: (app) => {
			const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
			handler = (request, response) => void answer(request, response);
		},
		drain: (streams) => {
			handler = starting;
			draining ??= drain(server, streams);
			return draining;
		},
	};
}
