import { columnHeading, columnText, standingText, USUAL_COLUMNS } from "../issues/columns.ts";
import { positionText } from "../issues/ledger-lines.ts";
import { selectedRow } from "../issues/ledger-state.ts";
import { sectionOf } from "../issues/sections.ts";
import type { Binding } from "../keymap.ts";
import { say, speak } from "../say.ts";
import { plainText } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { noteLine } from "./bars.ts";
import { pageOf } from "./detail-view.ts";
import { inputLine, overlayOf } from "./overlay-lines.ts";
import type { AppState } from "./state.ts";

const READ_AHEAD = 12;
const LINE_WIDTH = 100;

/**
 * The state as sentences for a screen reader: where one is, what is selected with every field named, and what can
 * be typed. No table, no clock that would be read out every second.
 */
export function spokenLines(state: AppState, keymap: readonly Binding[], look: Look): string[] {
	const { language } = look;
	const section = speak(sectionOf(state.section).label, language);
	const lines = [`${section}  ${positionText(state.ledger, language)}`];
	const area = { width: LINE_WIDTH, height: READ_AHEAD };
	const overlay = overlayOf(state, state.focus, keymap, area, look);
	const row = selectedRow(state.ledger);
	if (overlay !== null) {
		lines.push(overlay.title, ...overlay.lines.slice(overlay.top).map(plainText));
	} else if (state.focus === "detail" && state.detail.detail !== null) {
		const page = pageOf(state.detail, LINE_WIDTH, look);
		lines.push(...page.lines.slice(state.detail.top, state.detail.top + READ_AHEAD).map(plainText));
	} else if (row !== null) {
		lines.push(standingText(row, language));
		for (const key of USUAL_COLUMNS) {
			const text = columnText(key, row, language);
			if (text !== "") lines.push(`${columnHeading(key, language)}: ${text}`);
		}
	} else {
		lines.push(speak(say("没有问题", "No issues"), language));
	}
	const typed = inputLine(state.mode, LINE_WIDTH, look);
	lines.push(plainText(typed ?? noteLine(state, look)));
	return lines.map((line) => line.trim()).filter((line) => line !== "");
}
