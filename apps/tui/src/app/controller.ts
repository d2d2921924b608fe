import { failureOf } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { complaintsRoom } from "../complaints/room.ts";
import { seesComplaints } from "../complaints/sees.ts";
import { trayRoom } from "../in-tray/room.ts";
import { issuesRoom } from "../issues/room.ts";
import { bindingsOn, type Command, matchKey } from "../keymap.ts";
import { quietly } from "../panes/quietly.ts";
import { SCREENS, type ScreenName } from "../panes/screen.ts";
import { say } from "../say.ts";
import type { KeyPress } from "../terminal/chord.ts";
import { inputText } from "../terminal/input-state.ts";
import { type Acts, makeActs } from "./acts.ts";
import { offReason } from "./availability.ts";
import { dayText } from "./bars.ts";
import { readCommandLine } from "./command-line.ts";
import { makeCommands, orderSetting } from "./commands.ts";
import { current } from "./current.ts";
import { makeForms } from "./form-acts.ts";
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
	/** Somebody has signed in at this terminal while it was open: the same person again, or the next one. */
	signedInAnew(): void;
	stop(): void;
};

const FILTER_DELAY_MS = 120;
/** How long changes are gathered before what waits for the reader is counted again. */
const TRAY_DELAY_MS = 500;

function typingEffects(
	services: Services,
	here: () => Loader,
	acts: Acts,
	run: (command: Command) => void,
): TypingEffects {
	const { store } = services;
	let timer: NodeJS.Timeout | undefined;
	const close = () => store.dispatch({ type: "mode", action: { type: "closed" } });
	const wrong = (text: Bilingual) => store.dispatch({ type: "said", message: { text, tone: "danger" } });
	const filter = (text: string) => {
		clearTimeout(timer);
		const state = store.get();
		if (current(state).filterText === text) return;
		store.dispatch({ type: state.screen, action: { type: "filtered", text, problems: [] } });
		here().run(here().ask());
	};
	const sort = (word: string) => {
		const { screen } = store.get();
		const order = here().sortBy(word);
		if (order !== null) return services.remember(orderSetting(screen, order));
		const known = current(store.get()).sortKeys.join(" ");
		wrong(say(`没有这种排序，可用：${known}`, `No such order; there are: ${known}`));
	};
	const columns = (names: readonly string[] | null) => {
		const { screen } = store.get();
		const kept = names ?? undefined;
		if (screen !== "inTray")
			services.remember(screen === "issues" ? { columns: kept } : { complaintColumns: kept });
		store.dispatch({ type: screen, action: { type: "columns", columns: names } });
	};
	const command = (text: string) => {
		close();
		const asked = readCommandLine(text, current(store.get()));
		switch (asked.kind) {
			case "command":
				return run(asked.command);
			case "filter":
				return filter(asked.text);
			case "sort":
				return sort(asked.sort);
			case "columns":
				return columns(asked.columns);
			case "unknown":
				return wrong(asked.text);
		}
	};
	return {
		changed(mode) {
			if (store.get().message !== null) store.dispatch({ type: "said", message: null });
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
			if (mode.kind === "menu") return here().run(acts.chosen(mode));
			if (mode.kind === "help")
				return store.dispatch({ type: "mode", action: { type: "typing", on: false } });
			if (mode.kind === "confirm" || mode.kind === "prompt") here().run(acts.answered(mode));
		},
		cancelled(mode) {
			if (mode.kind === "filter") filter(mode.before);
			if (mode.kind === "help" || mode.kind === "menu") {
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

const overlayOpen = (mode: Mode) =>
	mode.kind === "help" || mode.kind === "menu" || mode.kind === "notice" || mode.kind === "totals";

/** The screens of the dashboard, each with what reads it and what keeps it fresh. */
function makeScreens(services: Services) {
	const { store } = services;
	const countTray = quietly(TRAY_DELAY_MS, () =>
		loaders.issues.run(
			services.client.inTray.count.query().then((count) => store.dispatch({ type: "trayCounted", count })),
		),
	);
	const issues = issuesRoom(services, countTray);
	const inTray = trayRoom(services);
	const complaints = complaintsRoom(services, () => loaders.complaints.countQuietly());
	const loaders = {
		issues: makeLoader(services, issues),
		complaints: makeLoader(services, complaints),
		inTray: makeLoader(services, inTray),
	};
	const following: Record<ScreenName, (() => void) | null> = { issues: null, complaints: null, inTray: null };
	const begin: Record<ScreenName, () => () => void> = {
		issues: () => follow(services, issues, loaders.issues),
		complaints: () => follow(services, complaints, loaders.complaints),
		inTray: () => follow(services, inTray, loaders.inTray),
	};
	const followScreen = (name: ScreenName) => {
		following[name] ??= begin[name]();
	};
	const here = (): Loader => loaders[store.get().screen];

	return {
		here,
		loaders,
		followScreen,
		countTray,
		/** Reads a screen that has not been looked at yet, and follows it from there. */
		async first(name: ScreenName) {
			if (following[name] !== null) return;
			await loaders[name].ask();
			if (store.get()[name].list.failure !== null) return;
			followScreen(name);
			await loaders[name].count();
		},
		stop() {
			for (const end of Object.values(following)) end?.();
		},
		/** Reads everything anew that has been looked at. */
		again() {
			countTray();
			for (const name of SCREENS) {
				if (following[name] === null) continue;
				loaders[name].run(loaders[name].reload());
				loaders[name].countQuietly();
			}
		},
	};
}

/** Joins keys, commands and effects. The screen above it only draws the state. */
export function makeController(services: Services): Controller {
	const { store, keymap } = services;
	const screens = makeScreens(services);
	const { here } = screens;
	const forms = makeForms(services, {
		done: () => here().run(acts.again()),
		stale: () => here().run(acts.again()),
	});
	const acts = makeActs(services, here, forms);
	const go = (screen: ScreenName) => {
		store.dispatch({ type: "screen", screen });
		here().run(screens.first(screen));
		here().settle();
	};
	const commands = makeCommands(services, here, acts, go);
	const moves = makeMoves(services, here);

	const run = (command: Command) => {
		const state = store.get();
		const off = overlayOpen(state.mode) ? null : offReason(state, command);
		if (off !== null) return store.dispatch({ type: "said", message: { text: off, tone: "notice" } });
		(moves[command] ?? commands[command])?.();
	};
	const typing = makeTyping(services, typingEffects(services, here, acts, run));

	/** What another person was typing is kept for him and closed, before anything is shown to the next one. */
	const takeOver = async () => {
		const me = await services.client.access.me.query();
		const before = store.get().me;
		const same = before?.name === me.name && before.role === me.role && before.unit?.id === me.unit?.id;
		if (!same) {
			forms.keep();
			store.dispatch({ type: "mode", action: { type: "closed" } });
		}
		store.dispatch({ type: "signedIn", me });
		screens.again();
	};

	return {
		async start() {
			try {
				const me = await services.client.access.me.query();
				store.dispatch({ type: "signedIn", me });
				await screens.first("issues");
				screens.countTray();
				const { failure } = store.get().issues.list;
				if (failure !== null) return services.quit({ kind: "failed", failure });
			} catch (error) {
				const failure = failureOf(error);
				services.quit(failure === null ? { kind: "broken", error } : { kind: "failed", failure });
			}
		},
		key(press) {
			const state = store.get();
			if (press.chord === "ctrl+c") {
				forms.keep();
				return services.quit(LEFT);
			}
			if (state.mode.kind === "form") return forms.key(press);
			if (isTyping(state.mode)) return typing.key(press);
			if (state.message !== null) store.dispatch({ type: "said", message: null });
			if (state.mode.kind === "notice" && press.chord === "w" && state.mode.retry !== null)
				return acts.justify(state.mode.retry);
			const here = bindingsOn(keymap, state.screen, seesComplaints(state.me));
			const match = matchKey(here, contextOf(state), state.pending, press.chord);
			store.dispatch({ type: "pending", chord: match.kind === "pending" ? match.chord : "" });
			if (match.kind === "command") run(match.command);
		},
		paste(text) {
			const { mode } = store.get();
			if (mode.kind === "form") forms.paste(text);
			else if (isTyping(mode)) typing.paste(text);
		},
		resize(size) {
			store.dispatch({ type: "resized", size });
			here().settle();
		},
		tick(now) {
			const before = dayText(store.get().now);
			store.dispatch({ type: "ticked", now });
			// At midnight what is overdue has changed without anybody's doing.
			if (dayText(now) !== before) screens.again();
		},
		signedInAnew: () => here().run(takeOver()),
		stop() {
			forms.keep();
			screens.stop();
		},
	};
}
