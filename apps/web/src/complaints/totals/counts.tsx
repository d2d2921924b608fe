import type { ComplaintStatus, PollutionType, Tally, Verdict } from "@zhenggai/domain/complaints";
import { type Badge as BadgeData, badges, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { countText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Badge } from "../../ui/badge.tsx";

/** A part of the cases: what it is called, how many there are, and the value that finds them. */
export type CountRow<K extends string> = {
	/** Null for "not stated", which no filter finds. */
	readonly key: K | null;
	readonly label: string;
	readonly badge?: BadgeData;
	readonly cases: number;
};

const notStated = (cases: number): CountRow<never>[] =>
	cases === 0 ? [] : [{ key: null, label: t("complaints.notStated"), cases }];

/** A tally as rows to be shown: by status, verdict and pollution type, those without cases among the types left out. */
export function countRows(tally: Tally): {
	statuses: CountRow<ComplaintStatus>[];
	verdicts: CountRow<Verdict>[];
	types: CountRow<PollutionType>[];
} {
	return {
		statuses: [
			...valuesOf(vocab.complaintStatus).map((key) => ({
				key,
				label: word(vocab.complaintStatus, key),
				badge: badges.complaintStatus[key],
				cases: tally.statuses[key],
			})),
			...notStated(tally.noStatus),
		],
		verdicts: [
			...valuesOf(vocab.verdict).map((key) => ({
				key,
				label: word(vocab.verdict, key),
				badge: badges.verdict[key],
				cases: tally.verdicts[key],
			})),
			...notStated(tally.noVerdict),
		],
		types: [
			...valuesOf(vocab.pollutionType)
				.map((key) => ({ key, label: word(vocab.pollutionType, key), cases: tally.types[key] }))
				.filter(({ cases }) => cases > 0)
				.toSorted((a, b) => b.cases - a.cases),
			...notStated(tally.noType),
		],
	};
}

/** Parts of the cases with a bar for each; a press shows their rows. */
export function Counts<K extends string>(props: {
	title: string;
	note?: string;
	/** In how many columns the parts stand. */
	columns?: 1 | 2;
	rows: readonly CountRow<K>[];
	/** All cases: what the bars are a part of. */
	of: number;
	onOpen: (key: K) => void;
}): JSX.Element {
	return (
		<div>
			<h3 class="mb-0.5 font-medium">
				{props.title}
				<Show when={props.note}>
					<span class="ml-2 text-[0.86rem] font-normal text-ink-faint">{props.note}</span>
				</Show>
			</h3>
			<ul class={props.columns === 2 ? "gap-x-4 sm:columns-2" : ""}>
				<For each={props.rows}>
					{(row) => (
						<li class="break-inside-avoid">
							<Show
								when={row.key !== null}
								fallback={<Line row={row} of={props.of} narrow={props.columns === 2} />}
							>
								<button
									type="button"
									class="tap block min-h-[24px] w-full rounded px-1 text-left hover:bg-hover"
									title={t("totals.open", { name: row.label })}
									onClick={() => row.key !== null && props.onOpen(row.key)}
								>
									<Line row={row} of={props.of} narrow={props.columns === 2} />
								</button>
							</Show>
						</li>
					)}
				</For>
			</ul>
		</div>
	);
}

function Line<K extends string>(props: { row: CountRow<K>; of: number; narrow: boolean }): JSX.Element {
	const share = () => (props.of === 0 ? 0 : (props.row.cases / props.of) * 100);
	return (
		<span
			class={`grid min-h-[24px] items-center gap-2 ${props.narrow ? "grid-cols-[5.4rem_minmax(0,1fr)_1.6rem]" : "grid-cols-[6.6rem_minmax(0,1fr)_2rem]"}`}
		>
			<span class="truncate">
				<Show when={props.row.badge} fallback={props.row.label}>
					{(badge) => <Badge of={badge()} word={props.row.label} />}
				</Show>
			</span>
			<span class="h-2 overflow-hidden rounded-sm bg-sunken" aria-hidden="true">
				<span class="block h-full rounded-sm bg-accent" style={{ width: `${share()}%` }} />
			</span>
			<span class="text-right tabular-nums">{countText(props.row.cases)}</span>
		</span>
	);
}
