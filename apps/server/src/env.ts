import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { RegionCode, say } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { CHECKOUT } from "./checkout.ts";
import { StartError } from "./start-error.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;

/** An empty variable is an unset one, as shells and compose files write it. */
const unset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema.optional());
const flag = optional(
	z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true"),
);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const isPostgresUrl = (text: string) => /^postgres(ql)?:\/\//.test(text);
const isPlainOrigin = (text: string) => {
	const url = URL.parse(text);
	return url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "";
};

const Variables = z.object({
	PORT: optional(whole(0, 65_535)),
	HOST: optional(z.string().max(255)),
	ZHENGGAI_DATA: optional(z.string()),
	DATABASE_URL: optional(z.string().refine(isPostgresUrl, "postgresql://user:password@host:5432/name")),
	PUBLIC_URL: optional(z.string().refine(isPlainOrigin, "https://ledger.example.gov.cn")),
	NODE_ENV: optional(z.string()),
	ZHENGGAI_SECRET: optional(z.string().min(32)),
	ZHENGGAI_REGION: optional(RegionCode),
	TRUST_PROXY: flag,
	SESSION_IDLE_MINUTES: optional(whole(5, 24 * 60)),
	SESSION_HOURS: optional(whole(1, 24)),
	LOG_LEVEL: optional(z.enum(LOG_LEVELS)),
	ZHENGGAI_FILES: optional(z.string()),
	FILE_MEGABYTES: optional(whole(1, 4096)),
	PUBLIC_NOTICES: flag,
	ZHENGGAI_SWEEP: optional(z.enum(["on", "off"])),
});

/** What each variable must be, for the message of a start that was refused. */
const EXPECTED: Record<keyof z.infer<typeof Variables>, { zh: string; en: string }> = {
	PORT: say("0–65535 的端口号", "a port, 0 to 65535"),
	HOST: say("监听地址，如 127.0.0.1 或 0.0.0.0", "an address to listen on, such as 127.0.0.1 or 0.0.0.0"),
	ZHENGGAI_DATA: say("数据目录", "the data directory"),
	DATABASE_URL: say("postgresql:// 开头的地址", "an address that begins with postgresql://"),
	PUBLIC_URL: say("不带路径的 http(s) 地址", "an http(s) address without a path"),
	NODE_ENV: say("production 或留空", "production, or empty"),
	ZHENGGAI_SECRET: say("至少 32 个字符的随机串", "a random text of at least 32 characters"),
	ZHENGGAI_REGION: say("六位行政区划代码，如 620000", "a region code of six digits, such as 620000"),
	TRUST_PROXY: say("0 或 1", "0 or 1"),
	SESSION_IDLE_MINUTES: say("5–1440 的分钟数", "minutes, 5 to 1440"),
	SESSION_HOURS: say("1–24 的小时数", "hours, 1 to 24"),
	LOG_LEVEL: say(LOG_LEVELS.join("、"), LOG_LEVELS.join(", ")),
	ZHENGGAI_FILES: say("佐证文件的目录", "the directory of evidence files"),
	FILE_MEGABYTES: say("1–4096 的兆字节数", "megabytes, 1 to 4096"),
	PUBLIC_NOTICES: say("0 或 1", "0 or 1"),
	ZHENGGAI_SWEEP: say("on 或 off", "on or off"),
};

/** Everything that the server is told from outside, checked. The only place that reads it is this file. */
export type Environment = {
	readonly port: number;
	readonly host: string;
	readonly dataDir: string;
	/** Another PostgreSQL than the private one. */
	readonly databaseUrl: string | null;
	/** The address people use, where it is not the one listened on. */
	readonly publicUrl: string | null;
	readonly production: boolean;
	/** Signs the session cookies; null: made and kept in the data directory. */
	readonly secret: string | null;
	/** The region of the operator where the ledger has no places yet. */
	readonly region: RegionCode | null;
	/** Whether `X-Forwarded-For` comes from a proxy of ours. */
	readonly trustProxy: boolean;
	readonly sessionIdleMinutes: number;
	readonly sessionHours: number;
	/** Where evidence files lie: beside the database where nothing else is said. Nodes of one ledger share it. */
	readonly filesDir: string;
	/** The most bytes of one evidence file. */
	readonly fileLimit: number;
	/** Whether people without an account may read running notices and published results, and object. */
	readonly publicNotices: boolean;
	readonly logLevel: (typeof LOG_LEVELS)[number];
	/** Whether this node sweeps the ledger at night. */
	readonly sweep: boolean;
	/** Whether an empty ledger gets the fictional sample. */
	readonly sample: boolean;
};

