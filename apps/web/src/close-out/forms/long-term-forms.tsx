import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";

/** 转为长期坚持: the one-off measures are accepted, the rest goes on for good (S59). */
export function MarkLongTermForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({ since: me().today }));
	return (
		<CommandForm
			{...props}
			verb="markLongTerm"
			draft={draft}
			intro={t("closeOut.longTermIntro")}
			command={draft.value.since !== "" ? { type: "markLongTerm", since: draft.value.since } : null}
		>
			{(errors) => (
				<TextField
					type="date"
					label={t("closeOut.since")}
					required={true}
					max={me().today}
					value={draft.value.since}
					error={errors.at("since")}
					onInput={(since) => draft.set("since", since)}
				/>
			)}
		</CommandForm>
	);
}

type Result = "held" | "weakened";

/** 长期坚持评估: whether it is still kept up (DL-04). */
export function ReviewLongTermForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, (): { on: string; result: Result | ""; text: string } => ({
		...{ on: me().today, result: "", text: "" },
	}));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="reviewLongTerm"
			draft={draft}
			command={
				value.on !== "" && value.result !== "" && says(value.text)
					? {
							...{ type: "reviewLongTerm", on: value.on, text: value.text.trim() },
							result: value.result,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						type="date"
						label={t("closeOut.on")}
						required={true}
						max={me().today}
						value={value.on}
						error={errors.at("on")}
						onInput={(on) => draft.set("on", on)}
					/>
					<ChoiceField
						legend={t("closeOut.result")}
						required={true}
						value={value.result}
						choices={choicesOf(caseVocab.lookBackResult, language()).flatMap((choice) =>
							choice.value === "held" || choice.value === "weakened"
								? [{ value: choice.value, label: choice.label }]
								: [],
						)}
						error={errors.at("result")}
						onChange={(result) => draft.set("result", result)}
					/>
					<TextArea
						label={t("closeOut.record")}
						required={true}
						value={value.text}
						error={errors.at("text")}
						onInput={(text) => draft.set("text", text)}
					/>
				</>
			)}
		</CommandForm>
	);
}
