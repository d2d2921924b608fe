import { caseVocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date, moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Section } from "../../ui/section.tsx";
import { Act } from "./act.tsx";
import { MilestoneLine } from "./milestone-line.tsx";

const percentText = (value: number | null): string => (value === null ? "—" : `${Math.round(value)}%`);

function Bar(props: { label: string; value: number | null; explain: string; tone: string }): JSX.Element {
	return (
		<div class="grid grid-cols-[6.5em_minmax(0,1fr)_3.5em] items-center gap-2">
			<span
				class="underline decoration-dotted underline-offset-4"
				title={props.explain}
				tabindex="0"
				role="note"
				aria-label={`${props.label}: ${props.explain}`}
			>
				{props.label}
			</span>
			<span class="h-3 overflow-hidden rounded-sm border border-line bg-sunken" aria-hidden="true">
				<span class={`block h-full ${props.tone}`} style={{ width: `${props.value ?? 0}%` }} />
			</span>
			<span class="text-right font-semibold tabular-nums">{percentText(props.value)}</span>
		</div>
	);
}

/** How far the work is, by the plan and by what somebody else has verified; the unit's own figure beside it. */
export function Percent(props: DetailProps): JSX.Element {
	const progress = () => props.detail.progress;
	const typed = () =>
		progress().reports.findLast(
			({ content, returned }) => returned === null && content.typedPercent !== null,
		);
	return (
		<Section title={t("percent.title")} aside={<Act {...props} verb="setForecast" />}>
			<div class="flex flex-col gap-1.5">
				<Bar
					label={t("percent.planned")}
					value={progress().plannedPercent}
					explain={t("percent.plannedIs")}
					tone="bg-line-strong"
				/>
				<Bar
					label={t("percent.actual")}
					value={progress().actualPercent}
					explain={t("percent.actualIs")}
					tone="bg-accent"
				/>
			</div>
			<p class="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-[0.93rem] text-ink-soft">
				<Show when={typed()}>
					{(report) => (
						<span title={t("percent.typedIs")}>
							{t("percent.typed", { n: report().content.typedPercent ?? 0 })}
						</span>
					)}
				</Show>
				<span>
					<Show when={progress().forecast} fallback={t("percent.noForecast")}>
						{(forecast) => (
							<>
								{t("percent.forecast", { forecast: word(caseVocab.forecast, forecast().value) })}
								<span class="ml-1 text-ink-faint">
									{forecast().by.name} {moment(forecast().at)}
								</span>
								<Show when={forecast().reason}>{(reason) => <span class="ml-1">{reason()}</span>}</Show>
							</>
						)}
					</Show>
				</span>
				<Show when={progress().lastActivityOn}>
					{(on) => <span>{t("percent.last", { date: date(on()) })}</span>}
				</Show>
			</p>
			<MilestoneLine {...props} />
		</Section>
	);
}
