import { For, type JSX, Show } from "solid-js";
import { date, moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Do, Fact, Stamp } from "./parts.tsx";

/** 销号档案包: the frozen archive with its hash, its files, and how anybody checks it without this system (CLO-06). */
export function ArchiveSection(props: DetailProps): JSX.Element {
	const state = () => props.detail.closeOut.state;
	return (
		<Show when={state().archive}>
			{(archive) => (
				<Section
					title={t("closeOut.archive")}
					aside={
						<a
							class={buttonClass("primary", "small")}
							href={`/files/issues/${props.detail.row.id}/archive`}
							download=""
							data-archive
						>
							<Icon name="import" />
							{t("closeOut.archiveGet")}
						</a>
					}
				>
					<dl class="flex flex-col gap-1">
						<Show when={state().closedOn}>
							{(on) => <Fact name={t("closeOut.closedOn")}>{date(on())}</Fact>}
						</Show>
						<Fact name={t("closeOut.frozenAt")}>{moment(archive().at)}</Fact>
						<Fact name={t("closeOut.entries")}>{String(archive().version)}</Fact>
						<Fact name={t("closeOut.indexHash")}>
							<code class="font-mono text-[0.86rem] break-all">{archive().sha256}</code>
						</Fact>
					</dl>
					<details class="mt-2">
						<summary class="tap text-accent">{t("closeOut.files", { n: archive().files.length })}</summary>
						<ul class="mt-1 flex flex-col gap-1 text-[0.93rem]">
							<For each={archive().files}>
								{(file) => (
									<li class="break-all">
										{file.name} <code class="font-mono text-[0.79rem] text-ink-faint">{file.sha256}</code>
									</li>
								)}
							</For>
						</ul>
					</details>
					<details class="mt-2">
						<summary class="tap text-accent">{t("closeOut.checkHow")}</summary>
						<p class="mt-1 text-ink-soft">{t("closeOut.checkText")}</p>
						<code class="mt-1 block rounded bg-sunken px-2 py-1 font-mono">node verify.mjs</code>
					</details>
					<div class="mt-3 border-t border-line pt-3">
						<Show
							when={state().resultPublished}
							fallback={
								<div class="flex flex-wrap items-center gap-2 text-ink-soft">
									{t("closeOut.notPublished")}
									<Do {...props} verb="publishResult" />
								</div>
							}
						>
							{(held) => (
								<p>
									{t("closeOut.publishedOn", { date: date(held().on), channel: held().channel })}{" "}
									<Stamp by={held().by} at={held().at} />
								</p>
							)}
						</Show>
					</div>
				</Section>
			)}
		</Show>
	);
}
