import { useNavigate, useSearchParams } from "@solidjs/router";
import { useQueries } from "@tanstack/solid-query";
import type { IssueRow } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createEffect, createMemo, type JSX, Show, Suspense } from "solid-js";
import { queries } from "../api.ts";
import { word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { lazily } from "../lazily.ts";
import type { Column } from "../list/column.ts";
import { ColumnMenu } from "../list/column-menu.tsx";
import { createColumnSet } from "../list/column-table.ts";
import { copyRows } from "../list/copy-rows.ts";
import { FilterChips } from "../list/filter-chips.tsx";
import { ListTotal, MovedNote, type ViewTab, ViewTabs } from "../list/list-bars.tsx";
import { ListBody } from "../list/list-body.tsx";
import { PrintOnDemand } from "../list/list-print.tsx";
import { ListTable } from "../list/list-table.tsx";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import type { LedgerFilter, LedgerSort } from "../types.ts";
import { Button, buttonClass, IconButton } from "../ui/button.tsx";
import { Empty } from "../ui/feedback.tsx";
import { ledgerColumns } from "./columns.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { useFilterNames } from "./filter-names.ts";
import { ledger } from "./ledger.ts";
import { LedgerCard } from "./ledger-card.tsx";
import { quickViews } from "./quick-views.ts";
import { filterKeys, type LedgerView, readLedgerUrl, sameFilter, writeLedgerUrl } from "./url.ts";

const IssueDrawer = lazily(() => import("./detail/issue-drawer.tsx"));

/** 台账: the table of issues with its views, filters and columns. Everything that is asked stands in the address. */
export default function LedgerPage(): JSX.Element {
	const [params, setParams] = useSearchParams();
	const navigate = useNavigate();
	const columns = createColumnSet(ledgerColumns, { key: "columns", frozen: ["number"] });
	const view = createMemo(() => readLedgerUrl(params));
	const openId = () => (typeof params.open === "string" ? params.open : undefined);
	createEffect(() => ledger.show(view()));

	const setView = (next: LedgerView) => setParams(writeLedgerUrl(next), { replace: false });
	const change = (changes: Partial<LedgerFilter>) =>
		setView({ ...view(), filter: { ...view().filter, ...changes } });
	const sortBy = (column: Column<IssueRow, LedgerSort>) => {
		if (column.sort === undefined) return;
		const again = view().sort === column.sort;
		setView({ ...view(), sort: column.sort, descending: again ? !view().descending : false });
	};
	const open = (id: string, how: "drawer" | "page") =>
		how === "page" ? navigate(`/issues/${id}`) : setParams({ open: id }, { replace: openId() !== undefined });
	const copy = (rows: readonly IssueRow[]) => copyRows(columns.shown(), rows);

	return (
		<div class="flex h-full flex-col print:block">
			<h1 class="sr-only">{t("nav.ledger")}</h1>
			<ViewBar view={view()} onView={(filter) => setView({ ...view(), filter })} />
			<div class="no-print flex flex-wrap items-center gap-1.5 border-b border-line bg-sheet px-3 py-1.5">
				<FilterBar filter={view().filter} onChange={change} />
				<div class="ml-auto hidden items-center gap-1 md:flex">
					<ColumnMenu columns={columns} />
					<IconButton
						icon="copy"
						label={t("ledger.copyAll")}
						onClick={() => void copy(ledger.state().rows)}
					/>
					<IconButton icon="print" label={t("ledger.print")} onClick={() => window.print()} />
				</div>
			</div>
			<div class="no-print flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-3 py-1 text-[0.93rem]">
				<ListTotal state={ledger.state()} count={(n) => t("ledger.total", { n })} />
				<Chips filter={view().filter} onChange={change} onClear={() => setView({ ...view(), filter: {} })} />
				<MovedNote list={ledger} />
			</div>
			<div class="flex min-h-0 flex-1 print:block">
				<ListBody
					list={ledger}
					empty={
						<NoRows
							filtered={!sameFilter(view().filter, {})}
							onClear={() => setView({ ...view(), filter: {} })}
						/>
					}
				>
					<ListTable
						label={t("nav.ledger")}
						list={ledger}
						columns={columns}
						order={view()}
						card={(row) => <LedgerCard row={row()} />}
						openId={openId()}
						onOpen={open}
						onClose={() => setParams({ open: undefined })}
						onSort={sortBy}
						onCopy={(rows) => void copy(rows)}
					/>
				</ListBody>
				<Suspense>
					<Show when={openId()}>
						{(id) => <IssueDrawer issueId={id()} onClose={() => setParams({ open: undefined })} />}
					</Show>
				</Suspense>
			</div>
			<PrintOnDemand title={t("print.title")} state={ledger.state()} columns={columns.shown} />
		</div>
	);
}

/** The views that everybody has, with their counts. */
function ViewBar(props: { view: LedgerView; onView: (filter: LedgerFilter) => void }): JSX.Element {
	const me = useMe();
	const views = createMemo(() => quickViews(me()));
	const counts = useQueries(() => ({
		queries: views().map((view) => queries.issues.list({ filter: view.filter, limit: 1 })),
	}));
	const tabs = (): ViewTab[] =>
		views().map((view, index) => {
			const query = counts[index];
			return {
				id: view.id,
				label: t(view.label),
				current: sameFilter(view.filter, props.view.filter),
				total: query === undefined ? undefined : loaded(query)?.total,
			};
		});
	const show = (id: string) => props.onView(views().find((view) => view.id === id)?.filter ?? {});
	return <ViewTabs views={tabs()} onView={show} />;
}

/** The filters that are set, in words. */
function Chips(props: {
	filter: LedgerFilter;
	onChange: (changes: Partial<LedgerFilter>) => void;
	onClear: () => void;
}): JSX.Element {
	const names = useFilterNames();
	const chips = () =>
		filterKeys
			.filter((key) => props.filter[key] !== undefined)
			.map((key) => ({
				key,
				name: word(vocab.issueFilter, key),
				value: names.describe(key, props.filter),
			}));
	return (
		<FilterChips
			chips={chips()}
			onRemove={(key) => props.onChange({ [key]: undefined })}
			onClear={() => props.onClear()}
		/>
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
