import type { Command } from "../keymap.ts";
import type { DetailMove } from "../panes/detail-state.ts";
import type { ListMove } from "../panes/list-state.ts";
import { visibleWords } from "../terminal/highlight.ts";
import { current } from "./current.ts";
import { matchLine, pageRows } from "./detail-view.ts";
import { bodyHeight, layoutOf, listRows } from "./layout.ts";
import type { Loader } from "./loader.ts";
import { overlayLimit, overlayOf } from "./overlay-lines.ts";
import { contextOf } from "./screen.ts";
import type { Services } from "./services.ts";

/** Moves whatever has the focus: an overlay, the detail or the list. */
export function makeMoves(services: Services, here: () => Loader) {
	const { store } = services;

	const list = (action: ListMove) =>
		store.dispatch({ type: store.get().screen, action: { type: "list", action } });
	const detail = (action: DetailMove) =>
		store.dispatch({ type: store.get().screen, action: { type: "detail", action } });

	const detailPlace = () => {
		const state = store.get();
		const area = layoutOf(state).detail;
		if (area === null) return null;
		const screen = current(state);
		const page = screen.page(area.width - 1, services.lookFor(state.language));
		return { page, lines: page.lines.length, height: pageRows(area), top: screen.detail.top };
	};

	const scrollDetail = (by: number) => {
		const place = detailPlace();
		if (place === null) return;
		const { lines, height } = place;
		detail({ type: "scrolled", by, lines, height });
	};

	const scrollDetailTo = (line: number) => {
		const place = detailPlace();
		if (place === null) return;
		const { lines, height } = place;
		detail({ type: "scrolledTo", line, lines, height });
	};

	const scrollOverlay = (by: number) => {
		const state = store.get();
		const height = bodyHeight(state);
		const area = { width: state.size.columns, height };
		const look = services.lookFor(state.language);
		const overlay = overlayOf(state, state.focus, services.keymap, area, look);
		if (overlay === null) return;
		store.dispatch({ type: "mode", action: { type: "scrolled", by, limit: overlayLimit(overlay, height) } });
	};

	const scrollBy = (by: number) => {
		const state = store.get();
		if (contextOf(state) !== "list" && contextOf(state) !== "detail") return scrollOverlay(by);
		if (state.focus === "detail") return scrollDetail(by);
		const height = listRows(layoutOf(state));
		list({ type: "moved", by, height });
		here().settle();
	};

	const half = () => {
		const state = store.get();
		const area = state.focus === "detail" ? layoutOf(state).detail : layoutOf(state).list;
		return Math.max(1, Math.floor((area?.height ?? 2) / 2));
	};

	const FAR = 1_000_000;

	const toEdge = (edge: "first" | "last") => {
		const state = store.get();
		const context = contextOf(state);
		if (context !== "list") return scrollBy(edge === "first" ? -FAR : FAR);
		const { list: shown } = current(state);
		// The far end of a list that is not read to its end is read from behind.
		const open = shown.open && shown.anchor === (edge === "first" ? "end" : "start");
		if (open) return here().run(here().ask({}, edge === "first" ? "start" : "end"));
		const height = listRows(layoutOf(state));
		list({ type: "movedTo", edge, height });
		here().settle();
	};

	/** Next or previous part of the detail, wherever the focus is. */
	const toPart = (forward: boolean) => {
		const place = detailPlace();
		if (place === null) return;
		const starts = place.page.anchors.map((anchor) => anchor.line);
		const next = forward
			? starts.find((line) => line > place.top)
			: starts.findLast((line) => line < place.top);
		scrollDetailTo(next ?? (forward ? place.lines : 0));
	};

	const toMatch = (forward: boolean) => {
		const state = store.get();
		if (state.focus === "list") {
			const height = listRows(layoutOf(state));
			list({ type: "movedToChanged", forward, height });
			return here().settle();
		}
		const place = detailPlace();
		if (place === null) return;
		const line = matchLine(place.page, visibleWords(current(state).filterText), place.top, forward);
		if (line !== null) scrollDetailTo(line);
	};

	const moves: Partial<Record<Command, () => void>> = {
		"move.down": () => scrollBy(1),
		"move.up": () => scrollBy(-1),
		"move.pageDown": () => scrollBy(half()),
		"move.pageUp": () => scrollBy(-half()),
		"move.first": () => toEdge("first"),
		"move.last": () => toEdge("last"),
		"detail.next": () => toPart(true),
		"detail.previous": () => toPart(false),
		"find.next": () => toMatch(true),
		"find.previous": () => toMatch(false),
	};
	return moves;
}
