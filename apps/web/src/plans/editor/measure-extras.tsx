import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import type { PlanMeasure } from "../draft/measure-draft.ts";

/** What only some measures say: a provisional stop with its end, one enterprise by name, options that were weighed. */
export function MeasureExtras(props: {
	value: PlanMeasure;
	onChange: (changes: Partial<PlanMeasure>) => void;
}): JSX.Element {
	const provisional = (changes: Partial<PlanMeasure["provisional"]>) =>
		props.onChange({ provisional: { ...props.value.provisional, ...changes } });
	const entity = (changes: Partial<PlanMeasure["entity"]>) =>
		props.onChange({ entity: { ...props.value.entity, ...changes } });
	const options = (changes: Partial<PlanMeasure["options"]>) =>
		props.onChange({ options: { ...props.value.options, ...changes } });
	return (
		<div class="flex flex-col gap-2">
			<div class="flex flex-wrap gap-x-5 gap-y-1">
				<CheckField
					class="min-h-7"
					label={word(vocab.measureField, "similarScreening")}
					checked={props.value.similarScreening}
					onChange={(similarScreening) => props.onChange({ similarScreening })}
				/>
				<CheckField
					class="min-h-7"
					label={t("plans.editor.provisional")}
					checked={props.value.provisional.on}
					onChange={(on) => provisional({ on })}
				/>
				<CheckField
					class="min-h-7"
					label={t("plans.editor.entity")}
					checked={props.value.entity.on}
					onChange={(on) => entity({ on })}
				/>
				<CheckField
					class="min-h-7"
					label={t("plans.editor.options")}
					checked={props.value.options.on}
					onChange={(on) => options({ on })}
				/>
			</div>
			<Show when={props.value.provisional.on}>
				<div class="grid gap-2 sm:grid-cols-[11rem_1fr]">
					<TextField
						type="date"
						label={t("plans.editor.determination")}
						required={true}
						value={props.value.provisional.determinationOn}
						onInput={(determinationOn) => provisional({ determinationOn })}
					/>
					<TextField
						label={t("plans.editor.exit")}
						required={true}
						value={props.value.provisional.exitCondition}
						onInput={(exitCondition) => provisional({ exitCondition })}
					/>
				</div>
			</Show>
			<Show when={props.value.entity.on}>
				<div class="grid gap-2 sm:grid-cols-3">
					<TextField
						label={t("plans.editor.entityName")}
						required={true}
						value={props.value.entity.name}
						onInput={(name) => entity({ name, unitId: null })}
					/>
					<Select
						label={t("plans.editor.category")}
						required={true}
						value={props.value.entity.category}
						choices={choicesOf(vocab.entityCategory, language())}
						onChange={(category) => entity({ category })}
					/>
					<TextField
						label={t("plans.editor.legalBasis")}
						value={props.value.entity.legalBasis}
						onInput={(legalBasis) => entity({ legalBasis })}
					/>
				</div>
			</Show>
			<Show when={props.value.options.on}>
				<div class="grid gap-2 sm:grid-cols-2">
					<TextArea
						rows={2}
						label={t("plans.editor.alternatives")}
						hint={t("plans.editor.alternativesHint")}
						required={true}
						value={props.value.options.alternatives}
						onInput={(alternatives) => options({ alternatives })}
					/>
					<TextArea
						rows={2}
						label={t("plans.editor.chosenWhy")}
						required={true}
						value={props.value.options.reason}
						onInput={(reason) => options({ reason })}
					/>
				</div>
			</Show>
		</div>
	);
}