const ARGUMENTS = { empty: { type: "boolean", default: false } } as const;

function readArguments(args: readonly string[]): { empty: boolean } {
	try {
		return parseArgs({ args: args.filter((arg) => arg !== "--"), options: ARGUMENTS }).values;
	} catch (error) {
		throw new StartError(
			say(
				`不认识的参数：${args.join(" ")}。可用：--empty（不载入示例台账）。`,
				`Unknown argument: ${args.join(" ")}. There is --empty (without the sample ledger).`,
			),
			error,
		);
	}
}

function readVariables(variables: NodeJS.ProcessEnv): z.infer<typeof Variables> {
	const parsed = Variables.safeParse(variables);
	if (parsed.success) return parsed.data;
	const names = Variables.keyof().options.filter((name) =>
		parsed.error.issues.some((issue) => issue.path[0] === name),
	);
	// The value itself stays out of the message: it may be a password.
	throw new StartError(
		say(
			`环境变量不正确：${names.map((name) => `${name} 应为${EXPECTED[name].zh}`).join("；")}。`,
			`Wrong environment: ${names.map((name) => `${name} must be ${EXPECTED[name].en}`).join("; ")}.`,
		),
	);
}

/**
 * Reads environment and arguments. Throws a {@link StartError} that names every wrong variable and what it must be;
 * in production with a database elsewhere the secret must be given, since other nodes need the same.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv, args: readonly string[] = []): Environment {
	const { empty } = readArguments(args);
	const given = readVariables(variables);
	const production = given.NODE_ENV === "production";
	const databaseUrl = given.DATABASE_URL ?? null;
	if (production && databaseUrl !== null && given.ZHENGGAI_SECRET === undefined) {
		throw new StartError(
			say(
				"生产环境使用 DATABASE_URL 时必须设置 ZHENGGAI_SECRET（至少 32 个字符，各节点相同），可用 openssl rand -base64 48 生成。",
				"In production with DATABASE_URL, set ZHENGGAI_SECRET (at least 32 characters, the same on every node); openssl rand -base64 48 makes one.",
			),
		);
	}
	const dataDir = resolve(CHECKOUT, given.ZHENGGAI_DATA ?? ".zhenggai");
	return {
		port: given.PORT ?? 4400,
		host: given.HOST ?? "127.0.0.1",
		dataDir,
		databaseUrl,
		publicUrl: given.PUBLIC_URL === undefined ? null : new URL(given.PUBLIC_URL).origin,
		production,
		secret: given.ZHENGGAI_SECRET ?? null,
		region: given.ZHENGGAI_REGION ?? null,
		trustProxy: given.TRUST_PROXY ?? false,
		sessionIdleMinutes: given.SESSION_IDLE_MINUTES ?? 30,
		sessionHours: given.SESSION_HOURS ?? 8,
		filesDir:
			given.ZHENGGAI_FILES === undefined ? join(dataDir, "files") : resolve(CHECKOUT, given.ZHENGGAI_FILES),
		fileLimit: (given.FILE_MEGABYTES ?? 100) * 1024 * 1024,
		publicNotices: given.PUBLIC_NOTICES ?? false,
		sweep: given.ZHENGGAI_SWEEP !== "off",
		logLevel: given.LOG_LEVEL ?? (production ? "info" : "warn"),
		sample: !empty && !production && databaseUrl === null,
	};
}
