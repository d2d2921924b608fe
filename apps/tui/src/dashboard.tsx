import { spawn } from "node:child_process";
import type { Language } from "@zhenggai/domain/kernel";
import { type Labels, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import { type Instance, render } from "ink";
import { App, type Bridge } from "./app/App.tsx";
import { type Controller, makeController } from "./app/controller.ts";
import { LEFT, type QuitCause, type Services } from "./app/services.ts";
import { initialState, reduceApp } from "./app/state.ts";
import { makeStore } from "./app/store.ts";
import { makeDirectory } from "./issues/directory.ts";
import { remapped } from "./keymap.ts";
import { clientFor } from "./settings/client.ts";
import { type Config, rememberConfig } from "./settings/config.ts";
import type { Connection } from "./settings/connection.ts";
import { draftsPath, fileDrafts } from "./settings/drafts.ts";
import type { Environment } from "./settings/environment.ts";
import { editText } from "./terminal/edit-text.ts";
import { type Look, makeLook } from "./terminal/look.ts";

export type DashboardOptions = {
	readonly connection: Connection;
	readonly environment: Environment;
	readonly config: Config;
	readonly configPath: string;
};

const TICK_MS = 1000;
/** So long after a key somebody counts as being there. */
const ATTENDED_MS = 60_000;
/** Above the rate of key repeat, so that a held key is drawn at every step. */
const FRAMES_PER_SECOND = 60;
const DEFAULT_SPLIT = 55;

/** An order as the settings write it, `-due`; the usual one where they mean none. */
function orderOf<K extends string>(labels: Labels<K>, written: string | undefined, usual: K) {
	const wanted = written?.replace(/^-/, "");
	const sort = valuesOf(labels).find((key) => key === wanted) ?? usual;
	return { sort, descending: written?.startsWith("-") ?? false };
}

/** Writes to the clipboard of the terminal's user (OSC 52): works over ssh too. */
const copy = (text: string) => {
	process.stdout.write(`\u001b]52;c;${Buffer.from(text, "utf8").toString("base64")}\u0007`);
};

/** Opens an address where there is a desktop; elsewhere the dashboard shows it. */
function browse(url: string): boolean {
	const program = { darwin: "open", win32: "explorer" }[process.platform.toString()] ?? "xdg-open";
	const desktop =
		process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
	if (!desktop || process.env.SSH_CONNECTION) return false;
	const child = spawn(program, [url], { stdio: "ignore", detached: true });
	child.on("error", () => {});
	child.unref();
	return true;
}

/** Stops this process and those it was started through, as ^Z at a shell does, until `fg`. */
const stopUntilContinued = () =>
	new Promise<void>((resolve) => {
		process.once("SIGCONT", () => resolve());
		process.kill(0, "SIGTSTP");
	});

function makeLooks(environment: Environment): (language: Language) => Look {
	const looks = {
		"zh-CN": makeLook({ ...environment, language: "zh-CN" }),
		en: makeLook({ ...environment, language: "en" }),
	};
	return (language) => looks[language];
}

/**
 * Runs the full-screen dashboard until the reader leaves it. The terminal is as it was afterwards, also after a
 * signal or a mistake of ours.
 */
export async function runDashboard(options: DashboardOptions): Promise<QuitCause> {
	const { connection, environment, config } = options;
	const { url } = connection;
	const desk: { touched: number; controller: Controller | null } = { touched: Date.now(), controller: null };
	const client = clientFor(connection, {
		attended: () => Date.now() - desk.touched < ATTENDED_MS,
		changed: () => desk.controller?.signedInAnew(),
	});
	const size = { columns: process.stdout.columns, rows: process.stdout.rows };
	const bridge: Bridge = { suspend: () => {} };
	const held: { instance: Instance | null; end: QuitCause } = { instance: null, end: LEFT };

	const services: Services = {
		store: makeStore(
			reduceApp,
			initialState({
				size,
				language: environment.language,
				preview: config.preview ?? true,
				split: config.split ?? DEFAULT_SPLIT,
				now: Date.now(),
				issues: { ...orderOf(vocab.issueSort, config.sort, "due"), columns: config.columns ?? null },
				complaints: {
					...orderOf(vocab.complaintSort, config.complaintSort, "batch"),
					columns: config.complaintColumns ?? null,
				},
			}),
		),
		client,
		directory: makeDirectory(client),
		keymap: remapped(config.keys ?? {}),
		url,
		lookFor: makeLooks(environment),
		remember: (changes) => rememberConfig(options.configPath, changes),
		copy,
		browse,
		quit(cause) {
			held.end = cause;
			held.instance?.unmount();
		},
		drafts: fileDrafts(draftsPath(process.env)),
		edit: (text) =>
			new Promise((resolve) => {
				const work = async () => resolve(await editText(text, process.env));
				bridge.suspend(work);
			}),
		suspend: () => bridge.suspend(stopUntilContinued),
		redraw: () => bridge.suspend(async () => {}),
	};
	const made = makeController(services);
	const controller: Controller = {
		...made,
		key(press) {
			desk.touched = Date.now();
			made.key(press);
		},
	};
	desk.controller = controller;
	const quit = (error: unknown) => services.quit({ kind: "broken", error });
	process.on("uncaughtException", quit);
	process.on("unhandledRejection", quit);

	held.instance = render(<App services={services} controller={controller} bridge={bridge} />, {
		alternateScreen: !environment.screenReader,
		// With ambiguous characters in two cells Ink's own column counting would not fit the screen.
		incrementalRendering: !environment.ambiguousWide,
		isScreenReaderEnabled: environment.screenReader,
		exitOnCtrlC: false,
		maxFps: FRAMES_PER_SECOND,
		interactive: true,
	});
	const clock = environment.screenReader
		? undefined
		: setInterval(() => controller.tick(Date.now()), TICK_MS);
	void controller.start();
	try {
		await held.instance.waitUntilExit();
	} finally {
		clearInterval(clock);
		controller.stop();
		process.off("uncaughtException", quit);
		process.off("unhandledRejection", quit);
	}
	return held.end;
}
