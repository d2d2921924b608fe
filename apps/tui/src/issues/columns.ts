import type { Language } from "@zhenggai/domain/kernel";
import {
	badges,
	badgeWord,
	formatDaysLeft,
	formatDeadline,
	formatInstant,
	formatNames,
	isLabelled,
	label,
	labelOr,
	valuesOf,
	vocab,
} from "@zhenggai/domain/vocabulary";
import { badgeTone } from "../panes/badge-tone.ts";
import type { Align } from "../terminal/cells.ts";
import { cleanLine } from "../terminal/clean.ts";
import type { Tone } from "../terminal/lines.ts";
import type { IssueRow } from "./wire.ts";

/** A column of the ledger: its key is the field of the row, its heading the trade's word for it. */
export type ColumnKey = keyof typeof vocab.ledgerColumn;

/** Urgency in a few cells: its letter, and the days where there is a day. */
export function standingText(row: Pick<IssueRow, "standing" | "daysLeft">, language: Language): string {
	const badge = badges.standing[row.standing];
	const dated = row.daysLeft !== null && row.standing !== "over" && row.standing !== "none";
	return `${badge.letter} ${dated ? formatDaysLeft(row.daysLeft, language) : badgeWord(badge, language)}`;
}

export function standingTone(row: Pick<IssueRow, "standing">): Tone {
	return row.standing === "due7" ? "warning" : badgeTone(badges.standing[row.standing]);
}

const numbers = (row: IssueRow, language: Language): string =>
	(["central", "province", "city", "county"] as const)
		.flatMap((tier) => {
			const number = row.numberByTier[tier];
			return number === null ? [] : [`${label(vocab.tier, tier, language)} ${number}`];
		})
		.join(", ");

const READERS: Record<ColumnKey, (row: IssueRow, language: Language) => string> = {
	id: (row) => row.id,
	version: (row) => String(row.version),
	region: (row) => row.region,
	regionName: (row) => row.regionName,
	tier: (row, language) => label(vocab.tier, row.tier, language),
	sourceKind: (row, language) => label(vocab.sourceKind, row.sourceKind, language),
	inspectionId: (row) => row.inspectionId,
	inspectionName: (row) => row.inspectionName,
	round: (row) => row.round?.toString() ?? "",
	batch: (row) => row.batch?.toString() ?? "",
	number: (row) => row.number,
	numberByTier: numbers,
	statement: (row) => row.statement,
	field: (row, language) => (row.field === null ? "" : label(vocab.issueField, row.field, language)),
	generality: (row, language) =>
		row.generality === null ? "" : label(vocab.generality, row.generality, language),
	goal: (row) => row.goal ?? "",
	deadline: (row, language) => formatDeadline(row.deadline, language),
	due: (row) => row.due ?? "",
	standing: (row, language) => badgeWord(badges.standing[row.standing], language),
	daysLeft: (row) => row.daysLeft?.toString() ?? "",
	leadUnits: (row, language) => formatNames(row.leadUnits, language),
	responsibleUnits: (row, language) => formatNames(row.responsibleUnits, language),
	supportingUnits: (row, language) => formatNames(row.supportingUnits, language),
	supervisingUnits: (row, language) => formatNames(row.supervisingUnits, language),
	acceptanceUnits: (row, language) => formatNames(row.acceptanceUnits, language),
	responsibleLeaders: (row, language) => formatNames(row.responsibleLeaders, language),
	responsiblePersons: (row, language) => formatNames(row.responsiblePersons, language),
	measureCount: (row) => String(row.measureCount),
	missing: (row, language) =>
		formatNames(
			row.missing.map((element) => labelOr(vocab.requiredElement, element, language)),
			language,
		),
	mandateCount: (row) => String(row.mandateCount),
	childCount: (row) => String(row.childCount),
	lifecycle: (row, language) => label(vocab.issueState, row.lifecycle, language),
	remarks: (row) => row.remarks ?? "",
	updatedAt: (row, language) => formatInstant(row.updatedAt, language),
};

/** A column's value of one row as one clean line in the reader's language. */
export const columnText = (key: ColumnKey, row: IssueRow, language: Language): string =>
	cleanLine(READERS[key](row, language));

export const columnHeading = (key: ColumnKey, language: Language): string =>
	label(vocab.ledgerColumn, key, language);

const NUMERIC: ReadonlySet<ColumnKey> = new Set([
	"version",
	"round",
	"batch",
	"daysLeft",
	"measureCount",
	"mandateCount",
	"childCount",
]);
export const columnAlign = (key: ColumnKey): Align => (NUMERIC.has(key) ? "right" : "left");

export const ALL_COLUMNS: readonly ColumnKey[] = valuesOf(vocab.ledgerColumn);

/** The columns that a listing shows where none are asked for. */
export const USUAL_COLUMNS: readonly ColumnKey[] = [
	"number",
	"standing",
	"daysLeft",
	"due",
	"lifecycle",
	"regionName",
	"leadUnits",
	"missing",
	"statement",
];

/** The column that a word names: its key or its heading in either language. */
export function columnNamed(word: string): ColumnKey | null {
	if (isLabelled(vocab.ledgerColumn, word)) return word;
	const wanted = word.toLowerCase();
	const heading = (key: ColumnKey) => vocab.ledgerColumn[key];
	return (
		ALL_COLUMNS.find((key) => heading(key).zh === word || heading(key).en.toLowerCase() === wanted) ?? null
	);
}
