import type { IssueRow } from "@zhenggai/domain/issues";
import { badges, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date, deadlineText, moment, names, word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import type { Column } from "../list/column.ts";
import type { LedgerSort } from "../types.ts";
import { Badge, Tag } from "../ui/badge.tsx";
import { daysText, standingWord } from "./standing-word.ts";

/** A column of the ledger: its heading comes from the vocabulary by its id. */
type LedgerColumn = Omit<Column<IssueRow, LedgerSort>, "heading"> & {
	readonly id: keyof typeof vocab.ledgerColumn;
};

const optional = (value: string | number | null): string => (value === null ? "" : String(value));

const TIERS = ["central", "province", "city", "county"] as const;

const numbersByTier = (row: IssueRow): string =>
	TIERS.flatMap((tier) => {
		const number = row.numberByTier[tier];
		return number === null ? [] : [`${word(vocab.tier, tier)} ${number}`];
	}).join(" / ");

const missingText = (row: IssueRow): string =>
	names(row.missing.map((key) => word(vocab.requiredElement, key)));

function DeadlineCell(props: { row: IssueRow }): JSX.Element {
	return (
		<span class="flex flex-wrap items-center gap-x-2">
			<span class="tabular-nums">
				{props.row.due === null ? deadlineText(props.row.deadline) : date(props.row.due)}
			</span>
			<Badge of={badges.standing[props.row.standing]} {...standingWord(props.row)} />
		</span>
	);
}

/** All columns in the order of a printed 台账 (domain.md §5.9). */
const COLUMNS: readonly LedgerColumn[] = [
	{
		id: "number",
		width: 96,
		shown: true,
		sort: "number",
		text: (row) => row.number,
		cell: (row) => <span class="font-medium tabular-nums">{formatNumber(row.number, language())}</span>,
	},
	{
		id: "statement",
		width: 400,
		shown: true,
		text: (row) => row.statement,
		href: (row) => `/issues/${row.id}`,
	},
	{
		id: "lifecycle",
		width: 112,
		shown: true,
		text: (row) => word(vocab.issueState, row.lifecycle),
		cell: (row) => (
			<Badge of={badges.issueState[row.lifecycle]} word={word(vocab.issueState, row.lifecycle)} />
		),
	},
	{
		id: "deadline",
		width: 226,
		shown: true,
		sort: "due",
		text: (row) => deadlineText(row.deadline),
		cell: (row) => <DeadlineCell row={row} />,
	},
	{ id: "responsibleUnits", width: 170, shown: true, text: (row) => names(row.responsibleUnits) },
	{ id: "supervisingUnits", width: 140, shown: true, text: (row) => names(row.supervisingUnits) },
	{ id: "regionName", width: 104, shown: true, sort: "region", text: (row) => row.regionName },
	{
		id: "missing",
		width: 150,
		shown: true,
		text: missingText,
		cell: (row) => (
			<Show
				when={row.missing.length > 0}
				fallback={<span class="text-ink-faint">{t("ledger.complete")}</span>}
			>
				<Tag tone="attention" title={missingText(row)}>
					{t("ledger.missing", { n: row.missing.length })} {missingText(row)}
				</Tag>
			</Show>
		),
	},
	{ id: "sourceKind", width: 150, shown: true, text: (row) => word(vocab.sourceKind, row.sourceKind) },
	{ id: "inspectionName", width: 220, shown: false, text: (row) => row.inspectionName },
	{ id: "round", width: 64, shown: false, text: (row) => optional(row.round) },
	{ id: "batch", width: 64, shown: false, text: (row) => optional(row.batch) },
	{ id: "numberByTier", width: 190, shown: false, text: numbersByTier },
	{
		id: "field",
		width: 130,
		shown: false,
		text: (row) => (row.field === null ? "" : word(vocab.issueField, row.field)),
	},
	{
		id: "generality",
		width: 96,
		shown: false,
		text: (row) => (row.generality === null ? "" : word(vocab.generality, row.generality)),
	},
	{ id: "tier", width: 72, shown: false, text: (row) => word(vocab.tier, row.tier) },
	{ id: "goal", width: 280, shown: false, text: (row) => row.goal ?? "" },
	{ id: "due", width: 128, shown: false, text: (row) => row.due ?? "" },
	{ id: "daysLeft", width: 104, shown: false, text: daysText },
	{ id: "leadUnits", width: 160, shown: false, text: (row) => names(row.leadUnits) },
	{ id: "supportingUnits", width: 160, shown: false, text: (row) => names(row.supportingUnits) },
	{ id: "responsibleLeaders", width: 112, shown: false, text: (row) => names(row.responsibleLeaders) },
	{ id: "responsiblePersons", width: 112, shown: false, text: (row) => names(row.responsiblePersons) },
	{ id: "acceptanceUnits", width: 140, shown: false, text: (row) => names(row.acceptanceUnits) },
	{ id: "measureCount", width: 72, shown: false, text: (row) => String(row.measureCount) },
	{ id: "mandateCount", width: 72, shown: false, text: (row) => String(row.mandateCount) },
	{ id: "childCount", width: 96, shown: false, text: (row) => String(row.childCount) },
	{ id: "updatedAt", width: 160, shown: true, sort: "updated", text: (row) => moment(row.updatedAt) },
	{ id: "remarks", width: 200, shown: false, text: (row) => row.remarks ?? "" },
];

/** All columns of the ledger with their headings. */
export const ledgerColumns: readonly Column<IssueRow, LedgerSort>[] = COLUMNS.map((column) => ({
	...column,
	heading: () => word(vocab.ledgerColumn, column.id),
}));
