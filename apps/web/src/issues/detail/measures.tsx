import type { MeasureView } from "@zhenggai/domain/issues";
import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, deadlineText, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import type { ActionVerb } from "../actions/verbs.ts";
import type { DetailProps } from "./detail-props.ts";

/** Measures with their own units, dates and milestones. */
export function Measures(props: DetailProps): JSX.Element {
	const may = (verb: ActionVerb) =>
		props.detail.actions.some((action) => action.verb === verb && action.allowed);
	return (
		<Section
			title={t("measures.title")}
			count={props.detail.measures.length}
			aside={
				<Show when={may("addMeasure")}>
					<Button size="small" icon="plus" onClick={() => props.onAction({ verb: "addMeasure" })}>
						{t("measures.add")}
					</Button>
				</Show>
			}
		>
			<Show
				when={props.detail.measures.length > 0}
				fallback={<p class="text-ink-soft">{t("measures.none")}</p>}
			>
				<ol class="flex flex-col divide-y divide-line">
					<For each={props.detail.measures}>
						{(measure) => <MeasureItem measure={measure} may={may} onAction={props.onAction} />}
					</For>
				</ol>
			</Show>
		</Section>
	);
}

function MeasureItem(props: {
	measure: MeasureView;
	may: (verb: ActionVerb) => boolean;
	onAction: DetailProps["onAction"];
}): JSX.Element {
	const measure = () => props.measure;
	return (
		<li class="py-2.5 first:pt-0 last:pb-0">
			<div class="flex gap-2">
				<span class="w-10 shrink-0 text-ink-faint tabular-nums">{measure().number ?? "·"}</span>
				<p class={`min-w-0 flex-1 ${measure().state === "cancelled" ? "text-ink-faint line-through" : ""}`}>
					{measure().text}
				</p>
			</div>
			<div class="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 pl-12 text-[0.93rem] text-ink-soft">
				<Badge of={badges.measureState[measure().state]} word={word(vocab.measureState, measure().state)} />
				<Show when={measure().type}>{(type) => <Tag>{word(vocab.measureType, type())}</Tag>}</Show>
				<Show when={measure().term}>{(term) => <Tag>{word(vocab.measureTerm, term())}</Tag>}</Show>
				<Show when={measure().similarScreening}>
					<Tag>{word(vocab.measureField, "similarScreening")}</Tag>
				</Show>
				<Show when={measure().deadline}>{(deadline) => <span>{deadlineText(deadline())}</span>}</Show>
				<Show when={measure().responsibleUnits.length > 0}>
					<span>{names(measure().responsibleUnits.map((unit) => unit.name))}</span>
				</Show>
				<span class="no-print ml-auto flex gap-1">
					<Show when={props.may("amendMeasure") && measure().state !== "cancelled"}>
						<Button
							size="small"
							look="quiet"
							onClick={() => props.onAction({ verb: "amendMeasure", part: measure().id })}
						>
							{t("measures.amend")}
						</Button>
					</Show>
					<Show when={props.may("cancelMeasure") && measure().state !== "cancelled"}>
						<Button
							size="small"
							look="quiet"
							onClick={() => props.onAction({ verb: "cancelMeasure", part: measure().id })}
						>
							{t("measures.cancel")}
						</Button>
					</Show>
				</span>
			</div>
			<Show when={measure().milestones.length > 0}>
				<ol class="mt-1.5 ml-12 flex flex-col gap-0.5 border-l border-line pl-3 text-[0.93rem]">
					<For each={measure().milestones}>
						{(milestone) => (
							<li class="flex gap-3">
								<span class="shrink-0 text-ink-soft tabular-nums">{date(milestone.due)}</span>
								{milestone.text}
							</li>
						)}
					</For>
				</ol>
			</Show>
		</li>
	);
}
