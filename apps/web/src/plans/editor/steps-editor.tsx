import { For, type JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { emptyStep, isStep, type StepDraft, weightOf } from "../draft/measure-draft.ts";

/** A share of the whole in whole percent. */
export const shareText = (part: number, whole: number): string =>
	whole === 0 ? "" : `${Math.round((part / whole) * 100)}%`;

/** 节点 of a measure: what is done by which day, and how much of the whole plan it is. */
export function StepsEditor(props: {
	value: readonly StepDraft[];
	/** The weights of all steps of the plan together. */
	whole: number;
	onChange: (value: readonly StepDraft[]) => void;
}): JSX.Element {
	const set = (at: number, changes: Partial<StepDraft>) =>
		props.onChange(props.value.map((step, index) => (index === at ? { ...step, ...changes } : step)));
	return (
		<fieldset class="rounded border border-line p-2">
			<legend class="px-1 text-ink-soft">{t("milestones.legend")}</legend>
			<ul class="flex flex-col gap-1.5">
				<For each={props.value.map((_, index) => index)}>
					{(index) => (
						<li class="flex flex-wrap items-center gap-1.5" data-step>
							<input
								type="date"
								class="field-box w-38!"
								aria-label={t("milestones.due", { n: index + 1 })}
								value={props.value[index]?.due ?? ""}
								onInput={(event) => set(index, { due: event.currentTarget.value })}
							/>
							<input
								class="field-box min-w-40 flex-1"
								aria-label={t("milestones.text", { n: index + 1 })}
								placeholder={t("milestones.placeholder")}
								value={props.value[index]?.text ?? ""}
								onInput={(event) => set(index, { text: event.currentTarget.value })}
							/>
							<input
								type="number"
								min="0.1"
								max="1000"
								step="any"
								class="field-box w-18!"
								aria-label={t("plans.editor.weight", { n: index + 1 })}
								title={t("plans.editor.weightShort")}
								value={props.value[index]?.weight ?? "1"}
								onInput={(event) => set(index, { weight: event.currentTarget.value })}
							/>
							<span class="w-10 text-right text-ink-soft tabular-nums" data-share>
								{share(props.value[index], props.whole)}
							</span>
							<IconButton
								icon="close"
								label={t("milestones.remove", { n: index + 1 })}
								onClick={() => props.onChange(props.value.filter((_, at) => at !== index))}
							/>
						</li>
					)}
				</For>
			</ul>
			<div class="mt-1.5">
				<Button
					size="small"
					look="quiet"
					icon="plus"
					onClick={() => props.onChange([...props.value, emptyStep()])}
				>
					{t("milestones.add")}
				</Button>
			</div>
		</fieldset>
	);
}

const share = (step: StepDraft | undefined, whole: number): string =>
	step === undefined || !isStep(step) ? "" : shareText(weightOf(step), whole);
