import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient, type IssueRow, type ZhenggaiClient } from "@zhenggai/client";
import { type ServerProcess, startProcess } from "@zhenggai/server/testing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

const dataDir = mkdtempSync(join(tmpdir(), "zhenggai-live-"));
let port: number;
let server: ServerProcess;
/** Keeps its key over restarts, as a program does. */
let client: ZhenggaiClient;
let key: string;

const freePort = async (): Promise<number> => {
	const probe = createServer().listen(0, "127.0.0.1");
	await new Promise((resolve) => probe.once("listening", resolve));
	const address = probe.address();
	await new Promise((resolve) => probe.close(resolve));
	return typeof address === "object" && address !== null ? address.port : 0;
};

const start = () => startProcess({ dataDir, env: { PORT: String(port) } });

beforeAll(async () => {
	port = await freePort();
	server = await start();
	const operator = createZhenggaiClient({ url: server.url, token: server.token });
	const { region } = await operator.access.me.query();
	const made = await operator.access.createApiKey.mutate({
		...{ name: "值班屏", role: "provOffice", region, unitId: null, verbs: ["read", "write"], days: 1 },
	});
	if (!made.ok) throw new Error(JSON.stringify(made.refusals));
	key = made.value.key;
	client = createZhenggaiClient({ url: server.url, token: key });
}, 120_000);

afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

const someIssue = async (): Promise<IssueRow> => {
	const { items } = await client.issues.list.query({
		filter: { states: ["registered", "assigned", "planning"] },
		limit: 1,
	});
	const [row] = items;
	if (row === undefined) throw new Error("the sample has no open issue");
	return row;
};

/** Changes an issue and gives its new version. */
async function remark(issue: IssueRow, text: string): Promise<number> {
	const fresh = await client.issues.get.query({ issueId: issue.id });
	const outcome = await client.issues.amendIssue.mutate({
		issueId: issue.id,
		command: { type: "amendIssue", changes: { remarks: text }, reason: "值班记录", importId: null },
		envelope: { expectedVersion: fresh.row.version, justification: "值班记录" },
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome.value.row.version;
}

type Seen = { cursor: string; version: number; events: number; remarks: string | null };

/** Watches one issue's changes, as a program would, from a place on. */
function watch(after: string, issueId: string, watcher = client) {
	const seen: Seen[] = [];
	const states: string[] = [];
	const errors: string[] = [];
	const subscription = watcher.issues.watch.subscribe(
		{ after },
		{
			onData: ({ id, data }) => {
				if (data.issueId === issueId)
					seen.push({
						cursor: id,
						version: data.version,
						events: data.types.length,
						remarks: data.row?.remarks ?? null,
					});
			},
			onConnectionStateChange: ({ state }) => void states.push(state),
			onError: (error) => void errors.push(error.message),
		},
	);
	return { seen, states, errors, stop: () => subscription.unsubscribe() };
}

/** Several changes of one issue may come as one, so events are counted: each arrives exactly once, and in order. */
function expectExactly(seen: readonly Seen[], versions: readonly number[]): void {
	expect(seen.at(-1)?.version).toBe(versions.at(-1));
	expect(seen.reduce((sum, { events }) => sum + events, 0)).toBe(versions.length);
	const order = seen.map(({ version }) => version);
	expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
}

const place = async (): Promise<string> => (await client.issues.list.query({ limit: 1 })).liveFrom;
const soon = { timeout: 20_000, interval: 20 };

describe("live changes", () => {
	test("reach a subscriber within a moment, and only once", async () => {
		const issue = await someIssue();
		const watching = watch(await place(), issue.id);
		await vi.waitFor(() => expect(watching.states).toContain("pending"), soon);
		const began = performance.now();
		const version = await remark(issue, "第一次");
		await vi.waitFor(() => expect(watching.seen.map((it) => it.version)).toEqual([version]), soon);
		expect(performance.now() - began).toBeLessThan(2000);
		expect(watching.seen[0]?.remarks).toBe("第一次");
		watching.stop();
	});

	test("made while nobody was connected come when one resumes after the last id", async () => {
		const issue = await someIssue();
		const first = watch(await place(), issue.id);
		const one = await remark(issue, "断线之前");
		await vi.waitFor(() => expect(first.seen.map((it) => it.version)).toEqual([one]), soon);
		first.stop();
		const missed = [await remark(issue, "断线之中一"), await remark(issue, "断线之中二")];
		const second = watch(first.seen.at(-1)?.cursor ?? "", issue.id);
		await vi.waitFor(() => expectExactly(second.seen, missed), soon);
		second.stop();
	});

	test.each(["SIGTERM", "SIGKILL"] as const)(
		"outlive a restart of the server by %s: none lost, none twice",
		async (signal) => {
			const issue = await someIssue();
			const watching = watch(await place(), issue.id);
			const versions = [await remark(issue, "重启之前")];
			await vi.waitFor(() => expect(watching.seen.map((it) => it.version)).toEqual(versions), soon);
			const asked = performance.now();
			const { code } = await server.stop(signal);
			if (signal === "SIGTERM") {
				expect(code).toBe(0);
				expect(performance.now() - asked, "an open stream must not hold up a stop").toBeLessThan(5000);
			}
			server = await start();
			versions.push(await remark(issue, "重启之后"), await remark(issue, "再次"));
			await vi.waitFor(() => expectExactly(watching.seen, versions), soon);
			await new Promise((resolve) => setTimeout(resolve, 500));
			expectExactly(watching.seen, versions);
			expect(watching.errors).toEqual([]);
			watching.stop();
		},
	);

	test("a stranger gets an error and no endless attempts", async () => {
		const watching = watch(
			await place(),
			"none",
			createZhenggaiClient({ url: server.url, token: "zgk_wrong" }),
		);
		await vi.waitFor(() => expect(watching.errors.length).toBe(1), soon);
		expect(watching.seen).toEqual([]);
	});

	test("a place that the journal never had is refused", async () => {
		const watching = watch("999999999999:1", "none");
		await vi.waitFor(() => expect(watching.errors.length).toBe(1), soon);
	});
});
