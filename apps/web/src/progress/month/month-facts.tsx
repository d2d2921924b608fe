import type { IssueDetail } from "@zhenggai/domain/issues";
import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import type { FormErrors, KeptDraft } from "../../commands/index.ts";
import { date, dateText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { useMe } from "../../shell/me.tsx";
import { Badge } from "../../ui/badge.tsx";
import { TextField } from "../../ui/field.tsx";
import { stepPart } from "../forms/claims.tsx";
import { inTime } from "../model/figures.ts";
import { type Step, stepState, stepsOf } from "../model/milestones.ts";
import { StepMark } from "../tab/milestone-line.tsx";
import { measureName } from "../targets.ts";
import { EvidencePicker } from "../upload/evidence-picker.tsx";
import { evidenceOf, type MonthDraft, type Ticked } from "./month-draft.ts";
import type { Prefilled } from "./sent-steps.tsx";

type Facts = { detail: IssueDetail; draft: KeptDraft<MonthDraft>; errors: FormErrors };
type List = "steps" | "measures";

/** Ticks and unticks a part, and changes what was chosen for it. */
function ticking(props: Facts, list: List) {
	const all = () => props.draft.value[list];
	const of = (part: string) => all().find((ticked) => ticked.part === part);
	return {
		of,
		tick: (part: string, on: boolean, day: string) =>
			props.draft.set(
				list,
				on ? [...all(), { part, on: day, evidenceIds: [] }] : all().filter((one) => one.part !== part),
			),
		change: (part: string, change: Partial<Ticked>) =>
			props.draft.set(
				list,
				all().map((one) => (one.part === part ? { ...one, ...change } : one)),
			),
	};
}

/** Milestones of the period as boxes with their state; what is ticked asks for its day and what shows it. */
export function StepTicks(props: Facts & { form: Prefilled | null }): JSX.Element {
	const asked = () => new Set((props.form?.milestones ?? []).map((one) => stepPart(one)));
	const steps = () => stepsOf(props.detail);
	const first = () => steps().filter((step) => props.form === null || asked().has(stepPart(step)));
	const later = () => steps().filter((step) => props.form !== null && !asked().has(stepPart(step)));
	return (
		<Show when={steps().length > 0}>
			<fieldset class="flex flex-col gap-1">
				<legend class="mb-1 text-ink-soft">{t("month.steps")}</legend>
				<For each={first()} fallback={<p class="text-ink-faint">{t("month.noSteps")}</p>}>
					{(step) => <StepTick {...props} step={step} />}
				</For>
				<Show when={later().length > 0}>
					<details>
						<summary class="tap text-accent">{t("month.laterSteps", { n: later().length })}</summary>
						<For each={later()}>{(step) => <StepTick {...props} step={step} />}</For>
					</details>
				</Show>
			</fieldset>
		</Show>
	);
}

function StepTick(props: Facts & { step: Step }): JSX.Element {
	const me = useMe();
	const part = () => stepPart(props.step);
	const ticks = ticking(props, "steps");
	const open = () => props.step.reach === "open" || props.step.reach === "rejected";
	return (
		<div>
			<label class="tap flex flex-wrap items-center gap-x-2 rounded px-1 py-0.5 hover:bg-hover">
				<input
					type="checkbox"
					class="size-4 shrink-0 accent-accent"
					checked={!open() || ticks.of(part()) !== undefined}
					disabled={!open()}
					onChange={(event) => ticks.tick(part(), event.currentTarget.checked, me().today)}
				/>
				<span class="min-w-0 flex-1 basis-48">{props.step.text}</span>
				<StepMark state={stepState(props.step)} />
				<span class="text-[0.9rem] text-ink-soft tabular-nums">{dateText(props.step.due)}</span>
			</label>
			<Show when={open() ? ticks.of(part()) : undefined}>
				{(ticked) => (
					<div class="mt-1 mb-2 ml-6 grid gap-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
						<TextField
							label={t("claim.doneOn")}
							type="date"
							required={true}
							max={me().today}
							value={ticked().on}
							error={props.errors.at(`step:${part()}.doneOn`)}
							onInput={(on) => ticks.change(part(), { on })}
						/>
						<EvidencePicker
							legend={t("picker.needed")}
							detail={props.detail}
							files={props.draft.value.tray.files}
							chosen={evidenceOf(ticked(), props.draft.value)}
							error={
								props.errors.at(`step:${part()}`) ??
								(evidenceOf(ticked(), props.draft.value).length === 0 ? t("picker.missing") : null)
							}
							onChange={(evidenceIds) => ticks.change(part(), { evidenceIds })}
						/>
					</div>
				)}
			</Show>
		</div>
	);
}

/** Measures that may be said to be carried out. */
export function MeasureTicks(props: Facts): JSX.Element {
	const ticks = ticking(props, "measures");
	const measures = () =>
		props.detail.measures.filter(({ state }) => state !== "cancelled" && state !== "waived");
	const open = (state: string) => state === "notStarted" || state === "inProgress";
	return (
		<Show when={measures().length > 0}>
			<details open={props.draft.value.measures.length > 0}>
				<summary class="tap text-accent">{t("month.measures")}</summary>
				<For each={measures()}>
					{(measure) => (
						<div>
							<label class="tap flex flex-wrap items-center gap-x-2 rounded px-1 py-0.5 hover:bg-hover">
								<input
									type="checkbox"
									class="size-4 shrink-0 accent-accent"
									checked={!open(measure.state) || ticks.of(measure.id) !== undefined}
									disabled={!open(measure.state)}
									onChange={(event) => ticks.tick(measure.id, event.currentTarget.checked, "")}
								/>
								<span class="min-w-0 flex-1 basis-48">{measureName(measure)}</span>
								<Badge
									of={badges.measureState[measure.state]}
									word={word(vocab.measureState, measure.state)}
								/>
							</label>
							<Show when={open(measure.state) ? ticks.of(measure.id) : undefined}>
								{(ticked) => (
									<div class="mt-1 mb-2 ml-6">
										<EvidencePicker
											legend={t("picker.legend")}
											detail={props.detail}
											files={props.draft.value.tray.files}
											chosen={evidenceOf(ticked(), props.draft.value)}
											error={props.errors.at(`measure:${measure.id}`)}
											onChange={(evidenceIds) => ticks.change(measure.id, { evidenceIds })}
										/>
									</div>
								)}
							</Show>
						</div>
					)}
				</For>
			</details>
		</Show>
	);
}

/** Figures of the goals: the last one is shown, the new one is typed. */
export function Figures(props: Facts): JSX.Element {
	const me = useMe();
	const metrics = () => props.detail.plan.goals.filter((goal) => goal.kind === "metric");
	return (
		<Show when={metrics().length > 0}>
			<fieldset>
				<legend class="mb-1 text-ink-soft">{t("month.figures")}</legend>
				<div class="grid gap-3 sm:grid-cols-2">
					<For each={metrics()}>
						{(goal) => {
							const last = () => inTime(props.detail.progress.readings, goal.id).at(-1);
							const hint = () => {
								const found = last();
								const target = t(goal.direction === "atMost" ? "figure.atMost" : "figure.atLeast", {
									...{ target: goal.target, unit: goal.unit },
								});
								if (found === undefined) return target;
								return t("month.lastFigure", { target, value: found.value, date: date(found.on) });
							};
							return (
								<TextField
									label={`${goal.indicator} (${goal.unit})`}
									hint={hint()}
									value={props.draft.value.readings[goal.id] ?? ""}
									error={
										Number.isNaN(Number(props.draft.value.readings[goal.id] ?? "0"))
											? t("month.noNumber")
											: props.errors.at(`reading:${goal.id}`)
									}
									onInput={(text) => props.draft.set("readings", goal.id, text)}
								/>
							);
						}}
					</For>
					<TextField
						label={t("claim.readOn")}
						type="date"
						max={me().today}
						value={props.draft.value.readingOn}
						onInput={(on) => props.draft.set("readingOn", on)}
					/>
				</div>
			</fieldset>
		</Show>
	);
}
