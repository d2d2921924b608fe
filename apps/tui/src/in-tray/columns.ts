import type { Language } from "@zhenggai/domain/kernel";
import {
	caseVocab,
	formatDate,
	formatDaysLeft,
	isLabelled,
	type Labels,
	label,
	valuesOf,
} from "@zhenggai/domain/vocabulary";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import type { Tone } from "../terminal/lines.ts";
import type { TrayItem } from "./wire.ts";

/** What is shown of an item, in lists, in the dashboard and for screen readers. */
export const trayColumn = {
	lateness: say("紧急", "Urgency"),
	due: say("期限", "Due"),
	daysLeft: say("还有", "Left"),
	kind: say("事项", "To do"),
	number: say("编号", "Number"),
	regionName: say("地区", "Region"),
	reason: say("缘由", "Reason"),
	rule: say("规则", "Rule"),
	statement: say("问题", "Issue"),
} as const satisfies Labels<string>;
export type TrayColumn = keyof typeof trayColumn;

/** How pressing an item is: a letter and a word; the tone only repeats them. */
const MARKS: Readonly<Record<TrayItem["lateness"], { letter: string; tone: Tone }>> = {
	overdue: { letter: "!", tone: "danger" },
	soon: { letter: "S", tone: "warning" },
	later: { letter: "L", tone: "plain" },
	undated: { letter: "-", tone: "dim" },
};

export const urgencyText = ({ lateness }: Pick<TrayItem, "lateness">, language: Language): string =>
	`${MARKS[lateness].letter} ${label(caseVocab.inTrayLateness, lateness, language)}`;

export const urgencyTone = ({ lateness }: Pick<TrayItem, "lateness">): Tone => MARKS[lateness].tone;

const READERS: Record<TrayColumn, (row: TrayItem, language: Language) => string> = {
	lateness: urgencyText,
	due: ({ due }, language) => (due === null ? "" : formatDate(due, language)),
	daysLeft: ({ daysLeft }, language) => (daysLeft === null ? "" : formatDaysLeft(daysLeft, language)),
	kind: ({ kind }, language) => label(caseVocab.inTrayKind, kind, language),
	number: ({ issue }) => issue.number,
	regionName: ({ issue }) => issue.regionName,
	reason: ({ reason }, language) => speak(reason, language),
	rule: ({ rule }) => rule ?? "",
	statement: ({ issue }) => issue.statement,
};

/** What an item says in a column, safe to be written to a terminal. */
export const columnText = (key: TrayColumn, row: TrayItem, language: Language): string =>
	cleanLine(READERS[key](row, language));

export const columnHeading = (key: TrayColumn, language: Language): string =>
	label(trayColumn, key, language);

/** The day with what is left of it, in one cell: what is late comes first to the eye. */
export const dueText = (row: TrayItem, language: Language): string => {
	const day = columnText("daysLeft", row, language);
	return day === "" ? urgencyText(row, language) : `${MARKS[row.lateness].letter} ${day}`;
};

/** The column that a word names: its key or its heading in either language. */
export function columnNamed(word: string): TrayColumn | null {
	if (isLabelled(trayColumn, word)) return word;
	const wanted = word.toLowerCase();
	return (
		valuesOf(trayColumn).find(
			(key) => trayColumn[key].zh === word || trayColumn[key].en.toLowerCase() === wanted,
		) ?? null
	);
}

/** What a command of a program says of an item, in this order. */
export const LISTED: readonly TrayColumn[] = [
	"due",
	"daysLeft",
	"kind",
	"number",
	"regionName",
	"reason",
	"rule",
];
