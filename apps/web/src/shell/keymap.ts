import type { MessageKey } from "../i18n/index.ts";

/** What a key can do. Help, palette and handlers all read this one table. */
export type KeyCommand =
	| "palette"
	| "search"
	| "help"
	| "goLedger"
	| "goInTray"
	| "goClosing"
	| "goComplaints"
	| "goSupervision"
	| "goImport"
	| "goInspections"
	| "goUnits"
	| "goRules"
	| "goKeys"
	| "goHelp"
	| "down"
	| "up"
	| "pageDown"
	| "pageUp"
	| "first"
	| "last"
	| "open"
	| "openPage"
	| "back"
	| "copy";

export type Binding = {
	readonly command: KeyCommand;
	/** Any of these: a key, `Mod+key`, or two keys one after the other, `g l`. */
	readonly chords: readonly string[];
	readonly label: MessageKey;
	readonly where: "everywhere" | "ledger";
};

export const keymap: readonly Binding[] = [
	{ command: "palette", chords: ["Mod+k"], label: "key.palette", where: "everywhere" },
	{ command: "search", chords: ["/"], label: "key.search", where: "everywhere" },
	{ command: "help", chords: ["?"], label: "key.help", where: "everywhere" },
	{ command: "goLedger", chords: ["g l"], label: "key.goLedger", where: "everywhere" },
	{ command: "goInTray", chords: ["g t"], label: "key.goInTray", where: "everywhere" },
	{ command: "goClosing", chords: ["g o"], label: "key.goClosing", where: "everywhere" },
	{ command: "goComplaints", chords: ["g c"], label: "key.goComplaints", where: "everywhere" },
	{ command: "goSupervision", chords: ["g s"], label: "key.goSupervision", where: "everywhere" },
	{ command: "goImport", chords: ["g i"], label: "key.goImport", where: "everywhere" },
	{ command: "goInspections", chords: ["g d"], label: "key.goInspections", where: "everywhere" },
	{ command: "goUnits", chords: ["g u"], label: "key.goUnits", where: "everywhere" },
	{ command: "goRules", chords: ["g r"], label: "key.goRules", where: "everywhere" },
	{ command: "goKeys", chords: ["g k"], label: "key.goKeys", where: "everywhere" },
	{ command: "goHelp", chords: ["g h"], label: "key.goHelp", where: "everywhere" },
	{ command: "down", chords: ["j", "ArrowDown"], label: "key.down", where: "ledger" },
	{ command: "up", chords: ["k", "ArrowUp"], label: "key.up", where: "ledger" },
	{ command: "pageDown", chords: ["PageDown"], label: "key.pageDown", where: "ledger" },
	{ command: "pageUp", chords: ["PageUp"], label: "key.pageUp", where: "ledger" },
	{ command: "first", chords: ["Home"], label: "key.first", where: "ledger" },
	{ command: "last", chords: ["End"], label: "key.last", where: "ledger" },
	{ command: "open", chords: ["Enter"], label: "key.open", where: "ledger" },
	{ command: "openPage", chords: ["Mod+Enter"], label: "key.openPage", where: "ledger" },
	{ command: "back", chords: ["Escape"], label: "key.back", where: "ledger" },
	{ command: "copy", chords: ["Mod+c"], label: "key.copy", where: "ledger" },
];

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** A key press as the table writes it; null for what no chord can be (Alt). */
export function chordOf(event: KeyPress): string | null {
	if (event.altKey) return null;
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	return event.ctrlKey || event.metaKey ? `Mod+${key}` : key;
}

export type KeyMatch = { readonly command: KeyCommand | null; readonly pending: string | null };

/** What a press means after `pending` (the first key of a two-key chord, or null). */
export function matchKey(chord: string, pending: string | null, where: Binding["where"]): KeyMatch {
	const open = keymap.filter((binding) => binding.where === "everywhere" || binding.where === where);
	const whole = pending === null ? chord : `${pending} ${chord}`;
	const found = open.find((binding) => binding.chords.includes(whole));
	if (found !== undefined) return { command: found.command, pending: null };
	const begins = pending === null && open.some((b) => b.chords.some((c) => c.startsWith(`${chord} `)));
	return { command: null, pending: begins ? chord : null };
}

/** Whether the keys belong to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}
