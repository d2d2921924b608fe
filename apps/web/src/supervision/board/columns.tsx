import type { InstrumentRow } from "@zhenggai/domain/supervision";
import { caseVocab, formatNumber } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date, daysLeftText, moment, names, word } from "../../i18n/format.ts";
import { language, type MessageKey, t } from "../../i18n/index.ts";
import type { Column } from "../../list/column.ts";
import { useMe } from "../../shell/me.tsx";
import { Badge } from "../../ui/badge.tsx";
import { daysUntil, kindWord } from "../days.ts";
import { StageMark, standingBadge } from "../marks.tsx";

/** The list has one order: the newest draft first. */
export type InstrumentOrder = "drafted";

type BoardColumn = Omit<Column<InstrumentRow, InstrumentOrder>, "heading"> & { readonly label: MessageKey };

const addressees = (row: InstrumentRow): string => names(row.addressees.map(({ name }) => name));

/** The day that is waited for; null where nothing is any more. */
export const dueOf = (row: InstrumentRow): InstrumentRow["limitOn"] =>
	["toAcknowledge", "toReply", "late"].includes(row.stage) ? (row.limitOn ?? row.replyDueOn) : null;

/** By when, and how near that is. */
export function DueCell(props: { row: InstrumentRow }): JSX.Element {
	const me = useMe();
	const left = (day: string) => daysUntil(day, me().today);
	return (
		<Show when={dueOf(props.row)}>
			{(day) => (
				<span class="flex min-w-0 flex-wrap items-center gap-1.5">
					<span class="tabular-nums">{date(day())}</span>
					<Badge of={standingBadge(left(day()))} word={daysLeftText(left(day()))} />
				</span>
			)}
		</Show>
	);
}

const COLUMNS: readonly BoardColumn[] = [
	{
		id: "kind",
		label: "sup.col.kind",
		width: 104,
		shown: true,
		text: (row) => kindWord(row.kind),
		cell: (row) => <span class="font-medium">{kindWord(row.kind)}</span>,
	},
	{
		id: "stage",
		label: "sup.col.stage",
		width: 148,
		shown: true,
		text: (row) => word(caseVocab.instrumentStage, row.stage),
		cell: (row) => <StageMark row={row} />,
	},
	{
		id: "title",
		label: "sup.col.title",
		width: 340,
		shown: true,
		text: (row) => row.title,
		href: (row) => `/supervision/${row.id}`,
	},
	{ id: "addressees", label: "sup.addressees", width: 220, shown: true, text: addressees },
	{
		id: "due",
		label: "sup.col.due",
		width: 200,
		shown: true,
		text: (row) => {
			const due = dueOf(row);
			return due === null ? "" : date(due);
		},
		cell: (row) => <DueCell row={row} />,
	},
	{
		id: "issue",
		label: "sup.col.issue",
		width: 96,
		shown: true,
		text: (row) => formatNumber(row.issueNumber, language()),
		href: (row) => `/issues/${row.issueId}?tab=supervision`,
	},
	{
		id: "documentNumber",
		label: "sup.documentNumber",
		width: 176,
		shown: true,
		text: (row) => row.documentNumber ?? "",
	},
	{
		id: "issuedOn",
		label: "sup.dispatchOn",
		width: 116,
		shown: true,
		text: (row) => (row.issuedOn === null ? "" : date(row.issuedOn)),
	},
	{ id: "region", label: "sup.col.region", width: 108, shown: true, text: (row) => row.regionName },
	{
		id: "draftedAt",
		label: "sup.col.drafted",
		width: 160,
		shown: false,
		text: (row) => moment(row.draftedAt),
	},
];

export const instrumentColumns: readonly Column<InstrumentRow, InstrumentOrder>[] = COLUMNS.map(
	({ label, ...column }) => ({ ...column, heading: () => t(label) }),
);
