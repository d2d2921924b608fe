import { currentAnchor } from "../panes/detail-state.ts";
import { say, speak } from "../say.ts";
import { containsWord, highlight } from "../terminal/highlight.ts";
import { EMPTY_LINE, type Line, line, type Segment, segment, textLine } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import type { Page } from "../terminal/page.ts";
import type { Current } from "./current.ts";
import { describeFailure } from "./failure-text.ts";
import type { Area } from "./layout.ts";

/** Rows that the page itself has in its pane: one is for the names of its parts. */
export const pageRows = (area: Area): number => Math.max(1, area.height - 1);

/** How many links one has followed to get here. */
const trailText = (steps: number): string => (steps === 0 ? "" : `${"<".repeat(Math.min(steps, 3))} `);

function partsLine(
	page: Page,
	place: { top: number; width: number; focused: boolean; trail: number },
	look: Look,
): Line {
	const { top, width, focused, trail } = place;
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
	return line(segment(trailText(trail), "accent"), ...names.slice(first).flat());
}

/** The detail pane as lines, `area.height` at most. */
export function detailLines(
	screen: Current,
	place: { area: Area; focused: boolean; words: readonly string[] },
	look: Look,
): Line[] {
	const { detail } = screen;
	if (!detail.known) {
		const text =
			detail.failure !== null
				? describeFailure(detail.failure)
				: detail.loading
					? say("正在读取…", "Reading…")
					: screen.select;
		return [
			EMPTY_LINE,
			textLine(` ${speak(text, look.language)}`, detail.failure === null ? "dim" : "danger"),
		];
	}
	const page = screen.page(place.area.width - 1, look);
	const rows = pageRows(place.area);
	const body = page.lines.slice(detail.top, detail.top + rows);
	const lines = body.map((one): Line => {
		const marked = highlight(one, place.words);
		return { segments: [segment(" "), ...marked.segments], fill: marked.fill };
	});
	const { width } = place.area;
	const parts = { top: detail.top, width, focused: place.focused, trail: detail.trail };
	return [partsLine(page, parts, look), ...lines];
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
