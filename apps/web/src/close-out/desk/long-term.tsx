import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { Do, None, Stamp } from "./parts.tsx";

/** 长期坚持: since when it is kept up, its reviews, and the next one (DL-04). */
export function LongTerm(props: DetailProps): JSX.Element {
	const longTerm = () => props.detail.closeOut.state.longTerm;
	const due = () => props.detail.closeOut.terms.reviewDueOn;
	return (
		<Section
			title={t("closeOut.longTerm")}
			aside={
				<>
					<Do {...props} verb="markLongTerm" />
					<Do {...props} verb="reviewLongTerm" />
				</>
			}
		>
			<Show when={longTerm()} fallback={<None text={t("closeOut.notLongTerm")} />}>
				{(held) => (
					<div class="flex flex-col gap-2">
						<p class="flex flex-wrap items-center gap-2">
							{t("closeOut.longTermSince", { date: date(held().since) })}
							<Show when={due()}>
								{(day) => (
									<Tag tone={day() < props.detail.asOf ? "bad" : "neutral"}>
										{t(day() < props.detail.asOf ? "closeOut.reviewLate" : "closeOut.reviewDue", {
											date: date(day()),
										})}
									</Tag>
								)}
							</Show>
						</p>
						<For each={held().reviews}>
							{(review) => (
								<div class="border-l-2 border-line pl-3">
									<p class="flex flex-wrap items-center gap-2">
										<span class="font-medium">{date(review.on)}</span>
										<Tag tone={review.result === "held" ? "good" : "attention"}>
											{word(caseVocab.lookBackResult, review.result)}
										</Tag>
									</p>
									<p class="whitespace-pre-line">{review.text}</p>
									<Stamp by={review.by} at={review.at} />
								</div>
							)}
						</For>
					</div>
				)}
			</Show>
		</Section>
	);
}
