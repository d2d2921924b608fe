import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkoutRoot, localFilePath, resolveConnection } from "./connection.ts";
import { keepSession, readSession, sessionPath } from "./sessions.ts";

const LOCAL = { url: "http://127.0.0.1:4400", token: "operator-token", pid: 1 };
let root = "";
const uid = process.getuid?.() ?? null;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "zhenggai-connection-"));
	mkdirSync(join(root, ".zhenggai"));
});
afterEach(() => rmSync(root, { recursive: true }));

function writeLocal(content: unknown, mode = 0o600) {
	const path = join(root, ".zhenggai", "local.json");
	writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
	chmodSync(path, mode);
}

const resolve = (options = {}, env: NodeJS.ProcessEnv = {}) =>
	resolveConnection(options, { XDG_STATE_HOME: join(root, "state"), ...env }, root, uid);

const SESSION = { token: "zgt_person", name: "沈知远", endsAt: "2026-07-12T12:00:00.000Z" };

/** Somebody signs in at this terminal. */
function signIn(url = LOCAL.url): string {
	const path = sessionPath({ XDG_STATE_HOME: join(root, "state") }, url);
	keepSession(path, { url, ...SESSION });
	return path;
}

test("the server on this machine is found by its file", () => {
	writeLocal(LOCAL);
	expect(resolve()).toEqual({
		ok: true,
		connection: {
			url: LOCAL.url,
			token: LOCAL.token,
			from: "localFile",
			localFile: join(root, ".zhenggai", "local.json"),
			sessionFile: null,
		},
	});
});

test.each([0o640, 0o604, 0o620, 0o666])("a file with mode %o is refused", (mode) => {
	writeLocal(LOCAL, mode);
	expect(resolve()).toMatchObject({ ok: false, problem: { kind: "openFile" } });
});

test.each(["", "not json", "{}", JSON.stringify({ url: "file:///etc/passwd", token: "x" })])(
	"a file with %j is refused",
	(content) => {
		writeLocal(content);
		expect(resolve()).toMatchObject({ ok: false, problem: { kind: "brokenFile" } });
	},
);

test("no file means no server, and the message says how to get one", () => {
	const found = resolve();
	expect(found).toMatchObject({ ok: false, problem: { kind: "noServer" } });
	if (!found.ok) expect(found.problem.text.zh).toContain("pnpm start");
});

test("options win over the environment, the environment over the file", () => {
	writeLocal(LOCAL);
	const env = { ZHENGGAI_SERVER: "http://env:1", ZHENGGAI_TOKEN: "env-token" };
	expect(resolve({}, env)).toMatchObject({ connection: { url: "http://env:1", token: "env-token" } });
	expect(resolve({ server: "http://opt:1", token: "opt-token" }, env)).toMatchObject({
		connection: { url: "http://opt:1", token: "opt-token", from: "options" },
	});
});

test("the operator's token goes to the local server only", () => {
	writeLocal(LOCAL);
	expect(resolve({ server: "http://127.0.0.1:4400/" })).toMatchObject({ connection: { token: LOCAL.token } });
	expect(resolve({ server: "http://elsewhere:4400" })).toMatchObject({ connection: { token: null } });
	expect(resolve({ server: "http://127.0.0.1:4401" })).toMatchObject({ connection: { token: null } });
});

test("what is no address is refused", () => {
	expect(resolve({ server: "elsewhere" })).toMatchObject({ ok: false, problem: { kind: "badAddress" } });
	expect(resolve({ server: "javascript:alert(1)" })).toMatchObject({ ok: false });
});

test("the data folder is the checkout's, or ZHENGGAI_DATA", () => {
	expect(localFilePath({}, "/repo")).toBe("/repo/.zhenggai/local.json");
	expect(localFilePath({ ZHENGGAI_DATA: "/var/lib/z" }, "/repo")).toBe("/var/lib/z/local.json");
	expect(checkoutRoot("/repo/apps/tui/src/program")).toBe("/repo");
	expect(checkoutRoot("/home/apps/repo/apps/tui/dist")).toBe("/home/apps/repo");
});

test("a token in the options comes first, then the environment's, then the person, then the operator", () => {
	writeLocal(LOCAL);
	const from = (options = {}, env: NodeJS.ProcessEnv = {}) => {
		const found = resolve(options, env);
		return found.ok ? [found.connection.from, found.connection.token] : found.problem.kind;
	};
	const key = { ZHENGGAI_TOKEN: "zgk_env" };
	expect(from()).toEqual(["localFile", LOCAL.token]);
	signIn();
	expect(from()).toEqual(["session", SESSION.token]);
	expect(from({}, key)).toEqual(["environment", "zgk_env"]);
	expect(from({ token: "zgk_option" }, key)).toEqual(["options", "zgk_option"]);
	expect(from({ operator: true }, key)).toEqual(["localFile", LOCAL.token]);
	expect(from({ operator: true, server: "http://elsewhere:4400" })).toBe("notOperator");
});

test("a session goes to its own server only, however its address is written", () => {
	writeLocal(LOCAL);
	signIn("https://ledger.example");
	expect(resolve()).toMatchObject({ connection: { from: "localFile" } });
	for (const server of ["https://ledger.example/", "https://LEDGER.example"])
		expect(resolve({ server })).toMatchObject({ connection: { from: "session", token: SESSION.token } });
	for (const server of ["http://ledger.example", "https://ledger.example:444", "https://ledger.example.org"])
		expect(resolve({ server })).toMatchObject({ connection: { token: null } });
	// A file that was put in another one's place.
	const path = sessionPath({ XDG_STATE_HOME: join(root, "state") }, "https://other.example");
	keepSession(path, { url: "https://ledger.example", ...SESSION });
	expect(resolve({ server: "https://other.example" })).toMatchObject({ problem: { kind: "brokenFile" } });
});

test("a session that others can read, or that is broken, is refused and nobody else takes its place", () => {
	writeLocal(LOCAL);
	const path = signIn();
	chmodSync(path, 0o644);
	expect(resolve()).toMatchObject({ ok: false, problem: { kind: "openFile" } });
	chmodSync(path, 0o600);
	writeFileSync(path, "{");
	expect(resolve()).toMatchObject({ ok: false, problem: { kind: "brokenFile" } });
	signIn();
	expect(statSync(path).mode & 0o077).toBe(0);
	expect(readSession(path, LOCAL.url, uid)).toMatchObject({ kind: "session", session: SESSION });
});
