import { seesComplaints } from "../complaints/sees.ts";
import { totalsLine } from "../complaints/totals-lines.ts";
import { type Binding, bindingsOn } from "../keymap.ts";
import { speak } from "../say.ts";
import { plainText } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { noteLine } from "./bars.ts";
import { current } from "./current.ts";
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
	const screen = current(state);
	const section = screen.sections.find(({ number }) => number === screen.section);
	const where = section === undefined ? "" : speak(section.label, language);
	const lines = [`${speak(screen.title, language)}  ${where}  ${screen.position(language)}`];
	if (state.screen === "complaints") lines.push(plainText(totalsLine(state.totals, LINE_WIDTH * 2, look)));
	const area = { width: LINE_WIDTH, height: READ_AHEAD };
	const keys = bindingsOn(keymap, state.screen, seesComplaints(state.me));
	const overlay = overlayOf(state, state.focus, keys, area, look);
	const row = screen.spokenRow(language);
	if (overlay !== null) {
		lines.push(overlay.title, ...overlay.lines.slice(overlay.top).map(plainText));
	} else if (state.focus === "detail" && screen.detail.known) {
		const page = screen.page(LINE_WIDTH, look);
		lines.push(...page.lines.slice(screen.detail.top, screen.detail.top + READ_AHEAD).map(plainText));
	} else if (row !== null) {
		lines.push(...row);
	} else {
		lines.push(speak(screen.empty, language));
	}
	const typed = inputLine(state.mode, LINE_WIDTH, look);
	lines.push(plainText(typed ?? noteLine(state, look)));
	return lines.map((line) => line.trim()).filter((line) => line !== "");
}
