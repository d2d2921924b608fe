import "../../i18n/page-words.ts";
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { InspectionRow } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { countText, date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { mayDo, useMe } from "../../shell/me.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Empty, ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Table, type TableColumn } from "../../ui/table.tsx";
import { ledgerHref } from "../url.ts";
import { InspectionDialog } from "./inspection-dialog.tsx";

/** 督察: the rounds whose findings fill the ledger. */
export default function InspectionsPage(): JSX.Element {
	const me = useMe();
	const inspections = useQuery(() => queries.issues.listInspections());
	const [edited, setEdited] = createSignal<InspectionRow | "new" | null>(null);
	const columns = (): TableColumn<InspectionRow>[] => [
		{
			title: word(vocab.inspectionField, "name"),
			cell: (row) => (
				<>
					<p class="font-medium">{row.name}</p>
					<p class="text-[0.93rem] text-ink-soft">{row.feedback?.title}</p>
				</>
			),
		},
		{
			title: word(vocab.inspectionField, "kind"),
			cell: (row) => <Tag>{word(vocab.sourceKind, row.kind)}</Tag>,
		},
		{ title: word(vocab.inspectionField, "region"), cell: (row) => row.regionName },
		{
			title: t("inspection.round"),
			cell: (row) =>
				[
					row.round === null ? null : t("inspection.roundN", { n: row.round }),
					row.batch === null ? null : t("inspection.batchN", { n: row.batch }),
				]
					.filter((part) => part !== null)
					.join(" "),
		},
		{
			title: t("inspection.feedbackDate"),
			cell: (row) => <Show when={row.feedback}>{(feedback) => date(feedback().feedbackDate)}</Show>,
			class: "whitespace-nowrap",
		},
		{
			title: t("inspection.planDue"),
			cell: (row) => (
				<Show when={row.planDueOn} fallback="—">
					{(due) => date(due())}
				</Show>
			),
			class: "whitespace-nowrap",
		},
		{
			title: t("inspection.issues"),
			cell: (row) => (
				<A class="text-accent tabular-nums underline" href={ledgerHref({ inspectionId: row.id })}>
					{countText(row.issueCount)}
				</A>
			),
		},
		{
			title: "",
			cell: (row) => (
				<Show when={mayDo(me(), "amendInspection")}>
					<Button size="small" look="quiet" onClick={() => setEdited(row)}>
						{t("edit")}
					</Button>
				</Show>
			),
		},
	];
	return (
		<div class="mx-auto max-w-6xl p-5">
			<PageHead title={t("nav.inspections")} text={t("inspection.text")}>
				<Show when={mayDo(me(), "registerInspection")}>
					<Button look="primary" icon="plus" onClick={() => setEdited("new")}>
						{word(vocab.inspectionVerb, "registerInspection")}
					</Button>
				</Show>
			</PageHead>
			<Switch fallback={<SkeletonLines lines={6} />}>
				<Match when={inspections.isError}>
					<ErrorBox error={inspections.error} onRetry={() => void inspections.refetch()} />
				</Match>
				<Match when={loaded(inspections)?.length === 0}>
					<Empty icon="inspection" title={t("inspection.empty")} text={t("inspection.emptyText")}>
						<A href="/imports" class={buttonClass("plain")}>
							{t("ledger.emptyImport")}
						</A>
					</Empty>
				</Match>
				<Match when={loaded(inspections)}>
					{(rows) => <Table label={t("nav.inspections")} columns={columns()} rows={rows()} />}
				</Match>
			</Switch>
			<Show when={edited()} keyed>
				{(row) => <InspectionDialog row={row === "new" ? null : row} onClose={() => setEdited(null)} />}
			</Show>
		</div>
	);
}
