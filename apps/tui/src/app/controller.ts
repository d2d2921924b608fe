import { failureOf } from "@zhenggai/client";
import { type Command, matchKey } from "../keymap.ts";
import { say } from "../say.ts";
import type { KeyPress } from "../terminal/chord.ts";
import { inputText } from "../terminal/input-state.ts";
import { type Acts, makeActs } from "./acts.ts";
import { offReason } from "./availability.ts";
import { dayText } from "./bars.ts";
import { readCommandLine } from "./command-line.ts";
import { makeCommands } from "./commands.ts";
import { follow } from "./live.ts";
import { type Loader, makeLoader } from "./loader.ts";
import { isTyping, type Mode } from "./mode.ts";
import { makeMoves } from "./moves.ts";
import { contextOf } from "./screen.ts";
import { LEFT, type Services } from "./services.ts";
import type { Size } from "./state.ts";
import { makeTyping, type TypingEffects } from "./typing.ts";

/** What the screen gives to the program behind it. */
export type Controller = {
	/** Reads the first data and follows the changes from there. */
	start(): Promise<void>;
	key(press: KeyPress): void;
	paste(text: string): void;
	resize(size: Size): void;
	tick(now: number): void;
	stop(): void;
};

const FILTER_DELAY_MS = 120;

function typingEffects(
	services: Services,
	loader: Loader,
	acts: Acts,
	run: (command: Command) => void,
): TypingEffects {
	const { store } = services;
	let timer: NodeJS.Timeout | undefined;
	const close = () => store.dispatch({ type: "mode", action: { type: "closed" } });
	const filter = (text: string) => {
		clearTimeout(timer);
		if (store.get().filterText === text) return;
		store.dispatch({ type: "filtered", text, problems: [] });
		loader.run(loader.ask());
	};
	const command = (text: string) => {
		close();
		const asked = readCommandLine(text);
		const { query } = store.get().ledger;
		switch (asked.kind) {
			case "command":
				return run(asked.command);
			case "filter":
				return filter(asked.text);
			case "sort":
				services.remember({ sort: `${asked.descending ? "-" : ""}${asked.sort}` });
				return loader.run(loader.ask({ ...query, sort: asked.sort, descending: asked.descending }));
			case "columns":
				services.remember({ columns: asked.columns ?? undefined });
				return store.dispatch({ type: "columns", columns: asked.columns });
			case "unknown":
				return store.dispatch({ type: "said", message: { text: asked.text, tone: "danger" } });
		}
	};
	return {
		changed(mode) {
			if (mode.kind !== "filter") return;
			clearTimeout(timer);
			timer = setTimeout(() => filter(inputText(mode.input)), FILTER_DELAY_MS);
		},
		accepted(mode) {
			if (mode.kind === "filter") {
				filter(inputText(mode.input));
				return close();
			}
			if (mode.kind === "command")
				return inputText(mode.input).trim() === "" ? close() : command(inputText(mode.input));
			if (mode.kind === "help")
				return store.dispatch({ type: "mode", action: { type: "typing", on: false } });
			if (mode.kind === "confirm" || mode.kind === "prompt") loader.run(acts.answered(mode));
		},
		cancelled(mode) {
			if (mode.kind === "filter") filter(mode.before);
			if (mode.kind === "help") {
				store.dispatch({ type: "mode", action: { type: "typed", input: { type: "set", text: "" } } });
				return store.dispatch({ type: "mode", action: { type: "typing", on: false } });
			}
			if (mode.kind === "confirm" || mode.kind === "prompt")
				store.dispatch({
					type: "said",
					message: { text: say("已取消，未办理", "Cancelled; nothing was done"), tone: "notice" },
				});
			close();
		},
	};
}

const overlayOpen = (mode: Mode) => mode.kind === "help" || mode.kind === "menu" || mode.kind === "notice";

/** Joins keys, commands and effects. The screen above it only draws the state. */
export function makeController(services: Services): Controller {
	const { store, keymap } = services;
	const loader = makeLoader(services);
	const acts = makeActs(services, loader);
	const commands = makeCommands(services, loader, acts);
	const moves = makeMoves(services, loader);
	let unfollow = () => {};

	const run = (command: Command) => {
		const state = store.get();
		const off = overlayOpen(state.mode) ? null : offReason(state, command);
		if (off !== null) return store.dispatch({ type: "said", message: { text: off, tone: "notice" } });
		(moves[command] ?? commands[command])?.();
	};
	const typing = makeTyping(services, typingEffects(services, loader, acts, run));

	return {
		async start() {
			try {
				const me = await services.client.access.me.query();
				store.dispatch({ type: "signedIn", me });
				await loader.ask();
				const { failure } = store.get().ledger;
				if (failure !== null) return services.quit({ kind: "failed", failure });
				unfollow = follow(services, loader);
				await loader.count();
			} catch (error) {
				const failure = failureOf(error);
				services.quit(failure === null ? { kind: "broken", error } : { kind: "failed", failure });
			}
		},
		key(press) {
			const state = store.get();
			if (press.chord === "ctrl+c") return services.quit(LEFT);
			if (isTyping(state.mode)) return typing.key(press);
			if (state.message !== null) store.dispatch({ type: "said", message: null });
			if (state.mode.kind === "notice" && press.chord === "w" && state.mode.retry !== null)
				return acts.justify(state.mode.retry);
			const match = matchKey(keymap, contextOf(state), state.pending, press.chord);
			store.dispatch({ type: "pending", chord: match.kind === "pending" ? match.chord : "" });
			if (match.kind === "command") run(match.command);
		},
		paste(text) {
			if (isTyping(store.get().mode)) typing.paste(text);
		},
		resize(size) {
			store.dispatch({ type: "resized", size });
			loader.settle();
		},
		tick(now) {
			const before = dayText(store.get().now);
			store.dispatch({ type: "ticked", now });
			// At midnight what is overdue has changed without anybody's doing.
			if (dayText(now) === before || store.get().me === null) return;
			loader.run(loader.reload());
			loader.countQuietly();
		},
		stop: () => unfollow(),
	};
}
