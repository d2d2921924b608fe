import { For, type JSX, Show } from "solid-js";
import { date } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Section } from "../../ui/section.tsx";

/** What the lights of this issue took from the year's score of its units, point by point. */
export function Score(props: DetailProps): JSX.Element {
	const score = () => props.detail.supervision.score;
	return (
		<Section title={t("sup.score")}>
			<p>
				<strong class="tabular-nums">{t("sup.points", { n: score().points })}</strong>
				<span class="ml-2 text-[0.93rem] text-ink-faint">
					{t("sup.scoreYear", { year: props.detail.asOf.slice(0, 4) })}
				</span>
			</p>
			<Show when={score().entries.length > 0} fallback={<p class="text-ink-soft">{t("sup.noPoints")}</p>}>
				<ul class="mt-1.5 flex flex-col gap-1">
					<For each={score().entries}>
						{(entry) => (
							<li class="flex flex-wrap items-baseline gap-x-2">
								<span class="font-medium tabular-nums">{t("sup.points", { n: entry.points })}</span>
								<span>{say(entry.message)}</span>
								<RuleLink rule={entry.rule} />
								<span class="sr-only">{date(entry.on)}</span>
							</li>
						)}
					</For>
				</ul>
			</Show>
		</Section>
	);
}
