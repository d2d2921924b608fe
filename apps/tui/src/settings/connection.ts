import { lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";
import { field, parseFields } from "./json.ts";

/** How to reach a server and with which right. */
export type Connection = {
	readonly url: string;
	readonly token: string | null;
	/** Where address and token come from, for `doctor` and for messages. */
	readonly from: "options" | "environment" | "localFile";
	/** The file that address and token were read from, and where they will be found after a restart. */
	readonly localFile: string | null;
};

export type ConnectionOptions = { server?: string | undefined; token?: string | undefined };

/** Why no connection could be made out. */
export type ConnectionProblem = {
	readonly kind: "noServer" | "openFile" | "brokenFile" | "badAddress" | "foreignFile";
	readonly text: Bilingual;
};

export type Resolved = { ok: true; connection: Connection } | { ok: false; problem: ConnectionProblem };

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

const noServer = (path: string): ConnectionProblem => ({
	kind: "noServer",
	text: say(
		`本机没有运行中的服务（未找到 ${path}）。请先运行 pnpm start；或用 --server 和 --token（ZHENGGAI_SERVER、ZHENGGAI_TOKEN）指定其他服务器`,
		`No server runs on this machine (there is no ${path}). Run pnpm start first, or name another server with --server and --token (ZHENGGAI_SERVER, ZHENGGAI_TOKEN)`,
	),
});

/**
 * Reads `local.json`. It is refused when anybody but its owner could have read or written it: then the token in it
 * is no secret.
 */
export function readLocalFile(path: string, uid: number | null): Resolved {
	let text: string;
	try {
		const facts = lstatSync(path);
		if ((facts.mode & 0o077) !== 0 && process.platform !== "win32") {
			return {
				ok: false,
				problem: {
					kind: "openFile",
					text: say(
						`${path} 可被其他用户读取，其中的令牌不再安全。请停止服务，删除该文件后重新启动`,
						`${path} can be read by other users, so its token is no secret any more. Stop the server, delete the file and start again`,
					),
				},
			};
		}
		if (uid !== null && uid !== 0 && facts.uid !== uid) {
			return {
				ok: false,
				problem: {
					kind: "foreignFile",
					text: say(`${path} 属于其他用户，不予采用`, `${path} belongs to another user and is not used`),
				},
			};
		}
		text = readFileSync(path, "utf8");
	} catch {
		return { ok: false, problem: noServer(path) };
	}
	const fields = parseFields(text);
	const url = fields === null ? undefined : field.text(fields, "url");
	const token = fields === null ? undefined : field.text(fields, "token");
	if (url === undefined || token === undefined || !isHttp(url)) {
		return {
			ok: false,
			problem: {
				kind: "brokenFile",
				text: say(`${path} 内容不完整，请重新启动服务`, `${path} is incomplete; restart the server`),
			},
		};
	}
	return { ok: true, connection: { url, token, from: "localFile", localFile: path } };
}

/**
 * Which server to talk to: options, then the environment, then the server on this machine. An address without a
 * token goes with the local token only when it is the local server's own address, so that the operator's token
 * never leaves this machine.
 */
export function resolveConnection(
	options: ConnectionOptions,
	env: NodeJS.ProcessEnv,
	root: string,
	uid: number | null,
): Resolved {
	const asked = options.server ?? (env.ZHENGGAI_SERVER || undefined);
	const token = options.token ?? (env.ZHENGGAI_TOKEN || undefined);
	const local = readLocalFile(localFilePath(env, root), uid);
	if (asked === undefined) {
		if (!local.ok) return local;
		return token === undefined
			? local
			: { ok: true, connection: { url: local.connection.url, token, from: "options", localFile: null } };
	}
	if (!isHttp(asked)) {
		return {
			ok: false,
			problem: {
				kind: "badAddress",
				text: say(
					`“${asked}”不是服务器地址，应为 http://主机:端口`,
					`"${asked}" is no server address; write http://host:port`,
				),
			},
		};
	}
	const from = options.server === undefined ? "environment" : "options";
	if (token !== undefined) return { ok: true, connection: { url: asked, token, from, localFile: null } };
	const same = local.ok && URL.parse(asked)?.origin === URL.parse(local.connection.url)?.origin;
	return same ? local : { ok: true, connection: { url: asked, token: null, from, localFile: null } };
}
