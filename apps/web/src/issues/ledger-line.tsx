import type { IssueRow } from "@zhenggai/domain/issues";
import { For, type JSX, Show } from "solid-js";
import { density } from "../shell/preferences.ts";
import type { ColumnTable } from "./column-table.ts";
import type { LedgerColumn } from "./columns.tsx";

export type LineFrame = { readonly id: string; readonly top: () => number; readonly height: () => number };

const FLASH_MS = 2500;

/** The tint of a row that has just changed. A change that is over does not flash when its row scrolls into sight. */
export function flashOf(touchedAt: number | undefined): string {
	if (touchedAt === undefined || Date.now() - touchedAt >= FLASH_MS) return "";
	return touchedAt % 2 === 0 ? "flash-even" : "flash-odd";
}

const CLAMPS = { compact: "truncate", normal: "clamp-2", roomy: "clamp-3" } as const;

/** One line of the ledger; grey bars while it is not loaded. */
export function LedgerLine(props: {
	frame: LineFrame;
	index: number;
	row: IssueRow | undefined;
	table: ColumnTable;
	columns: readonly LedgerColumn[];
	selected: boolean;
	open: boolean;
	touchedAt: number | undefined;
	onActivate: (row: IssueRow, event: MouseEvent) => void;
}): JSX.Element {
	const tint = () => {
		if (props.open) return "bg-accent-wash";
		return props.selected ? "bg-hover" : "bg-sheet group-hover:bg-hover";
	};
	return (
		<div
			id={props.frame.id}
			role="row"
			aria-rowindex={props.index + 2}
			aria-selected={props.selected}
			class={`group absolute top-0 left-0 flex min-w-full cursor-pointer border-b border-line ${props.selected ? "shadow-[inset_3px_0_0_var(--accent)]" : ""}`}
			style={{ transform: `translateY(${props.frame.top()}px)`, height: `${props.frame.height()}px` }}
			onClick={(event) => {
				if (props.row !== undefined && !event.ctrlKey && !event.metaKey) {
					event.preventDefault();
					props.onActivate(props.row, event);
				}
			}}
			onKeyDown={() => undefined}
		>
			<For each={props.columns}>
				{(column, index) => {
					const frozen = () => props.table.getColumn(column.id)?.getIsPinned() === "start";
					return (
						<div
							role="gridcell"
							aria-colindex={index() + 1}
							class={`flex shrink-0 items-center overflow-hidden px-2.5 leading-snug ${tint()} ${flashOf(props.touchedAt)} ${frozen() ? "sticky z-10 border-r border-line" : ""} ${props.selected && index() === 0 ? "shadow-[inset_3px_0_0_var(--accent)]" : ""}`}
							style={{
								width: `var(--w-${column.id})`,
								left: frozen() ? `var(--x-${column.id})` : undefined,
							}}
						>
							<Show when={props.row} fallback={<span class="skeleton h-3 w-4/5" />}>
								{(row) => <CellContent column={column} row={row()} />}
							</Show>
						</div>
					);
				}}
			</For>
			<div class={`min-w-0 flex-1 ${tint()}`} aria-hidden="true" />
		</div>
	);
}

function CellContent(props: { column: LedgerColumn; row: IssueRow }): JSX.Element {
	if (props.column.id === "statement") {
		return (
			<a
				href={`/issues/${props.row.id}`}
				link={false}
				tabindex="-1"
				class={`text-ink ${CLAMPS[density()]}`}
				title={props.row.statement}
			>
				{props.row.statement}
			</a>
		);
	}
	return (
		<Show
			when={props.column.cell}
			fallback={
				<span class={CLAMPS[density()]} title={props.column.text(props.row)}>
					{props.column.text(props.row)}
				</span>
			}
		>
			{(cell) => cell()(props.row)}
		</Show>
	);
}
