import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";
import { type Agrees, agreement } from "./opinion-fields.tsx";

/** 出具督导意见: of the supervising unit, before the acceptance by the city (SOD-02). */
export function OpinionForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({ text: "", verdict: "agree" as Agrees }));
	return (
		<CommandForm
			{...props}
			verb="giveOpinion"
			draft={draft}
			command={
				says(draft.value.text)
					? {
							type: "giveOpinion",
							text: draft.value.text.trim(),
							agrees: draft.value.verdict === "agree",
						}
					: null
			}
		>
			{(errors) => (
				<>
					<ChoiceField
						legend={t("closeOut.verdict")}
						required={true}
						value={draft.value.verdict}
						choices={agreement()}
						onChange={(verdict) => draft.set("verdict", verdict)}
					/>
					<TextArea
						label={t("closeOut.opinion")}
						required={true}
						value={draft.value.text}
						error={errors.at("text")}
						onInput={(text) => draft.set("text", text)}
					/>
				</>
			)}
		</CommandForm>
	);
}
