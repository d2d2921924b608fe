import { A } from "@solidjs/router";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { formatNumber } from "@zhenggai/domain/vocabulary";
import { For, type JSX } from "solid-js";
import { language, say, t } from "../../i18n/index.ts";
import { PagesOf } from "../../list/pages-of.tsx";
import { loaded } from "../../loaded.ts";
import { RuleLink } from "../../rules/index.ts";
import { supervisionRoom } from "../queries.ts";
import type { PeriodAsked } from "./period-bar.tsx";

const PAGE = 50;

/** What a unit's score is made of: each point with its rule and day, and the issue that it leads to (RSP-05). */
export function UnitPoints(props: { unitId: string; asked: PeriodAsked }): JSX.Element {
	const asked = () => ({ ...props.asked, unitId: props.unitId, limit: PAGE });
	const query = useInfiniteQuery(() => ({
		queryKey: ["supervision", "unitPoints", asked()],
		queryFn: ({ pageParam, signal }) =>
			supervisionRoom
				.unitPoints({ ...asked(), ...(pageParam === "" ? {} : { cursor: pageParam }) })
				.queryFn({ signal }),
		initialPageParam: "",
		getNextPageParam: (last) => last.nextCursor,
	}));
	const rows = () => loaded(query)?.pages.flatMap(({ items }) => items) ?? [];
	return (
		<PagesOf query={query} lines={3}>
			<ul class="flex flex-col divide-y divide-line">
				<For each={rows()}>
					{(row) => (
						<li class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
							<strong class="tabular-nums">{t("sup.points", { n: row.points })}</strong>
							<span>{say(row.message)}</span>
							<RuleLink rule={row.rule} />
							<A class="text-accent underline" href={`/issues/${row.issueId}?tab=supervision`}>
								{formatNumber(row.issueNumber, language())}
							</A>
							<span class="min-w-0 text-[0.93rem] text-ink-soft">
								{row.regionName} · {row.statement}
							</span>
						</li>
					)}
				</For>
			</ul>
		</PagesOf>
	);
}
