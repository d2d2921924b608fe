import { useNavigate, useSearchParams } from "@solidjs/router";
import { useQueries } from "@tanstack/solid-query";
import type { IssueRow } from "@zhenggai/domain/issues";
import {
	createEffect,
	createMemo,
	createSignal,
	For,
	type JSX,
	lazy,
	Match,
	onCleanup,
	onMount,
	Show,
	Suspense,
	Switch,
} from "solid-js";
import { queries } from "../api.ts";
import { countText, date, totalText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import type { LedgerFilter } from "../types.ts";
import { Button, buttonClass, IconButton } from "../ui/button.tsx";
import { Empty, ErrorBox, notify } from "../ui/feedback.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { createColumnTable, shownColumns } from "./column-table.ts";
import { heading, type LedgerColumn } from "./columns.tsx";
import { FilterBar, FilterChips } from "./filter-bar.tsx";
import { ledger } from "./ledger.ts";
import { LedgerPrint } from "./ledger-print.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { quickViews } from "./quick-views.ts";
import { copyText, toTsv } from "./tsv.ts";
import { type LedgerView, readLedgerUrl, sameFilter, writeLedgerUrl } from "./url.ts";

const IssueDrawer = lazy(() => import("./detail/issue-drawer.tsx"));

/** 台账: the table of issues with its views, filters and columns. Everything that is asked stands in the address. */
export default function LedgerPage(): JSX.Element {
	const [params, setParams] = useSearchParams();
	const navigate = useNavigate();
	const table = createColumnTable();
	const view = createMemo(() => readLedgerUrl(params));
	const openId = () => (typeof params.open === "string" ? params.open : undefined);
	createEffect(() => ledger.show(view()));

	const setView = (next: LedgerView) => setParams(writeLedgerUrl(next), { replace: false });
	const change = (changes: Partial<LedgerFilter>) =>
		setView({ ...view(), filter: { ...view().filter, ...changes } });
	const sortBy = (column: LedgerColumn) => {
		if (column.sort === undefined) return;
		const again = view().sort === column.sort;
		setView({ ...view(), sort: column.sort, descending: again ? !view().descending : false });
	};
	const open = (id: string, how: "drawer" | "page") =>
		how === "page" ? navigate(`/issues/${id}`) : setParams({ open: id }, { replace: openId() !== undefined });
	const copy = async (rows: readonly IssueRow[]) => {
		const columns = shownColumns(table);
		const text = toTsv(
			columns.map((column) => heading(column.id)),
			rows.map((row) => columns.map((column) => column.text(row))),
		);
		const done = await copyText(text);
		notify(
			done ? t("ledger.copied", { n: countText(rows.length) }) : t("ledger.copyFailed"),
			done ? "good" : "bad",
		);
	};

	return (
		<div class="flex h-full flex-col print:block">
			<h1 class="sr-only">{t("nav.ledger")}</h1>
			<ViewBar view={view()} onView={(filter) => setView({ ...view(), filter })} />
			<div class="no-print flex flex-wrap items-center gap-1.5 border-b border-line bg-sheet px-3 py-1.5">
				<FilterBar filter={view().filter} onChange={change} />
				<div class="ml-auto hidden items-center gap-1 md:flex">
					<ColumnMenu table={table} />
					<IconButton
						icon="copy"
						label={t("ledger.copyAll")}
						onClick={() => void copy(ledger.state().rows)}
					/>
					<IconButton icon="print" label={t("ledger.print")} onClick={() => window.print()} />
				</div>
			</div>
			<div class="no-print flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-3 py-1 text-[0.93rem]">
				<Totals />
				<FilterChips
					filter={view().filter}
					onChange={change}
					onClear={() => setView({ ...view(), filter: {} })}
				/>
				<MovedNote />
			</div>
			<div class="flex min-h-0 flex-1 print:block">
				<div class="flex min-w-0 flex-1 flex-col">
					<Switch>
						<Match when={ledger.failure() !== null && ledger.state().rows.length === 0}>
							<div class="p-6">
								<ErrorBox error={ledger.failure()} onRetry={() => ledger.retry()} />
							</div>
						</Match>
						<Match when={ledger.state().loaded && ledger.state().rows.length === 0}>
							<NoRows
								filtered={!sameFilter(view().filter, {})}
								onClear={() => setView({ ...view(), filter: {} })}
							/>
						</Match>
						<Match when={true}>
							<Show when={ledger.state().loaded} fallback={<TableSkeleton />}>
								<LedgerTable
									table={table}
									view={view()}
									openId={openId()}
									onOpen={open}
									onClose={() => setParams({ open: undefined })}
									onSort={sortBy}
									onCopy={(rows) => void copy(rows)}
								/>
							</Show>
						</Match>
					</Switch>
					<Show when={ledger.failure() !== null && ledger.state().rows.length > 0}>
						<div class="no-print p-2">
							<ErrorBox error={ledger.failure()} onRetry={() => ledger.retry()} />
						</div>
					</Show>
				</div>
				<Suspense>
					<Show when={openId()}>
						{(id) => <IssueDrawer issueId={id()} onClose={() => setParams({ open: undefined })} />}
					</Show>
				</Suspense>
			</div>
			<PrintOnDemand columns={() => shownColumns(table)} />
		</div>
	);
}

/** How many rows there are and as of which day. */
function Totals(): JSX.Element {
	return (
		<p class="tabular-nums text-ink-soft" role="status" aria-live="polite">
			<Show when={ledger.state().loaded} fallback={t("loading")}>
				{t("ledger.total", { n: totalText(ledger.state().total) })}
				<Show when={ledger.state().asOf}>
					{(asOf) => <span class="ml-3 text-ink-faint">{t("asOf", { date: date(asOf()) })}</span>}
				</Show>
			</Show>
		</p>
	);
}

function MovedNote(): JSX.Element {
	return (
		<Show when={ledger.state().moved.size > 0}>
			<Button size="small" look="quiet" icon="refresh" onClick={() => ledger.reload()}>
				{t("ledger.moved", { n: ledger.state().moved.size })}
			</Button>
		</Show>
	);
}

/** The views that everybody has, with their counts. */
function ViewBar(props: { view: LedgerView; onView: (filter: LedgerFilter) => void }): JSX.Element {
	const me = useMe();
	const views = createMemo(() => quickViews(me()));
	const counts = useQueries(() => ({
		queries: views().map((view) => queries.issues.list({ filter: view.filter, limit: 1 })),
	}));
	return (
		<nav
			class="no-print flex shrink-0 gap-1 overflow-x-auto border-b border-line bg-sheet px-3"
			aria-label={t("view.label")}
		>
			<For each={views()}>
				{(view, index) => {
					const total = () => {
						const query = counts[index()];
						return query === undefined ? undefined : loaded(query)?.total;
					};
					const current = () => sameFilter(view.filter, props.view.filter);
					return (
						<button
							type="button"
							class={`tap flex items-center gap-1.5 border-b-2 px-2.5 py-2 whitespace-nowrap ${current() ? "border-accent font-medium text-accent" : "border-transparent text-ink-soft hover:text-ink"}`}
							aria-current={current() ? "true" : undefined}
							onClick={() => props.onView(view.filter)}
						>
							{t(view.label)}
							<Show when={total()}>
								{(found) => (
									<span class="rounded-sm bg-sunken px-1 text-[0.86rem] tabular-nums text-ink-soft">
										{totalText(found())}
									</span>
								)}
							</Show>
						</button>
					);
				}}
			</For>
		</nav>
	);
}

function NoRows(props: { filtered: boolean; onClear: () => void }): JSX.Element {
	const me = useMe();
	return (
		<Show
			when={props.filtered}
			fallback={
				<Empty icon="ledger" title={t("ledger.empty")} text={t("ledger.emptyText")}>
					<Show when={mayDo(me(), "applyImport")}>
						<a href="/imports" class={buttonClass("primary")}>
							{t("ledger.emptyImport")}
						</a>
					</Show>
				</Empty>
			}
		>
			<Empty icon="filter" title={t("ledger.noMatch")} text={t("ledger.noMatchText")}>
				<Button onClick={() => props.onClear()}>{t("filter.clearAll")}</Button>
			</Empty>
		</Show>
	);
}

function TableSkeleton(): JSX.Element {
	return (
		<div class="flex-1 overflow-hidden bg-sheet" role="status" aria-label={t("loading")}>
			<For each={Array.from({ length: 14 }, (_, index) => index)}>
				{(index) => (
					<div class="flex h-[54px] items-center gap-6 border-b border-line px-3">
						<span class="skeleton h-3.5 w-16" />
						<span class="skeleton h-3.5" style={{ width: `${28 + ((index * 7) % 14)}%` }} />
						<span class="skeleton h-3.5 w-20" />
						<span class="skeleton h-3.5 w-40" />
					</div>
				)}
			</For>
		</div>
	);
}

/** The plain table for paper, in the page only while it is being printed. */
function PrintOnDemand(props: { columns: () => LedgerColumn[] }): JSX.Element {
	const [printing, setPrinting] = createSignal(false);
	const before = () => setPrinting(true);
	const after = () => setPrinting(false);
	onMount(() => {
		window.addEventListener("beforeprint", before);
		window.addEventListener("afterprint", after);
	});
	onCleanup(() => {
		window.removeEventListener("beforeprint", before);
		window.removeEventListener("afterprint", after);
	});
	return (
		<Show when={printing()}>
			<LedgerPrint columns={props.columns()} />
		</Show>
	);
}
