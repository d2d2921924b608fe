import "../i18n/form-words.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import type { HistoryEntry } from "@zhenggai/domain/journal";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, For, type JSX, Show } from "solid-js";
import { moment, word } from "../i18n/format.ts";
import { say, t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { Tag } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { Icon } from "../ui/icon.tsx";
import { Section } from "../ui/section.tsx";

const PAGE = 20;

/** Whose history it is: how it is asked for and in which words its events are told. */
export type TimelineOf = {
	/** Begins the key of every query about it. */
	readonly key: readonly [room: string, "history", id: string];
	readonly history: (
		page: { readonly limit: number; readonly before?: number },
		signal: AbortSignal,
	) => Promise<{ readonly items: readonly HistoryEntry[]; readonly more: boolean }>;
	/** Has the server recompute the chain of hashes. */
	readonly check: (
		signal: AbortSignal,
	) => Promise<{ readonly whole: boolean; readonly firstBroken: number | null; readonly events: number }>;
	readonly eventWord: (type: string) => string;
	/** Where everything that an import made is listed. */
	readonly importHref: (importId: string) => string;
};

type TimelineProps = { of: TimelineOf; version: number };

/** 履历: who did what and when, from → to, newest first; and whether the hash chain is whole. */
export function Timeline(props: TimelineProps): JSX.Element {
	const history = useInfiniteQuery(() => ({
		queryKey: [...props.of.key],
		queryFn: ({ pageParam, signal }) =>
			props.of.history({ limit: PAGE, ...(pageParam === 0 ? {} : { before: pageParam }) }, signal),
		initialPageParam: 0,
		getNextPageParam: (last) => (last.more ? (last.items.at(-1)?.version ?? null) : null),
	}));
	const entries = createMemo(() => loaded(history)?.pages.flatMap((page) => page.items) ?? []);
	return (
		<Section title={t("timeline.title")} count={props.version} aside={<ChainBadge {...props} />}>
			<Show when={history.error}>
				{(error) => <ErrorBox error={error()} onRetry={() => void history.refetch()} />}
			</Show>
			<Show when={!history.isPending} fallback={<SkeletonLines lines={5} />}>
				<ol class="flex flex-col">
					<For each={entries()}>{(entry) => <Entry entry={entry} of={props.of} />}</For>
				</ol>
				<Show when={history.hasNextPage}>
					<Button size="small" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
						{t("timeline.more")}
					</Button>
				</Show>
			</Show>
		</Section>
	);
}

/** Asks the server to recompute the chain. */
function ChainBadge(props: TimelineProps): JSX.Element {
	const check = useQuery(() => ({
		queryKey: ["journal", "verify", ...props.of.key, props.version],
		queryFn: ({ signal }: { signal: AbortSignal }) => props.of.check(signal),
	}));
	return (
		<Show when={loaded(check)}>
			{(result) => (
				<Show
					when={result().whole}
					fallback={
						<Tag tone="bad">
							<Icon name="alert" size={12} />
							{t("timeline.broken", { n: result().firstBroken ?? 0 })}
						</Tag>
					}
				>
					<Tag tone="good" title={t("timeline.wholeTitle")}>
						<Icon name="shield" size={12} />
						{t("timeline.whole", { n: result().events })}
					</Tag>
				</Show>
			)}
		</Show>
	);
}

function Entry(props: { entry: HistoryEntry; of: TimelineOf }): JSX.Element {
	const entry = () => props.entry;
	return (
		<li class="relative border-l border-line pb-3.5 pl-4 last:pb-1">
			<span class="absolute top-1.5 -left-[4.5px] size-2 rounded-full bg-accent" aria-hidden="true" />
			<p class="flex flex-wrap items-baseline gap-x-2">
				<span class="font-medium">{props.of.eventWord(entry().type)}</span>
				<span class="text-[0.93rem] text-ink-soft">
					{entry().actor.name}
					<Show when={entry().actor.role}>{(role) => <>（{word(vocab.role, role())}）</>}</Show>
				</span>
				<time class="ml-auto text-[0.9rem] text-ink-faint tabular-nums" datetime={entry().at}>
					{moment(entry().at)}
				</time>
			</p>
			<p class="text-ink-soft">{say(entry().summary)}</p>
			<Changes changes={entry().changes} />
			<Show when={entry().reason}>
				{(reason) => <p class="text-[0.93rem] text-ink-soft">{t("timeline.reason", { reason: reason() })}</p>}
			</Show>
			<p class="flex gap-3 font-mono text-[0.79rem] text-ink-faint">
				<span title={entry().hash}>
					#{entry().version} {entry().hash.slice(0, 10)}
				</span>
				<Show when={entry().importId}>
					{(id) => (
						<a class="font-sans underline" href={props.of.importHref(id())}>
							{t("timeline.import")}
						</a>
					)}
				</Show>
			</p>
		</li>
	);
}

/** What a field said: words of the ledger itself, or a text of both languages. */
const said = (text: NonNullable<HistoryEntry["changes"][number]["to"]>): string =>
	typeof text === "string" ? text : say(text);

/** Fields from → to. */
export function Changes(props: { changes: HistoryEntry["changes"] }): JSX.Element {
	return (
		<Show when={props.changes.length > 0}>
			<dl class="my-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 rounded bg-sunken px-2.5 py-1.5 text-[0.93rem]">
				<For each={props.changes}>
					{(change) => (
						<>
							<dt class="text-ink-soft">{say(change.label)}</dt>
							<dd class="min-w-0 break-words">
								<Show when={change.from}>{(from) => <del class="text-ink-faint">{said(from())}</del>}</Show>
								<span aria-hidden="true"> → </span>
								<ins class="no-underline">{change.to === null ? t("nothing") : said(change.to)}</ins>
							</dd>
						</>
					)}
				</For>
			</dl>
		</Show>
	);
}
