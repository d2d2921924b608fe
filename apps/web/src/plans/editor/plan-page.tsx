import { A, useParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { formatNumber } from "@zhenggai/domain/vocabulary";
import { type JSX, Match, Show, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { date } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { issueLine } from "../../live/issue-line.ts";
import { loaded } from "../../loaded.ts";
import { Why } from "../../rules/index.ts";
import { buttonClass } from "../../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/section.tsx";
import { ReturnedItems } from "../tab/reviews.tsx";
import { stageOf } from "../tab/stage.ts";
import { PlanEditor } from "./plan-editor.tsx";
import "../words.ts";

/** 编制整改方案: the whole plan of an issue on one page. */
export default function PlanPage(): JSX.Element {
	const params = useParams<{ id: string }>();
	return (
		<div class="mx-auto max-w-[76rem] p-4">
			<Show when={params.id} keyed>
				{(id) => <PlanOf issueId={id} />}
			</Show>
		</div>
	);
}

function PlanOf(props: { issueId: string }): JSX.Element {
	const queryClient = useQueryClient();
	const detail = useQuery(() => queries.issues.get({ issueId: props.issueId }));
	issueLine.onChange((change) => {
		if (change.issueId !== props.issueId) return;
		void queryClient.invalidateQueries({ queryKey: queries.issues.get({ issueId: props.issueId }).queryKey });
	});
	return (
		<Switch fallback={<SkeletonLines lines={14} />}>
			<Match when={loaded(detail)}>{(found) => <Page detail={found()} />}</Match>
			<Match when={detail.error}>
				{(error) => <ErrorBox error={error()} onRetry={() => void detail.refetch()} />}
			</Match>
		</Switch>
	);
}

function Page(props: { detail: IssueDetail }): JSX.Element {
	const writing = () => props.detail.actions.find(({ verb }) => verb === "setGoals");
	const returned = () =>
		stageOf(props.detail) === "returned" ? props.detail.plan.reviews.at(-1) : undefined;
	return (
		<>
			<PageHead title={t("plans.editor.title")} text={t("plans.editor.about")}>
				<A class={buttonClass("plain")} href={`/issues/${props.detail.row.id}?tab=plan`}>
					<Icon name="arrowLeft" />
					{t("plans.editor.toIssue")}
				</A>
			</PageHead>
			<p class="mb-4 rounded-md border border-line bg-sheet px-4 py-3 font-song text-[1.1rem] whitespace-pre-line">
				<strong class="mr-3">{formatNumber(props.detail.row.number, language())}</strong>
				{props.detail.statement}
				<Show when={props.detail.planTerms.dueOn}>
					{(due) => (
						<span class="mt-1 block font-sans text-[0.93rem] text-ink-soft">
							{t("plans.dueOn", { date: date(due()) })}
						</span>
					)}
				</Show>
			</p>
			<Show when={returned()}>
				{(review) => (
					<div class="mb-4 rounded-md border border-late bg-sheet px-4 py-3">
						<p class="mb-1 font-semibold">{t("plans.returned")}</p>
						<ReturnedItems review={review()} detail={props.detail} />
					</div>
				)}
			</Show>
			<Show
				when={writing()?.allowed}
				fallback={
					<div class="rounded-md border border-line bg-sheet p-4" data-closed>
						<p class="mb-2 font-semibold">{t("plans.editor.closed")}</p>
						<Why refusals={writing()?.refusals ?? []} />
					</div>
				}
			>
				<PlanEditor detail={props.detail} />
			</Show>
		</>
	);
}
