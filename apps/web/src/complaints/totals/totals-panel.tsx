import { useQuery } from "@tanstack/solid-query";
import type { ComplaintTotals } from "@zhenggai/domain/complaints";
import { createUniqueId, type JSX, Match, Show, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import type { ComplaintListFilter } from "../../types.ts";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Counts, countRows } from "./counts.tsx";
import { Notes } from "./notes.tsx";
import { Rates } from "./rates.tsx";
import { RegionTotals } from "./region-totals.tsx";

export type TotalsProps = {
	filter: ComplaintListFilter;
	/** Every number opens its rows. */
	onChange: (changes: Partial<ComplaintListFilter>) => void;
};

/**
 * 合计: what an inspection's tables add up to, by batch and region where the list is filtered by them; both closure
 * rates, each under its own name, and what does not reconcile with its reason.
 */
export function TotalsPanel(
	props: TotalsProps & { inspectionId: string; open: boolean; onToggle: (open: boolean) => void },
): JSX.Element {
	const bodyId = createUniqueId();
	const totals = useQuery(() => ({
		...queries.complaints.totals({
			inspectionId: props.inspectionId,
			...(props.filter.batch === undefined ? {} : { batch: props.filter.batch }),
			...(props.filter.region === undefined ? {} : { region: props.filter.region }),
		}),
		enabled: props.open,
	}));
	return (
		<section
			class="shrink-0 border-b border-line bg-sheet print:border-0"
			aria-label={t("totals.title")}
			data-totals
		>
			<button
				type="button"
				class="tap no-print flex w-full items-center gap-2 px-3 py-1.5 text-left hover:bg-hover"
				aria-expanded={props.open}
				aria-controls={bodyId}
				onClick={() => props.onToggle(!props.open)}
			>
				<Icon name={props.open ? "chevronDown" : "chevronRight"} size={12} class="text-ink-faint" />
				<span class="font-semibold">{t("totals.title")}</span>
				<Show when={props.open}>
					<span class="truncate text-[0.93rem] text-ink-faint">{t("totals.scope")}</span>
				</Show>
			</button>
			<div
				id={bodyId}
				hidden={!props.open}
				class="@container max-h-[42vh] overflow-auto px-3 pb-3 print:max-h-none"
			>
				<Show when={props.open}>
					<Switch fallback={<SkeletonLines lines={4} />}>
						<Match when={loaded(totals)}>
							{(found) => <Body totals={found()} filter={props.filter} onChange={props.onChange} />}
						</Match>
						<Match when={totals.error}>
							{(error) => <ErrorBox error={error()} onRetry={() => void totals.refetch()} />}
						</Match>
					</Switch>
				</Show>
			</div>
		</section>
	);
}

function Body(props: TotalsProps & { totals: ComplaintTotals }): JSX.Element {
	const tally = () => props.totals.tally;
	const rows = () => countRows(tally());
	return (
		<div class="grid gap-x-6 gap-y-3 @xl:grid-cols-2 @6xl:grid-cols-[minmax(17rem,1.1fr)_minmax(12rem,0.7fr)_minmax(18rem,1fr)_minmax(18rem,1.1fr)]">
			<div class="flex flex-col gap-2">
				<Rates totals={props.totals} onChange={props.onChange} />
				<Notes totals={props.totals} />
			</div>
			<div class="flex flex-col gap-2">
				<Counts
					title={t("complaints.status")}
					rows={rows().statuses}
					of={tally().cases}
					onOpen={(status) => props.onChange({ statuses: [status] })}
				/>
				<Counts
					title={t("complaints.verdict")}
					rows={rows().verdicts}
					of={tally().cases}
					onOpen={(verdict) => props.onChange({ verdicts: [verdict] })}
				/>
			</div>
			<Counts
				title={t("complaints.types")}
				note={t("totals.typesNote")}
				columns={2}
				rows={rows().types}
				of={tally().cases}
				onOpen={(type) => props.onChange({ pollutionTypes: [type] })}
			/>
			<RegionTotals totals={props.totals} filter={props.filter} onChange={props.onChange} />
		</div>
	);
}
