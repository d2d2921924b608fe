import { For, type JSX, Show } from "solid-js";
import { countText, date } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { heading, type LedgerColumn } from "./columns.tsx";
import { ledger } from "./ledger.ts";

/** More rows than this do not go on paper at once; the sheet says so. */
const MOST_ROWS = 2000;

/** The loaded rows as a sheet: repeated heading, date 截至, A4 landscape. */
export function LedgerPrint(props: { columns: readonly LedgerColumn[] }): JSX.Element {
	const rows = () => ledger.state().rows.slice(0, MOST_ROWS);
	return (
		<section class="hidden print:block">
			<h1 class="text-center font-song text-[18px] font-bold">{t("print.title")}</h1>
			<p class="mb-2 text-right">
				<Show when={ledger.state().asOf}>{(asOf) => t("asOf", { date: date(asOf()) })}</Show>
				<Show when={rows().length < ledger.state().total.count}>
					<span class="ml-4">{t("print.part", { n: countText(rows().length) })}</span>
				</Show>
			</p>
			<table class="w-full border-collapse text-[9.5px]">
				<thead>
					<tr>
						<For each={props.columns}>
							{(column) => <th class="border border-line px-1 py-0.5 text-left">{heading(column.id)}</th>}
						</For>
					</tr>
				</thead>
				<tbody>
					<For each={rows()}>
						{(row) => (
							<tr class="break-inside-avoid">
								<For each={props.columns}>
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
