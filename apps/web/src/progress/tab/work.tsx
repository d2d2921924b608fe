import { createSignal, For, type JSX, Show } from "solid-js";
import { date } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { measureName } from "../targets.ts";
import { Act } from "./act.tsx";

const FIRST = 8;

/** 工作记录: work and visits, the latest day first. */
export function Work(props: DetailProps): JSX.Element {
	const [all, setAll] = createSignal(false);
	const work = () =>
		props.detail.progress.work.toSorted((a, b) =>
			a.on < b.on ? 1 : a.on > b.on ? -1 : a.at < b.at ? 1 : -1,
		);
	const about = (measureId: string | null) => {
		const measure = props.detail.measures.find(({ id }) => id === measureId);
		return measure === undefined ? null : measureName(measure);
	};
	return (
		<Section title={t("work.title")} count={work().length} aside={<Act {...props} verb="logWork" />}>
			<Show when={work().length > 0} fallback={<p class="text-ink-soft">{t("work.none")}</p>}>
				<ol class="flex flex-col divide-y divide-line">
					<For each={all() ? work() : work().slice(0, FIRST)}>
						{(entry) => (
							<li class="py-1.5">
								<p class="flex flex-wrap items-center gap-x-2 text-[0.93rem] text-ink-soft">
									<span class="tabular-nums">{date(entry.on)}</span>
									<Tag>{entry.kind === "visit" ? t("work.visit") : t("work.work")}</Tag>
									{entry.by.name}
									<Show when={about(entry.measureId)}>
										{(name) => <span class="text-ink-faint">{name()}</span>}
									</Show>
								</p>
								<p class="whitespace-pre-line">{entry.text}</p>
							</li>
						)}
					</For>
				</ol>
				<Show when={!all() && work().length > FIRST}>
					<button type="button" class="tap mt-1 text-accent underline" onClick={() => setAll(true)}>
						{t("reports.more", { n: work().length - FIRST })}
					</button>
				</Show>
			</Show>
		</Section>
	);
}
