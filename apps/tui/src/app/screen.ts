import { seesComplaints } from "../complaints/sees.ts";
import { totalsLine } from "../complaints/totals-lines.ts";
import { activeField, isChoice } from "../forms/form-state.ts";
import { headLines } from "../in-tray/list-heads.ts";
import { type Binding, bindingsOn, type KeyContext } from "../keymap.ts";
import { highlight, visibleWords } from "../terminal/highlight.ts";
import { EMPTY_LINE, type Line, segment, textLine } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { keysLine, noteLine, sectionLine, titleLine } from "./bars.ts";
import { type Current, current } from "./current.ts";
import { detailLines } from "./detail-view.ts";
import { bodyHeight, FOOT_LINES, type Layout, layoutOf } from "./layout.ts";
import { inputPlace, overlayLines, overlayOf } from "./overlay-lines.ts";
import type { AppState } from "./state.ts";

/** A whole frame: every row as text with its styles, exactly as wide as the window, and where the cursor is. */
export type Frame = {
	readonly rows: readonly string[];
	readonly cursor: { readonly x: number; readonly y: number } | null;
};

/** Which keys count just now. */
export function contextOf(state: AppState): KeyContext {
	switch (state.mode.kind) {
		case "help":
			return "help";
		case "menu":
			return "menu";
		case "form":
			return isChoice(activeField(state.mode)) ? "choice" : "form";
		case "notice":
		case "totals":
			return "notice";
		default:
			return state.focus;
	}
}

const padded = (lines: readonly Line[], height: number): Line[] => [
	...lines.slice(0, height),
	...Array.from({ length: Math.max(0, height - lines.length) }, () => EMPTY_LINE),
];

function bodyRows(state: AppState, screen: Current, layout: Layout, look: Look): string[] {
	const words = visibleWords(screen.filterText);
	const listed =
		layout.list === null
			? []
			: padded(
					screen
						.listLines({ ...layout.list, focused: state.focus === "list" }, look)
						.map((one) => (one.fill === "none" ? highlight(one, words) : one)),
					layout.list.height,
				);
	const detailed =
		layout.detail === null
			? []
			: padded(
					detailLines(screen, { area: layout.detail, focused: state.focus === "detail", words }, look),
					layout.detail.height,
				);
	const { paint } = look.palette;
	const { columns } = state.size;
	if (layout.kind === "beside" && layout.list !== null && layout.detail !== null) {
		const [left, right] = [layout.list.width, layout.detail.width];
		const middle = paint({ segments: [segment(look.marks.column, "dim")], fill: "none" }, 1);
		return listed.map(
			(one, index) => paint(one, left) + middle + paint(detailed[index] ?? EMPTY_LINE, right),
		);
	}
	const rule = layout.kind === "below" ? [textLine(look.marks.rule.repeat(columns), "dim")] : [];
	return [...listed, ...rule, ...detailed].map((one) => paint(one, columns));
}

/** The frame of a state. Pure: the same state and look give the same frame. */
export function frameOf(state: AppState, keymap: readonly Binding[], look: Look): Frame {
	const { columns, rows } = state.size;
	const layout = layoutOf(state);
	const screen = current(state);
	const keys = bindingsOn(keymap, state.screen, seesComplaints(state.me));
	const height = bodyHeight(state);
	const area = { width: columns, height };
	const overlay = overlayOf(state, state.focus, keys, area, look);
	const { paint } = look.palette;
	const body =
		overlay === null
			? bodyRows(state, screen, layout, look)
			: padded(overlayLines(overlay, height, look), height).map((one) => paint(one, columns));
	const typed = inputPlace(state.mode, columns, look);
	const foot = [typed?.line ?? noteLine(state, look), keysLine(state, contextOf(state), keys, look)];
	const sums =
		state.screen === "complaints"
			? [totalsLine(state.totals, columns, look)]
			: state.screen === "inTray"
				? headLines(state.trayLists, look)
				: [];
	const head = [titleLine(state, look), sectionLine(state, look), ...sums];
	const all = [...head.map((one) => paint(one, columns)), ...body, ...foot.map((one) => paint(one, columns))];
	// The real cursor stands where the next character goes, so that an input method draws its candidates there.
	const cursor = typed === null ? null : { x: typed.cursor, y: Math.max(0, rows - FOOT_LINES) };
	return { rows: all.slice(0, rows), cursor };
}
