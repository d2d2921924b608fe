import type { CommandOutcome } from "@zhenggai/client";
import { expect, test } from "vitest";
import { type ChainPorts, type Link, runChain } from "./run-chain.ts";

type Accepted = Extract<CommandOutcome, { ok: true }>;

const link = (key: string, after: string[] = []): Link => ({
	...{ key, after },
	command: { type: "selfCheckSite", siteId: key, evidenceIds: [] },
});
const refusal = (field: string | null) => ({
	...{ rule: "EV-02", field, message: { zh: "没有文件", en: "No file" } },
	...{ clears: { zh: "上传", en: "Upload it" }, who: [], basis: null },
});
const refused = (field: string | null = "evidenceIds"): CommandOutcome => ({
	...{ ok: false, refusals: [refusal(field)], conflict: null },
});
const envelope = { expectedVersion: 7, idempotencyKey: "key-of-form" };

/** A server that answers by site, and what it was sent. */
function server(answers: Readonly<Record<string, CommandOutcome | Error>> = {}) {
	const seen: { site: string; version: number; key: string }[] = [];
	const taken: number[] = [];
	let version = envelope.expectedVersion;
	const ports: ChainPorts = {
		send: async (command, { expectedVersion, idempotencyKey }) => {
			const site = command.type === "selfCheckSite" ? command.siteId : "";
			seen.push({ site, version: expectedVersion, key: idempotencyKey });
			const answer = answers[site];
			if (answer instanceof Error) throw answer;
			if (answer !== undefined) return answer;
			version += 1;
			return { ok: true, value: pageAt(version), warnings: [] };
		},
		take: ({ row }) => taken.push(row.version),
	};
	return { seen, taken, ports };
}

/** Of a page only the version is looked at. */
const pageAt = (version: number): Accepted["value"] => Object.create({ row: { version } });

test("each command is sent on the version that the one before led to, with a key of its own", async () => {
	const { seen, taken, ports } = server();
	const { outcome, sent } = await runChain([link("a"), link("b"), link("c", ["a"])], envelope, ports);
	expect(seen).toEqual([
		{ site: "a", version: 7, key: "key-of-form.a" },
		{ site: "b", version: 8, key: "key-of-form.b" },
		{ site: "c", version: 9, key: "key-of-form.c" },
	]);
	expect([outcome.ok, sent.done, taken]).toEqual([true, ["a", "b", "c"], [8, 9, 10]]);
});

test("what is refused holds up only what rests on it, and says at which part", async () => {
	const { seen, ports } = server({ a: refused(), d: refused(null) });
	const links = [link("a"), link("b", ["a"]), link("c"), link("d"), link("e", ["b", "c"])];
	const { outcome, sent } = await runChain(links, envelope, ports);
	expect(seen.map(({ site }) => site)).toEqual(["a", "c", "d"]);
	expect(sent).toEqual({ done: ["c"], failed: ["a", "b", "d", "e"] });
	expect(outcome.ok ? [] : outcome.refusals.map(({ field }) => field)).toEqual(["a.evidenceIds", "d"]);
});

test("a conflict ends the chain; what went through before it is known", async () => {
	const conflict = { expectedVersion: 8, currentVersion: 12, changes: [] };
	const { seen, taken, ports } = server({ b: { ok: false, refusals: [], conflict } });
	const { outcome, sent } = await runChain([link("a"), link("b"), link("c")], envelope, ports);
	expect(outcome.ok ? null : outcome.conflict).toEqual(conflict);
	expect([seen.length, taken, sent]).toEqual([2, [8], { done: ["a"], failed: ["b", "c"] }]);
});

test("a request that fails is thrown, with what was accepted taken in", async () => {
	const { taken, ports } = server({ b: new Error("no network") });
	await expect(runChain([link("a"), link("b")], envelope, ports)).rejects.toThrow("no network");
	expect(taken).toEqual([8]);
});
