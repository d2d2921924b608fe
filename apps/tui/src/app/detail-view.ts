import { detailPage } from "../issues/detail-lines.ts";
import { currentAnchor, type DetailState } from "../issues/detail-state.ts";
import type { HistoryEntry, IssueDetail } from "../issues/wire.ts";
import { say, speak } from "../say.ts";
import { containsWord, highlight } from "../terminal/highlight.ts";
import { EMPTY_LINE, type Line, line, type Segment, segment, textLine } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import type { Page } from "../terminal/page.ts";
import { describeFailure } from "./failure-text.ts";
import type { Area } from "./layout.ts";

type Kept = { width: number; look: Look; history: readonly HistoryEntry[]; page: Page };
/** Setting a long issue takes milliseconds, and every key press would do it again. */
const pages = new WeakMap<IssueDetail, Kept>();

const EMPTY_PAGE: Page = { lines: [], anchors: [] };

/** The page of the open issue at this width; empty while it is being read. */
export function pageOf(state: DetailState, width: number, look: Look): Page {
	if (state.detail === null) return EMPTY_PAGE;
	const kept = pages.get(state.detail);
	if (kept !== undefined && kept.width === width && kept.look === look && kept.history === state.history)
		return kept.page;
	const page = detailPage(state.detail, { items: state.history, more: state.moreHistory }, width, look);
	pages.set(state.detail, { width, look, history: state.history, page });
	return page;
}

/** Rows that the page itself has in its pane: one is for the names of its parts. */
export const pageRows = (area: Area): number => Math.max(1, area.height - 1);

function partsLine(page: Page, top: number, width: number, focused: boolean, look: Look): Line {
	const current = currentAnchor(
		page.anchors.map((anchor) => anchor.line),
		top,
	);
	const names: Segment[][] = page.anchors.map((anchor, index) =>
		index === current
			? [segment("[", "accent"), segment(anchor.title, focused ? "strong" : "plain"), segment("]", "accent")]
			: [segment(` ${anchor.title} `, "dim")],
	);
	const widthOf = (from: number) =>
		names
			.slice(from, current + 2)
			.reduce((sum, name) => sum + name.reduce((all, part) => all + look.cells.width(part.text), 0), 0);
	let first = 0;
	while (first < current && widthOf(first) > width) first += 1;
	return line(...names.slice(first).flat());
}

/** The detail pane as lines, `area.height` at most. */
export function detailLines(
	state: DetailState,
	place: { area: Area; focused: boolean; words: readonly string[] },
	look: Look,
): Line[] {
	if (state.detail === null) {
		const text =
			state.failure !== null
				? describeFailure(state.failure)
				: state.loading
					? say("正在读取…", "Reading…")
					: say("选中一条问题，在此查看", "Select an issue to see it here");
		return [
			EMPTY_LINE,
			textLine(` ${speak(text, look.language)}`, state.failure === null ? "dim" : "danger"),
		];
	}
	const page = pageOf(state, place.area.width - 1, look);
	const rows = pageRows(place.area);
	const body = page.lines.slice(state.top, state.top + rows);
	const lines = body.map((one): Line => {
		const marked = highlight(one, place.words);
		return { segments: [segment(" "), ...marked.segments], fill: marked.fill };
	});
	return [partsLine(page, state.top, place.area.width, place.focused, look), ...lines];
}

/** The line of the next or previous match after the first line in sight; null when there is none. */
export function matchLine(
	page: Page,
	words: readonly string[],
	top: number,
	forward: boolean,
): number | null {
	const found = page.lines.flatMap((one, index) => (containsWord(one, words) ? [index] : []));
	if (found.length === 0 || words.length === 0) return null;
	const next = forward ? found.find((at) => at > top) : found.findLast((at) => at < top);
	return next ?? (forward ? (found[0] ?? null) : (found.at(-1) ?? null));
}
