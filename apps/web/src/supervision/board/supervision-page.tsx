import { useNavigate, useSearchParams } from "@solidjs/router";
import { useQueries, useQuery, useQueryClient } from "@tanstack/solid-query";
import type { InstrumentRow, InstrumentStage } from "@zhenggai/domain/supervision";
import { caseVocab, valuesOf } from "@zhenggai/domain/vocabulary";
import { createEffect, createMemo, type JSX, Match, onCleanup, Show, Suspense, Switch } from "solid-js";
import { word } from "../../i18n/format.ts";
import { type MessageKey, t } from "../../i18n/index.ts";
import { lazily } from "../../lazily.ts";
import { ColumnMenu } from "../../list/column-menu.tsx";
import { createColumnSet } from "../../list/column-table.ts";
import { copyRows } from "../../list/copy-rows.ts";
import { FilterChips } from "../../list/filter-chips.tsx";
import { ListTotal, MovedNote, type ViewTab, ViewTabs } from "../../list/list-bars.tsx";
import { ListBody } from "../../list/list-body.tsx";
import { PrintOnDemand } from "../../list/list-print.tsx";
import { ListTable } from "../../list/list-table.tsx";
import { issueLine } from "../../live/issue-line.ts";
import { loaded } from "../../loaded.ts";
import { mayDo, useMe } from "../../shell/me.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/feedback.tsx";
import { holdInstrumentLine, instrumentLine } from "../instrument-line.ts";
import { supervisionRoom } from "../queries.ts";
import { instrumentColumns } from "./columns.tsx";
import { BoardFilterBar } from "./filter-bar.tsx";
import { useBoardFilterNames } from "./filter-names.ts";
import { InstrumentCard } from "./instrument-card.tsx";
import { instrumentList } from "./instrument-list.ts";
import { createProposals, Proposals } from "./proposals.tsx";
import {
	type InstrumentListFilter,
	instrumentFilterKeys,
	readSupervisionUrl,
	sameInstruments,
	writeSupervisionUrl,
} from "./url.ts";
import "../words.ts";

const InstrumentDrawer = lazily(() => import("../instrument/instrument-drawer.tsx"));
const Scores = lazily(() => import("./scores.tsx"));
const ExposureRegister = lazily(() => import("./exposures.tsx"));

/** What the board shows beside the instruments. */
const SIDES = ["proposals", "scores", "exposures"] as const;
type Side = (typeof SIDES)[number];

type Changes = { [K in keyof InstrumentListFilter]?: InstrumentListFilter[K] | undefined };

const NAMES = {
	stages: "sup.col.stage",
	kinds: "sup.col.kind",
	region: "filter.region",
	unitId: "sup.addressees",
	issueId: "sup.col.issue",
} as const satisfies Record<keyof InstrumentListFilter, MessageKey>;

/** What the other views ask with: none of it is the instruments' filter. */
const NO_SIDE = {
	...{ from: undefined, to: undefined, who: undefined },
	...{ state: undefined, of: undefined, level: undefined },
};

/** A filter with changes; what is changed to nothing is left out. */
const changed = (filter: InstrumentListFilter, changes: Changes): InstrumentListFilter =>
	Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== undefined));

/** 督办: the board of instruments by stage, and what the ladder proposes. Everything that is asked stands in the address. */
export default function SupervisionPage(): JSX.Element {
	const [params, setParams] = useSearchParams();
	const navigate = useNavigate();
	const columns = createColumnSet(instrumentColumns, { key: "instrumentColumns", frozen: ["kind"] });
	const filter = createMemo(() => readSupervisionUrl(params));
	const side = () => SIDES.find((known) => known === params.view);
	const openId = () => (typeof params.open === "string" ? params.open : undefined);
	holdInstrumentLine();
	keepCountsFresh();
	createEffect(() => instrumentList.show(filter()));

	const setFilter = (next: InstrumentListFilter) =>
		setParams({ ...NO_SIDE, ...writeSupervisionUrl(next) }, { replace: false });
	const change = (changes: Changes) => setFilter(changed(filter(), changes));
	const open = (id: string, how: "drawer" | "page") =>
		how === "page"
			? navigate(`/supervision/${id}`)
			: setParams({ open: id, do: undefined }, { replace: openId() !== undefined });
	const close = () => setParams({ open: undefined, do: undefined });
	const copy = (rows: readonly InstrumentRow[]) => copyRows(columns.shown(), rows);

	return (
		<div class="flex h-full flex-col print:block">
			<h1 class="sr-only">{t("nav.supervision")}</h1>
			<Board
				filter={filter()}
				side={side()}
				onView={setFilter}
				onSide={(view) => setParams({ ...writeSupervisionUrl({}), ...NO_SIDE, view, open: undefined })}
			>
				<div class="no-print flex flex-wrap items-center gap-1.5 border-b border-line bg-sheet px-3 py-1.5">
					<BoardFilterBar filter={filter()} onChange={change} />
					<div class="ml-auto hidden items-center gap-1 md:flex">
						<ColumnMenu columns={columns} />
						<IconButton
							icon="copy"
							label={t("ledger.copyAll")}
							onClick={() => void copy(instrumentList.state().rows)}
						/>
						<IconButton icon="print" label={t("sup.printList")} onClick={() => window.print()} />
					</div>
				</div>
				<div class="no-print flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-3 py-1 text-[0.93rem]">
					<ListTotal state={instrumentList.state()} count={(n) => t("sup.total", { n })} />
					<Chips filter={filter()} onChange={change} onClear={() => setFilter({})} />
					<MovedNote list={instrumentList} />
				</div>
				<div class="flex min-h-0 flex-1 print:block">
					<ListBody
						list={instrumentList}
						empty={<NoRows filtered={!sameInstruments(filter(), {})} onClear={() => setFilter({})} />}
					>
						<ListTable
							label={t("nav.supervision")}
							list={instrumentList}
							columns={columns}
							order={{ sort: "drafted", descending: true }}
							card={(row) => <InstrumentCard row={row()} />}
							openId={openId()}
							onOpen={open}
							onClose={close}
							onSort={() => undefined}
							onCopy={(rows) => void copy(rows)}
						/>
					</ListBody>
					<Suspense>
						<Show when={openId()}>{(id) => <InstrumentDrawer instrumentId={id()} onClose={close} />}</Show>
					</Suspense>
				</div>
			</Board>
			<PrintOnDemand title={t("sup.printTitle")} state={instrumentList.state()} columns={columns.shown} />
		</div>
	);
}

