import { For, type JSX, Show } from "solid-js";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { DetailProps } from "./complaint-viewer.tsx";

/** 公开文件: every edition in which it was published, with the lines where it stands. */
export function Sources(props: DetailProps): JSX.Element {
	return (
		<Section title={t("complaints.sources")} count={props.detail.sources.length}>
			<Show
				when={props.detail.sources.length > 0}
				fallback={<p class="text-ink-soft">{t("complaints.noSources")}</p>}
			>
				<ol class="flex flex-col gap-1.5">
					<For each={props.detail.sources}>
						{(source) => (
							<li class="flex flex-wrap items-baseline gap-x-2">
								<Icon name="document" class="self-center text-ink-faint" />
								<span>{source.document}</span>
								<Show when={source.lines}>
									{(lines) => (
										<span class="text-ink-soft">
											{t("source.lines", { from: lines()[0], to: lines()[1] })}
										</span>
									)}
								</Show>
								<span class="ml-auto text-[0.9rem] text-ink-faint">
									<Show when={source.sha256}>
										{(hash) => (
											<span class="mr-2 font-mono text-[0.79rem]" title={hash()}>
												{hash().slice(0, 10)}
											</span>
										)}
									</Show>
									{moment(source.recordedAt)}
								</span>
							</li>
						)}
					</For>
				</ol>
			</Show>
		</Section>
	);
}
