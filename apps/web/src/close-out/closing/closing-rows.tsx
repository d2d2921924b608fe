import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { ClosingList, ClosingRow } from "@zhenggai/domain/close-out";
import { caseVocab, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { date, daysLeftText, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { useMe } from "../../shell/me.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Empty, ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { closeOutRoom } from "../queries.ts";

const PAGE = 50;
const DAY_MS = 86_400_000;

type Asked = { list: ClosingList; filter: { region?: string } };

/** One list of the desk, page by page. */
export function ClosingRows(props: Asked & { cursor?: string }): JSX.Element {
	const [more, setMore] = createSignal(false);
	const rows = useQuery(() =>
		closeOutRoom.listClosing({
			...{ list: props.list, limit: PAGE, ...props.filter },
			...(props.cursor === undefined ? {} : { cursor: props.cursor }),
		}),
	);
	return (
		<Switch fallback={<SkeletonLines lines={6} />}>
			<Match when={rows.isError}>
				<ErrorBox error={rows.error} onRetry={() => void rows.refetch()} />
			</Match>
			<Match when={loaded(rows)}>
				{(page) => (
					<>
						<Show
							when={page().items.length > 0 || props.cursor !== undefined}
							fallback={<Empty icon="check" title={t("closing.none")} />}
						>
							<ul class="divide-y divide-line rounded-md border border-line bg-sheet">
								<For each={page().items}>{(row) => <Row row={row} list={props.list} />}</For>
							</ul>
						</Show>
						<Show when={page().nextCursor}>
							{(cursor) => (
								<div class="mt-3">
									<Show
										when={more()}
										fallback={<Button onClick={() => setMore(true)}>{t("closing.more")}</Button>}
									>
										<ClosingRows list={props.list} filter={props.filter} cursor={cursor()} />
									</Show>
								</div>
							)}
						</Show>
					</>
				)}
			</Match>
		</Switch>
	);
}

function Row(props: { row: ClosingRow; list: ClosingList }): JSX.Element {
	const row = () => props.row;
	return (
		<li
			class="grid gap-x-4 gap-y-1 px-3.5 py-2.5 hover:bg-hover md:grid-cols-[minmax(0,1fr)_minmax(16rem,22rem)]"
			data-issue={row().issueId}
		>
			<div class="min-w-0">
				<A class="tap font-medium text-accent hover:underline" href={`/issues/${row().issueId}?tab=closeOut`}>
					{formatNumber(row().number, language())}
				</A>
				<span class="ml-2 text-ink-faint">
					{row().regionName}
					<Show when={row().leadUnitName}>{(name) => <> · {name()}</>}</Show>
				</span>
				<p class="line-clamp-2 font-song">{row().statement}</p>
				<Show when={props.list === "objections"}>
					<Objections row={row()} />
				</Show>
			</div>
			<div class="flex flex-wrap items-start gap-2 md:justify-end">
				<Standing row={row()} list={props.list} />
			</div>
		</li>
	);
}

const Objections = (props: { row: ClosingRow }): JSX.Element => (
	<ul class="mt-1 flex flex-col gap-1">
		<For each={props.row.objections}>
			{(objection) => (
				<li class="flex flex-wrap items-center gap-2 border-l-2 border-line pl-2">
					<span class="font-medium">{objection.from}</span>
					<span class="min-w-0 flex-1 truncate">{objection.text}</span>
					<Tag tone={objection.late ? "bad" : "attention"}>
						<Icon name={objection.late ? "alert" : "clock"} size={12} />
						{t(objection.late ? "closeOut.answerLate" : "closeOut.answerDue", {
							date: date(objection.answerDueOn),
						})}
					</Tag>
					<A
						class="tap text-accent underline"
						href={`/issues/${props.row.issueId}?tab=closeOut&do=answerObjection&part=${objection.id}`}
					>
						{word(vocab.issueVerb, "answerObjection")}
					</A>
				</li>
			)}
		</For>
	</ul>
);

/** How it stands with what the list is about. */
function Standing(props: { row: ClosingRow; list: ClosingList }): JSX.Element {
	return (
		<Switch fallback={<Since row={props.row} />}>
			<Match when={props.row.notice}>
				{(notice) => <NoticeStanding row={props.row} notice={notice()} />}
			</Match>
			<Match when={props.row.signatures}>
				{(signatures) => (
					<>
						<Tag tone="active">{t("closing.signed", { n: signatures().done, of: signatures().of })}</Tag>
						<Show when={signatures().next}>
							{(next) => (
								<span>{t("closing.nextSigner", { name: word(caseVocab.closeOutSigner, next()) })}</span>
							)}
						</Show>
						<Since row={props.row} />
					</>
				)}
			</Match>
			<Match when={props.row.filing}>
				{(filing) => (
					<>
						<span>{filing().documentNumber}</span>
						<span class="text-ink-soft">
							{t("closeOut.filedTo", { tier: word(vocab.tier, filing().to), date: date(filing().on) })}
						</span>
					</>
				)}
			</Match>
			<Match when={props.row.closedOn}>{(on) => <Closed row={props.row} on={on()} />}</Match>
		</Switch>
	);
}

const Since = (props: { row: ClosingRow }): JSX.Element => (
	<span class="text-ink-faint">{t("closing.since", { date: date(props.row.since) })}</span>
);

function NoticeStanding(props: { row: ClosingRow; notice: NonNullable<ClosingRow["notice"]> }): JSX.Element {
	const me = useMe();
	const left = () => (Date.parse(props.notice.end) - Date.parse(me().today)) / DAY_MS;
	return (
		<>
			<Tag tone={props.notice.over ? "attention" : "active"}>
				<Icon name="clock" size={12} />
				{props.notice.over ? t("closeOut.noticeFull") : daysLeftText(left())}
			</Tag>
			<Show when={props.row.objections.length > 0}>
				<Tag tone={props.row.objections.some(({ late }) => late) ? "bad" : "attention"}>
					<Icon name="alert" size={12} />
					{t("closing.openObjections", { n: props.row.objections.length })}
				</Tag>
			</Show>
			<span class="text-ink-soft">
				{t("closeOut.fromTo", { from: date(props.notice.start), to: date(props.notice.end) })}
			</span>
		</>
	);
}

const Closed = (props: { row: ClosingRow; on: Parameters<typeof date>[0] }): JSX.Element => (
	<>
		<Show
			when={props.row.resultPublishedOn}
			fallback={
				<Tag tone="attention">
					<Icon name="alert" size={12} />
					{t("closing.unpublished")}
				</Tag>
			}
		>
			{(on) => (
				<Tag tone="good">
					<Icon name="check" size={12} />
					{t("closing.published", { date: date(on()) })}
				</Tag>
			)}
		</Show>
		<Show when={props.row.watch}>
			{(watch) => (
				<Tag tone={watch().due ? "bad" : "neutral"}>
					<Icon name={watch().due ? "alert" : "clock"} size={12} />
					{t(watch().due ? "closeOut.watchDue" : "closeOut.watchPoint", {
						n: watch().months,
						date: date(watch().on),
					})}
				</Tag>
			)}
		</Show>
		<Show when={props.row.watch?.due}>
			<A
				class="tap text-accent underline"
				href={`/issues/${props.row.issueId}?tab=closeOut&do=recordLookBack`}
			>
				{word(vocab.issueVerb, "recordLookBack")}
			</A>
		</Show>
		<span class="text-ink-soft">{t("closing.closedOn", { date: date(props.on) })}</span>
	</>
);
