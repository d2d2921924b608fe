import { A } from "@solidjs/router";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { For, type JSX, Show } from "solid-js";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { FindingList } from "../../rules/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { planFindings } from "../draft/findings-at.ts";
import { itemWord } from "./items.ts";
import { isOpen, stageOf } from "./stage.ts";

type Review = IssueDetail["plan"]["reviews"][number];

/** Why the plan came back: each item with its reason, and the way to mend it. */
export function Returned(props: DetailProps): JSX.Element {
	const review = () => (stageOf(props.detail) === "returned" ? props.detail.plan.reviews.at(-1) : undefined);
	const mayWrite = () => props.detail.actions.some(({ verb, allowed }) => verb === "setGoals" && allowed);
	return (
		<Show when={review()}>
			{(found) => (
				<Section
					title={t("plans.returned")}
					class="border-late!"
					aside={
						<Show when={mayWrite()}>
							<A class="tap text-accent underline" href={`/issues/${props.detail.row.id}/plan`}>
								{t("plans.toEditor")}
							</A>
						</Show>
					}
				>
					<ReturnedItems review={found()} detail={props.detail} />
				</Section>
			)}
		</Show>
	);
}

/** What was returned, item by item. */
export function ReturnedItems(props: { review: Review; detail: IssueDetail }): JSX.Element {
	const items = () => props.review.items.filter(({ verdict }) => verdict === "return");
	return (
		<div class="flex flex-col gap-1.5" data-returned>
			<Show when={props.review.opinion}>{(text) => <p>{t("plans.opinion", { text: text() })}</p>}</Show>
			<ul class="flex flex-col gap-1">
				<For each={items()}>
					{(item) => (
						<li class="border-l-2 border-late pl-2">
							<strong class="mr-2 font-medium">{itemWord(item.item, props.detail)}</strong>
							{item.reason}
						</li>
					)}
				</For>
			</ul>
		</div>
	);
}

/** What the rules want settled before the plan is handed in: what blocks apart from what asks for a reason. */
export function BeforeSubmitting(props: DetailProps): JSX.Element {
	const of = (severity: "block" | "warn") =>
		planFindings(props.detail).filter((finding) => finding.severity === severity);
	return (
		<Show when={isOpen(props.detail)}>
			<Section title={t("plans.findings")} count={of("block").length + of("warn").length}>
				<Show
					when={of("block").length + of("warn").length > 0}
					fallback={
						<p class="flex items-center gap-2 text-done">
							<Icon name="check" />
							{t("plans.findingsNone")}
						</p>
					}
				>
					<div class="flex flex-col gap-3">
						<Show when={of("block").length > 0}>
							<div data-blocks>
								<p class="mb-1 font-medium text-late">{t("plans.blocks")}</p>
								<FindingList findings={of("block")} />
							</div>
						</Show>
						<Show when={of("warn").length > 0}>
							<div data-warns>
								<p class="mb-1 font-medium text-near">{t("plans.warns")}</p>
								<FindingList findings={of("warn")} />
							</div>
						</Show>
					</div>
				</Show>
			</Section>
		</Show>
	);
}

/** Every review of the plan, the latest first. */
export function Reviews(props: DetailProps): JSX.Element {
	const reviews = () => props.detail.plan.reviews.toReversed();
	return (
		<Show when={reviews().length > 0}>
			<Section title={t("plans.reviews")} count={reviews().length}>
				<ol class="flex flex-col divide-y divide-line">
					<For each={reviews()}>
						{(review) => (
							<li class="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
								<p class="flex flex-wrap items-center gap-x-3">
									<Tag tone={review.verdict === "approve" ? "good" : "bad"}>
										<Icon name={review.verdict === "approve" ? "check" : "arrowLeft"} size={12} />
										{t(`plans.verdict.${review.verdict}`)}
									</Tag>
									<span>{t("plans.round", { n: review.round })}</span>
									<span class="text-ink-soft">
										{moment(review.at)} {review.by.name}
									</span>
								</p>
								<ReturnedItems review={review} detail={props.detail} />
							</li>
						)}
					</For>
				</ol>
			</Section>
		</Show>
	);
}
