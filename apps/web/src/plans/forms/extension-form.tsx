import { For, type JSX, Show } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { date, deadlineText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import {
	extensionCommand,
	hasStepAhead,
	type MovedMeasure,
	movable,
	shiftAll,
	startExtension,
} from "../draft/extension-draft.ts";

/** 申请延期: the limits first, then the date, the reasons, and every step that moves with it. */
export function ExtensionForm(props: FormProps): JSX.Element {
	const me = useMe();
	const { id: issueId, due } = props.detail.row;
	const terms = () => props.detail.planTerms.extension;
	const draft = createKeptDraft(`requestExtension.${issueId}`, () => startExtension(props.detail, newId()));
	const isLate = () => {
		const { askBy } = terms();
		return askBy !== null && me().today > askBy;
	};
	const text = (value: string) => value.trim().length >= 2;
	const ready = () =>
		draft.value.to !== "" &&
		text(draft.value.reasons) &&
		text(draft.value.progress) &&
		(!isLate() || text(draft.value.lateReason));
	return (
		<CommandForm
			{...props}
			verb="requestExtension"
			wide={true}
			draft={draft}
			intro={t("plans.extend.intro")}
			command={ready() ? extensionCommand(props.detail, draft.value) : null}
		>
			{(errors) => (
				<>
					<Limits {...props} late={isLate()} />
					<div class="grid items-start gap-3 sm:grid-cols-[13rem_1fr]">
						<TextField
							type="date"
							label={t("plans.extend.to")}
							required={true}
							{...(terms().latest === null ? {} : { max: terms().latest ?? "" })}
							value={draft.value.to}
							error={errors.at("to")}
							onInput={(to) => draft.set({ to })}
						/>
						<TextArea
							label={t("plans.extend.reasons")}
							required={true}
							rows={2}
							value={draft.value.reasons}
							error={errors.at("reasons")}
							onInput={(reasons) => draft.set({ reasons })}
						/>
					</div>
					<TextArea
						label={t("plans.progress")}
						required={true}
						rows={2}
						value={draft.value.progress}
						error={errors.at("progress")}
						onInput={(progress) => draft.set({ progress })}
					/>
					<Show when={isLate()}>
						<TextArea
							label={t("plans.lateReason")}
							required={true}
							rows={2}
							value={draft.value.lateReason}
							error={errors.at("lateReason")}
							onInput={(lateReason) => draft.set({ lateReason })}
						/>
					</Show>
					<Steps
						{...props}
						value={draft.value.measures}
						warned={draft.value.to !== "" && !hasStepAhead(draft.value, me().today)}
						error={errors.at("measures")}
						shift={
							draft.value.to === "" || due === null
								? null
								: () =>
										draft.set({ measures: shiftAll(draft.value.measures, due, draft.value.to, me().today) })
						}
						onDue={(at, value) => draft.set("measures", at, { due: value })}
						onStep={(at, step, value) => draft.set("measures", at, "steps", step, { due: value })}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** EXT-01, EXT-04, EXT-05: what the rules allow, before anything is typed. */
function Limits(props: FormProps & { late: boolean }): JSX.Element {
	const terms = () => props.detail.planTerms.extension;
	return (
		<div class="rounded-md border border-line bg-sunken p-3" data-limits>
			<p class="font-medium">{t("plans.extend.limits")}</p>
			<ul class="mt-1 flex flex-col gap-0.5 text-ink-soft">
				<li>
					{t("plans.deadline")} {deadlineText(props.detail.row.deadline)}
					<Show when={props.detail.plan.originalDeadline}>
						{(original) => (
							<span class="ml-3">
								{t("plans.original")} {deadlineText(original())}
							</span>
						)}
					</Show>
				</li>
				<Show when={terms().askBy}>
					{(by) => <li>{t("plans.extend.askBy", { date: date(by()), n: terms().leadDays })}</li>}
				</Show>
				<Show when={terms().latest}>
					{(latest) => <li>{t("plans.extend.latest", { n: terms().maxMonths, date: date(latest()) })}</li>}
				</Show>
				<li>{t("plans.extend.count", { n: terms().granted, most: terms().maxCount })}</li>
			</ul>
			<Show when={terms().higherTier}>
				<p class="mt-1 text-near">{t("plans.extend.higher")}</p>
			</Show>
			<Show when={props.late}>
				<p class="mt-1 flex items-center gap-2 text-near">
					<Icon name="alert" />
					{t("plans.extend.late")}
				</p>
			</Show>
		</div>
	);
}

function Steps(
	props: FormProps & {
		value: readonly MovedMeasure[];
		warned: boolean;
		error: string | null;
		/** Moves everything that is still to come; null while no later date is chosen. */
		shift: (() => void) | null;
		onDue: (measure: number, due: string) => void;
		onStep: (measure: number, step: number, due: string) => void;
	},
): JSX.Element {
	return (
		<fieldset class="rounded border border-line p-3">
			<legend class="px-1 text-ink-soft">{t("plans.extend.steps")}</legend>
			<div class="mb-2 flex flex-wrap items-center gap-3">
				<Button size="small" disabled={props.shift === null} onClick={() => props.shift?.()}>
					{t("plans.extend.shift")}
				</Button>
				<span class={props.warned ? "text-near" : "text-ink-faint"}>{t("plans.extend.stepsHint")}</span>
			</div>
			<ol class="flex flex-col gap-3">
				<For each={movable(props.detail)}>
					{(measure, at) => (
						<li class="rounded bg-sunken p-2">
							<div class="flex flex-wrap items-center gap-2">
								<input
									type="date"
									class="field-box w-38!"
									aria-label={t("plans.extend.measureDue", { n: measure.number ?? at() + 1 })}
									value={props.value[at()]?.due ?? ""}
									onInput={(event) => props.onDue(at(), event.currentTarget.value)}
								/>
								<span class="min-w-0 flex-1">
									{measure.number} {measure.text}
								</span>
							</div>
							<ul class="mt-1 flex flex-col gap-1 pl-4">
								<For each={measure.milestones}>
									{(step, index) => (
										<li class="flex flex-wrap items-center gap-2">
											<input
												type="date"
												class="field-box w-38!"
												aria-label={t("plans.extend.stepDue", { text: step.text })}
												value={props.value[at()]?.steps[index()]?.due ?? step.due}
												onInput={(event) => props.onStep(at(), index(), event.currentTarget.value)}
											/>
											<span class="text-ink-soft">{step.text}</span>
										</li>
									)}
								</For>
							</ul>
						</li>
					)}
				</For>
			</ol>
			<Show when={props.error}>{(error) => <p class="mt-1 text-late">{error()}</p>}</Show>
		</fieldset>
	);
}
