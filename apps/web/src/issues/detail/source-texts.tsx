import { For, type JSX, Show } from "solid-js";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { DetailProps } from "./detail-props.ts";

/** 原文: the wording as each document printed it, read-only, editions side by side. */
export function SourceTexts(props: DetailProps): JSX.Element {
	const many = () => props.detail.sourceTexts.length > 1;
	return (
		<Section
			title={t("source.title")}
			count={props.detail.sourceTexts.length}
			aside={
				<Tag>
					<Icon name="shield" size={12} />
					{t("source.readOnly")}
				</Tag>
			}
		>
			<Show
				when={props.detail.sourceTexts.length > 0}
				fallback={<p class="text-ink-soft">{t("source.none")}</p>}
			>
				<div class={many() ? "grid gap-4 xl:grid-cols-2" : ""}>
					<For each={props.detail.sourceTexts}>
						{(source, index) => (
							<figure class="min-w-0">
								<blockquote class="border-l-2 border-mast pl-3 font-song leading-relaxed whitespace-pre-line">
									{source.text}
								</blockquote>
								<figcaption class="mt-1.5 text-[0.9rem] text-ink-faint">
									<Show when={many()}>{t("source.edition", { n: index() + 1 })} · </Show>
									{source.document}
									<Show when={source.lines}>
										{(lines) => <> · {t("source.lines", { from: lines()[0], to: lines()[1] })}</>}
									</Show>
									{" · "}
									{moment(source.recordedAt)}
								</figcaption>
							</figure>
						)}
					</For>
				</div>
			</Show>
		</Section>
	);
}
