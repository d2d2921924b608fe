import { createVirtualizer } from "@tanstack/solid-virtual";
import {
	createEffect,
	createMemo,
	createSignal,
	For,
	type JSX,
	on,
	onCleanup,
	onMount,
	Show,
} from "solid-js";
import { useKeys } from "../shell/keys.ts";
import { density, large } from "../shell/preferences.ts";
import type { Column, Order } from "./column.ts";
import type { ColumnSet } from "./column-table.ts";
import { ListCard } from "./list-card.tsx";
import { ListHead } from "./list-head.tsx";
import { ListLine } from "./list-line.tsx";
import type { Listed } from "./list-state.ts";
import type { LiveList } from "./live-list.ts";

const HEIGHTS = { compact: 34, normal: 54, roomy: 76 } as const;
const CARD_HEIGHT = 112;
const OVERSCAN = 12;
/** Rows that stand grey below the last loaded one while there are more. */
const PENDING_ROWS = 200;
const NARROW = "(max-width: 700px)";

export type Selection = { readonly anchor: number; readonly active: number };

/** Whether the screen is too narrow for a table. */
function createNarrow(): () => boolean {
	const media = window.matchMedia(NARROW);
	const [narrow, setNarrow] = createSignal(media.matches);
	const update = () => setNarrow(media.matches);
	onMount(() => media.addEventListener("change", update));
	onCleanup(() => media.removeEventListener("change", update));
	return narrow;
}

