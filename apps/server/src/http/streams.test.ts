import { createServer, get, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { OpenStreams, type StreamOwner } from "./streams.ts";

const cleanUp: (() => void)[] = [];
afterEach(() => {
	for (const step of cleanUp.splice(0)) step();
});

/** A real response that stays open, and when its reader saw it end. */
async function openResponse(): Promise<{ response: ServerResponse; ended: Promise<void> }> {
	const { promise: arrived, resolve } = Promise.withResolvers<ServerResponse>();
	const server = createServer((_, response) => {
		response.writeHead(200, { "content-type": "text/event-stream" });
		response.write(": hello\n\n");
		resolve(response);
	}).listen(0, "127.0.0.1");
	await new Promise((listening) => server.once("listening", listening));
	cleanUp.push(() => server.close());
	const address = server.address();
	const port = typeof address === "object" && address !== null ? address.port : 0;
	const ended = new Promise<void>((end) => {
		get({ host: "127.0.0.1", port }, (reading) => {
			reading.on("error", () => end()).on("close", () => end());
			reading.resume();
		}).on("error", () => end());
	});
	return { response: await arrived, ended };
}

const forever: StreamOwner = { endsAt: null, holds: async () => true };

describe("OpenStreams", () => {
	test("ends a stream when its session or key is over", async () => {
		const { response, ended } = await openResponse();
		const began = Date.now();
		new OpenStreams(10_000).add(response, { ...forever, endsAt: began + 60 });
		await ended;
		expect(Date.now() - began).toBeGreaterThanOrEqual(55);
	});

	test("ends a stream when its credentials no longer hold", async () => {
		const { response, ended } = await openResponse();
		let holds = true;
		const streams = new OpenStreams(10);
		streams.add(response, { endsAt: null, holds: async () => holds });
		await delay(60);
		expect(streams.size).toBe(1);
		holds = false;
		await ended;
		await vi.waitFor(() => expect(streams.size).toBe(0), 5000);
	});

	test("cuts nobody off because the database cannot be asked just now", async () => {
		const { response } = await openResponse();
		const streams = new OpenStreams(5);
		streams.add(response, { endsAt: null, holds: async () => Promise.reject(new Error("no database")) });
		await delay(60);
		expect(streams.size).toBe(1);
		streams.end();
	});

	test("ends all of them at a stop", async () => {
		const open = [await openResponse(), await openResponse()];
		const streams = new OpenStreams();
		for (const { response } of open) streams.add(response, forever);
		streams.end();
		await Promise.all(open.map(({ ended }) => ended));
		await vi.waitFor(() => expect(streams.size).toBe(0), 5000);
	});
});
