import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import { type FormProps, stillThere } from "./form-props.ts";

/** 编制措施: the lead unit begins to write its measures. */
export function StartPlanningForm(props: FormProps): JSX.Element {
	return (
		<CommandForm
			verb="startPlanning"
			detail={props.detail}
			ready={true}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.startPlanning.mutate({
					issueId: props.detail.row.id,
					command: { type: "startPlanning" },
					envelope,
				})
			}
		>
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
			verb="cancelMeasure"
			detail={props.detail}
			draft={draft}
			ready={id() !== "" && value.reason.trim().length >= 2}
			intro={t("measures.cancelIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.cancelMeasure.mutate({
					issueId: props.detail.row.id,
					command: { type: "cancelMeasure", measureId: id(), reason: value.reason.trim(), importId: null },
					envelope,
				})
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
