import { For, type JSX } from "solid-js";

export type TableColumn<T> = {
	readonly title: string;
	readonly cell: (row: T) => JSX.Element;
	readonly class?: string;
};

/** A plain table for lists that fit on a page or two. */
export function Table<T>(props: {
	label: string;
	columns: readonly TableColumn<T>[];
	rows: readonly T[];
}): JSX.Element {
	return (
		<div
			class="overflow-x-auto rounded-md border border-line bg-sheet"
			role="region"
			aria-label={props.label}
			tabindex="0"
		>
			<table class="w-full border-collapse">
				<caption class="sr-only">{props.label}</caption>
				<thead>
					<tr class="border-b border-line-strong bg-sunken text-left text-ink-soft">
						<For each={props.columns}>
							{(column) => (
								<th scope="col" class={`px-3 py-2 font-medium whitespace-nowrap ${column.class ?? ""}`}>
									{column.title}
								</th>
							)}
						</For>
					</tr>
				</thead>
				<tbody>
					<For each={props.rows}>
						{(row) => (
							<tr class="border-b border-line align-top last:border-0 hover:bg-hover">
								<For each={props.columns}>
									{(column) => <td class={`px-3 py-2 ${column.class ?? ""}`}>{column.cell(row)}</td>}
								</For>
							</tr>
						)}
					</For>
				</tbody>
			</table>
		</div>
	);
}
