import { filterOf } from "../in-tray/list-heads.ts";
import type { Command } from "../keymap.ts";
import type { ScreenName } from "../panes/screen.ts";
import { SECTION_NUMBERS, type SectionNumber } from "../panes/screen-state.ts";
import { say } from "../say.ts";
import type { Config } from "../settings/config.ts";
import type { Acts } from "./acts.ts";
import { current } from "./current.ts";
import type { Loader } from "./loader.ts";
import { commandMode, filterMode, helpMode, type Mode } from "./mode.ts";
import { LEFT, type Services } from "./services.ts";

const SPLIT_STEP = 5;

/** An order as the settings keep it; the in-tray has but one. */
export function orderSetting(screen: ScreenName, order: string): Config {
	if (screen === "inTray") return {};
	return screen === "issues" ? { sort: order } : { complaintSort: order };
}

/** What each command of the keymap does, moving about aside. */
export function makeCommands(
	services: Services,
	here: () => Loader,
	acts: Acts,
	go: (screen: ScreenName) => void,
): Partial<Record<Command, () => void>> {
	const { store } = services;
	const show = (mode: Mode) => store.dispatch({ type: "mode", action: { type: "opened", mode } });
	const close = () => store.dispatch({ type: "mode", action: { type: "closed" } });
	const tell = (zh: string, en: string) =>
		store.dispatch({ type: "said", message: { text: say(zh, en), tone: "notice" } });

	const split = (by: number) => {
		store.dispatch({ type: "split", by });
		services.remember({ split: store.get().split });
		here().settle();
	};

	const focus = (pane: "list" | "detail") => {
		store.dispatch({ type: "focused", pane });
		here().settle();
	};

	const open = () => {
		const { mode, screen } = store.get();
		if (mode.kind === "menu") return here().run(acts.chosen(mode));
		const id = current(store.get()).list.selectedId;
		if (id === null) return;
		focus("detail");
		store.dispatch({ type: screen, action: { type: "list", action: { type: "seen", id } } });
		here().run(here().open(id));
	};

	/** From the in-tray to the list of complaints that waits most, else to all of them. */
	const openComplaints = () => {
		const { screen, trayLists, language } = store.get();
		const [list] = screen === "inTray" ? trayLists : [];
		if (list === undefined) return go("complaints");
		const text = filterOf(list, language);
		store.dispatch({ type: "complaints", action: { type: "filtered", text, problems: [] } });
		go("complaints");
		here().run(here().ask());
	};

	/** One step out: overlay, followed link, zoom, detail, filter, section. Never out of the program. */
	const back = () => {
		const state = store.get();
		if (state.mode.kind !== "panes") return close();
		const screen = current(state);
		if (state.focus === "detail" && screen.detail.trail > 0) return here().run(here().back());
		if (state.zoom) return store.dispatch({ type: "zoomed", on: false });
		if (state.focus === "detail") return focus("list");
		if (screen.filterText !== "") {
			store.dispatch({ type: state.screen, action: { type: "filtered", text: "", problems: [] } });
			return here().run(here().ask());
		}
		if (screen.section !== 1) return section(1);
	};

	const section = (number: SectionNumber) => {
		store.dispatch({ type: store.get().screen, action: { type: "section", number } });
		store.dispatch({ type: "focused", pane: "list" });
		here().run(here().ask());
	};

	const reorder = (reverse: boolean) => {
		const order = here().reorder(reverse);
		services.remember(orderSetting(store.get().screen, order));
	};

	const preview = () => {
		const on = !store.get().preview;
		store.dispatch({ type: "previewed", on });
		services.remember({ preview: on });
		here().settle();
	};

	const copy = () => {
		const { subject } = current(store.get());
		if (subject === null) return;
		services.copy(subject.code);
		tell(`已复制编号 ${subject.code}`, `Copied ${subject.code}`);
	};

	const browse = () => {
		const { subject } = current(store.get());
		if (subject === null) return;
		const path = acts.webPath(subject.id) ?? subject.path;
		const address = `${services.url.replace(/\/+$/, "")}${path}`;
		const opened = services.browse(address);
		tell(opened ? `已在浏览器打开 ${address}` : address, opened ? `Opened ${address}` : address);
	};

	const quit = () => (store.get().mode.kind === "panes" ? services.quit(LEFT) : close());

	const refresh = () => {
		here().run(here().reload());
		here().run(here().count());
		const { id } = current(store.get()).detail;
		if (id !== null) here().run(here().open(id));
	};

	const language = () => {
		const next = store.get().language === "en" ? "zh-CN" : "en";
		store.dispatch({ type: "language", language: next });
		services.remember({ language: next });
	};

	const filter = () => {
		const { mode } = store.get();
		if (mode.kind === "help" || mode.kind === "menu")
			return store.dispatch({ type: "mode", action: { type: "typing", on: true } });
		show(filterMode(current(store.get()).filterText));
	};

	const table: Partial<Record<Command, () => void>> = {
		"pane.open": open,
		"pane.back": back,
		"pane.next": () => focus(store.get().focus === "list" ? "detail" : "list"),
		"pane.previous": () => focus(store.get().focus === "list" ? "detail" : "list"),
		"pane.narrower": () => split(-SPLIT_STEP),
		"pane.wider": () => split(SPLIT_STEP),
		"pane.preview": preview,
		"pane.zoom": () => {
			store.dispatch({ type: "zoomed", on: !store.get().zoom });
			here().settle();
		},
		"find.filter": filter,
		"list.sort": () => reorder(false),
		"list.reverse": () => reorder(true),
		"row.copy": copy,
		"row.browse": browse,
		"row.act": () => here().run(acts.menu()),
		"row.next": () => here().run(acts.next()),
		"issues.acknowledgeAssignment": () => here().run(acts.begin("acknowledgeAssignment")),
		"issues.startPlanning": () => here().run(acts.begin("startPlanning")),
		"issues.urge": () => here().run(acts.urge()),
		"complaints.amendComplaint": () => here().run(acts.begin("amendComplaint")),
		"complaints.totals": () => show({ kind: "totals", top: 0 }),
		"screen.issues": () => go("issues"),
		"screen.complaints": openComplaints,
		"screen.inTray": () => go("inTray"),
		"detail.follow": () => here().run(acts.links()),
		"program.command": () => show(commandMode()),
		"program.help": () => show(helpMode()),
		"program.refresh": refresh,
		"program.language": language,
		"program.redraw": () => services.redraw(),
		"program.suspend": () => services.suspend(),
		"program.quit": quit,
		"program.interrupt": () => services.quit(LEFT),
	};
	for (const number of SECTION_NUMBERS) table[`section.${number}`] = () => section(number);
	return table;
}
