import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type IPty, spawn } from "@lydell/node-pty";
import xterm, { type Terminal } from "@xterm/headless";
import { CHECKOUT } from "./server.ts";

const CLI = join(CHECKOUT, "apps/tui/src/cli.ts");

/** Settings, drafts and sign-ins of a test's own, so that a developer's do not change what it sees. */
const settings = mkdtempSync(join(tmpdir(), "zhenggai-e2e-settings-"));

const surroundings = (extra: NodeJS.ProcessEnv): Record<string, string> => {
	const { CI: _ci, NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
	const all = {
		...env,
		TERM: "xterm-256color",
		LANG: "zh_CN.UTF-8",
		LC_ALL: "",
		XDG_CONFIG_HOME: settings,
		XDG_STATE_HOME: settings,
		...extra,
	};
	return Object.fromEntries(
		Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
	);
};

/** A command on a real terminal: a pseudo-terminal of the system, drawn by xterm. */
export class Session {
	readonly pty: IPty;
	readonly screen: Terminal;
	/** Everything the program wrote. */
	written = "";
	readonly ended: Promise<{ exitCode: number; signal?: number | undefined }>;

	constructor(args: readonly string[], env: NodeJS.ProcessEnv, columns = 120, rows = 32) {
		this.screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
		this.pty = spawn(process.execPath, [CLI, ...args], {
			name: "xterm-256color",
			cols: columns,
			rows,
			cwd: CHECKOUT,
			env: surroundings(env),
		});
		this.pty.onData((data) => {
			this.written += data;
			this.screen.write(data);
		});
		this.ended = new Promise((resolve) => this.pty.onExit(resolve));
	}

	type(keys: string): void {
		this.pty.write(keys);
	}

	resize(columns: number, rows: number): void {
		this.screen.resize(columns, rows);
		this.pty.resize(columns, rows);
	}

	get alternate(): boolean {
		return this.screen.buffer.active.type === "alternate";
	}

	/** The lines on the screen. */
	lines(): string[] {
		const { active } = this.screen.buffer;
		return Array.from(
			{ length: this.screen.rows },
			(_, index) => active.getLine(active.baseY + index)?.translateToString(true) ?? "",
		);
	}

	text(): string {
		return this.lines().join("\n");
	}

	/** Waits until the screen fulfils a condition; shows the screen where it never does. */
	async until(condition: (text: string) => boolean, what: string, patience = 20_000): Promise<void> {
		const deadline = Date.now() + patience;
		while (!condition(this.text())) {
			if (Date.now() > deadline) throw new Error(`never: ${what}\n${this.text()}`);
			await delay(20);
		}
	}

	shows(words: string, patience?: number): Promise<void> {
		return this.until((text) => text.includes(words), `"${words}" on the screen`, patience);
	}
}

/** How a command without a terminal ended, and what it said. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command with pipes instead of a terminal. */
export function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
	return new Promise((resolve) => {
		const options = { cwd: CHECKOUT, env: surroundings(env), encoding: "utf8", maxBuffer: 64 << 20 } as const;
		const child = execFile(process.execPath, [CLI, ...args], options, (error, out, err) => {
			const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
			resolve({ code, out, err });
		});
		child.stdin?.end();
	});
}
