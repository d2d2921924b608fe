import { formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, deadlineText, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import type { DetailProps } from "./detail-props.ts";

/** 来源: each inspection that demands it, with its own number and deadline. */
export function Mandates(props: DetailProps): JSX.Element {
	return (
		<Section title={t("mandates.title")} count={props.detail.mandates.length}>
			<ul class="flex flex-col divide-y divide-line">
				<For each={props.detail.mandates}>
					{(mandate) => (
						<li class="flex flex-col gap-0.5 py-2 first:pt-0 last:pb-0">
							<p class="flex flex-wrap items-center gap-2">
								<span class="font-medium">{formatNumber(mandate.number, language())}</span>
								<Show when={mandate.primary}>
									<Tag tone="active">{t("mandates.primary")}</Tag>
								</Show>
								<Tag>{word(vocab.sourceKind, mandate.inspection.kind)}</Tag>
							</p>
							<p class="text-ink-soft">{mandate.inspection.name}</p>
							<p class="text-[0.93rem] text-ink-soft">
								{deadlineText(mandate.deadline)}
								<Show when={mandate.due}>
									{(due) => (
										<span class="ml-2 text-ink-faint">{t("elements.lastDay", { date: date(due()) })}</span>
									)}
								</Show>
							</p>
						</li>
					)}
				</For>
			</ul>
		</Section>
	);
}
