import type { ComplaintTotals } from "@zhenggai/domain/complaints";
import { For, type JSX, Show } from "solid-js";
import { countText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { shareText } from "./rates.tsx";
import type { TotalsProps } from "./totals-panel.tsx";

const cell = "px-1.5 py-0.5 text-right whitespace-nowrap tabular-nums";

/** The regions next below, each with both rates; and the batches. */
export function RegionTotals(props: TotalsProps & { totals: ComplaintTotals }): JSX.Element {
	return (
		<div class="flex flex-col gap-2">
			<table class="w-full">
				<caption class="mb-1 text-left font-medium">{t("totals.regions")}</caption>
				<thead>
					<tr class="border-b border-line text-left text-[0.9rem] text-ink-soft">
						<th scope="col" class="px-1.5 py-0.5 font-normal">
							{t("filter.region")}
						</th>
						<th scope="col" class={`${cell} font-normal`}>
							{t("totals.casesShort")}
						</th>
						<th scope="col" class={`${cell} font-normal`}>
							{t("totals.strict")}
						</th>
						<th scope="col" class={`${cell} font-normal`}>
							{t("totals.broad")}
						</th>
					</tr>
				</thead>
				<tbody>
					<For each={props.totals.regions}>
						{(region) => (
							<tr class="border-b border-line last:border-0 hover:bg-hover">
								<th scope="row" class="px-1.5 py-0.5 text-left font-normal">
									<Show
										when={!region.own}
										fallback={
											<span>
												{region.name}
												<span class="ml-1 text-[0.86rem] text-ink-faint">{t("totals.own")}</span>
											</span>
										}
									>
										<button
											type="button"
											class="tap min-h-[24px] rounded text-accent hover:underline"
											onClick={() => props.onChange({ region: region.region })}
										>
											{region.name}
										</button>
									</Show>
								</th>
								<td class={cell}>{countText(region.tally.cases)}</td>
								<td class={cell}>{shareText(region.rates.strict)}</td>
								<td class={cell}>{shareText(region.rates.broad)}</td>
							</tr>
						)}
					</For>
				</tbody>
			</table>
			<Show when={props.totals.batches.length > 1 || props.filter.batch !== undefined}>
				<div class="flex flex-wrap items-baseline gap-x-1 gap-y-0.5">
					<span class="mr-1 font-medium">{t("totals.batches")}</span>
					<For each={props.totals.batches}>
						{(one) => (
							<Show
								when={one.batch}
								fallback={
									<span class="px-1 text-ink-soft">
										{t("complaints.notStated")} {countText(one.cases)}
									</span>
								}
							>
								{(batch) => (
									<button
										type="button"
										class="tap min-h-[24px] rounded px-1 text-accent hover:underline aria-pressed:bg-accent-wash"
										aria-pressed={props.filter.batch === batch()}
										onClick={() =>
											props.onChange({
												batch: props.filter.batch === batch() ? undefined : batch(),
												inspectionId: props.totals.inspectionId,
											})
										}
									>
										{t("complaints.batchN", { n: batch() })}{" "}
										<span class="tabular-nums">{countText(one.cases)}</span>
									</button>
								)}
							</Show>
						)}
					</For>
				</div>
			</Show>
		</div>
	);
}
