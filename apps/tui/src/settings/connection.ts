import { join, resolve } from "node:path";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";
import { field, parseFields } from "./json.ts";
import { readPrivate } from "./private-file.ts";
import { readSession, sessionPath } from "./sessions.ts";

/** How to reach a server and with which right. */
export type Connection = {
	readonly url: string;
	readonly token: string | null;
	/** Where the right comes from, or the address where there is none: for `doctor` and for messages. */
	readonly from: "options" | "environment" | "session" | "localFile";
	/** The file that address and token were read from, and where they will be found after a restart. */
	readonly localFile: string | null;
	/** The file of the person's session, and where the next one will be found. */
	readonly sessionFile: string | null;
};

export type ConnectionOptions = {
	server?: string | undefined;
	token?: string | undefined;
	/** Whether to act as the operator of this machine, also where a person is signed in. */
	operator?: boolean | undefined;
};

/** Why no connection could be made out. */
export type ConnectionProblem = {
	readonly kind: "noServer" | "openFile" | "brokenFile" | "badAddress" | "foreignFile" | "notOperator";
	readonly text: Bilingual;
};

type Failed = { ok: false; problem: ConnectionProblem };
export type Resolved = { ok: true; connection: Connection } | Failed;

/** The checkout's root, four folders above this file or three above the bundle. */
export const checkoutRoot = (moduleDirectory: string): string => {
	const parts = moduleDirectory.split(/[/\\]/);
	const at = parts.lastIndexOf("apps");
	return at > 0 ? parts.slice(0, at).join("/") : resolve(moduleDirectory);
};

/** Where the server on this machine leaves its address and the operator's token. */
export function localFilePath(env: NodeJS.ProcessEnv, root: string): string {
	const data = env.ZHENGGAI_DATA ?? "";
	return join(data === "" ? join(root, ".zhenggai") : resolve(data), "local.json");
}

const isHttp = (address: string): boolean => /^https?:$/.test(URL.parse(address)?.protocol ?? "");

const failed = (kind: ConnectionProblem["kind"], zh: string, en: string): Failed => ({
	ok: false,
	problem: { kind, text: say(zh, en) },
});

const noServer = (path: string): Failed =>
	failed(
		"noServer",
		`本机没有运行中的服务（未找到 ${path}）。请先运行 pnpm start；或用 --server 和 --token（ZHENGGAI_SERVER、ZHENGGAI_TOKEN）指定其他服务器`,
		`No server runs on this machine (there is no ${path}). Run pnpm start first, or name another server with --server and --token (ZHENGGAI_SERVER, ZHENGGAI_TOKEN)`,
	);

const foreign = (path: string): Failed =>
	failed("foreignFile", `${path} 属于其他用户，不予采用`, `${path} belongs to another user and is not used`);

const UNREADABLE = {
	none: noServer,
	foreign,
	open: (path: string): Failed =>
		failed(
			"openFile",
			`${path} 可被其他用户读取，其中的令牌不再安全。请停止服务，删除该文件后重新启动`,
			`${path} can be read by other users, so its token is no secret any more. Stop the server, delete the file and start again`,
		),
};

/**
 * Reads `local.json`. It is refused when anybody but its owner could have read or written it: then the token in it
 * is no secret.
 */
export function readLocalFile(path: string, uid: number | null): Resolved {
	const file = readPrivate(path, uid);
	if (file.kind !== "text") return UNREADABLE[file.kind](path);
	const fields = parseFields(file.text);
	const url = fields === null ? undefined : field.text(fields, "url");
	const token = fields === null ? undefined : field.text(fields, "token");
	if (url === undefined || token === undefined || !isHttp(url))
		return failed(
			"brokenFile",
			`${path} 内容不完整，请重新启动服务`,
			`${path} is incomplete; restart the server`,
		);
	return { ok: true, connection: { url, token, from: "localFile", localFile: path, sessionFile: null } };
}

/** A server, and the operator's right where it is the one on this machine. */
export type Place = {
	readonly url: string;
	readonly from: Connection["from"];
	readonly operator: Connection | null;
};

/** Which server is meant: options, then the environment, then the one on this machine. */
export function resolvePlace(
	options: ConnectionOptions,
	env: NodeJS.ProcessEnv,
	root: string,
	uid: number | null,
): { ok: true; place: Place } | Failed {
	const asked = options.server ?? (env.ZHENGGAI_SERVER || undefined);
	const local = readLocalFile(localFilePath(env, root), uid);
	if (asked === undefined) {
		if (!local.ok) return local;
		const { connection: operator } = local;
		return { ok: true, place: { url: operator.url, from: "localFile", operator } };
	}
	if (!isHttp(asked))
		return failed(
			"badAddress",
			`“${asked}”不是服务器地址，应为 http://主机:端口`,
			`"${asked}" is no server address; write http://host:port`,
		);
	const same = local.ok && URL.parse(asked)?.origin === URL.parse(local.connection.url)?.origin;
	const from = options.server === undefined ? "environment" : "options";
	return { ok: true, place: { url: asked, from, operator: same ? local.connection : null } };
}

/** The session of a person at this terminal; null where nobody has signed in there. */
function resolveSession(url: string, env: NodeJS.ProcessEnv, uid: number | null): Resolved | null {
	const path = sessionPath(env, url);
	const read = readSession(path, url, uid);
	switch (read.kind) {
		case "none":
			return null;
		case "session": {
			const { token } = read.session;
			return { ok: true, connection: { url, token, from: "session", localFile: null, sessionFile: path } };
		}
		case "foreign":
			return foreign(path);
		case "open":
			return failed(
				"openFile",
				`${path} 可被其他用户读取，其中的登录不再安全。请执行 zhenggai sign-out，再重新登录`,
				`${path} can be read by other users, so the sign-in in it is no secret any more. Run zhenggai sign-out, then sign in again`,
			);
		case "broken":
			return failed(
				"brokenFile",
				`${path} 内容不完整，请重新执行 zhenggai sign-in`,
				`${path} is incomplete; run zhenggai sign-in again`,
			);
	}
}

const notOperator = (url: string): Failed =>
	failed(
		"notOperator",
		`只有服务所在的机器才有操作员身份，${url} 不在本机`,
		`The operator acts on the server's own machine only, and ${url} is not on this one`,
	);

/**
 * Which server to talk to, and as whom: a token given in the options, then one in the environment, then the person who is
 * signed in at this terminal, then the operator of this machine. What comes first decides alone, also when it holds no
 * more: nobody becomes somebody else unasked. The operator's token never leaves this machine, and a session goes to its
 * own server only.
 */
export function resolveConnection(
	options: ConnectionOptions,
	env: NodeJS.ProcessEnv,
	root: string,
	uid: number | null,
): Resolved {
	const found = resolvePlace(options, env, root, uid);
	if (!found.ok) return found;
	const { url, from, operator } = found.place;
	if (options.operator === true)
		return operator === null ? notOperator(url) : { ok: true, connection: operator };
	const none = { localFile: null, sessionFile: null };
	if (options.token !== undefined)
		return { ok: true, connection: { url, token: options.token, from: "options", ...none } };
	const given = env.ZHENGGAI_TOKEN || undefined;
	if (given !== undefined)
		return { ok: true, connection: { url, token: given, from: "environment", ...none } };
	const session = resolveSession(url, env, uid);
	if (session !== null) return session;
	return { ok: true, connection: operator ?? { url, token: null, from, ...none } };
}
