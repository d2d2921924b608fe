import "../i18n/page-words.ts";
import { For, type JSX } from "solid-js";
import { dateText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { Kbd } from "../ui/badge.tsx";
import { PageHead, Section } from "../ui/section.tsx";
import { chordText } from "./key-help.tsx";
import { keymap } from "./keymap.ts";
import { useMe } from "./me.tsx";

const TOPICS = ["ledger", "complaints", "import", "people", "rules", "live", "api"] as const;

/** 帮助: how the pages hang together, every key, and which server this is. */
export default function HelpPage(): JSX.Element {
	const me = useMe();
	return (
		<div class="mx-auto flex max-w-4xl flex-col gap-4 p-5">
			<PageHead title={t("nav.help")} text={t("app.purpose")} />
			<For each={TOPICS}>
				{(topic) => (
					<Section title={t(`help.${topic}`)}>
						<p class="max-w-[62ch] leading-relaxed">{t(`help.${topic}Text`)}</p>
					</Section>
				)}
			</For>
			<Section title={t("keys.title")}>
				<dl class="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
					<For each={keymap}>
						{(binding) => (
							<div class="flex items-center gap-3">
								<dt class="flex w-32 shrink-0 gap-1">
									<For each={binding.chords.flatMap(chordText)}>{(key) => <Kbd>{key}</Kbd>}</For>
								</dt>
								<dd class="text-ink-soft">{t(binding.label)}</dd>
							</div>
						)}
					</For>
				</dl>
			</Section>
			<Section title={t("help.about")}>
				<dl class="grid grid-cols-[8rem_1fr] gap-y-1">
					<dt class="text-ink-soft">{t("help.version")}</dt>
					<dd class="tabular-nums">{me().serverVersion}</dd>
					<dt class="text-ink-soft">{t("help.today")}</dt>
					<dd>{dateText(me().today)}</dd>
					<dt class="text-ink-soft">{t("help.scope")}</dt>
					<dd>{me().regionName}</dd>
					<dt class="text-ink-soft">{t("help.license")}</dt>
					<dd>Apache-2.0</dd>
				</dl>
			</Section>
		</div>
	);
}
