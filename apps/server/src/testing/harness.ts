import { randomUUIDv7 } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { User } from "@zhenggai/domain/access";
import { RegionCode } from "@zhenggai/domain/kernel";
import type { AuthPort } from "@zhenggai/services";
import type { Services } from "@zhenggai/services/contract";
import type { Database } from "@zhenggai/storage";
import { pino } from "pino";
import { createApp } from "../app.ts";
import { type ApiKeys, createApiKeys } from "../auth/api-keys.ts";
import { createAuth } from "../auth/auth.ts";
import { createAuthPort } from "../auth/auth-port.ts";
import { createDeviceGrant } from "../auth/device-grant.ts";
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, FailureLimiter, type Limit } from "../auth/limiter.ts";
import { newLocalToken } from "../auth/local-token.ts";
import { createSessions } from "../auth/sessions.ts";
import { createTerminalSessions } from "../auth/terminal-sessions.ts";
import { BEGIN_LIMIT } from "../http/oauth-routes.ts";
import { OpenStreams } from "../http/streams.ts";
import { VISITOR_LIMIT } from "../http/visitors.ts";
import { listen } from "../http-server.ts";
import { thinServices } from "./thin-services.ts";

export const PROVINCE = RegionCode.parse("680000");

export type Harness = {
	readonly url: string;
	readonly localToken: string;
	readonly port: AuthPort;
	readonly apiKeys: ApiKeys;
	/** Every line that was logged, parsed. */
	readonly logged: Record<string, unknown>[];
	/** The text of all logs, to look for what must not be in them. */
	logText(): string;
	/** Asks without following redirects. */
	ask(path: string, init?: RequestInit): Promise<Response>;
	newPerson(username: string): Promise<User>;
	/** Signs a person in by a new link and gives the cookie. */
	signIn(user: User, cookie?: string): Promise<string>;
	/** Calls the query `access.me`. */
	me(headers: Record<string, string>): Promise<Response>;
	close(): Promise<void>;
};

/** A built web UI of three files. */
function fakeUi(): string {
	const root = mkdtempSync(join(tmpdir(), "zhenggai-ui-"));
	mkdirSync(join(root, "assets"));
	writeFileSync(join(root, "index.html"), "<!doctype html><title>整改</title>");
	writeFileSync(join(root, "assets", "main-a1b2c3.js"), `console.log(${JSON.stringify("整".repeat(2000))});`);
	writeFileSync(join(root, ".built-from"), "secret of the build");
	return root;
}

/** The cookies of an answer, as a browser would send them back. */
export const cookieOf = (answer: Response): string =>
	answer.headers
		.getSetCookie()
		.filter((line) => !/max-age=0/i.test(line))
		.map((line) => line.split(";")[0] ?? "")
		.join("; ");

export type HarnessOptions = {
	readonly publicUrl?: string;
	readonly idleMinutes?: number;
	readonly trustProxy?: boolean;
	/** What may be asked without an account. */
	readonly visitors?: Limit;
	/** Use cases in the place of the thin ones. */
	readonly services?: Partial<Services>;
};

/** Hours after which a session ends in any case. */
const HOURS = 8;

/** The most bytes of a file. */
export const HARNESS_FILE_LIMIT = 2 * 1024 * 1024;

/** HTTP and sign-in as the server has them, on a database of the test's own, without the use cases. */
export async function startHarness(database: Database, options: HarnessOptions = {}): Promise<Harness> {
	const lines: string[] = [];
	const log = pino({ level: "info", base: undefined }, { write: (line: string) => void lines.push(line) });
	const http = await listen("127.0.0.1", 0);
	const url = `http://127.0.0.1:${http.port}`;
	const publicUrl = options.publicUrl ?? url;
	const secret = "a secret of at least thirty-two characters";
	const idleMinutes = options.idleMinutes ?? 30;
	const auth = createAuth(database, { secret, publicUrl, log, idleMinutes });
	const apiKeys = createApiKeys(database, randomUUIDv7);
	const port = createAuthPort(database, auth, apiKeys, { publicUrl, newId: randomUUIDv7 });
	const sessions = createSessions(auth, HOURS);
	const terminals = createTerminalSessions(database, { idleMinutes, hours: HOURS });
	const grant = createDeviceGrant(database, terminals, { secret, newId: randomUUIDv7 });
	const streams = new OpenStreams();
	const localToken = newLocalToken();
	const webRoot = fakeUi();
	const trustProxy = options.trustProxy ?? false;
	http.serve(
		createApp({
			...{ auth, sessions, terminals, grant, streams, log, publicUrl, trustProxy, webRoot },
			sessionHours: HOURS,
			services: { ...thinServices, ...options.services },
			fileLimit: HARNESS_FILE_LIMIT,
			accounts: new FailureLimiter(ACCOUNT_LIMIT),
			addresses: new FailureLimiter(ADDRESS_LIMIT),
			visitors: new FailureLimiter(options.visitors ?? VISITOR_LIMIT),
			guesses: new FailureLimiter(ACCOUNT_LIMIT),
			begun: new FailureLimiter(BEGIN_LIMIT),
			actors: { apiKeys, localToken, operatorRegion: async () => PROVINCE },
			readiness: async () => ({ ready: true, checks: { database: true } }),
		}),
	);
	const ask = (path: string, init: RequestInit = {}) =>
		fetch(`${url}${path}`, { redirect: "manual", ...init });
	return {
		url,
		localToken,
		port,
		apiKeys,
		ask,
		get logged() {
			return lines.map((line): Record<string, unknown> => JSON.parse(line));
		},
		logText: () => lines.join(""),
		newPerson: (username) =>
			port.registerUser({
				username,
				name: "沈知远",
				role: "provOffice",
				region: PROVINCE,
				unitId: null,
				personId: null,
			}),
		async signIn(user, cookie) {
			const link = new URL((await port.createSignInLink(user)).url);
			const answer = await ask("/sign-in", {
				method: "POST",
				body: new URLSearchParams({ token: link.searchParams.get("token") ?? "" }),
				headers: { origin: publicUrl, ...(cookie === undefined ? {} : { cookie }) },
			});
			if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
			return cookieOf(answer);
		},
		me: (headers) => ask("/trpc/access.me", { headers }),
		async close() {
			await http.drain(streams);
			await apiKeys.settled();
			rmSync(webRoot, { recursive: true, force: true });
		},
	};
}
