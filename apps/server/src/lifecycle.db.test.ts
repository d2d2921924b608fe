import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { type ProcessOptions, type ServerProcess, StartFailed, startProcess } from "./testing/process.ts";

const folders: string[] = [];
const newFolder = (): string => {
	const folder = mkdtempSync(join(tmpdir(), "zhenggai-life-"));
	folders.push(folder);
	return folder;
};
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const empty = (dataDir: string): ProcessOptions => ({ dataDir, args: ["--empty"] });

/** What a start that must fail said. */
async function refusal(options: ProcessOptions): Promise<StartFailed> {
	const started = await startProcess(options).catch((error: unknown) => error);
	if (started instanceof StartFailed) return started;
	if (started instanceof Error) throw started;
	throw new Error("it started");
}

const Made = z.object({ result: z.object({ data: z.object({ value: z.object({ key: z.string() }) }) }) });

const ready = async (server: ServerProcess): Promise<number> => (await fetch(`${server.url}/readyz`)).status;

const me = (server: ServerProcess, token = server.token) =>
	fetch(`${server.url}/trpc/access.me`, { headers: { authorization: `Bearer ${token}` } });

describe("a server's life", () => {
	const dataDir = newFolder();

	test("is alive and ready, and only its owner can read the token", async () => {
		const server = await startProcess(empty(dataDir));
		expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
		const answer = await fetch(`${server.url}/readyz`);
		expect(await answer.json()).toEqual({
			ready: true,
			checks: { database: true, migrations: true, events: true },
		});
		for (const file of ["local.json", "secret"]) {
			expect(statSync(join(dataDir, file)).mode & 0o777, file).toBe(0o600);
		}
		expect((await me(server)).status).toBe(200);
		await server.stop();
	});

	test("tells how to begin while nobody has an account, in both languages", async () => {
		const server = await startProcess(empty(dataDir));
		await vi.waitFor(() => expect(server.output()).toContain("Ctrl-C"), { timeout: 10_000 });
		const said = server.output();
		await server.stop();
		expect(said).toContain("台账还没有人员账户");
		expect(said).toContain("Nobody has an account yet");
		const steps = ["regions", "units", "users", "sign-in-link", "import"].map((word) =>
			said.indexOf(`zhenggai ${word}`),
		);
		expect(steps).toEqual(steps.toSorted((a, b) => a - b));
		expect(steps).not.toContain(-1);
	});

	test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
		"%s stops it with exit code 0 and nothing left over",
		async (signal) => {
			const server = await startProcess(empty(dataDir));
			const oldToken = server.token;
			expect(await server.stop(signal)).toEqual({ code: 0, signal: null });
			expect(existsSync(join(dataDir, "local.json"))).toBe(false);
			expect(existsSync(join(dataDir, "postgresql", "postmaster.pid"))).toBe(false);
			const next = await startProcess(empty(dataDir));
			expect((await me(next, oldToken)).status).toBe(401);
			await next.stop();
		},
	);

	test("keeps its secret, so that sessions outlive a restart", async () => {
		const secret = readFileSync(join(dataDir, "secret"), "utf8");
		const server = await startProcess(empty(dataDir));
		await server.stop();
		expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe(secret);
		expect(secret.trim().length).toBeGreaterThanOrEqual(64);
	});

	test("killed, it starts again with everything it had acknowledged", async () => {
		const first = await startProcess(empty(dataDir));
		const made = await fetch(`${first.url}/trpc/access.createApiKey`, {
			method: "POST",
			headers: { authorization: `Bearer ${first.token}`, "content-type": "application/json" },
			body: JSON.stringify({
				name: "接口程序",
				role: "cityOffice",
				region: "680100",
				unitId: null,
				verbs: ["read"],
				days: 1,
			}),
		});
		expect(made.status).toBe(200);
		const { key } = Made.parse(await made.json()).result.data.value;
		await first.stop("SIGKILL");
		const second = await startProcess(empty(dataDir));
		expect(await ready(second)).toBe(200);
		expect((await me(second, key)).status).toBe(200);
		await second.stop();
	});

	test("a second one on the same data is refused with the first one's pid", async () => {
		const first = await startProcess(empty(dataDir));
		const second = await refusal(empty(dataDir));
		expect(second.code).toBe(1);
		expect(second.output).toContain(String(first.pid));
		expect(await ready(first)).toBe(200);
		expect((await me(first)).status).toBe(200);
		await first.stop();
	});
});

describe("a start that cannot be", () => {
	test("names the process on the port, and how to take another, before it makes a database", async () => {
		const taken = createTcpServer().listen(0, "127.0.0.1");
		await new Promise((resolve) => taken.once("listening", resolve));
		const address = taken.address();
		const port = typeof address === "object" && address !== null ? address.port : 0;
		const dataDir = newFolder();
		const { output, code } = await refusal({ ...empty(dataDir), env: { PORT: String(port) } });
		taken.close();
		expect(code).toBe(1);
		expect(output).toContain(`PORT=${port + 1}`);
		if (process.platform === "linux") expect(output).toContain(`process ${process.pid}`);
		expect(existsSync(join(dataDir, "postgresql"))).toBe(false);
	});

	test.each([
		[{ PORT: "none" }, "PORT"],
		[{ HOST: "203.0.113.1" }, "HOST"],
		[{ DATABASE_URL: "postgresql://nobody:hunter2@127.0.0.1:1/none" }, "DATABASE_URL"],
	])(
		"says what is wrong with %j in both languages, without a stack and without passwords",
		async (env, name) => {
			const { output, code } = await refusal({ ...empty(newFolder()), env });
			expect(code).toBe(1);
			expect(output).toContain("启动失败");
			expect(output).toContain("The start failed");
			expect(output).toContain(name);
			expect(output).not.toMatch(/hunter2|\n\s+at /);
		},
	);
});
