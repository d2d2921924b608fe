import { totalsPage } from "../complaints/totals-lines.ts";
import { formLines, formTop } from "../forms/form-lines.ts";
import { activeField, isChoice } from "../forms/form-state.ts";
import type { Binding, KeyContext } from "../keymap.ts";
import { writeRefusal } from "../panes/detail-rules.ts";
import { say, speak } from "../say.ts";
import { inputBeforeCursor, inputText } from "../terminal/input-state.ts";
import { EMPTY_LINE, filled, type Line, line, segment } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { writePage } from "../terminal/page.ts";
import { helpLines } from "./help-lines.ts";
import { itemsOf, type Mode } from "./mode.ts";
import type { AppState } from "./state.ts";

/** Everything an overlay has to say, before it is cut to the window. */
export type Overlay = { readonly title: string; readonly lines: readonly Line[]; readonly top: number };

function noticeOverlay(mode: Extract<Mode, { kind: "notice" }>, width: number, look: Look): Overlay {
	const { language } = look;
	const page = writePage(look, width, 10);
	for (const note of mode.notes) page.text(speak(note, language), "notice");
	for (const refusal of mode.refusals) {
		page.gap();
		writeRefusal({ page, look, language }, refusal, 0);
		const basis =
			refusal.basis === null ? "" : `${speak(say("依据：", "Basis: "), language)}${refusal.basis}`;
		if (basis !== "") page.text(basis, "dim");
	}
	page.gap();
	const retry = say("w 填写理由后重试   Esc 关闭", "w writes a justification and tries again   Esc closes");
	const close = say("Esc 关闭", "Esc closes");
	page.text(speak(mode.retry === null ? close : retry, language), "dim");
	return { title: speak(mode.title, language), lines: page.page().lines, top: mode.top };
}

function menuOverlay(mode: Extract<Mode, { kind: "menu" }>, rows: number, look: Look): Overlay {
	let at = 0;
	const lines = itemsOf(mode).flatMap((item, index, items) => {
		const selected = index === mode.selected;
		const mark = selected ? look.marks.selected : " ";
		const off = item.off === null ? "" : `  ${speak(item.off, look.language)}`;
		const sign = item.off === null ? "+" : "x";
		const made = line(
			segment(` ${mark} ${sign} `, item.off === null ? "accent" : "dim"),
			segment(speak(item.label, look.language), item.off === null ? "plain" : "dim"),
			segment(off, "dim"),
		);
		const { group } = item;
		const heading =
			group === undefined || group.zh === items[index - 1]?.group?.zh
				? []
				: [line(segment(` ${speak(group, look.language)}`, "strong"))];
		if (index <= mode.selected) at += heading.length;
		return [...heading, selected ? filled(made, "selected") : made];
	});
	const top = Math.max(0, mode.selected + at - Math.max(1, rows - 3));
	return { title: speak(mode.title, look.language), lines, top };
}

/** What stands over the panes, or null where nothing does. */
export function overlayOf(
	state: AppState,
	behind: KeyContext,
	keymap: readonly Binding[],
	area: { width: number; height: number },
	look: Look,
): Overlay | null {
	const { mode } = state;
	switch (mode.kind) {
		case "help":
			return {
				title: speak(say("按键说明   / 查找   Esc 关闭", "Keys   / finds   Esc closes"), look.language),
				lines: helpLines(state, behind, keymap, inputText(mode.input), look),
				top: mode.top,
			};
		case "menu":
			return menuOverlay(mode, area.height, look);
		case "totals":
			return {
				title: speak(say("合计与办结率   Esc 关闭", "Totals and closure rates   Esc closes"), look.language),
				lines: totalsPage(state.totals, area.width - 2, look),
				top: mode.top,
			};
		case "notice":
			return noticeOverlay(mode, area.width - 2, look);
		case "form": {
			const drawn = formLines(mode, area.width - 2, look);
			const top = formTop(drawn, Math.max(1, area.height - 2));
			return { title: speak(mode.spec.title, look.language), lines: drawn.lines, top };
		}
		case "confirm":
		case "prompt": {
			const page = writePage(look, area.width - 2, 10);
			page.text(speak(mode.text, look.language));
			// The line below is taken by what is typed: what was wrong with it is said here.
			if (state.message !== null) {
				page.gap();
				page.text(speak(state.message.text, look.language), state.message.tone);
			}
			return { title: speak(mode.title, look.language), lines: page.page().lines, top: 0 };
		}
		default:
			return null;
	}
}

/** The overlay cut to its window: a title, then its lines. */
export function overlayLines(overlay: Overlay, height: number, look: Look): Line[] {
	const room = Math.max(1, height - 2);
	const top = Math.min(overlay.top, Math.max(0, overlay.lines.length - room));
	const body = overlay.lines.slice(top, top + room);
	const rest = overlay.lines.length - top - body.length;
	const more = rest > 0 ? `  ${look.marks.down} ${rest}` : "";
	return [
		line(segment(` ${overlay.title}`, "strong"), segment(more, "dim")),
		EMPTY_LINE,
		...body.map((one): Line => ({ segments: [segment(" "), ...one.segments], fill: one.fill })),
	];
}

/** Furthest that an overlay can be scrolled. */
export const overlayLimit = (overlay: Overlay, height: number): number =>
	Math.max(0, overlay.lines.length - Math.max(1, height - 2));

/** The line being typed, with what stands before it. Null where nothing is typed. */
export function inputPrefix(mode: Mode, look: Look): string | null {
	switch (mode.kind) {
		case "filter":
			return " /";
		case "command":
			return " :";
		case "prompt":
			return " > ";
		case "help":
		case "menu":
			return mode.typing ? " /" : null;
		case "form": {
			const one = activeField(mode);
			return one === null || isChoice(one) ? null : ` ${speak(one.label, look.language)} > `;
		}
		case "confirm":
			return mode.answer === null
				? ` ${speak(say("回车确认，Esc 取消 ", "Enter confirms, Esc cancels "), look.language)}`
				: ` ${speak(say(`输入编号 ${mode.answer} 确认，Esc 取消：`, `Type the number ${mode.answer} to confirm, Esc cancels: `), look.language)}`;
		default:
			return null;
	}
}

/**
 * The typed line as it fits into `width` cells, and the cell of its cursor. A line that is too long shows the part
 * round the cursor.
 */
export function inputPlace(mode: Mode, width: number, look: Look): { line: Line; cursor: number } | null {
	const prefix = inputPrefix(mode, look);
	if (prefix === null || !("input" in mode)) return null;
	const { cells } = look;
	const head = cells.clip(prefix, width - 1);
	const room = Math.max(1, width - cells.width(head) - 1);
	// A line of input has no second line: breaks in a longer text are shown as a mark.
	const shownAs = (text: string) => text.replaceAll("\n", look.marks.newline);
	const before = cells.width(shownAs(inputBeforeCursor(mode.input)));
	const from = Math.max(0, before - room + 1);
	const shown = cells.window(shownAs(inputText(mode.input)), from, room);
	return {
		line: line(segment(head, "accent"), segment(shown)),
		cursor: Math.min(width - 1, cells.width(head) + before - from),
	};
}

export const inputLine = (mode: Mode, width: number, look: Look): Line | null =>
	inputPlace(mode, width, look)?.line ?? null;
