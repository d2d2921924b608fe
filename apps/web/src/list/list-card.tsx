import { type JSX, Show } from "solid-js";
import { flashOf, type LineFrame } from "./list-line.tsx";

/** A row of a list on a narrow screen: the whole card opens it. */
export function ListCard<R>(props: {
	frame: LineFrame;
	row: R | undefined;
	touchedAt: number | undefined;
	onOpen: (row: R) => void;
	children: (row: () => R) => JSX.Element;
}): JSX.Element {
	return (
		<div
			id={props.frame.id}
			role="listitem"
			class={`absolute top-0 left-0 w-full border-b border-line bg-sheet ${flashOf(props.touchedAt)}`}
			style={{ transform: `translateY(${props.frame.top()}px)`, height: `${props.frame.height()}px` }}
		>
			<Show
				when={props.row}
				fallback={
					<div class="flex flex-col gap-3 p-4">
						<span class="skeleton h-4 w-2/5" />
						<span class="skeleton h-4 w-11/12" />
					</div>
				}
			>
				{(row) => (
					<button
						type="button"
						class="flex h-full w-full flex-col gap-1 px-4 py-2.5 text-left"
						onClick={() => props.onOpen(row())}
					>
						{props.children(row)}
					</button>
				)}
			</Show>
		</div>
	);
}
