import { useInfiniteQuery } from "@tanstack/solid-query";
import type { PublicResultView } from "@zhenggai/domain/close-out";
import { vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { date, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PublicRows, RegionName } from "./public-rows.tsx";
import { askAgain } from "./queries.ts";

/** 已销号: the close-outs whose result was published, the latest first. */
export function ResultList(props: { region: string | undefined }): JSX.Element {
	const results = useInfiniteQuery(() => {
		const filter = props.region === undefined ? {} : { region: props.region };
		return {
			queryKey: ["closeOut", "publicResults", filter],
			queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
				client.closeOut.listPublicResults.query(
					{ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
					{ signal },
				),
			initialPageParam: null,
			getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor,
			retry: askAgain,
		};
	});
	return (
		<PublicRows query={results} region={props.region} none={t("public.noResults")}>
			{(result) => <Row result={result} narrowed={props.region !== undefined} />}
		</PublicRows>
	);
}

function Row(props: { result: PublicResultView; narrowed: boolean }): JSX.Element {
	const result = () => props.result;
	return (
		<>
			<p class="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
				<RegionName of={result()} narrowed={props.narrowed} />
				<Tag tone="good">
					<Icon name="check" size={12} />
					{t("public.closedOn", { date: date(result().closedOn) })}
				</Tag>
			</p>
			<h2
				class="font-song text-[1.14rem] leading-relaxed font-semibold"
				lang={result().statement === null ? undefined : "zh-CN"}
			>
				{result().statement ?? t("public.issueUntold")}
			</h2>
			<Show when={result().responsibleUnits?.length}>
				<p class="text-ink-soft" lang="zh-CN">
					{names(result().responsibleUnits ?? [])}
				</p>
			</Show>
			<p class="flex flex-wrap gap-x-4 text-ink-soft">
				<Show when={result().acceptedBy.length > 0}>
					<span>
						{t("public.acceptedBy", {
							tiers: names(result().acceptedBy.map((tier) => word(vocab.tier, tier))),
						})}
					</span>
				</Show>
				<span>
					{t("public.publishedOn", { date: date(result().publishedOn), channel: result().channel })}
				</span>
			</p>
		</>
	);
}
