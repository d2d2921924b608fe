import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { TextField } from "../../ui/field.tsx";
import { says } from "./draft.ts";
import { type Agrees, OpinionFields } from "./opinion-fields.tsx";

/** 提交专家意见: an expert of the panel speaks for himself, once, with his declaration of interest (ACC-11). */
export function OwnOpinionForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({
		...{ unit: "", noConflict: false, opinion: "" },
		verdict: "agree" as Agrees,
	}));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="giveExpertOpinion"
			draft={draft}
			intro={t("closeOut.ownOpinionIntro")}
			command={
				value.unit.trim() !== "" && says(value.opinion)
					? {
							type: "giveExpertOpinion",
							...{ unit: value.unit.trim(), noConflict: value.noConflict },
							...{ verdict: value.verdict, opinion: value.opinion.trim() },
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("closeOut.expertUnit")}
						required={true}
						value={value.unit}
						error={errors.at("unit")}
						onInput={(unit) => draft.set("unit", unit)}
					/>
					<OpinionFields
						value={value}
						declares={t("closeOut.declaresOwn")}
						errorAt={(field) => errors.at(field)}
						onChange={(changes) => draft.set(changes)}
					/>
				</>
			)}
		</CommandForm>
	);
}
