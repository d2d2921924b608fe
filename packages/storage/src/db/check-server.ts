import type pg from "pg";
import { z } from "zod";
import { codeOf, messageOf } from "../log.ts";
import { DatabaseError } from "./errors.ts";

/** The oldest PostgreSQL whose SQL this package speaks. */
export const MIN_MAJOR = 15;

const Facts = z.object({ version: z.coerce.number().int(), name: z.string(), encoding: z.string() });

/** Throws unless a server of these facts can hold the ledger. */
export function judgeServer(facts: z.infer<typeof Facts>): void {
	const major = Math.floor(facts.version / 10_000);
	if (major < MIN_MAJOR) {
		throw new DatabaseError("SERVER_TOO_OLD", {
			zh: `数据库服务器版本为 PostgreSQL ${facts.name}，需要 ${MIN_MAJOR} 或更高版本。请升级服务器，或去掉 DATABASE_URL 使用内置数据库。`,
			en: `The database server is PostgreSQL ${facts.name}; ${MIN_MAJOR} or later is needed. Upgrade it, or leave DATABASE_URL unset to use the embedded database.`,
		});
	}
	if (facts.encoding !== "UTF8") {
		throw new DatabaseError("NOT_UTF8", {
			zh: `数据库编码为 ${facts.encoding}，需要 UTF8。请用 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 新建数据库。`,
			en: `The database's encoding is ${facts.encoding}; UTF8 is needed. Make a new one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
		});
	}
}

/** PostgreSQL's classes for "who are you" and "no such database". */
const isRefusal = (code: string | null): boolean => code !== null && /^(28|3D)/.test(code);

function cannotConnect(thrown: unknown): DatabaseError {
	const why = messageOf(thrown) || codeOf(thrown) || "";
	if (isRefusal(codeOf(thrown))) {
		return new DatabaseError(
			"NOT_ALLOWED",
			{
				zh: `数据库拒绝连接（${why}）。请检查 DATABASE_URL 中的用户名、口令和库名。`,
				en: `The database refused the connection (${why}). Check the user, password and database name in DATABASE_URL.`,
			},
			thrown,
		);
	}
	return new DatabaseError(
		"UNREACHABLE",
		{
			zh: `无法连接数据库（${why}）。请检查 DATABASE_URL 的主机与端口以及服务器是否运行。`,
			en: `The database cannot be reached (${why}). Check host and port in DATABASE_URL and that the server runs.`,
		},
		thrown,
	);
}

/** Connects once and checks version and encoding. */
export async function checkServer(pool: pg.Pool): Promise<void> {
	const found = await pool
		.query(
			`SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name,
			        current_setting('server_encoding') AS encoding`,
		)
		.catch((thrown) => {
			throw cannotConnect(thrown);
		});
	judgeServer(Facts.parse(found.rows[0]));
}
