import {
	columnOrderingFeature,
	columnPinningFeature,
	columnResizingFeature,
	columnSizingFeature,
	columnVisibilityFeature,
	createColumnHelper,
	createTable,
	tableFeatures,
} from "@tanstack/solid-table";
import type { IssueRow } from "@zhenggai/domain/issues";
import { createEffect } from "solid-js";
import { recallJson, remember } from "../storage.ts";
import { type LedgerColumn, ledgerColumns } from "./columns.tsx";

const features = tableFeatures({
	columnVisibilityFeature,
	columnOrderingFeature,
	columnSizingFeature,
	columnResizingFeature,
	columnPinningFeature,
});

const helper = createColumnHelper<typeof features, IssueRow>();

const definitions = helper.columns(
	ledgerColumns.map((column) =>
		helper.accessor((row) => column.text(row), {
			id: column.id,
			size: column.width,
			minSize: 56,
			maxSize: 900,
		}),
	),
);

/** What the browser remembers of the columns. */
export type ColumnLayout = {
	visibility: Record<string, boolean>;
	order: string[];
	widths: Record<string, number>;
	frozen: string[];
};

export const defaultLayout: ColumnLayout = {
	visibility: Object.fromEntries(ledgerColumns.map((column) => [column.id, column.shown])),
	order: ledgerColumns.map((column) => column.id),
	widths: {},
	frozen: ["number"],
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const known = new Set<string>(ledgerColumns.map((column) => column.id));

function strings(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((item): item is string => known.has(item)) : [];
}

function recordOf<T>(value: unknown, is: (inner: unknown) => inner is T): Record<string, T> {
	if (!isRecord(value)) return {};
	const entries = Object.entries(value).filter(
		(entry): entry is [string, T] => known.has(entry[0]) && is(entry[1]),
	);
	return Object.fromEntries(entries);
}

/** A remembered layout made to fit the columns of today: unknown ones go, new ones come at the end. */
export function readLayout(value: unknown): ColumnLayout | null {
	if (!isRecord(value)) return null;
	const order = strings(value.order);
	return {
		visibility: {
			...defaultLayout.visibility,
			...recordOf(value.visibility, (inner): inner is boolean => typeof inner === "boolean"),
		},
		order: [...order, ...defaultLayout.order.filter((id) => !order.includes(id))],
		widths: recordOf(value.widths, (inner): inner is number => typeof inner === "number" && inner > 0),
		frozen: strings(value.frozen),
	};
}

/**
 * The columns as the reader arranged them (shown, order, width, frozen), remembered in the browser. The rows are
 * drawn by the virtual list itself: the table here holds no data, so that 100,000 rows cost it nothing.
 */
export function createColumnTable() {
	const start = recallJson("columns", readLayout, defaultLayout);
	const noRows: IssueRow[] = [];
	const table = createTable({
		features,
		columns: definitions,
		data: noRows,
		columnResizeMode: "onChange",
		initialState: {
			columnVisibility: start.visibility,
			columnOrder: start.order,
			columnSizing: start.widths,
			columnPinning: { start: start.frozen, end: [] },
		},
	});
	createEffect(() => {
		const layout: ColumnLayout = {
			visibility: table.atoms.columnVisibility.get(),
			order: table.atoms.columnOrder.get(),
			widths: table.atoms.columnSizing.get(),
			frozen: table.atoms.columnPinning.get().start ?? [],
		};
		remember("columns", JSON.stringify(layout));
	});
	return table;
}

export type ColumnTable = ReturnType<typeof createColumnTable>;

const byId = new Map<string, LedgerColumn>(ledgerColumns.map((column) => [column.id, column]));

/** The visible columns, frozen ones first. */
export const shownColumns = (table: ColumnTable): LedgerColumn[] =>
	[...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].flatMap((column) => {
		const found = byId.get(column.id);
		return found === undefined ? [] : [found];
	});

/** Puts the columns back as they come. */
export function resetColumns(table: ColumnTable): void {
	table.setColumnVisibility(defaultLayout.visibility);
	table.setColumnOrder(defaultLayout.order);
	table.setColumnSizing({});
	table.setColumnPinning({ start: defaultLayout.frozen, end: [] });
}
