import { useNavigate, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { IssueChange } from "@zhenggai/domain/issues";
import { caseVocab, choicesOf, formatNumber } from "@zhenggai/domain/vocabulary";
import { createEffect, createMemo, type JSX, onCleanup, onMount, Show } from "solid-js";
import { client } from "../api.ts";
import { totalText, word } from "../i18n/format.ts";
import { language, say, t } from "../i18n/index.ts";
import { createColumnSet } from "../list/column-table.ts";
import { copyRows } from "../list/copy-rows.ts";
import { ListBody } from "../list/list-body.tsx";
import { ListTable } from "../list/list-table.tsx";
import { createLine } from "../live/line.ts";
import { loaded } from "../loaded.ts";
import type { LedgerFilter } from "../types.ts";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/feedback.tsx";
import { CalendarHint } from "./calendar-hint.tsx";
import { dueText, trayColumns, Urgency } from "./columns.tsx";
import { ListHeads } from "./list-heads.tsx";
import { ASK_AGAIN_MS, trayQueries } from "./queries.ts";
import { createTrayList, type TrayRow } from "./tray-list.ts";
import { itemHref, readTrayUrl, type TrayFilter, writeTrayUrl } from "./url.ts";
import "./words.ts";

/** 我的待办: what waits for whoever is signed in, the most urgent first. Opening an item opens the form that does it. */
export default function InTrayPage(): JSX.Element {
	const [params, setParams] = useSearchParams();
	const navigate = useNavigate();
	const list = createTrayList();
	const columns = createColumnSet(trayColumns(), { key: "inTrayColumns", frozen: [] });
	const filter = createMemo(() => readTrayUrl(params));
	const count = useQuery(() => trayQueries.count());
	createEffect(() => list.show(filter()));
	keepFresh(() => {
		list.refresh();
		void count.refetch();
	});

	const change = (next: TrayFilter) => setParams(writeTrayUrl(next), { replace: false });
	const open = (key: string) => {
		const row = list.state().rows.find(({ id }) => id === key);
		if (row !== undefined) navigate(itemHref(row));
	};
	const filtered = () => filter().kind !== undefined || filter().overdue === true;

	return (
		<div class="flex h-full flex-col">
			<h1 class="sr-only">{t("nav.inTray")}</h1>
			<div class="no-print flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sheet px-3 py-2">
				<KindChoice filter={filter()} onChange={change} />
				<label class="tap flex items-center gap-2 whitespace-nowrap">
					<input
						type="checkbox"
						checked={filter().overdue === true}
						onChange={(event) => {
							const { overdue: _, ...rest } = filter();
							change(event.currentTarget.checked ? { ...rest, overdue: true } : rest);
						}}
					/>
					{t("inTray.onlyOverdue")}
				</label>
				<p class="ml-auto flex flex-wrap gap-x-4 tabular-nums text-ink-soft" role="status" aria-live="polite">
					<Show when={loaded(count)}>
						{(found) => (
							<>
								<span>{t("inTray.total", { n: totalText(found().total) })}</span>
								<span class={found().overdue.count > 0 ? "text-late" : ""}>
									{t("inTray.overdue", { n: totalText(found().overdue) })}
								</span>
								<span>{t("inTray.soon", { n: totalText(found().soon) })}</span>
							</>
						)}
					</Show>
				</p>
			</div>
			<CalendarHint />
			<ListHeads />
			<ListBody list={list} empty={<Nothing filtered={filtered()} onClear={() => change({})} />}>
				<ListTable
					label={t("nav.inTray")}
					list={list}
					columns={columns}
					order={{ sort: "urgency", descending: false }}
					card={(row) => <Card row={row()} />}
					openId={undefined}
					onOpen={open}
					onClose={() => undefined}
					onSort={() => undefined}
					onCopy={(rows) => void copyRows(columns.shown(), rows)}
				/>
			</ListBody>
		</div>
	);
}

/** How long changes are gathered before the tray is read again. */
const GATHER_MS = 700;

/**
 * Reads the tray again when an issue changed, whatever the ledger's own line listens to, and now and then: instruments
 * have a stream of their own, and days begin without any.
 */
function keepFresh(refresh: () => void): void {
	const line = createLine<LedgerFilter, IssueChange>({}, ({ filter, after }, events) =>
		client.issues.watch.subscribe({ filter, ...(after === undefined ? {} : { after }) }, events),
	);
	let timer: ReturnType<typeof setTimeout> | undefined;
	line.onChange(() => {
		clearTimeout(timer);
		timer = setTimeout(refresh, GATHER_MS);
	});
	onMount(() => line.resume());
	const again = setInterval(refresh, ASK_AGAIN_MS);
	onCleanup(() => {
		line.close();
		clearTimeout(timer);
		clearInterval(again);
	});
}

function KindChoice(props: { filter: TrayFilter; onChange: (next: TrayFilter) => void }): JSX.Element {
	const choices = () => choicesOf(caseVocab.inTrayKind, language());
	return (
		<select
			class="field-box w-auto"
			aria-label={t("inTray.kind")}
			onChange={(event) => {
				const kind = choices().find(({ value }) => value === event.currentTarget.value)?.value;
				const { kind: _, ...rest } = props.filter;
				props.onChange(kind === undefined ? rest : { ...rest, kind });
			}}
		>
			<option value="" selected={props.filter.kind === undefined}>
				{t("inTray.anyKind")}
			</option>
			{choices().map(({ value, label }) => (
				<option value={value} selected={value === props.filter.kind}>
					{label}
				</option>
			))}
		</select>
	);
}

/** An item on a narrow screen. */
const Card = (props: { row: TrayRow }) => (
	<>
		<span class="flex items-center justify-between gap-3">
			<Urgency row={props.row} />
			<span class="truncate text-ink-soft tabular-nums">{dueText(props.row)}</span>
		</span>
		<span class="truncate font-medium">
			{word(caseVocab.inTrayKind, props.row.kind)} · {formatNumber(props.row.issue.number, language())} ·{" "}
			{props.row.issue.regionName}
		</span>
		<span class="clamp-2 text-ink-soft">{say(props.row.reason)}</span>
	</>
);

function Nothing(props: { filtered: boolean; onClear: () => void }): JSX.Element {
	return (
		<Show
			when={props.filtered}
			fallback={<Empty icon="check" title={t("inTray.empty")} text={t("inTray.emptyText")} />}
		>
			<Empty icon="filter" title={t("inTray.noMatch")} text={t("inTray.noMatchText")}>
				<Button onClick={() => props.onClear()}>{t("inTray.showAll")}</Button>
			</Empty>
		</Show>
	);
}
