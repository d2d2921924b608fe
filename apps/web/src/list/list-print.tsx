import { createSignal, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import { countText, date } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import type { Column } from "./column.ts";
import type { Listed, ListState } from "./list-state.ts";

/** More rows than this do not go on paper at once; the sheet says so. */
const MOST_ROWS = 2000;

type PrintProps<R, S extends string> = {
	title: string;
	state: ListState<R>;
	columns: () => readonly Column<R, S>[];
};

/** The loaded rows as a sheet: repeated heading, date 截至, A4 landscape. */
function ListPrint<R extends Listed, S extends string>(props: PrintProps<R, S>): JSX.Element {
	const rows = () => props.state.rows.slice(0, MOST_ROWS);
	return (
		<section class="hidden print:block">
			<h1 class="text-center font-song text-[18px] font-bold">{props.title}</h1>
			<p class="mb-2 text-right">
				<Show when={props.state.asOf}>{(asOf) => t("asOf", { date: date(asOf()) })}</Show>
				<Show when={rows().length < props.state.total.count}>
					<span class="ml-4">{t("print.part", { n: countText(rows().length) })}</span>
				</Show>
			</p>
			<table class="w-full border-collapse text-[9.5px]">
				<thead>
					<tr>
						<For each={props.columns()}>
							{(column) => <th class="border border-line px-1 py-0.5 text-left">{column.heading()}</th>}
						</For>
					</tr>
				</thead>
				<tbody>
					<For each={rows()}>
						{(row) => (
							<tr class="break-inside-avoid">
								<For each={props.columns()}>
									{(column) => <td class="border border-line px-1 py-0.5 align-top">{column.text(row)}</td>}
								</For>
							</tr>
						)}
					</For>
				</tbody>
			</table>
		</section>
	);
}

/** The plain table for paper, in the page only while it is being printed. */
export function PrintOnDemand<R extends Listed, S extends string>(props: PrintProps<R, S>): JSX.Element {
	const [printing, setPrinting] = createSignal(false);
	const before = () => setPrinting(true);
	const after = () => setPrinting(false);
	onMount(() => {
		window.addEventListener("beforeprint", before);
		window.addEventListener("afterprint", after);
	});
	onCleanup(() => {
		window.removeEventListener("beforeprint", before);
		window.removeEventListener("afterprint", after);
	});
	return (
		<Show when={printing()}>
			<ListPrint {...props} />
		</Show>
	);
}
