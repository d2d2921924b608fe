import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT, failureError, problemError } from "../command-line/exit.ts";
import type { runDashboard } from "../dashboard.tsx";
import { say } from "../say.ts";
import { checkoutRoot, resolveConnection } from "../settings/connection.ts";

const APP = fileURLToPath(new URL("../..", import.meta.url));
const BUNDLE = join(APP, "dist", "dashboard.mjs");

type Bundle = { runDashboard: typeof runDashboard };
const isBundle = (module: unknown): module is Bundle =>
	typeof module === "object" &&
	module !== null &&
	"runDashboard" in module &&
	typeof module.runDashboard === "function";

/** The latest change below a folder, in milliseconds. */
function newest(folder: string): number {
	const entries = readdirSync(folder, { withFileTypes: true });
	return Math.max(
		0,
		...entries.map((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
		}),
	);
}

/** Whether the bundle is missing, or older than what it is made of. A published copy has no sources to compare. */
function isStale(): boolean {
	if (!existsSync(BUNDLE)) return true;
	const sources = [
		join(APP, "src"),
		join(APP, "../../packages/client/src"),
		join(APP, "../../packages/domain/src"),
	];
	const made = statSync(BUNDLE).mtimeMs;
	return sources.some((folder) => existsSync(folder) && newest(folder) > made);
}

/** Bundles the dashboard where that is due. Takes about a second, once. */
function ensureBundle(context: CommandContext): void {
	if (!isStale()) return;
	context.talk(say("正在准备终端界面…", "Preparing the terminal dashboard…"));
	const tool = join(APP, "node_modules", ".bin", process.platform === "win32" ? "tsdown.cmd" : "tsdown");
	const made = spawnSync(tool, ["--logLevel", "warn"], { cwd: APP, encoding: "utf8" });
	if (made.status === 0) return;
	const output = `${made.stdout ?? ""}${made.stderr ?? ""}${made.error?.message ?? ""}`;
	throw new CommandError(
		EXIT.failed,
		say(
			`终端界面编译失败，请先运行 pnpm install\n${output}`,
			`The dashboard could not be built; run pnpm install first\n${output}`,
		),
	);
}

/** `tui`: the full-screen ledger; where no full-screen program can run, the plain report. */
export const run: Runner = async (context) => {
	const { environment, options } = context;
	const wantsData = ["json", "plain", "csv"].some((name) => options.flag(name));
	if (!environment.fullScreen || wantsData) {
		const report = await import("./report-command.ts");
		return report.run(context);
	}
	const root = checkoutRoot(import.meta.dirname);
	const asked = {
		server: options.value("server"),
		token: options.value("token"),
		operator: options.flag("operator"),
	};
	const resolved = resolveConnection(asked, process.env, root, process.getuid?.() ?? null);
	if (!resolved.ok) throw problemError(resolved.problem);
	ensureBundle(context);
	const bundle: unknown = await import(new URL("../../dist/dashboard.mjs", import.meta.url).href);
	if (!isBundle(bundle)) throw new Error("dist/dashboard.mjs is not the dashboard");
	const end = await bundle.runDashboard({
		connection: resolved.connection,
		environment,
		config: context.config,
		configPath: context.configPath,
	});
	if (end.kind === "failed") throw failureError(end.failure);
	if (end.kind === "broken") throw end.error;
	return EXIT.done;
};
