import { A, useSearchParams } from "@solidjs/router";
import { useInfiniteQuery } from "@tanstack/solid-query";
import type { ExposureRow } from "@zhenggai/domain/supervision";
import { caseVocab, choicesOf, formatNumber } from "@zhenggai/domain/vocabulary";
import { createMemo, For, type JSX, Show } from "solid-js";
import { date, names, totalText, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { PagesOf } from "../../list/pages-of.tsx";
import { member, one } from "../../list/params.ts";
import { loaded } from "../../loaded.ts";
import { Tag } from "../../ui/badge.tsx";
import { Empty } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";
import { supervisionRoom } from "../queries.ts";
import { PeriodBar, periodAsked } from "./period-bar.tsx";

const PAGE = 50;
const STATES = ["open", "settled"] as const;

/** 通报曝光: the register over all issues: what was made public, and whether it was answered. */
export default function ExposureRegister(): JSX.Element {
	const [params, setParams] = useSearchParams();
	const period = createMemo(() => periodAsked(params));
	const state = () => STATES.find((known) => known === one(params, "state"));
	const kind = () => member(one(params, "of"), caseVocab.exposureKind);
	const level = () => member(one(params, "level"), caseVocab.exposureLevel);
	const filter = createMemo(() => {
		const [of, at] = [kind(), level()];
		return {
			...period(),
			state: state(),
			kinds: of === undefined ? undefined : [of],
			levels: at === undefined ? undefined : [at],
		};
	});
	const query = useInfiniteQuery(() => ({
		queryKey: ["supervision", "exposures", filter()],
		queryFn: ({ pageParam, signal }) =>
			supervisionRoom
				.exposures({ filter: filter(), limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) })
				.queryFn({ signal }),
		initialPageParam: "",
		getNextPageParam: (last) => last.nextCursor,
	}));
	const first = () => loaded(query)?.pages[0];
	const rows = () => loaded(query)?.pages.flatMap(({ items }) => items) ?? [];
	const change = (changes: Record<string, string | undefined>) => setParams(changes, { replace: true });
	const orNone = (value: string) => (value === "" ? undefined : value);
	return (
		<div class="min-h-0 flex-1 overflow-auto bg-sheet p-4">
			<div class="flex max-w-5xl flex-col gap-3">
				<PeriodBar asked={period()} onChange={change}>
					<Select
						label={t("sup.answered")}
						value={state() ?? ""}
						none={t("filter.any")}
						choices={[
							{ value: "open" as const, label: t("sup.unsettled") },
							{ value: "settled" as const, label: t("sup.settled") },
						]}
						onChange={(next) => change({ state: orNone(next) })}
					/>
					<Select
						label={t("sup.exposureKind")}
						value={kind() ?? ""}
						none={t("filter.any")}
						choices={choicesOf(caseVocab.exposureKind, language())}
						onChange={(next) => change({ of: orNone(next) })}
					/>
					<Select
						label={t("sup.exposureLevel")}
						value={level() ?? ""}
						none={t("filter.any")}
						choices={choicesOf(caseVocab.exposureLevel, language())}
						onChange={(next) => change({ level: orNone(next) })}
					/>
				</PeriodBar>
				<Show when={first()}>
					{(page) => (
						<p class="text-ink-soft tabular-nums" role="status">
							{t("sup.total", { n: totalText(page().total) })}
						</p>
					)}
				</Show>
				<PagesOf
					query={query}
					lines={8}
					isEmpty={rows().length === 0}
					empty={<Empty icon="check" title={t("sup.noExposureRows")} text={t("sup.noExposureRowsText")} />}
				>
					<ul class="flex flex-col divide-y divide-line">
						<For each={rows()}>{(row) => <Line row={row} />}</For>
					</ul>
				</PagesOf>
			</div>
		</div>
	);
}

function Line(props: { row: ExposureRow }): JSX.Element {
	const row = () => props.row;
	const open = () => row().settled === null;
	return (
		<li class="flex flex-col gap-0.5 py-2.5">
			<p class="flex flex-wrap items-baseline gap-x-2 gap-y-1">
				<time class="tabular-nums text-ink-soft" datetime={row().on}>
					{date(row().on)}
				</time>
				<span class="font-medium">
					{word(caseVocab.exposureLevel, row().level)}
					{t("sup.exposureJoin")}
					{word(caseVocab.exposureKind, row().kind)}
				</span>
				<Tag tone={open() ? "bad" : "good"}>
					<Icon name={open() ? "alert" : "check"} size={12} />
					{t(open() ? "sup.unsettled" : "sup.settled")}
				</Tag>
				<Show when={row().lightsRed}>
					<Tag tone="bad">{t("sup.lightsRed")}</Tag>
				</Show>
				<span class="text-[0.93rem] text-ink-faint tabular-nums">
					{t(open() ? "sup.openDays" : "sup.settledDays", { n: row().days })}
				</span>
			</p>
			<p>{row().document}</p>
			<p class="flex flex-wrap items-baseline gap-x-2 text-[0.93rem] text-ink-soft">
				<A class="text-accent underline" href={`/issues/${row().issueId}?tab=supervision`}>
					{formatNumber(row().issueNumber, language())}
				</A>
				<span>{row().regionName}</span>
				<span>{names(row().units.map(({ name }) => name))}</span>
				<span class="min-w-0 text-ink-faint">{row().statement}</span>
			</p>
			<Show when={row().settled}>
				{(settled) => (
					<p class="text-[0.93rem] text-ink-soft">
						{date(settled().on)} · {settled().by} · {settled().reason}
					</p>
				)}
			</Show>
		</li>
	);
}
