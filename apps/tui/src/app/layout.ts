import type { ScreenName } from "../panes/screen.ts";
import type { AppState } from "./state.ts";

export type Area = { readonly width: number; readonly height: number };

/** Where the panes are. Null where there is no room for one. */
export type Layout = {
	readonly kind: "list" | "detail" | "beside" | "below";
	readonly list: Area | null;
	readonly detail: Area | null;
};

/** Lines above the panes: title and sections; below: message or input, keys. */
const HEAD_LINES = 2;
export const FOOT_LINES = 2;

/** The screen of complaints has one line more above the panes: what they add up to. */
const headLines = (screen: ScreenName): number => (screen === "complaints" ? HEAD_LINES + 1 : HEAD_LINES);

/** Rows between head and foot. */
export const bodyHeight = ({ size, screen }: Pick<AppState, "size" | "screen">): number =>
	Math.max(1, size.rows - headLines(screen) - FOOT_LINES);

const STACK_BELOW = 100;
const ONE_PANE_BELOW = 60;
const LEAST_STACKED_ROWS = 12;

/** The panes for this window: side by side when wide, one above the other below 100 columns, one alone below 60. */
export function layoutOf(
	state: Pick<AppState, "size" | "screen" | "focus" | "preview" | "zoom" | "split">,
): Layout {
	const { columns } = state.size;
	const height = bodyHeight(state);
	const whole = { width: columns, height };
	const wanted = state.preview || state.focus === "detail";
	if (!wanted) return { kind: "list", list: whole, detail: null };
	if (state.zoom || columns < ONE_PANE_BELOW || (columns < STACK_BELOW && height < LEAST_STACKED_ROWS)) {
		const alone = state.zoom || state.focus === "detail";
		return alone
			? { kind: "detail", list: null, detail: whole }
			: { kind: "list", list: whole, detail: null };
	}
	if (columns < STACK_BELOW) {
		const above = Math.max(4, Math.round((height * state.split) / 100) - 2);
		return {
			kind: "below",
			list: { width: columns, height: above },
			detail: { width: columns, height: height - above - 1 },
		};
	}
	const left = Math.round((columns * state.split) / 100);
	return {
		kind: "beside",
		list: { width: left, height },
		detail: { width: columns - left - 1, height },
	};
}

/** Rows of the list in sight, its heading not counted. */
export const listRows = (layout: Layout): number => Math.max(1, (layout.list?.height ?? 2) - 1);
