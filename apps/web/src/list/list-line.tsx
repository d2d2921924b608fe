import { For, type JSX, Match, Show, Switch } from "solid-js";
import { density } from "../shell/preferences.ts";
import type { Column } from "./column.ts";
import type { ColumnTable } from "./column-table.ts";

export type LineFrame = { readonly id: string; readonly top: () => number; readonly height: () => number };

const FLASH_MS = 2500;

/** The tint of a row that has just changed. A change that is over does not flash when its row scrolls into sight. */
export function flashOf(touchedAt: number | undefined): string {
	if (touchedAt === undefined || Date.now() - touchedAt >= FLASH_MS) return "";
	return touchedAt % 2 === 0 ? "flash-even" : "flash-odd";
}

const CLAMPS = { compact: "truncate", normal: "clamp-2", roomy: "clamp-3" } as const;

/** One line of a list; grey bars while it is not loaded. */
export function ListLine<R, S extends string>(props: {
	frame: LineFrame;
	index: number;
	row: R | undefined;
	table: ColumnTable;
	columns: readonly Column<R, S>[];
	selected: boolean;
	open: boolean;
	touchedAt: number | undefined;
	onActivate: (row: R, event: MouseEvent) => void;
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

function CellContent<R, S extends string>(props: { column: Column<R, S>; row: R }): JSX.Element {
	const text = () => props.column.text(props.row);
	return (
		<Switch
			fallback={
				<span class={CLAMPS[density()]} title={text()}>
					{text()}
				</span>
			}
		>
			<Match when={props.column.href}>
				{(href) => (
					<a
						href={href()(props.row)}
						link={false}
						tabindex="-1"
						class={`text-ink ${CLAMPS[density()]}`}
						title={text()}
					>
						{text()}
					</a>
				)}
			</Match>
			{/* In a fragment, so that the cell is made anew when its row changes. */}
			<Match when={props.column.cell}>{(cell) => <>{cell()(props.row)}</>}</Match>
		</Switch>
	);
}
