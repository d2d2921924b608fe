import type { Bilingual } from "@zhenggai/domain/kernel";
import { writeRefusal } from "../panes/detail-rules.ts";
import { say, speak } from "../say.ts";
import { cleanText } from "../terminal/clean.ts";
import { filled, type Line, line, segment, type Tone } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { type PageWriter, writePage } from "../terminal/page.ts";
import { type FormField, heldIn, linesOf } from "./form-spec.ts";
import { type FormMode, fieldsOf, isAt, isChoice } from "./form-state.ts";

const INDENT = 4;
/** Lines of a long text that are shown while another field has the keys. */
const FEW_LINES = 3;

type Drawn = { readonly lines: readonly Line[]; readonly active: number };

const SHANGHAI_MS = 8 * 3_600_000;

/** A moment to the minute in Asia/Shanghai; nothing for what is none. */
function momentOf(text: string): string {
	const at = Date.parse(text);
	return Number.isNaN(at) ? "" : new Date(at + SHANGHAI_MS).toISOString().substring(0, 16).replace("T", " ");
}

/** Marks and words of a choice: in brackets, for colour is never the only sign. */
function choiceLines(mode: FormMode, one: FormField, look: Look): Line[] {
	const held = one.kind === "many" ? linesOf(mode.values, one.name) : [heldIn(mode.values, one.name)];
	return (one.choices ?? []).map((choice, index) => {
		const on = held.includes(choice.value);
		const box = one.kind === "many" ? (on ? "[x]" : "[ ]") : on ? "(*)" : "( )";
		const number = index < 9 ? `${index + 1} ` : "  ";
		const made = line(
			segment(`${" ".repeat(INDENT)}${number}${box} `, on ? "accent" : "dim"),
			segment(speak(choice.label, look.language), on ? "strong" : "plain"),
		);
		return index === mode.pick ? filled(made, "marked") : made;
	});
}

/** What a field holds, in few words. */
function heldText(mode: FormMode, one: FormField, look: Look): string {
	const value = heldIn(mode.values, one.name);
	if (!isChoice(one)) return value;
	const chosen = one.kind === "many" ? linesOf(mode.values, one.name) : [value];
	return (one.choices ?? [])
		.filter((choice) => chosen.includes(choice.value))
		.map((choice) => speak(choice.label, look.language))
		.join(look.language === "en" ? ", " : "、");
}

function writeField(page: PageWriter, mode: FormMode, one: FormField, active: boolean, look: Look): void {
	const mark = active ? look.marks.selected : " ";
	const star = one.required ? "*" : " ";
	const label = `${mark}${star}${speak(one.label, look.language)}`;
	const hint = one.hint === undefined ? "" : `  ${speak(one.hint, look.language)}`;
	const head = line(segment(label, active ? "strong" : "accent"), segment(active ? hint : "", "dim"));
	page.raw(head);
	if (active && isChoice(one)) page.raw(...choiceLines(mode, one, look));
	else writeHeld(page, heldText(mode, one, look), active, look);
	const tell = (text: Bilingual, tone: Tone) => page.text(`! ${speak(text, look.language)}`, tone, 2);
	if (mode.problem?.name === one.name) tell(mode.problem.text, "danger");
	for (const refusal of mode.refusals)
		if (isAt(refusal, one)) writeRefusal({ page, look, language: look.language }, refusal, 2);
}

function writeHeld(page: PageWriter, text: string, active: boolean, look: Look): void {
	if (text === "") return;
	const all = cleanText(text).split("\n");
	const shown = active ? all : all.slice(0, FEW_LINES);
	page.text(shown.join("\n"), active ? "plain" : "dim", INDENT);
	const rest = all.length - shown.length;
	if (rest > 0)
		page.text(speak(say(`…还有 ${rest} 行`, `… ${rest} more lines`), look.language), "dim", INDENT);
}

/** The form as lines, and which of them has the keys. */
export function formLines(mode: FormMode, width: number, look: Look): Drawn {
	const { language } = look;
	const page = writePage(look, width, 10);
	const writer = { page, look, language };
	for (const text of mode.spec.intro) page.text(speak(text, language), "dim");
	if (mode.since !== null) {
		const at = momentOf(mode.since);
		page.text(
			speak(say(`已取回 ${at} 的草稿，^R 重填`, `Your draft of ${at} is back; ^R begins anew`), language),
			"notice",
		);
	}
	for (const note of mode.notes) page.text(speak(note, language), "notice");
	const fields = fieldsOf(mode);
	const apart = mode.refusals.filter((refusal) => !fields.some((one) => isAt(refusal, one)));
	if (apart.length > 0) {
		page.gap();
		page.text(speak(say("! 未办理，规则不允许：", "! Refused:"), language), "danger");
		for (const refusal of apart) writeRefusal(writer, refusal, 2);
	}
	if (mode.refusals.length === 0 && mode.spec.warnings.length > 0) {
		page.gap();
		page.text(speak(say("? 办理前须说明理由：", "? Asks for a written justification:"), language), "notice");
		for (const refusal of mode.spec.warnings) writeRefusal(writer, refusal, 2);
	}
	page.gap();
	let active = 0;
	for (const [index, one] of fields.entries()) {
		if (index === mode.at) active = page.page().lines.length;
		writeField(page, mode, one, index === mode.at, look);
	}
	page.gap();
	if (mode.at === fields.length) active = page.page().lines.length;
	const words = mode.sending ? say("正在办理…", "Sending…") : say("[ 办理 ]  回车", "[ Send ]  Enter");
	const button = line(
		segment(` ${mode.at === fields.length ? look.marks.selected : " "} ${speak(words, language)}`, "strong"),
	);
	page.raw(mode.at === fields.length ? filled(button, "selected") : button);
	return { lines: page.page().lines, active };
}

const LEAD = 4;

/** The first line in sight: as far up as possible with the field that has the keys well in sight. */
export const formTop = ({ lines, active }: Drawn, rows: number): number =>
	active + LEAD < rows ? 0 : Math.max(0, Math.min(lines.length - rows, active - Math.floor(rows / 3)));