/** The rows: only those on the screen are in the page; pages are loaded ahead of them. */
export function ListTable<R extends Listed, S extends string>(props: {
	label: string;
	list: LiveList<R>;
	columns: ColumnSet<R, S>;
	order: Order<S>;
	/** What a row shows where the screen is too narrow for a table. */
	card: (row: () => R) => JSX.Element;
	openId: string | undefined;
	onOpen: (id: string, how: "drawer" | "page") => void;
	onClose: () => void;
	onSort: (column: Column<R, S>) => void;
	onCopy: (rows: readonly R[]) => void;
}): JSX.Element {
	let scroller: HTMLDivElement | undefined;
	const narrow = createNarrow();
	const [selection, setSelection] = createSignal<Selection>({ anchor: -1, active: -1 });
	const rows = () => props.list.state().rows;
	const columns = createMemo(() => props.columns.shown());
	const rowHeight = createMemo(() => (narrow() ? CARD_HEIGHT : HEIGHTS[density()]) * (large() ? 17 / 14 : 1));
	const count = () => rows().length + (props.list.state().nextCursor === null ? 0 : PENDING_ROWS);

	const virtualizer = createVirtualizer({
		get count() {
			return count();
		},
		getScrollElement: () => scroller ?? null,
		estimateSize: () => rowHeight(),
		overscan: OVERSCAN,
	});
	createEffect(on(rowHeight, () => virtualizer.measure(), { defer: true }));
	createEffect(() => {
		const last = virtualizer.getVirtualItems().at(-1);
		if (last !== undefined) props.list.reach(last.index);
	});
	// A new question starts at its top; coming back to the same one keeps its place.
	createEffect(
		on(
			() => props.list.state().loaded,
			(loaded) => {
				if (loaded) return;
				scroller?.scrollTo({ top: 0 });
				setSelection({ anchor: -1, active: -1 });
			},
			{ defer: true },
		),
	);
	onMount(() => {
		const open = rows().findIndex((row) => row.id === props.openId);
		if (open !== -1) {
			setSelection({ anchor: open, active: open });
			virtualizer.scrollToIndex(open, { align: "center" });
		}
	});

	const pageRows = () => Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / rowHeight()) - 2);
	const select = (to: number, extend: boolean) => {
		const active = Math.max(0, Math.min(to, rows().length - 1));
		setSelection((old) => ({ anchor: extend && old.anchor !== -1 ? old.anchor : active, active }));
		virtualizer.scrollToIndex(active, { align: "auto" });
		const row = rows()[active];
		if (row !== undefined && props.openId !== undefined) props.onOpen(row.id, "drawer");
	};
	const chosen = (): readonly R[] => {
		const { anchor, active } = selection();
		return active < 0 ? [] : rows().slice(Math.min(anchor, active), Math.max(anchor, active) + 1);
	};
	let shift = false;
	const trackShift = (event: KeyboardEvent) => {
		shift = event.shiftKey;
	};
	onMount(() => document.addEventListener("keydown", trackShift, true));
	onCleanup(() => document.removeEventListener("keydown", trackShift, true));

	useKeys("ledger", (command) => {
		const { active } = selection();
		const steps = { down: 1, up: -1, pageDown: pageRows(), pageUp: -pageRows() } as const;
		if (command === "down" || command === "up" || command === "pageDown" || command === "pageUp") {
			select(active + steps[command], shift);
		} else if (command === "first") select(0, shift);
		else if (command === "last") select(rows().length - 1, shift);
		else if (command === "open" || command === "openPage")
			return openActive(command === "open" ? "drawer" : "page");
		else if (command === "back" && props.openId !== undefined) props.onClose();
		else if (command === "copy" && chosen().length > 0 && `${getSelection()}` === "") props.onCopy(chosen());
		else return false;
		return true;
	});
	const openActive = (how: "drawer" | "page"): boolean => {
		const focused = document.activeElement;
		// Enter on a focused link or button is that control's own.
		if (focused instanceof HTMLElement && focused !== scroller && focused.closest("a,button,summary"))
			return false;
		const row = rows()[selection().active];
		if (row !== undefined) props.onOpen(row.id, how);
		return row !== undefined;
	};

	const selected = (index: number): boolean => {
		const { anchor, active } = selection();
		return active >= 0 && index >= Math.min(anchor, active) && index <= Math.max(anchor, active);
	};
	const widths = () => {
		const style: Record<string, string> = {};
		for (const column of columns()) {
			const own = props.columns.table.getColumn(column.id);
			style[`--w-${column.id}`] = `${own?.getSize() ?? column.width}px`;
			style[`--x-${column.id}`] = `${own?.getStart("start") ?? 0}px`;
		}
		return style;
	};
	const roles = (): JSX.HTMLAttributes<HTMLDivElement> =>
		narrow()
			? { role: "list", "aria-label": props.label }
			: {
					role: "grid",
					"aria-label": props.label,
					"aria-rowcount": props.list.state().total.count + 1,
					"aria-colcount": columns().length,
					"aria-multiselectable": true,
					"aria-activedescendant": selection().active >= 0 ? `row-${selection().active}` : undefined,
				};
	const activate = (index: number, row: R, event: MouseEvent) => {
		setSelection((old) => ({
			anchor: event.shiftKey && old.anchor !== -1 ? old.anchor : index,
			active: index,
		}));
		if (!event.shiftKey) props.onOpen(row.id, "drawer");
	};

	return (
		<div
			ref={(element) => {
				scroller = element;
			}}
			class="relative min-h-0 flex-1 overflow-auto bg-sheet outline-offset-[-2px] print:hidden"
			{...roles()}
			aria-busy={props.list.loading()}
			tabindex="0"
			style={widths()}
			data-list
		>
			<Show when={!narrow()}>
				<ListHead
					table={props.columns.table}
					columns={columns()}
					order={props.order}
					onSort={(column) => props.onSort(column)}
				/>
			</Show>
			<div
				class="relative min-w-full"
				role={narrow() ? "presentation" : "rowgroup"}
				style={{ height: `${virtualizer.getTotalSize()}px` }}
			>
				<For each={virtualizer.getVirtualItems()}>
					{(item) => {
						const frame = { id: `row-${item.index}`, top: () => item.start, height: rowHeight };
						// A screen that is turned makes a line of what was a card.
						return (
							<Show
								when={narrow()}
								fallback={
									<ListLine
										frame={frame}
										index={item.index}
										row={rows()[item.index]}
										table={props.columns.table}
										columns={columns()}
										selected={selected(item.index)}
										open={rows()[item.index]?.id === props.openId}
										touchedAt={props.list.state().touched.get(rows()[item.index]?.id ?? "")}
										onActivate={(row, event) => activate(item.index, row, event)}
									/>
								}
							>
								<ListCard
									frame={frame}
									row={rows()[item.index]}
									touchedAt={props.list.state().touched.get(rows()[item.index]?.id ?? "")}
									onOpen={(row) => props.onOpen(row.id, "drawer")}
								>
									{props.card}
								</ListCard>
							</Show>
						);
					}}
				</For>
			</div>
		</div>
	);
}
