import type { ComplaintTotals } from "@zhenggai/domain/complaints";
import type { JSX } from "solid-js";
import { countText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { TotalsProps } from "./totals-panel.tsx";

/** A share as a percentage with one decimal, as bulletins print it. */
export const shareText = (share: number | null): string =>
	share === null ? t("totals.noRate") : `${(share * 100).toFixed(1)}%`;

/** How many cases there are, and both 办结率: which of the two a figure is stands with it (CMP-13). */
export function Rates(props: Pick<TotalsProps, "onChange"> & { totals: ComplaintTotals }): JSX.Element {
	const tally = () => props.totals.tally;
	const closed = () => tally().statuses.closed;
	const stage = () => tally().statuses.stageClosed;
	return (
		<>
			<p class="flex flex-wrap items-baseline gap-x-3">
				<span class="font-song text-[1.9rem] leading-none font-bold tabular-nums">
					{countText(tally().cases)}
				</span>
				<span class="text-ink-soft">{t("totals.cases")}</span>
				<button
					type="button"
					class="tap min-h-[24px] rounded text-accent hover:underline"
					onClick={() => props.onChange({ isKey: true })}
				>
					{t("totals.keys", { n: tally().keys })}
				</button>
				<span class="text-ink-faint">
					{t("totals.multi", { n: tally().multiType })} · {t("totals.cross", { n: tally().crossRegion })}
				</span>
			</p>
			<dl class="grid grid-cols-2 gap-2">
				<Rate
					name="strict"
					label={t("totals.strict")}
					value={shareText(props.totals.rates.strict)}
					how={t("totals.strictHow", { closed: closed(), cases: tally().cases })}
				/>
				<Rate
					name="broad"
					label={t("totals.broad")}
					value={shareText(props.totals.rates.broad)}
					how={t("totals.broadHow", { closed: closed(), stage: stage(), cases: tally().cases })}
				/>
			</dl>
		</>
	);
}

function Rate(props: { name: string; label: string; value: string; how: string }): JSX.Element {
	return (
		<div class="rounded border border-line bg-paper px-2.5 py-1.5" data-rate={props.name}>
			<dt class="text-[0.93rem] text-ink-soft">{props.label}</dt>
			<dd>
				<span class="block text-[1.29rem] font-semibold tabular-nums">{props.value}</span>
				<span class="block text-[0.86rem] text-ink-faint tabular-nums">{props.how}</span>
			</dd>
		</div>
	);
}
