import { For, type JSX, Show } from "solid-js";
import { dateText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { stepPart } from "../forms/claims.tsx";
import { type Step, type StepState, stepState, stepsOf, timeLine } from "../model/milestones.ts";
import { Act, mayDo } from "./act.tsx";

const LOOKS: Record<StepState, { icon: IconName; tone: string }> = {
	verified: { icon: "check", tone: "text-done bg-done-wash border-done" },
	claimed: { icon: "clock", tone: "text-calm bg-calm-wash border-calm" },
	rejected: { icon: "close", tone: "text-late bg-late-wash border-late" },
	late: { icon: "alert", tone: "text-late bg-late-wash border-late" },
	open: { icon: "minus", tone: "text-ink-soft bg-sheet border-line-strong" },
};

export const stepWord = (state: StepState): string => t(`step.${state}`);

/** A milestone's state: a drawing of its own and its word, so that no colour is needed. */
export function StepMark(props: { state: StepState; word?: boolean }): JSX.Element {
	return (
		<span
			class={`inline-flex items-center gap-1 rounded-sm border px-1 text-[0.86rem] leading-5 whitespace-nowrap ${LOOKS[props.state].tone}`}
		>
			<Icon name={LOOKS[props.state].icon} size={12} />
			<Show when={props.word !== false}>{stepWord(props.state)}</Show>
		</span>
	);
}

/** The one of a day that asks for most attention stands for it on the line. */
const ORDER: readonly StepState[] = ["late", "rejected", "open", "claimed", "verified"];
const worst = (steps: readonly Step[]): StepState =>
	ORDER.find((state) => steps.some((step) => stepState(step) === state)) ?? "open";

/** Milestones in time: a line to see where one stands, and the same as a list to read and to act on. */
export function MilestoneLine(props: DetailProps): JSX.Element {
	const steps = () => stepsOf(props.detail);
	const line = () => timeLine(steps(), props.detail.asOf);
	return (
		<Show when={line()} fallback={<p class="mt-2 text-ink-soft">{t("step.none")}</p>}>
			{(drawn) => (
				<>
					<div class="relative mx-3 mt-4 mb-6 h-6" aria-hidden="true">
						<span class="absolute inset-x-0 top-1/2 h-0.5 bg-line-strong" />
						<span
							class="absolute top-1/2 left-0 h-0.5 bg-accent"
							style={{ width: `${drawn().today * 100}%` }}
						/>
						<span
							class="absolute -top-1 bottom-[-1.1rem] border-l border-dashed border-ink-soft"
							style={{ left: `${drawn().today * 100}%` }}
						>
							<span
								class={`absolute bottom-0 text-[0.79rem] whitespace-nowrap text-ink-soft ${drawn().today > 0.85 ? "right-1" : "left-1"}`}
							>
								{t("step.today")}
							</span>
						</span>
						<For each={drawn().places}>
							{(place) => (
								<span
									class="absolute top-1/2 -translate-x-1/2 -translate-y-1/2"
									style={{ left: `${place.at * 100}%` }}
									title={`${dateText(place.due)} ${place.steps.map(({ text }) => text).join("；")}`}
								>
									<StepMark state={worst(place.steps)} word={false} />
								</span>
							)}
						</For>
					</div>
					<ol class="flex flex-col divide-y divide-line" aria-label={t("step.list")}>
						<For each={steps()}>
							{(step) => (
								<li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-1" data-step={step.text}>
									<StepMark state={stepState(step)} />
									<span class="text-ink-soft tabular-nums">{dateText(step.due)}</span>
									<span class="min-w-0 flex-1 basis-48" title={step.measure}>
										{step.text}
									</span>
									<span class="text-[0.9rem] text-ink-faint">{t("step.weight", { n: step.weight })}</span>
									<span class="no-print flex gap-1">
										<Show
											when={
												(step.reach === "open" || step.reach === "rejected") &&
												mayDo(props.detail, "completeMilestone")
											}
										>
											<Act
												{...props}
												verb="completeMilestone"
												part={stepPart(step)}
												label={t("step.reach")}
											/>
										</Show>
										<Show when={step.reach === "claimed" && mayDo(props.detail, "verifyMilestone")}>
											<Act {...props} verb="verifyMilestone" part={stepPart(step)} label={t("step.verify")} />
										</Show>
									</span>
								</li>
							)}
						</For>
					</ol>
				</>
			)}
		</Show>
	);
}
