import { useSearchParams } from "@solidjs/router";
import { useInfiniteQuery } from "@tanstack/solid-query";
import type { UnitScoreRow } from "@zhenggai/domain/supervision";
import { createMemo, For, type JSX, Show } from "solid-js";
import { date } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { PagesOf } from "../../list/pages-of.tsx";
import { matching, one, UUID } from "../../list/params.ts";
import { loaded } from "../../loaded.ts";
import { Empty } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { supervisionRoom } from "../queries.ts";
import { PeriodBar, periodAsked } from "./period-bar.tsx";
import { UnitPoints } from "./unit-points.tsx";

const PAGE = 50;

/** 单位扣分: units by what they lost in a period. Each number opens its points, each point its issue (RSP-05). */
export default function Scores(): JSX.Element {
	const [params, setParams] = useSearchParams();
	const asked = createMemo(() => periodAsked(params));
	const opened = () => matching(one(params, "who"), UUID);
	const query = useInfiniteQuery(() => ({
		queryKey: ["supervision", "unitScores", asked()],
		queryFn: ({ pageParam, signal }) =>
			supervisionRoom
				.unitScores({ ...asked(), limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) })
				.queryFn({ signal }),
		initialPageParam: "",
		getNextPageParam: (last) => last.nextCursor,
	}));
	const last = () => loaded(query)?.pages.at(-1);
	const rows = () => loaded(query)?.pages.flatMap(({ items }) => items) ?? [];
	const toggle = (unit: string) =>
		setParams({ who: opened() === unit ? undefined : unit }, { replace: true });
	return (
		<div class="min-h-0 flex-1 overflow-auto bg-sheet p-4">
			<div class="flex max-w-5xl flex-col gap-3">
				<PeriodBar asked={asked()} onChange={(changes) => setParams(changes, { replace: true })} />
				<Show when={last()}>
					{(page) => (
						<p class="text-ink-soft" role="status">
							{t("sup.scoresIntro", { from: date(page().from), to: date(page().to), n: page().units })}
						</p>
					)}
				</Show>
				<PagesOf
					query={query}
					lines={8}
					isEmpty={rows().length === 0}
					empty={<Empty icon="check" title={t("sup.noScores")} text={t("sup.noScoresText")} />}
				>
					<Ranking rows={rows()} opened={opened()} asked={asked()} onToggle={toggle} />
				</PagesOf>
			</div>
		</div>
	);
}

type RankingProps = {
	rows: readonly UnitScoreRow[];
	opened: string | undefined;
	asked: { from: string | undefined; to: string | undefined; region: string | undefined };
	onToggle: (unitId: string) => void;
};

const HEADS = ["sup.rank", "sup.unit", "sup.lost", "sup.reds", "sup.yellows", "sup.col.issue"] as const;

function Ranking(props: RankingProps): JSX.Element {
	return (
		<section class="overflow-x-auto rounded-md border border-line" aria-label={t("sup.scores")}>
			<table class="w-full border-collapse">
				<caption class="sr-only">{t("sup.scores")}</caption>
				<thead>
					<tr class="border-b border-line-strong bg-sunken text-left text-ink-soft">
						<For each={HEADS}>
							{(head, at) => (
								<th
									scope="col"
									class={`px-3 py-2 font-medium whitespace-nowrap ${at() === 1 ? "" : "text-right"}`}
								>
									{t(head)}
								</th>
							)}
						</For>
					</tr>
				</thead>
				<tbody>
					<For each={props.rows}>{(row) => <Line row={row} {...props} />}</For>
				</tbody>
			</table>
		</section>
	);
}

function Line(props: RankingProps & { row: UnitScoreRow }): JSX.Element {
	const isOpen = () => props.opened === props.row.unitId;
	return (
		<>
			<tr class="border-b border-line hover:bg-hover">
				<td class="px-3 py-2 text-right tabular-nums">{props.row.rank}</td>
				<th scope="row" class="px-3 py-2 text-left font-normal">
					<button
						type="button"
						class="tap inline-flex items-center gap-1.5 text-left text-accent"
						aria-expanded={isOpen()}
						onClick={() => props.onToggle(props.row.unitId)}
					>
						<Icon name={isOpen() ? "chevronDown" : "chevronRight"} size={14} />
						{props.row.unitName}
					</button>
				</th>
				<td class="px-3 py-2 text-right font-semibold tabular-nums">{props.row.points}</td>
				<td class="px-3 py-2 text-right tabular-nums">{props.row.reds}</td>
				<td class="px-3 py-2 text-right tabular-nums">{props.row.yellows}</td>
				<td class="px-3 py-2 text-right tabular-nums">{props.row.issues}</td>
			</tr>
			<Show when={isOpen()}>
				<tr class="border-b border-line bg-paper">
					<td />
					<td colspan={HEADS.length - 1} class="px-3 py-2">
						<UnitPoints unitId={props.row.unitId} asked={props.asked} />
					</td>
				</tr>
			</Show>
		</>
	);
}
