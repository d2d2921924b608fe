import { A, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { DrawRow } from "@zhenggai/domain/close-out";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { mayDo, useMe } from "../../shell/me.tsx";
import { OnlyFor } from "../../shell/only-for.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Empty, ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Table, type TableColumn } from "../../ui/table.tsx";
import { closeOutRoom } from "../queries.ts";
import { OpenForm } from "./open-form.tsx";
import { DrawStateTag } from "./state-tag.tsx";
import "../closing/words.ts";
import "../words.ts";

const COLUMNS = (): readonly TableColumn<DrawRow>[] => [
	{
		title: t("draws.period"),
		cell: (row) => (
			<A class="tap font-medium text-accent hover:underline" href={`/close-out/draws/${row.id}`}>
				{t("closeOut.fromTo", { from: date(row.from), to: date(row.to) })}
			</A>
		),
	},
	{ title: t("draws.region"), cell: (row) => row.regionName },
	{ title: t("draws.state"), cell: (row) => <DrawStateTag state={row.state} /> },
	{ title: t("draws.seedFrom"), cell: (row) => word(caseVocab.seedKind, row.seedKind) },
	{ title: t("draws.frame"), cell: (row) => row.frame ?? "—", class: "text-right tabular-nums" },
	{ title: t("draws.drawn"), cell: (row) => row.progress.drawn, class: "text-right tabular-nums" },
	{
		title: t("draws.checked"),
		cell: (row) => (
			<>
				{row.progress.checked}
				<Show when={row.late > 0}>
					<span class="ml-2">
						<Tag tone="bad">{t("draws.lateCount", { n: row.late })}</Tag>
					</span>
				</Show>
			</>
		),
		class: "text-right tabular-nums whitespace-nowrap",
	},
	{ title: t("draws.problems"), cell: (row) => row.progress.problems, class: "text-right tabular-nums" },
];

/** 回头看抽查: every draw in reach, and a new one. */
export default function DrawsPage(): JSX.Element {
	return (
		<OnlyFor action="viewDraw">
			<Page />
		</OnlyFor>
	);
}

function Page(): JSX.Element {
	const me = useMe();
	const navigate = useNavigate();
	const [opening, setOpening] = createSignal(false);
	const draws = useQuery(() => closeOutRoom.listDraws({ limit: 200 }));
	const open = () => (
		<Show when={mayDo(me(), "openDraw")}>
			<Button look="primary" icon="plus" onClick={() => setOpening(true)}>
				{word(caseVocab.drawVerb, "openDraw")}
			</Button>
		</Show>
	);
	return (
		<div class="mx-auto max-w-6xl p-5" data-desk>
			<PageHead title={t("draws.title")} text={t("draws.text")}>
				{open()}
			</PageHead>
			<Switch fallback={<SkeletonLines lines={6} />}>
				<Match when={draws.isError}>
					<ErrorBox error={draws.error} onRetry={() => void draws.refetch()} />
				</Match>
				<Match when={loaded(draws)}>
					{(page) => (
						<Show
							when={page().items.length > 0}
							fallback={<Empty icon="inspection" title={t("draws.none")} text={t("draws.noneText")} />}
						>
							<Table label={t("draws.title")} columns={COLUMNS()} rows={page().items} />
						</Show>
					)}
				</Match>
			</Switch>
			<Show when={opening()}>
				<OpenForm
					onDone={(detail) => navigate(`/close-out/draws/${detail.row.id}`)}
					onClose={() => setOpening(false)}
				/>
			</Show>
		</div>
	);
}
