import { For, type JSX, Show } from "solid-js";
import { date, dateText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { figureChart, inTime, isReached, type Metric } from "../model/figures.ts";
import { Act, mayDo } from "./act.tsx";

type Standing = "met" | "unmet" | "unknown";
const TONES = { met: "good", unmet: "bad", unknown: "neutral" } as const;

function StandingTag(props: { standing: Standing }): JSX.Element {
	return <Tag tone={TONES[props.standing]}>{t(`figure.${props.standing}`)}</Tag>;
}

/** Figures against what they began with and what they are to become: a drawing, and the same as a table. */
function Chart(props: { goal: Metric; readings: ReturnType<typeof inTime> }): JSX.Element {
	const chart = () => figureChart(props.goal, props.readings);
	const path = () =>
		chart()
			.points.map(({ x, y }) => `${x},${y}`)
			.join(" ");
	return (
		<svg viewBox="0 0 100 40" class="h-24 w-full max-w-96" aria-hidden="true">
			<line x1="0" x2="100" y1={chart().target} y2={chart().target} class="stroke-done" stroke-width="0.6" />
			<text x="0.5" y={chart().target - 0.8} class="fill-done" font-size="3.4">
				{t("figure.targetShort")}
			</text>
			<Show when={chart().baseline !== null}>
				<line
					x1="0"
					x2="100"
					y1={chart().baseline ?? 0}
					y2={chart().baseline ?? 0}
					class="stroke-ink-faint"
					stroke-width="0.5"
					stroke-dasharray="2 1.5"
				/>
			</Show>
			<polyline points={path()} fill="none" class="stroke-accent" stroke-width="0.9" />
			<For each={chart().points}>{({ x, y }) => <circle cx={x} cy={y} r="1.3" class="fill-accent" />}</For>
		</svg>
	);
}

function MetricGoal(props: DetailProps & { goal: Metric; standing: Standing }): JSX.Element {
	const goal = () => props.goal;
	const readings = () => inTime(props.detail.progress.readings, goal().id);
	return (
		<div class="py-2 first:pt-0">
			<p class="flex flex-wrap items-center gap-2">
				<strong>{goal().indicator}</strong>
				<StandingTag standing={props.standing} />
				<span class="text-ink-soft">
					{t(goal().direction === "atMost" ? "figure.atMost" : "figure.atLeast", {
						...{ target: goal().target, unit: goal().unit },
					})}
					<Show when={goal().baseline !== null}>
						<span class="ml-2">
							{t("figure.baseline", { value: goal().baseline ?? 0, unit: goal().unit })}
						</span>
					</Show>
				</span>
				<Show when={mayDo(props.detail, "recordReading")}>
					<span class="no-print ml-auto">
						<Act {...props} verb="recordReading" part={goal().id} />
					</span>
				</Show>
			</p>
			<Show when={readings().length > 0} fallback={<p class="text-ink-faint">{t("figure.noReadings")}</p>}>
				<div class="mt-1 grid items-center gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
					<Chart goal={goal()} readings={readings()} />
					<table class="text-[0.93rem] tabular-nums">
						<caption class="sr-only">{goal().indicator}</caption>
						<tbody>
							<For each={readings().toReversed()}>
								{(reading) => (
									<tr>
										<th scope="row" class="pr-3 text-left font-normal text-ink-soft">
											{date(reading.on)}
										</th>
										<td class="pr-2 text-right">
											{reading.value} {goal().unit}
										</td>
										<td>
											<Tag tone={isReached(goal(), reading.value) ? "good" : "attention"}>
												{isReached(goal(), reading.value) ? t("figure.reached") : t("figure.notReached")}
											</Tag>
										</td>
									</tr>
								)}
							</For>
						</tbody>
					</table>
				</div>
			</Show>
		</div>
	);
}

/** 目标: figures and things that will be there. */
export function Figures(props: DetailProps): JSX.Element {
	const standing = (id: string): Standing =>
		props.detail.progress.goals.find(({ goalId }) => goalId === id)?.standing ?? "unknown";
	return (
		<Show when={props.detail.plan.goals.length > 0}>
			<Section title={t("figure.title")} aside={<StandingTag standing={props.detail.progress.goalsMet} />}>
				<div class="divide-y divide-line">
					<For each={props.detail.plan.goals}>
						{(goal) =>
							goal.kind === "metric" ? (
								<MetricGoal {...props} goal={goal} standing={standing(goal.id)} />
							) : (
								<p class="flex flex-wrap items-center gap-2 py-2">
									<strong>{goal.name}</strong>
									<StandingTag standing={standing(goal.id)} />
									<For each={props.detail.progress.deliveries.filter(({ goalId }) => goalId === goal.id)}>
										{(there) => (
											<span class="text-ink-soft">
												{t("figure.there", { date: dateText(there.on), by: there.by.name })}
											</span>
										)}
									</For>
									<Show when={standing(goal.id) !== "met" && mayDo(props.detail, "recordDelivery")}>
										<span class="no-print ml-auto">
											<Act {...props} verb="recordDelivery" part={goal.id} />
										</span>
									</Show>
								</p>
							)
						}
					</For>
				</div>
			</Section>
		</Show>
	);
}
