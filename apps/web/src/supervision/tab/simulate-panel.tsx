import { useQuery } from "@tanstack/solid-query";
import type { IssueSimulation, SupervisionOnDay } from "@zhenggai/domain/issues";
import { createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { date, names } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { isIsoDate } from "../../iso-date.ts";
import type { DetailProps } from "../../issues/index.ts";
import { loaded } from "../../loaded.ts";
import { RuleLink } from "../../rules/index.ts";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { TextField } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { kindWord } from "../days.ts";
import { LightMark, ScheduleMark } from "../marks.tsx";
import { supervisionRoom } from "../queries.ts";

/** How many of the coming lapses are shown. */
const LAPSES = 12;

/** 推演: light, schedule and proposals on any day: what was known then, or what lapses if nobody does anything. */
export function SimulatePanel(props: DetailProps): JSX.Element {
	const [day, setDay] = createSignal("");
	const asOf = () => (isIsoDate(day()) ? day() : null);
	const simulation = useQuery(() => ({
		...supervisionRoom.simulate({ issueId: props.detail.row.id, asOf: asOf() ?? "" }),
		enabled: asOf() !== null,
		retry: false,
	}));
	return (
		<Section title={t("sup.simulate")} class="no-print">
			<TextField
				type="date"
				label={t("sup.simulateDay")}
				hint={t("sup.simulateHint")}
				value={day()}
				onInput={setDay}
			/>
			<Show when={asOf() !== null}>
				<div class="mt-3" aria-live="polite">
					<Switch fallback={<SkeletonLines lines={3} />}>
						<Match when={simulation.error}>{(error) => <ErrorBox error={error()} />}</Match>
						<Match when={loaded(simulation)}>{(found) => <Result found={found()} />}</Match>
					</Switch>
				</div>
			</Show>
		</Section>
	);
}

function Result(props: { found: IssueSimulation }): JSX.Element {
	return (
		<div class="flex flex-col gap-2">
			<OnDay day={date(props.found.asOf)} at={props.found.onDay} />
			<Show when={props.found.when !== "today"}>
				<OnDay day={t("sup.today")} at={props.found.now} />
			</Show>
			<Show when={props.found.lapses.length > 0}>
				<div>
					<p class="font-medium">{t("sup.lapses")}</p>
					<ul class="flex flex-col gap-1 text-[0.93rem]">
						<For each={props.found.lapses.slice(0, LAPSES)}>
							{(lapse) => (
								<li>
									<time class="text-ink-soft tabular-nums" datetime={lapse.on}>
										{date(lapse.on)}
									</time>{" "}
									{say(lapse.message)} <RuleLink rule={lapse.rule} />
								</li>
							)}
						</For>
					</ul>
					<Show when={props.found.lapses.length > LAPSES}>
						<p class="text-[0.9rem] text-ink-faint">
							{t("sup.moreLapses", { n: props.found.lapses.length - LAPSES })}
						</p>
					</Show>
				</div>
			</Show>
			<For each={props.found.unknownYears}>
				{(refusal) => <p class="text-[0.9rem] text-near">{say(refusal.message)}</p>}
			</For>
		</div>
	);
}

function OnDay(props: { day: string; at: SupervisionOnDay }): JSX.Element {
	return (
		<div class="rounded bg-sunken px-2.5 py-1.5" data-on-day>
			<p class="flex flex-wrap items-center gap-1.5">
				<span class="font-medium tabular-nums">{props.day}</span>
				<LightMark light={props.at.light.light} />
				<Show when={props.at.schedule}>{(schedule) => <ScheduleMark schedule={schedule()} />}</Show>
			</p>
			<ul class="text-[0.93rem] text-ink-soft">
				<For each={props.at.light.reasons}>
					{(reason) => (
						<li>
							{say(reason.message)} <RuleLink rule={reason.rule} />
						</li>
					)}
				</For>
			</ul>
			<Show when={props.at.proposals.length > 0}>
				<p class="text-[0.93rem]">
					{t("sup.wouldPropose", { kinds: names(props.at.proposals.map(({ kind }) => kindWord(kind))) })}
				</p>
			</Show>
		</div>
	);
}
