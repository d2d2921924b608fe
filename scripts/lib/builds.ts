import { join } from "node:path";
import { ROOT, run } from "./run.ts";
import { complain, secondsSince, tell } from "./say.ts";
import { type Build, buildIfStale } from "./stale.ts";

const SHARED = ["pnpm-lock.yaml", "packages/domain/src", "packages/client/src"];

type Target = Build & {
	readonly what: string;
	readonly cwd: string;
	readonly program: readonly [string, ...string[]];
};

const TARGETS = {
	web: {
		what: "网页界面  the web UI",
		cwd: "apps/web",
		program: ["vite", "build", "--logLevel", "warn"],
		inputs: [...SHARED, "apps/web"],
		output: "apps/web/dist",
	},
	tui: {
		what: "终端界面  the terminal dashboard",
		cwd: "apps/tui",
		program: ["tsdown", "--logLevel", "warn"],
		inputs: [...SHARED, "packages/documents/src", "apps/tui"],
		output: "apps/tui/dist",
	},
	api: {
		what: "接口声明  the API's declarations",
		cwd: "packages/api",
		program: ["tsc", "-p", "tsconfig.build.json"],
		inputs: [
			"pnpm-lock.yaml",
			"packages/domain/src",
			"packages/services/src/contract.ts",
			"packages/services/src/services.ts",
			"packages/api",
		],
		output: "packages/api/dist",
	},
	client: {
		what: "客户端包  the client package",
		cwd: "packages/client",
		program: ["tsdown", "--logLevel", "warn"],
		inputs: [...SHARED, "packages/api/src", "packages/client", "packages/tsconfig.client.json"],
		output: "packages/client/dist",
	},
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;

/** Brings one build up to date. Throws where it fails, after having shown what the tool said. */
export async function ensureBuilt(name: TargetName): Promise<void> {
	const target: Target = TARGETS[name];
	const began = performance.now();
	const built = await buildIfStale(target, async () => {
		tell(`· 正在构建${target.what}`);
		const [program, ...args] = target.program;
		const { code, output } = await run(program, args, { cwd: join(ROOT, target.cwd), quiet: true });
		if (code === 0) return;
		complain(output);
		throw new Error(`could not build ${target.cwd}`);
	});
	if (built) tell(`· 已构建${target.what}  (${secondsSince(began)})`);
}
