import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import { type FormProps, stillThere } from "./form-props.ts";

/** 编制措施: the lead unit begins to write its measures. */
export function StartPlanningForm(props: FormProps): JSX.Element {
	// Nothing is typed but why a warning is passed: that is kept like every other text.
	const draft = createFormDraft(props, () => ({}));
	return (
		<CommandForm {...props} verb="startPlanning" draft={draft} command={{ type: "startPlanning" }}>
			{() => <p>{t("planning.intro")}</p>}
		</CommandForm>
	);
}

/** 取消措施: it stays on the list, struck out, with the reason. */
export function CancelMeasureForm(props: FormProps): JSX.Element {
	const live = () => props.detail.measures.filter((measure) => measure.state !== "cancelled");
	const draft = createFormDraft(props, () => ({
		id: stillThere(props.request.part ?? "", live()),
		reason: "",
	}));
	const { value, set } = draft;
	const id = () => stillThere(value.id, live());
	return (
		<CommandForm
			{...props}
			verb="cancelMeasure"
			draft={draft}
			intro={t("measures.cancelIntro")}
			command={
				id() !== "" && value.reason.trim().length >= 2
					? { type: "cancelMeasure", measureId: id(), reason: value.reason.trim(), importId: null }
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("measures.which")}
						required={true}
						value={id()}
						choices={live().map((measure) => ({
							value: measure.id as string,
							label: `${measure.number ?? ""} ${measure.text.slice(0, 40)}`,
						}))}
						onChange={(next) => set({ id: next })}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}
