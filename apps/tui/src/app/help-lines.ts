import {
	type Binding,
	type Command,
	KEY_GROUPS,
	type KeyContext,
	type KeyGroup,
	keysText,
} from "../keymap.ts";
import { say, speak } from "../say.ts";
import { EMPTY_LINE, type Line, line, segment, textLine } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { offReason } from "./availability.ts";
import { type Current, current } from "./current.ts";
import type { AppState } from "./state.ts";

const GROUPS: readonly KeyGroup[] = ["move", "look", "find", "act", "program"];
const KEY_WIDTH = 18;

/** What a binding does, with the section's own name for the number keys. */
function effectOf(entry: Binding, screen: Current, look: Look): string {
	const section = screen.sections.find((one) => `section.${one.number}` === entry.command);
	return speak(section?.label ?? entry.label, look.language);
}

const matches = (text: string, wanted: string): boolean =>
	wanted === "" || text.toLowerCase().includes(wanted.toLowerCase());

/** The keys that work in the pane behind the help, the others with their reason. `wanted` narrows them down. */
export function helpLines(
	state: AppState,
	context: KeyContext,
	keymap: readonly Binding[],
	wanted: string,
	look: Look,
): Line[] {
	const screen = current(state);
	const lines: Line[] = [];
	const commands = new Set<Command>();
	for (const group of GROUPS) {
		const rows = keymap
			.filter(
				(entry) => entry.group === group && entry.contexts.includes(context) && !commands.has(entry.command),
			)
			.filter((entry) =>
				matches(`${keysText(entry)} ${effectOf(entry, screen, look)} ${entry.command}`, wanted),
			)
			.map((entry) => {
				commands.add(entry.command);
				const off = offReason(state, entry.command);
				const reason = off === null ? "" : `  (${speak(off, look.language)})`;
				return line(
					segment(`  ${look.cells.fit(keysText(entry), KEY_WIDTH)} `, off === null ? "accent" : "dim"),
					segment(effectOf(entry, screen, look) + reason, off === null ? "plain" : "dim"),
				);
			});
		if (rows.length > 0)
			lines.push(textLine(speak(KEY_GROUPS[group], look.language), "strong"), ...rows, EMPTY_LINE);
	}
	const fields = screen.fields
		.filter((field) => matches(field.names.join(" "), wanted))
		.map((field) => {
			const name = look.language === "en" ? (field.names[1] ?? "") : (field.names[0] ?? "");
			const example = `${name}:${speak(field.example, look.language)}`;
			return line(
				segment(`  ${look.cells.fit(example, KEY_WIDTH + 6)} `, "accent"),
				segment(field.names.join(" = "), "dim"),
			);
		});
	if (fields.length > 0) {
		const title = say("筛选的写法：词、!词、字段:值，可并用", "Filter: words, !word, field:value, together");
		lines.push(textLine(speak(title, look.language), "strong"), ...fields);
	}
	if (lines.length === 0)
		lines.push(textLine(speak(say("没有这样的按键", "No such key"), look.language), "dim"));
	return lines;
}
