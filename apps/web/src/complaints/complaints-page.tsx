import { useNavigate, useSearchParams } from "@solidjs/router";
import { useQueries, useQueryClient } from "@tanstack/solid-query";
import type { ComplaintRow } from "@zhenggai/domain/complaints";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createEffect, createMemo, createSignal, type JSX, onCleanup, Show, Suspense } from "solid-js";
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
import { OnlyFor } from "../shell/only-for.tsx";
import { recall, remember } from "../storage.ts";
import type { ComplaintListFilter, ComplaintListSort } from "../types.ts";
import { Button, buttonClass, IconButton } from "../ui/button.tsx";
import { Empty } from "../ui/feedback.tsx";
import { complaintColumns } from "./columns.tsx";
import { ComplaintCard } from "./complaint-card.tsx";
import { complaintLine, holdComplaintLine } from "./complaint-line.ts";
import { complaintList } from "./complaint-list.ts";
import { ComplaintFilterBar } from "./filter-bar.tsx";
import { useComplaintFilterNames } from "./filter-names.ts";
import { complaintViews } from "./quick-views.ts";
import { TotalsPanel } from "./totals/totals-panel.tsx";
import {
	type ComplaintView,
	complaintFilterKeys,
	readComplaintUrl,
	sameComplaints,
	writeComplaintUrl,
} from "./url.ts";
import "./words.ts";

const ComplaintDrawer = lazily(() => import("./detail/complaint-drawer.tsx"));
const RegisterForm = lazily(() => import("./actions/register-form.tsx"));

/** 信访件: the list of complaints with its views, filters and totals. Everything that is asked stands in the address. */
export default function ComplaintsPage(): JSX.Element {
	return (
		<OnlyFor action="viewComplaint">
			<Page />
		</OnlyFor>
	);
}

function Page(): JSX.Element {
	const [params, setParams] = useSearchParams();
	const navigate = useNavigate();
	const me = useMe();
	const columns = createColumnSet(complaintColumns, { key: "complaintColumns", frozen: ["receiptNumber"] });
	const view = createMemo(() => readComplaintUrl(params));
	const openId = () => (typeof params.open === "string" ? params.open : undefined);
	const [registering, setRegistering] = createSignal(false);
	holdComplaintLine();
	keepCountsFresh();
	createEffect(() => complaintList.show(view()));

	const setView = (next: ComplaintView) => setParams(writeComplaintUrl(next), { replace: false });
	const change = (changes: Partial<ComplaintListFilter>) =>
		setView({ ...view(), filter: { ...view().filter, ...changes } });
	const sortBy = (column: Column<ComplaintRow, ComplaintListSort>) => {
		if (column.sort === undefined) return;
		const again = view().sort === column.sort;
		setView({ ...view(), sort: column.sort, descending: again ? !view().descending : false });
	};
	const open = (id: string, how: "drawer" | "page") =>
		how === "page"
			? navigate(`/complaints/${id}`)
			: setParams({ open: id }, { replace: openId() !== undefined });
	const copy = (rows: readonly ComplaintRow[]) => copyRows(columns.shown(), rows);

	return (
		<div class="flex h-full flex-col print:block">
			<h1 class="sr-only">{t("nav.complaints")}</h1>
			<ViewBar view={view()} onView={(filter) => setView({ ...view(), filter })} />
			<div class="no-print flex flex-wrap items-center gap-1.5 border-b border-line bg-sheet px-3 py-1.5">
				<ComplaintFilterBar filter={view().filter} onChange={change} />
				<div class="ml-auto hidden items-center gap-1 md:flex">
					<Show when={mayDo(me(), "registerComplaint")}>
						<Button size="small" icon="plus" onClick={() => setRegistering(true)}>
							{t("complaints.register")}
						</Button>
					</Show>
					<ColumnMenu columns={columns} />
					<IconButton
						icon="copy"
						label={t("ledger.copyAll")}
						onClick={() => void copy(complaintList.state().rows)}
					/>
					<IconButton icon="print" label={t("complaints.print")} onClick={() => window.print()} />
				</div>
			</div>
			<div class="no-print flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-3 py-1 text-[0.93rem]">
				<ListTotal state={complaintList.state()} count={(n) => t("complaints.total", { n })} />
				<Chips filter={view().filter} onChange={change} onClear={() => setView({ ...view(), filter: {} })} />
				<MovedNote list={complaintList} />
			</div>
			<div class="flex min-h-0 flex-1 print:block">
				<div class="flex min-w-0 flex-1 flex-col print:block">
					<Totals filter={view().filter} onChange={change} />
					<ListBody
						list={complaintList}
						empty={
							<NoRows
								filtered={!sameComplaints(view().filter, {})}
								onClear={() => setView({ ...view(), filter: {} })}
							/>
						}
					>
						<ListTable
							label={t("nav.complaints")}
							list={complaintList}
							columns={columns}
							order={view()}
							card={(row) => <ComplaintCard row={row()} />}
							openId={openId()}
							onOpen={open}
							onClose={() => setParams({ open: undefined })}
							onSort={sortBy}
							onCopy={(rows) => void copy(rows)}
						/>
					</ListBody>
				</div>
				<Suspense>
					<Show when={openId()}>
						{(id) => <ComplaintDrawer complaintId={id()} onClose={() => setParams({ open: undefined })} />}
					</Show>
				</Suspense>
			</div>
			<PrintOnDemand
				title={t("complaints.printTitle")}
				state={complaintList.state()}
				columns={columns.shown}
			/>
			<Suspense>
				<Show when={registering()}>
					<RegisterForm
						filter={view().filter}
						onDone={(id) => setParams({ open: id })}
						onClose={() => setRegistering(false)}
					/>
				</Show>
			</Suspense>
		</div>
	);
}

