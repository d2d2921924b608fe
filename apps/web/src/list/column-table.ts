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
import { createEffect } from "solid-js";
import { recallJson, remember } from "../storage.ts";
import type { Column } from "./column.ts";

const features = tableFeatures({
	columnVisibilityFeature,
	columnOrderingFeature,
	columnSizingFeature,
	columnResizingFeature,
	columnPinningFeature,
});

/** The rows are drawn by the virtual list itself: the table holds none, so that 100,000 of them cost it nothing. */
type NoRow = Record<string, never>;
const helper = createColumnHelper<typeof features, NoRow>();
const NO_ROWS: NoRow[] = [];

/** What the browser remembers of the columns. */
export type ColumnLayout = {
	visibility: Record<string, boolean>;
	order: string[];
	widths: Record<string, number>;
	frozen: string[];
};

/** What the arrangement of columns needs to know of each. */
type Arranged = { readonly id: string; readonly width: number; readonly shown: boolean };

/** The columns as they come. */
export const defaultLayout = (columns: readonly Arranged[], frozen: readonly string[]): ColumnLayout => ({
	visibility: Object.fromEntries(columns.map((column) => [column.id, column.shown])),
	order: columns.map((column) => column.id),
	widths: {},
	frozen: [...frozen],
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const strings = (value: unknown, known: readonly string[]): string[] =>
	Array.isArray(value) ? value.filter((item): item is string => known.includes(item)) : [];

function recordOf<T>(
	value: unknown,
	known: readonly string[],
	is: (inner: unknown) => inner is T,
): Record<string, T> {
	if (!isRecord(value)) return {};
	const entries = Object.entries(value).filter(
		(entry): entry is [string, T] => known.includes(entry[0]) && is(entry[1]),
	);
	return Object.fromEntries(entries);
}

/** A remembered layout made to fit the columns of today: unknown ones go, new ones come at the end. */
export function readLayout(value: unknown, standard: ColumnLayout): ColumnLayout | null {
	if (!isRecord(value)) return null;
	const known = standard.order;
	const order = strings(value.order, known);
	return {
		visibility: {
			...standard.visibility,
			...recordOf(value.visibility, known, (inner): inner is boolean => typeof inner === "boolean"),
		},
		order: [...order, ...known.filter((id) => !order.includes(id))],
		widths: recordOf(value.widths, known, (inner): inner is number => typeof inner === "number" && inner > 0),
		frozen: strings(value.frozen, known),
	};
}

function createTableOf(columns: readonly Arranged[], start: ColumnLayout) {
	return createTable({
		features,
		columns: helper.columns(
			columns.map(({ id, width }) => helper.display({ id, size: width, minSize: 56, maxSize: 900 })),
		),
		data: NO_ROWS,
		columnResizeMode: "onChange",
		initialState: {
			columnVisibility: start.visibility,
			columnOrder: start.order,
			columnSizing: start.widths,
			columnPinning: { start: start.frozen, end: [] },
		},
	});
}

export type ColumnTable = ReturnType<typeof createTableOf>;

/** The columns of a list as its reader has arranged them. */
export type ColumnSet<R, S extends string> = {
	readonly table: ColumnTable;
	/** All of them. */
	readonly columns: readonly Column<R, S>[];
	/** The visible ones, frozen ones first. */
	readonly shown: () => Column<R, S>[];
	/** Puts them back as they come. */
	readonly reset: () => void;
};

/**
 * The columns of a list as the reader arranged them (shown, order, width, frozen), remembered in the browser under
 * `key`. `frozen` ones stand still at first.
 */
export function createColumnSet<R, S extends string>(
	columns: readonly Column<R, S>[],
	{ key, frozen }: { readonly key: string; readonly frozen: readonly string[] },
): ColumnSet<R, S> {
	const standard = defaultLayout(columns, frozen);
	const table = createTableOf(
		columns,
		recallJson(key, (value) => readLayout(value, standard), standard),
	);
	createEffect(() => {
		const layout: ColumnLayout = {
			visibility: table.atoms.columnVisibility.get(),
			order: table.atoms.columnOrder.get(),
			widths: table.atoms.columnSizing.get(),
			frozen: table.atoms.columnPinning.get().start ?? [],
		};
		remember(key, JSON.stringify(layout));
	});
	const byId = new Map(columns.map((column) => [column.id, column]));
	return {
		table,
		columns,
		shown: () =>
			[...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].flatMap(
				({ id }) => byId.get(id) ?? [],
			),
		reset: () => {
			table.setColumnVisibility(standard.visibility);
			table.setColumnOrder(standard.order);
			table.setColumnSizing({});
			table.setColumnPinning({ start: standard.frozen, end: [] });
		},
	};
}
