import { execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createZhenggaiClient } from "@zhenggai/client";
import { type ServerProcess, startProcess } from "@zhenggai/server/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { interrupted, startReporting } from "./reporting.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PACKAGE = join(ROOT, "packages/client");
const run = promisify(execFile);

/** The examples of the README by the name above them. */
const examples = new Map(
	[
		...readFileSync(join(PACKAGE, "README.md"), "utf8").matchAll(
			/<!-- example: (\w+) -->\n```ts\n([\s\S]*?)```/g,
		),
	].map(([, name = "", code = ""]) => [name, code]),
);

const TSCONFIG = {
	compilerOptions: {
		...{
			target: "es2023",
			module: "nodenext",
			strict: true,
			noEmit: true,
			exactOptionalPropertyTypes: false,
		},
		// Also what the declarations themselves import must be there and fit.
		skipLibCheck: false,
		lib: ["es2023", "dom", "dom.asynciterable"],
		types: ["node"],
		typeRoots: [join(ROOT, "node_modules/@types")],
	},
	include: ["*.ts"],
};

let folder: string;
let server: ServerProcess;
let key: string;

/** A stranger's folder with the packed client in it, and nothing of this workspace. */
async function outside(): Promise<string> {
	const place = mkdtempSync(join(tmpdir(), "zhenggai-outside-"));
	await run("npx", ["-y", "pnpm@12", "pack", "--pack-destination", place], { cwd: PACKAGE });
	const tarball = readdirSync(place).find((name) => name.endsWith(".tgz")) ?? "";
	writeFileSync(
		join(place, "package.json"),
		JSON.stringify({ name: "outside", private: true, type: "module" }),
	);
	await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`], {
		cwd: place,
	});
	for (const [name, code] of examples) writeFileSync(join(place, `${name}.ts`), code);
	writeFileSync(join(place, "tsconfig.json"), JSON.stringify(TSCONFIG));
	return place;
}

async function newKey(): Promise<string> {
	const operator = createZhenggaiClient({ url: server.url, token: server.token });
	const { region } = await operator.access.me.query();
	const outcome = await operator.access.createApiKey.mutate({
		...{ name: "外部程序", role: "provOffice", region, unitId: null, verbs: ["read", "write"], days: 1 },
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
	return outcome.value.key;
}

/** Somebody signs in at a browser; gives its cookie. */
async function cookieOf(username: string): Promise<string> {
	const operator = createZhenggaiClient({ url: server.url, token: server.token });
	const link = await operator.access.createSignInLink.mutate({ username });
	const answer = await fetch(`${server.url}/sign-in`, {
		method: "POST",
		redirect: "manual",
		body: new URLSearchParams({ token: new URL(link.url).searchParams.get("token") ?? "" }),
		headers: { origin: server.url },
	});
	return answer.headers
		.getSetCookie()
		.map((line) => line.split(";")[0] ?? "")
		.join("; ");
}

type At = { readonly token?: string; readonly url?: string; readonly args?: readonly string[] };

const runExample = async (name: string, { token = key, url = server.url, args = [] }: At = {}) => {
	const { stdout } = await run(process.execPath, [`${name}.ts`, ...args], {
		cwd: folder,
		env: { PATH: process.env.PATH, ZHENGGAI_URL: url, ZHENGGAI_TOKEN: token },
	});
	return stdout;
};

beforeAll(async () => {
	[folder, server] = await Promise.all([outside(), startProcess()]);
	key = await newKey();
}, 180_000);
afterAll(async () => {
	await server?.stop();
	if (folder) rmSync(folder, { recursive: true, force: true });
});

describe("the packed client, installed by a stranger", () => {
	test("brings its own files and its dependencies, and nothing of the server", () => {
		const files = readdirSync(join(folder, "node_modules/@zhenggai/client"), { recursive: true });
		expect(files.map(String).toSorted()).toEqual([
			"LICENSE",
			"README.md",
			"dist",
			join("dist", "index.d.ts"),
			join("dist", "index.js"),
			"package.json",
		]);
		const installed = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
		for (const foreign of ["hono", "pg", "drizzle-orm", "better-auth", "pino"])
			expect(installed).not.toContain(foreign);
		expect(readdirSync(join(folder, "node_modules/@zhenggai"))).toEqual(["client"]);
	});

	test.each(["index.js", "index.d.ts"])("%s imports only what the package says", (file) => {
		const text = readFileSync(join(folder, "node_modules/@zhenggai/client/dist", file), "utf8");
		const imported = [...text.matchAll(/\b(?:from|import\()\s*"([^"]+)"/g)].map(([, name = ""]) => name);
		const allowed = /^(@trpc\/client|@trpc\/server|eventsource|zod)(\/|$)/;
		expect([...new Set(imported)].filter((name) => !allowed.test(name))).toEqual([]);
		expect(text).not.toMatch(/drizzle|node:|better-auth|\bpg\b|interface Services\b/);
	});

	test("the README's examples fit the declarations", async () => {
		expect([...examples.keys()]).toEqual([
			"list",
			"command",
			"report",
			"simulate",
			"watch",
			"signIn",
			"browser",
		]);
		const tsc = join(ROOT, "node_modules/.bin/tsc");
		const checked = await run(tsc, ["-p", folder, "--pretty", "false"]).catch(
			(error: { stdout?: string }) => error,
		);
		expect(checked.stdout).toBe("");
	});

	test("a program that does not fit is refused by its declarations", async () => {
		const place = join(folder, "wrong");
		mkdirSync(place);
		cpSync(join(folder, "tsconfig.json"), join(place, "tsconfig.json"));
		writeFileSync(
			join(place, "wrong.ts"),
			`import { createZhenggaiClient } from "@zhenggai/client";
const client = createZhenggaiClient({ url: "" });
await client.issues.list.query({ sort: "colour" });
await client.issues.nothing.query();
const n: number = (await client.access.me.query()).name;
console.log(n);
`,
		);
		const tsc = join(ROOT, "node_modules/.bin/tsc");
		const checked = await run(tsc, ["-p", place, "--pretty", "false"]).catch(
			(error: { stdout?: string }) => error,
		);
		expect(checked.stdout?.match(/error TS\d+/g)?.length).toBe(3);
	});

	test("lists the ledger of a live server", async () => {
		const lines = (await runExample("list")).trim().split("\n");
		expect(lines[0]).toContain("外部程序: provOffice");
		expect(lines.length).toBeGreaterThan(5);
	});

	test("runs a command, and says so when its key does not hold", async () => {
		expect(await runExample("command")).toMatch(/^(now at version \d+|[A-Z]+-\d+: )/);
		await expect(runExample("command", { token: "zgk_wrong" })).rejects.toThrow();
	});

	test("says which lights a day will show", async () => {
		const out = await runExample("simulate", { args: ["2029-12-31"] });
		expect(out).toMatch(/ red (WRN-03|LB-04)/);
		expect(out).toMatch(/2029-12-31 \{[^}]*red: \d+/);
		await expect(runExample("simulate", { args: ["2029-02-30"] })).rejects.toThrow();
	});

	test("signs a person in, who lets it in from his browser", async () => {
		const program = spawn(process.execPath, ["signIn.ts"], {
			cwd: folder,
			env: { PATH: process.env.PATH, ZHENGGAI_URL: server.url },
		});
		const said = { text: "" };
		program.stdout.on("data", (chunk: Buffer) => {
			said.text += chunk.toString("utf8");
		});
		const ended = new Promise<number | null>((resolve) => program.once("close", resolve));
		await expect.poll(() => said.text, { timeout: 20_000 }).toMatch(/enter [B-Z]{4}-[B-Z]{4}/);
		const cookie = await cookieOf("prov-office");
		const decided = await fetch(`${server.url}/auth/device/decide`, {
			method: "POST",
			headers: { "content-type": "application/json", origin: server.url, cookie },
			body: JSON.stringify({ code: /[B-Z]{4}-[B-Z]{4}/.exec(said.text)?.[0], approve: true }),
		});
		expect(decided.status).toBe(200);
		expect(await ended).toBe(0);
		expect(said.text).toMatch(/\nperson: \S+, provOffice\n$/);
	}, 60_000);

	test("watches", async () => {
		const watching = runExample("watch");
		expect(await watching).toMatch(/connecting\npending\n[\s\S]*last seen \d+:\d+/);
	});
});

describe("the README's program that reports progress", () => {
	let ledger: Awaited<ReturnType<typeof startReporting>>;
	const blocks = {
		...{ issueProgress: "按计划推进", policiesMade: "办法已起草", goalCompletion: "氨氮下降" },
		...{ accountability: "无移交事项", qualityChange: "水质改善", publication: "已在网站公开" },
	};
	/** What the unit's own system would write, in a file. */
	const entry = (name: string, content: object): string => {
		const path = join(folder, name);
		writeFileSync(path, JSON.stringify(content));
		return path;
	};

	beforeAll(async () => {
		ledger = await startReporting();
	}, 60_000);
	afterAll(() => ledger.stop());

	test("hands an entry in, and reads what the rules doubt about it", async () => {
		const args = [ledger.issueId, entry("bare.json", { progress: "完成管线勘察和施工图设计" })];
		const out = await runExample("report", { token: ledger.key, url: ledger.url, args });
		expect(out).toMatch(/^reported 2025-03, now at version \d+\ndoubt PRG-06: /);
	});

	test("uploads the photo, reports, and gets through a conflict", async () => {
		const photo = join(folder, "现场.jpg");
		writeFileSync(photo, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200_000, 7)]));
		const args = [ledger.issueId, entry("whole.json", { progress: "完成沟槽开挖二百米", blocks }), photo];
		const proxy = await interrupted(ledger.url, "issues.reportProgress", ledger.meddle);
		try {
			const out = await runExample("report", { token: ledger.key, url: proxy.url, args });
			expect(out).toMatch(/^sent 200004 of 200004 bytes$/m);
			expect(out).toMatch(/^attached image\/jpeg [0-9a-f]{64}$/m);
			expect(out).toMatch(/^meanwhile 沈知远: forecastSet$/m);
			expect(out).toMatch(/^reported 2025-03, now at version \d+$/m);
		} finally {
			proxy.stop();
		}
		const { progress } = await ledger.now();
		const entries = progress.reports.map(({ content }) => content.progress);
		expect(entries).toEqual(["完成管线勘察和施工图设计", "完成沟槽开挖二百米"]);
		expect(progress.evidence.map(({ name, bytes }) => [name, bytes])).toEqual([["现场.jpg", 200_004]]);
	});

	test("reads what is refused, with field, way out and who", async () => {
		const args = [ledger.issueId, join(folder, "whole.json")];
		const refused = await runExample("report", { token: ledger.key, url: ledger.url, args }).catch(
			(error: { stdout?: string }) => error.stdout ?? "",
		);
		expect(refused).toMatch(/^[A-Z_]+ at content: .+ → .+ \(leadUnit, respUnit.*\)$/m);
		expect((await ledger.now()).progress.reports).toHaveLength(2);
	});

	test("says so when its key does not hold", async () => {
		const args = [ledger.issueId, entry("again.json", {}), entry("photo.jpg", {})];
		const denied = await runExample("report", { token: "zgk_wrong", url: ledger.url, args }).catch(
			(error: { stdout?: string }) => error.stdout ?? "",
		);
		expect(denied).toMatch(/^NOT_SIGNED_IN /m);
	});
});
