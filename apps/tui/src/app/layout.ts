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

type Headed = Pick<AppState, "size" | "screen" | "trayLists">;

/** Some screens have more above the panes: what complaints add up to, and which of their lists wait beside the in-tray. */
const headLines = ({ screen, trayLists }: Headed): number =>
	HEAD_LINES + (screen === "complaints" ? 1 : screen === "inTray" ? trayLists.length : 0);

/** Rows between head and foot. */
export const bodyHeight = (state: Headed): number =>
	Math.max(1, state.size.rows - headLines(state) - FOOT_LINES);

const STACK_BELOW = 100;
const ONE_PANE_BELOW = 60;
const LEAST_STACKED_ROWS = 12;

/** The panes for this window: side by side when wide, one above the other below 100 columns, one alone below 60. */
export function layoutOf(state: Headed & Pick<AppState, "focus" | "preview" | "zoom" | "split">): Layout {
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
