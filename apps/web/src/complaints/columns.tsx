import type { ComplaintRow } from "@zhenggai/domain/complaints";
import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date, moment, names, word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import type { Column } from "../list/column.ts";
import type { ComplaintListSort } from "../types.ts";
import { Badge } from "../ui/badge.tsx";
import { KeyMark } from "./key-mark.tsx";

type ComplaintColumn = Omit<Column<ComplaintRow, ComplaintListSort>, "heading"> & {
	readonly id: keyof typeof vocab.complaintColumn;
};

const optional = (value: string | number | null): string => (value === null ? "" : String(value));

/** The pollution types of a row in words. */
export const typesText = ({ pollutionTypes }: Pick<ComplaintRow, "pollutionTypes">): string =>
	names(pollutionTypes.map((type) => word(vocab.pollutionType, type)));

function ReceiptCell(props: { row: ComplaintRow }): JSX.Element {
	return (
		<span class="flex min-w-0 items-center gap-1.5">
			<Show when={props.row.isKey}>
				<KeyMark />
			</Show>
			<span class="truncate font-medium tabular-nums">{props.row.receiptNumber ?? t("nothing")}</span>
		</span>
	);
}

/** A verdict in its letter and word; nothing where the table does not say. */
export function VerdictBadge(props: { row: Pick<ComplaintRow, "verdict"> }): JSX.Element {
	return (
		<Show when={props.row.verdict} fallback={<span class="text-ink-faint">{t("complaints.notStated")}</span>}>
			{(verdict) => <Badge of={badges.verdict[verdict()]} word={word(vocab.verdict, verdict())} />}
		</Show>
	);
}

/** Whether it is closed, in letter and word; nothing where the table does not say. */
export function StatusBadge(props: { row: Pick<ComplaintRow, "status"> }): JSX.Element {
	return (
		<Show when={props.row.status} fallback={<span class="text-ink-faint">{t("complaints.notStated")}</span>}>
			{(status) => (
				<Badge of={badges.complaintStatus[status()]} word={word(vocab.complaintStatus, status())} />
			)}
		</Show>
	);
}

/** All columns, in the order of a published table (domain.md §5.5). */
const COLUMNS: readonly ComplaintColumn[] = [
	{
		id: "receiptNumber",
		width: 184,
		shown: true,
		sort: "receipt",
		text: (row) => `${row.isKey ? "★" : ""}${optional(row.receiptNumber)}`,
		cell: (row) => <ReceiptCell row={row} />,
	},
	{
		id: "batch",
		width: 92,
		shown: true,
		sort: "batch",
		text: (row) => (row.batch === null ? "" : t("complaints.batchN", { n: row.batch })),
	},
	{ id: "seq", width: 72, shown: false, text: (row) => optional(row.seq) },
	{
		id: "summary",
		width: 340,
		shown: true,
		text: (row) => row.summary ?? "",
		href: (row) => `/complaints/${row.id}`,
	},
	{
		id: "regionText",
		width: 112,
		shown: true,
		sort: "region",
		text: (row) => row.regionText ?? row.regionName,
	},
	{ id: "pollutionTypes", width: 128, shown: true, text: typesText },
	{
		id: "verdict",
		width: 116,
		shown: true,
		text: (row) => (row.verdict === null ? "" : word(vocab.verdict, row.verdict)),
		cell: (row) => <VerdictBadge row={row} />,
	},
	{
		id: "status",
		width: 124,
		shown: true,
		text: (row) => (row.status === null ? "" : word(vocab.complaintStatus, row.status)),
		cell: (row) => <StatusBadge row={row} />,
	},
	{
		id: "relationCount",
		width: 76,
		shown: true,
		text: (row) => (row.relationCount === 0 ? "" : String(row.relationCount)),
	},
	{
		id: "batchDay",
		width: 132,
		shown: true,
		text: (row) => (row.batchDay === null ? "" : date(row.batchDay)),
	},
	{
		id: "channel",
		width: 88,
		shown: false,
		text: (row) => (row.channel === null ? "" : word(vocab.complaintChannel, row.channel)),
	},
	{ id: "closureTarget", width: 240, shown: false, text: (row) => row.closureTarget ?? "" },
	{ id: "regionName", width: 104, shown: false, text: (row) => row.regionName },
	{ id: "placeCount", width: 96, shown: false, text: (row) => String(row.placeCount) },
	{ id: "inspectionName", width: 240, shown: false, text: (row) => row.inspectionName },
	{ id: "updatedAt", width: 164, shown: false, sort: "updated", text: (row) => moment(row.updatedAt) },
];

export const complaintColumns: readonly Column<ComplaintRow, ComplaintListSort>[] = COLUMNS.map((column) => ({
	...column,
	heading: () => word(vocab.complaintColumn, column.id),
}));
