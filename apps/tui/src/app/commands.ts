import { valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import { selectedRow } from "../issues/ledger-state.ts";
import { SECTIONS } from "../issues/sections.ts";
import type { Command } from "../keymap.ts";
import { say } from "../say.ts";
import type { Acts } from "./acts.ts";
import type { Loader } from "./loader.ts";
import { commandMode, filterMode, helpMode, type Mode } from "./mode.ts";
import { LEFT, type Services } from "./services.ts";

const SPLIT_STEP = 5;

/** What each command of the keymap does, moving about aside. */
export function makeCommands(
	services: Services,
	loader: Loader,
	acts: Acts,
): Partial<Record<Command, () => void>> {
	const { store } = services;
	const show = (mode: Mode) => store.dispatch({ type: "mode", action: { type: "opened", mode } });
	const close = () => store.dispatch({ type: "mode", action: { type: "closed" } });
	const tell = (zh: string, en: string) =>
		store.dispatch({ type: "said", message: { text: say(zh, en), tone: "notice" } });

	const split = (by: number) => {
		store.dispatch({ type: "split", by });
		services.remember({ split: store.get().split });
		loader.settle();
	};

	const focus = (pane: "list" | "detail") => {
		store.dispatch({ type: "focused", pane });
		loader.settle();
	};

	const open = () => {
		const { mode, ledger } = store.get();
		if (mode.kind === "menu") return loader.run(acts.chosen(mode));
		const row = selectedRow(ledger);
		if (row === null) return;
		focus("detail");
		store.dispatch({ type: "ledger", action: { type: "seen", issueId: row.id } });
		loader.run(loader.open(row.id));
	};

	/** One step out: overlay, zoom, detail, message, filter, section. Never out of the program. */
	const back = () => {
		const state = store.get();
		if (state.mode.kind !== "panes") return close();
		if (state.zoom) return store.dispatch({ type: "zoomed", on: false });
		if (state.focus === "detail") return focus("list");
		if (state.filterText !== "") {
			store.dispatch({ type: "filtered", text: "", problems: [] });
			return loader.run(loader.ask());
		}
		if (state.section !== 1) return section(1);
	};

	const section = (number: (typeof SECTIONS)[number]["number"]) => {
		store.dispatch({ type: "section", number });
		store.dispatch({ type: "focused", pane: "list" });
		loader.run(loader.ask());
	};

	const reorder = (reverse: boolean) => {
		const { query } = store.get().ledger;
		const sorts = valuesOf(vocab.issueSort);
		const next = sorts[(sorts.indexOf(query.sort) + 1) % sorts.length] ?? query.sort;
		const sort = reverse ? query.sort : next;
		const descending = reverse ? !query.descending : sort === "updated";
		services.remember({ sort: `${descending ? "-" : ""}${sort}` });
		loader.run(loader.ask({ sort, descending }));
	};

	const preview = () => {
		const on = !store.get().preview;
		store.dispatch({ type: "previewed", on });
		services.remember({ preview: on });
		loader.settle();
	};

	const copy = () => {
		const row = selectedRow(store.get().ledger);
		if (row === null) return;
		services.copy(row.number);
		tell(`已复制编号 ${row.number}`, `Copied ${row.number}`);
	};

	const browse = () => {
		const row = selectedRow(store.get().ledger);
		if (row === null) return;
		const address = `${services.url.replace(/\/+$/, "")}/issues/${row.id}`;
		const opened = services.browse(address);
		tell(opened ? `已在浏览器打开 ${address}` : address, opened ? `Opened ${address}` : address);
	};

	const quit = () => (store.get().mode.kind === "panes" ? services.quit(LEFT) : close());

	const refresh = () => {
		loader.run(loader.reload());
		loader.run(loader.count());
		const { issueId } = store.get().detail;
		if (issueId !== null) loader.run(loader.open(issueId));
	};

	const language = () => {
		const next = store.get().language === "en" ? "zh-CN" : "en";
		store.dispatch({ type: "language", language: next });
		services.remember({ language: next });
	};

	const filter = () => {
		const { mode } = store.get();
		if (mode.kind === "help") return store.dispatch({ type: "mode", action: { type: "typing", on: true } });
		show(filterMode(store.get().filterText));
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
			loader.settle();
		},
		"find.filter": filter,
		"list.sort": () => reorder(false),
		"list.reverse": () => reorder(true),
		"issue.copy": copy,
		"issue.browse": browse,
		"issue.act": () => loader.run(acts.menu()),
		"issues.acknowledgeAssignment": () => loader.run(acts.begin("acknowledgeAssignment")),
		"issues.startPlanning": () => loader.run(acts.begin("startPlanning")),
		"program.command": () => show(commandMode()),
		"program.help": () => show(helpMode()),
		"program.refresh": refresh,
		"program.language": language,
		"program.redraw": () => services.redraw(),
		"program.suspend": () => services.suspend(),
		"program.quit": quit,
		"program.interrupt": () => services.quit(LEFT),
	};
	for (const one of SECTIONS) table[`section.${one.number}`] = () => section(one.number);
	return table;
}
