import { createServer, type IncomingMessage } from "node:http";
import { CITY, type Player, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { decompose, importFeedback } from "../closed-loop/feedback.ts";
import { planAtOnce } from "../closed-loop/planning.ts";
import { stageOf } from "../closed-loop/play.ts";
import { openMonth } from "../closed-loop/working.ts";

/** A ledger with an issue at work whose reporting cycle is open, and the key of the unit that reports on it. */
export async function startReporting() {
	const clock = new StoryClock("2025-01-08");
	const cast = await startStory(clock);
	const stage = stageOf(cast);
	clock.moveTo("2025-01-10");
	const { slow: issueId } = await decompose(stage, cast, await importFeedback(cast));
	const days = { first: "2025-04-10", second: "2025-06-10", deadline: "2025-07-10" };
	clock.moveTo("2025-01-13");
	await planAtOnce(stage, cast, issueId, days, cast.province);
	clock.moveTo("2025-03-20");
	await openMonth(stage, cast.city, issueId, "2025-03", "31");
	return {
		/** Everybody who plays in it. */
		...{ cast, stage },
		issueId,
		url: cast.url,
		key: keyOf(cast.cityLead),
		/** Of the city's office. */
		officeKey: keyOf(await cast.program({ name: "市整改办系统", role: "cityOffice", region: CITY })),
		/** The issue as it is now. */
		now: () => stage.get(issueId),
		/** Somebody else changes the issue. */
		meddle: () =>
			stage.does(cast.city, issueId, (issues, on) =>
				issues.setForecast.mutate({
					...on,
					command: { type: "setForecast", forecast: "onTime", reason: null },
				}),
			),
		stop: () => cast.stop(),
	};
}

/** The key that a program sends. */
const keyOf = ({ headers }: Player): string => (headers.authorization ?? "").replace("Bearer ", "");

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}

/** The server by another address, behind which something happens before the first request of a path arrives. */
export async function interrupted(url: string, path: string, before: () => Promise<unknown>) {
	let waiting = true;
	const proxy = createServer((request, response) => {
		const forward = async (): Promise<void> => {
			const body = await bodyOf(request);
			if (waiting && request.url?.includes(path) === true) {
				waiting = false;
				await before();
			}
			const headers = new Headers();
			for (const name of ["authorization", "content-type"] as const) {
				const value = request.headers[name];
				if (value !== undefined) headers.set(name, value);
			}
			const init = { method: request.method ?? "GET", headers };
			const answer = await fetch(
				`${url}${request.url ?? ""}`,
				body.length > 0 ? { ...init, body: new Uint8Array(body) } : init,
			);
			response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
			response.end(Buffer.from(await answer.arrayBuffer()));
		};
		forward().catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
	const address = proxy.address();
	const port = typeof address === "object" && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		stop: () => {
			proxy.closeAllConnections();
			proxy.close();
		},
	};
}