/** How long changes are gathered before counts are asked for again. */
const GATHER_MS = 700;

/** Asks for totals and the counts of the views again when complaints have changed. */
function keepCountsFresh(): void {
	const queryClient = useQueryClient();
	let timer: ReturnType<typeof setTimeout> | undefined;
	complaintLine.onChange(() => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			void queryClient.invalidateQueries({ queryKey: ["complaints", "totals"] });
			void queryClient.invalidateQueries({ queryKey: ["complaints", "list"] });
		}, GATHER_MS);
	});
	onCleanup(() => clearTimeout(timer));
}

/** Where there is room for totals above the rows, they are open until somebody closes them. */
const opensByItself = (): boolean => window.matchMedia("(min-width: 768px) and (min-height: 600px)").matches;

/** The totals of the inspection that the list is filtered by, else of the one that its first row stands under. */
function Totals(props: {
	filter: ComplaintListFilter;
	onChange: (changes: Partial<ComplaintListFilter>) => void;
}): JSX.Element {
	const remembered = recall("complaintTotals");
	const [open, setOpen] = createSignal(remembered === null ? opensByItself() : remembered === "open");
	const inspectionId = createMemo<string | undefined>(
		(known) => props.filter.inspectionId ?? complaintList.state().rows[0]?.inspectionId ?? known,
	);
	const toggle = (next: boolean) => {
		setOpen(next);
		remember("complaintTotals", next ? "open" : "closed");
	};
	return (
		<Show when={inspectionId()}>
			{(id) => (
				<TotalsPanel
					inspectionId={id()}
					filter={props.filter}
					open={open()}
					onToggle={toggle}
					onChange={props.onChange}
				/>
			)}
		</Show>
	);
}

/** The views that everybody has, with their counts. */
function ViewBar(props: { view: ComplaintView; onView: (filter: ComplaintListFilter) => void }): JSX.Element {
	const counts = useQueries(() => ({
		queries: complaintViews.map((view) => queries.complaints.list({ filter: view.filter, limit: 1 })),
	}));
	const tabs = (): ViewTab[] =>
		complaintViews.map((view, index) => {
			const query = counts[index];
			return {
				id: view.id,
				label: t(view.label),
				current: sameComplaints(view.filter, props.view.filter),
				total: query === undefined ? undefined : loaded(query)?.total,
			};
		});
	const show = (id: string) => props.onView(complaintViews.find((view) => view.id === id)?.filter ?? {});
	return <ViewTabs views={tabs()} onView={show} />;
}

/** The filters that are set, in words. */
function Chips(props: {
	filter: ComplaintListFilter;
	onChange: (changes: Partial<ComplaintListFilter>) => void;
	onClear: () => void;
}): JSX.Element {
	const describe = useComplaintFilterNames();
	const chips = () =>
		complaintFilterKeys
			.filter((key) => props.filter[key] !== undefined)
			.map((key) => ({
				key,
				name: word(vocab.complaintFilter, key),
				value: describe(key, props.filter),
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
				<Empty icon="complaints" title={t("complaints.empty")} text={t("complaints.emptyText")}>
					<Show when={mayDo(me(), "applyImport")}>
						<a href="/imports" class={buttonClass("primary")}>
							{t("complaints.emptyImport")}
						</a>
					</Show>
				</Empty>
			}
		>
			<Empty icon="filter" title={t("complaints.noMatch")} text={t("ledger.noMatchText")}>
				<Button onClick={() => props.onClear()}>{t("filter.clearAll")}</Button>
			</Empty>
		</Show>
	);
}
