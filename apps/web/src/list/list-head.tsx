import { createMemo, For, type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Icon } from "../ui/icon.tsx";
import type { Column, Order } from "./column.ts";
import type { ColumnTable } from "./column-table.ts";

/** The heading line: sorts where the server can sort, and lets the widths be drawn. */
export function ListHead<R, S extends string>(props: {
	table: ColumnTable;
	columns: readonly Column<R, S>[];
	order: Order<S>;
	onSort: (column: Column<R, S>) => void;
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
							order={props.order}
							onSort={() => props.onSort(column)}
						/>
					)}
				</For>
			</div>
		</div>
	);
}

function HeadCell<R, S extends string>(props: {
	table: ColumnTable;
	column: Column<R, S>;
	index: number;
	order: Order<S>;
	onSort: () => void;
}): JSX.Element {
	const sorted = () => props.column.sort !== undefined && props.column.sort === props.order.sort;
	const direction = () => {
		if (props.column.sort === undefined) return undefined;
		if (!sorted()) return "none";
		return props.order.descending ? "descending" : "ascending";
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
				fallback={<span class="truncate px-2.5 font-medium">{props.column.heading()}</span>}
			>
				<button
					type="button"
					class="flex h-full min-w-0 flex-1 items-center gap-1 px-2.5 text-left font-medium hover:text-ink"
					onClick={() => props.onSort()}
				>
					<span class="truncate">{props.column.heading()}</span>
					<Show when={sorted()}>
						<Icon name={props.order.descending ? "chevronDown" : "chevronUp"} size={12} />
					</Show>
				</button>
			</Show>
			<div
				role="separator"
				aria-orientation="vertical"
				aria-label={t("columns.width", { name: props.column.heading() })}
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
