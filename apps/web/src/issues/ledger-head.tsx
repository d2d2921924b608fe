import { createMemo, For, type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Icon } from "../ui/icon.tsx";
import type { ColumnTable } from "./column-table.ts";
import { heading, type LedgerColumn } from "./columns.tsx";
import type { LedgerView } from "./url.ts";

/** The heading line: sorts where the server can sort, and lets the widths be drawn. */
export function LedgerHead(props: {
	table: ColumnTable;
	columns: readonly LedgerColumn[];
	view: LedgerView;
	onSort: (column: LedgerColumn) => void;
}): JSX.Element {
	return (
		<div class="sticky top-0 z-20 min-w-full" role="rowgroup">
			<div class="flex min-w-max border-b border-line-strong bg-sunken" role="row" aria-rowindex={1}>
				<For each={props.columns}>
					{(column, index) => (
						<HeadCell
							table={props.table}
							column={column}
							index={index()}
							view={props.view}
							onSort={() => props.onSort(column)}
						/>
					)}
				</For>
			</div>
		</div>
	);
}

function HeadCell(props: {
	table: ColumnTable;
	column: LedgerColumn;
	index: number;
	view: LedgerView;
	onSort: () => void;
}): JSX.Element {
	const sorted = () => props.column.sort !== undefined && props.column.sort === props.view.sort;
	const direction = () => {
		if (props.column.sort === undefined) return undefined;
		if (!sorted()) return "none";
		return props.view.descending ? "descending" : "ascending";
	};
	const own = () => props.table.getColumn(props.column.id);
	const frozen = () => own()?.getIsPinned() === "start";
	const resizer = createMemo(() =>
		props.table
			.getHeaderGroups()
			.flatMap((group) => group.headers)
			.find((header) => header.column.id === props.column.id)
			?.getResizeHandler(),
	);
	const width = () => own()?.getSize() ?? props.column.width;
	const setWidth = (next: number) =>
		props.table.setColumnSizing((old) => ({ ...old, [props.column.id]: Math.max(56, Math.min(900, next)) }));
	return (
		<div
			role="columnheader"
			aria-colindex={props.index + 1}
			aria-sort={direction()}
			class={`relative flex h-9 shrink-0 items-center bg-sunken text-ink-soft ${frozen() ? "sticky z-10 border-r border-line" : ""}`}
			style={{
				width: `var(--w-${props.column.id})`,
				left: frozen() ? `var(--x-${props.column.id})` : undefined,
			}}
		>
			<Show
				when={props.column.sort}
				fallback={<span class="truncate px-2.5 font-medium">{heading(props.column.id)}</span>}
			>
				<button
					type="button"
					class="flex h-full min-w-0 flex-1 items-center gap-1 px-2.5 text-left font-medium hover:text-ink"
					onClick={() => props.onSort()}
				>
					<span class="truncate">{heading(props.column.id)}</span>
					<Show when={sorted()}>
						<Icon name={props.view.descending ? "chevronDown" : "chevronUp"} size={12} />
					</Show>
				</button>
			</Show>
			<div
				role="separator"
				aria-orientation="vertical"
				aria-label={t("columns.width", { name: heading(props.column.id) })}
				aria-valuenow={width()}
				aria-valuemin={56}
				aria-valuemax={900}
				tabindex="0"
				class="absolute top-1 right-0 bottom-1 w-2 cursor-col-resize touch-none border-r border-line hover:border-accent"
				onPointerDown={(event) => resizer()?.(event)}
				onDblClick={() => setWidth(props.column.width)}
				onKeyDown={(event) => {
					if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
					event.preventDefault();
					event.stopPropagation();
					setWidth(width() + (event.key === "ArrowRight" ? 16 : -16));
				}}
			/>
		</div>
	);
}