/** How long changes are gathered before counts are asked for again. */
const GATHER_MS = 700;

/** What follows from instruments, and what from the issues themselves. */
const OF_INSTRUMENTS = ["list"] as const;
const OF_ISSUES = ["exposures", "unitScores", "unitPoints"] as const;

/** Asks for counts and registers again when instruments or issues have changed. */
function keepCountsFresh(): void {
	const queryClient = useQueryClient();
	const timers = new Set<ReturnType<typeof setTimeout>>();
	const gathered = (questions: readonly string[]) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const ask = () => {
			for (const question of questions) {
				void queryClient.invalidateQueries({ queryKey: ["supervision", question] });
			}
		};
		return () => {
			if (timer !== undefined) timers.delete(timer);
			clearTimeout(timer);
			timer = setTimeout(ask, GATHER_MS);
			timers.add(timer);
		};
	};
	instrumentLine.onChange(gathered(OF_INSTRUMENTS));
	issueLine.onChange(gathered(OF_ISSUES));
	onCleanup(() => {
		for (const timer of timers) clearTimeout(timer);
	});
}

const STAGES: readonly InstrumentStage[] = valuesOf(caseVocab.instrumentStage);

/** The stages with their counts, and the ladder's proposals, above what is chosen of them. */
function Board(props: {
	filter: InstrumentListFilter;
	side: Side | undefined;
	onView: (filter: InstrumentListFilter) => void;
	onSide: (side: Side) => void;
	children: JSX.Element;
}): JSX.Element {
	const me = useMe();
	const mayDraft = () => mayDo(me(), "draftInstrument");
	const proposals = createProposals();
	const rest = () => changed(props.filter, { stages: undefined });
	const views = () => [undefined, ...STAGES] as const;
	const counts = useQueries(() => ({
		queries: views().map((stage) =>
			supervisionRoom.list({ filter: changed(rest(), { stages: stage && [stage] }), limit: 1 }),
		),
	}));
	const tabs = (): ViewTab[] => [
		...(mayDraft() ? [proposalTab()] : []),
		sideTab("exposures", t("sup.exposures"), loaded(unanswered)?.total),
		sideTab("scores", t("sup.scores"), undefined),
		...views().map((stage, at): ViewTab => {
			const query = counts[at];
			const { stages } = props.filter;
			return {
				id: stage ?? "all",
				label: stage === undefined ? t("sup.all") : word(caseVocab.instrumentStage, stage),
				current:
					props.side === undefined &&
					(stage === undefined ? stages === undefined : stages?.length === 1 && stages[0] === stage),
				total: query === undefined ? undefined : loaded(query)?.total,
			};
		}),
	];
	const unanswered = useQuery(() => supervisionRoom.exposures({ filter: { state: "open" }, limit: 1 }));
	const sideTab = (id: Side, label: string, total: ViewTab["total"]): ViewTab => ({
		...{ id, label, total },
		current: props.side === id,
	});
	const proposalTab = (): ViewTab =>
		sideTab(
			"proposals",
			t("sup.proposals"),
			loaded(proposals) && {
				count: loaded(proposals)?.pages.flatMap(({ rows }) => rows).length ?? 0,
				exact: !proposals.hasNextPage,
			},
		);
	const show = (id: string) => {
		const side = SIDES.find((known) => known === id);
		if (side !== undefined) return props.onSide(side);
		const stage = STAGES.find((one) => one === id);
		props.onView(changed(rest(), { stages: stage === undefined ? undefined : [stage] }));
	};
	return (
		<>
			<ViewTabs views={tabs()} onView={show} />
			<Switch fallback={props.children}>
				<Match when={props.side === "proposals"}>
					<Proposals query={proposals} />
				</Match>
				<Match when={props.side === "scores"}>
					<Scores />
				</Match>
				<Match when={props.side === "exposures"}>
					<ExposureRegister />
				</Match>
			</Switch>
		</>
	);
}

/** The filters that are set, in words. */
function Chips(props: {
	filter: InstrumentListFilter;
	onChange: (changes: Changes) => void;
	onClear: () => void;
}): JSX.Element {
	const describe = useBoardFilterNames(() => props.filter);
	const chips = () =>
		instrumentFilterKeys
			.filter((key) => props.filter[key] !== undefined)
			.map((key) => ({ key, name: t(NAMES[key]), value: describe(key) }));
	return (
		<FilterChips
			chips={chips()}
			onRemove={(key) => props.onChange({ [key]: undefined })}
			onClear={() => props.onClear()}
		/>
	);
}

function NoRows(props: { filtered: boolean; onClear: () => void }): JSX.Element {
	return (
		<Show
			when={props.filtered}
			fallback={<Empty icon="document" title={t("sup.empty")} text={t("sup.emptyText")} />}
		>
			<Empty icon="filter" title={t("sup.noMatch")} text={t("ledger.noMatchText")}>
				<Button onClick={() => props.onClear()}>{t("filter.clearAll")}</Button>
			</Empty>
		</Show>
	);
}
