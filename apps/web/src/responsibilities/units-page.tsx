import "../i18n/page-words.ts";
import { A, useSearchParams } from "@solidjs/router";
import { useInfiniteQuery } from "@tanstack/solid-query";
import type { UnitRow } from "@zhenggai/domain/responsibilities";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { client } from "../api.ts";
import { names, word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { ledgerHref } from "../issues/index.ts";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import { Tag } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { createDebounced } from "../ui/debounced.ts";
import { Empty, ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { PageHead } from "../ui/section.tsx";
import { Select } from "../ui/select.tsx";
import { Table, type TableColumn } from "../ui/table.tsx";
import { PeopleDialog } from "./people-dialog.tsx";
import { RegionPicker } from "./pickers.tsx";
import { UnitDialog } from "./unit-dialog.tsx";

const PAGE = 100;

const one = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");

/** 单位: who can be made to answer, in a tree with region and tier. */
export default function UnitsPage(): JSX.Element {
	const me = useMe();
	const [params, setParams] = useSearchParams();
	const text = createDebounced(() => one(params.q), 150);
	const kinds = () => choicesOf(vocab.unitKind, language());
	const kind = () => kinds().find((choice) => choice.value === one(params.kind))?.value;
	const [edited, setEdited] = createSignal<UnitRow | "new" | null>(null);
	const [people, setPeople] = createSignal<UnitRow | null>(null);
	const filter = () => ({
		...(text().trim() === "" ? {} : { text: text().trim() }),
		...(one(params.region) === "" ? {} : { region: one(params.region) }),
		...(kind() === undefined ? {} : { kind: kind() }),
	});
	const units = useInfiniteQuery(() => ({
		queryKey: ["responsibilities", "listUnits", "pages", filter()],
		queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) =>
			client.responsibilities.listUnits.query(
				{ ...filter(), limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) },
				{ signal },
			),
		initialPageParam: "",
		getNextPageParam: (last) => last.nextCursor,
	}));
	const rows = createMemo(() => loaded(units)?.pages.flatMap((page) => page.items));
	const columns = (): TableColumn<UnitRow>[] => [
		{
			title: t("unit.name"),
			cell: (row) => (
				<>
					<p class="font-medium">
						{row.name}
						<Show when={!row.active}>
							{" "}
							<Tag tone="ended">{t("unit.inactive")}</Tag>
						</Show>
					</p>
					<Show when={row.aliases.length > 0}>
						<p class="text-[0.9rem] text-ink-faint">{t("unit.aliases", { names: names(row.aliases) })}</p>
					</Show>
				</>
			),
		},
		{ title: t("unit.kind"), cell: (row) => word(vocab.unitKind, row.kind) },
		{ title: t("unit.region"), cell: (row) => `${row.regionName} · ${word(vocab.tier, row.tier)}` },
		{ title: t("unit.parent"), cell: (row) => row.parentName ?? "" },
		{
			title: "",
			class: "text-right whitespace-nowrap",
			cell: (row) => (
				<span class="inline-flex flex-wrap justify-end gap-1">
					<A class="tap px-2 text-accent underline" href={ledgerHref({ unitId: row.id })}>
						{t("unit.issues")}
					</A>
					<Button size="small" look="quiet" icon="person" onClick={() => setPeople(row)}>
						{t("unit.people")}
					</Button>
					<Show when={mayDo(me(), "amendUnit")}>
						<Button size="small" look="quiet" onClick={() => setEdited(row)}>
							{t("edit")}
						</Button>
					</Show>
				</span>
			),
		},
	];
	return (
		<div class="mx-auto max-w-6xl p-5">
			<PageHead title={t("nav.units")} text={t("unit.text")}>
				<Show when={mayDo(me(), "registerUnit")}>
					<Button look="primary" icon="plus" onClick={() => setEdited("new")}>
						{word(vocab.otherVerb, "registerUnit")}
					</Button>
				</Show>
			</PageHead>
			<div class="mb-3 grid gap-3 sm:grid-cols-3">
				<div>
					<label class="mb-1 block text-ink-soft" for="unit-search">
						{t("unit.search")}
					</label>
					<input
						id="unit-search"
						data-search
						type="search"
						class="field-box"
						value={one(params.q)}
						onInput={(event) => setParams({ q: event.currentTarget.value }, { replace: true })}
					/>
				</div>
				<RegionPicker
					label={t("unit.region")}
					value={one(params.region)}
					none={t("filter.any")}
					onChange={(region) => setParams({ region })}
				/>
				<Select
					label={t("unit.kind")}
					value={kind() ?? ""}
					none={t("filter.any")}
					choices={kinds()}
					onChange={(next) => setParams({ kind: next })}
				/>
			</div>
			<Switch fallback={<SkeletonLines lines={8} />}>
				<Match when={units.isError}>
					<ErrorBox error={units.error} onRetry={() => void units.refetch()} />
				</Match>
				<Match when={rows()?.length === 0}>
					<Empty icon="units" title={t("unit.empty")} text={t("unit.emptyText")} />
				</Match>
				<Match when={rows()}>
					{(found) => (
						<>
							<Table label={t("nav.units")} columns={columns()} rows={found()} />
							<Show when={units.hasNextPage}>
								<div class="mt-3 flex justify-center">
									<Button busy={units.isFetchingNextPage} onClick={() => void units.fetchNextPage()}>
										{t("more")}
									</Button>
								</div>
							</Show>
						</>
					)}
				</Match>
			</Switch>
			<Show when={edited()} keyed>
				{(row) => <UnitDialog row={row === "new" ? null : row} onClose={() => setEdited(null)} />}
			</Show>
			<Show when={people()} keyed>
				{(row) => <PeopleDialog unit={row} onClose={() => setPeople(null)} />}
			</Show>
		</div>
	);
}
