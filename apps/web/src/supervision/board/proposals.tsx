import { A } from "@solidjs/router";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { inTrayQueries } from "@zhenggai/client";
import type { InTrayRow } from "@zhenggai/domain/in-tray";
import { formatNumber } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { language, say, t } from "../../i18n/index.ts";
import { PagesOf } from "../../list/pages-of.tsx";
import { issueLine } from "../../live/issue-line.ts";
import { loaded } from "../../loaded.ts";
import { RuleLink } from "../../rules/index.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Empty } from "../../ui/feedback.tsx";
import { kindWord } from "../days.ts";
import { instrumentLine } from "../instrument-line.ts";

const PAGE = 50;
/** The key of every question about proposals. */
export const PROPOSALS = ["inTray", "proposals"] as const;

const { list } = inTrayQueries(client);

/** What the ladder proposes and waits for a person of the reader's office, page by page. */
export const createProposals = () => {
	const query = useInfiniteQuery(() => ({
		queryKey: [...PROPOSALS],
		queryFn: ({ pageParam, signal }) =>
			list({
				filter: { kind: "proposal" },
				limit: PAGE,
				...(pageParam === "" ? {} : { cursor: pageParam }),
			}).queryFn({ signal }),
		initialPageParam: "",
		getNextPageParam: (last) => last.nextCursor,
	}));
	let timer: ReturnType<typeof setTimeout> | undefined;
	const again = () => {
		clearTimeout(timer);
		timer = setTimeout(() => void query.refetch(), 700);
	};
	issueLine.onChange(again);
	instrumentLine.onChange(again);
	return query;
};

/** 督办建议: what the ladder proposes, with its reason, and the way to draft it. Nothing is issued by itself. */
export function Proposals(props: { query: ReturnType<typeof createProposals> }): JSX.Element {
	const rows = () => loaded(props.query)?.pages.flatMap((page) => page.rows) ?? [];
	return (
		<div class="min-h-0 flex-1 overflow-auto bg-sheet p-4">
			<PagesOf
				query={props.query}
				lines={8}
				isEmpty={rows().length === 0}
				empty={<Empty icon="check" title={t("sup.noProposals")} text={t("sup.noProposalsText")} />}
			>
				<p class="mb-3 text-ink-soft">{t("sup.proposalsIntro")}</p>
				<ul class="flex max-w-5xl flex-col divide-y divide-line">
					<For each={rows()}>{(row) => <Line row={row} />}</For>
				</ul>
			</PagesOf>
		</div>
	);
}

function Line(props: { row: InTrayRow }): JSX.Element {
	const issue = () => props.row.issue;
	const href = () => `/issues/${issue().id}?tab=supervision&do=draftInstrument&part=${props.row.part ?? ""}`;
	return (
		<li class="flex flex-wrap items-start gap-3 py-2.5">
			<div class="min-w-0 flex-1">
				<p class="flex flex-wrap items-baseline gap-x-2">
					<span class="font-medium">{kindWord(props.row.part ?? "")}</span>
					<A class="text-accent underline" href={`/issues/${issue().id}?tab=supervision`}>
						{formatNumber(issue().number, language())}
					</A>
					<span class="text-[0.93rem] text-ink-faint">{issue().regionName}</span>
				</p>
				<p class="clamp-2 text-[0.93rem] text-ink-soft">{issue().statement}</p>
				<p class="text-[0.93rem]">
					{say(props.row.reason)} <Show when={props.row.rule}>{(rule) => <RuleLink rule={rule()} />}</Show>
				</p>
			</div>
			<A class={buttonClass("primary", "small")} href={href()}>
				{t("sup.draft", { kind: kindWord(props.row.part ?? "") })}
			</A>
		</li>
	);
}
