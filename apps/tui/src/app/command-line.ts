import type { Bilingual } from "@zhenggai/domain/kernel";
import { type Command, isCommand, KEYMAP } from "../keymap.ts";
import { say } from "../say.ts";
import type { Current } from "./current.ts";

/** What a typed command asks for. */
export type Asked =
	| { readonly kind: "command"; readonly command: Command }
	| { readonly kind: "filter"; readonly text: string }
	| { readonly kind: "sort"; readonly sort: string }
	| { readonly kind: "columns"; readonly columns: readonly string[] | null }
	| { readonly kind: "unknown"; readonly text: Bilingual };

const SHORT: Readonly<Record<string, Command>> = {
	q: "program.quit",
	quit: "program.quit",
	退出: "program.quit",
	h: "program.help",
	help: "program.help",
	帮助: "program.help",
	r: "program.refresh",
	刷新: "program.refresh",
	lang: "program.language",
	issues: "screen.issues",
	ledger: "screen.issues",
	台账: "screen.issues",
	整改台账: "screen.issues",
	complaints: "screen.complaints",
	举报: "screen.complaints",
	信访: "screen.complaints",
	信访件: "screen.complaints",
	"in-tray": "screen.inTray",
	todo: "screen.inTray",
	待办: "screen.inTray",
	totals: "complaints.totals",
	合计: "complaints.totals",
};

/** Words that take something behind them. */
const WITH_VALUE = ["filter", "sort", "columns"] as const;

/** Screens by their own word. */
const SCREENS = ["issues", "complaints", "in-tray", "totals"] as const;

const unknown = (text: Bilingual): Asked => ({ kind: "unknown", text });

/** What of the open screen a typed command depends on. */
type Here = Pick<Current, "columnNamed" | "sortKeys">;

function readSort(value: string, { sortKeys }: Here): Asked {
	if (value !== "") return { kind: "sort", sort: value };
	const known = sortKeys.join(" ");
	return unknown(say(`请写明排序，可用：${known}`, `Say which order; there are: ${known}`));
}

function readColumns(value: string, { columnNamed }: Here): Asked {
	if (value === "") return { kind: "columns", columns: null };
	const names = value.split(/[,，\s]+/).filter((name) => name !== "");
	const wrong = names.find((name) => columnNamed(name) === null);
	if (wrong !== undefined) return unknown(say(`没有名为“${wrong}”的列`, `There is no column "${wrong}"`));
	return { kind: "columns", columns: names.map(columnNamed).filter((name) => name !== null) };
}

/** Reads a line typed after `:` – a command by its name or its words, or `filter`, `sort`, `columns` with a value. */
export function readCommandLine(text: string, here: Here): Asked {
	const [head = "", ...rest] = text.trim().split(/\s+/);
	const value = rest.join(" ");
	if (head === "filter" || head === "筛选") return { kind: "filter", text: value };
	if (head === "sort" || head === "排序") return readSort(value, here);
	if (head === "columns" || head === "列") return readColumns(value, here);
	const short = SHORT[head];
	if (short !== undefined) return { kind: "command", command: short };
	const whole = text.trim();
	if (isCommand(whole)) return { kind: "command", command: whole };
	const wanted = text.trim().toLowerCase();
	const found = KEYMAP.find((entry) => entry.label.zh === wanted || entry.label.en.toLowerCase() === wanted);
	if (found !== undefined) return { kind: "command", command: found.command };
	const near = completions(text).slice(0, 5).join("  ");
	return unknown(
		near === ""
			? say(`没有命令“${text}”，? 查看按键`, `There is no command "${text}"; ? lists the keys`)
			: say(`没有命令“${text}”，可能是：${near}`, `There is no command "${text}"; perhaps: ${near}`),
	);
}

/** Commands that begin with what is typed, or contain it. */
export function completions(text: string): string[] {
	const wanted = text.trim().toLowerCase();
	const all = [...WITH_VALUE, ...SCREENS, ...KEYMAP.map((entry): string => entry.command)];
	const first = all.filter((name) => name.toLowerCase().startsWith(wanted));
	return first.length > 0 ? first : all.filter((name) => name.toLowerCase().includes(wanted));
}
