import { type ParamLimit, type ParamValue, readParamValue } from "@zhenggai/domain/rules";
import { ruleParamWord } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { CheckList, Select } from "../../ui/select.tsx";
import { rangeText } from "./param-text.ts";

const choices = (options: readonly string[]) =>
	options.map((value) => ({ value, label: ruleParamWord(value, language()) }));

const linesIn = (text: string): string[] =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");

type FieldProps = {
	limit: ParamLimit;
	/** As it stands in the boxes: what is no value of the parameter yet is kept as it was typed. */
	text: string;
	words: readonly string[];
	error: string | null;
	onText: (text: string) => void;
	onWords: (words: string[]) => void;
};

/** Entries keep the order in which they stood; what is ticked anew comes after them. */
const inOrder = (before: readonly string[], chosen: readonly string[]): string[] => [
	...before.filter((word) => chosen.includes(word)),
	...chosen.filter((word) => !before.includes(word)),
];

/** The field of a parameter's value, by the kind of its limit. A limit never changes while its form is open. */
export function ValueField(props: FieldProps): JSX.Element {
	const { limit } = props;
	switch (limit.kind) {
		case "number":
		case "numbers":
			return (
				<TextField
					label={t("regionRules.value")}
					hint={rangeText(limit)}
					required={true}
					value={props.text}
					error={props.error}
					onInput={(text) => props.onText(text)}
				/>
			);
		case "flag":
			return (
				<CheckField
					label={t("regionRules.value")}
					checked={props.text === "true"}
					onChange={(checked) => props.onText(String(checked))}
				/>
			);
		case "choice":
			return (
				<Select
					label={t("regionRules.value")}
					required={true}
					value={props.text}
					choices={choices(limit.options)}
					error={props.error}
					onChange={(text) => props.onText(text)}
				/>
			);
		case "words":
			return limit.options === null ? (
				<TextArea
					label={t("regionRules.value")}
					hint={t("regionRules.valueList")}
					rows={8}
					value={props.words.join("\n")}
					error={props.error}
					onInput={(text) => props.onWords(linesIn(text))}
				/>
			) : (
				<CheckList
					legend={t("regionRules.value")}
					choices={choices(limit.options)}
					value={props.words}
					onChange={(chosen) => props.onWords(inOrder(props.words, chosen))}
				/>
			);
	}
}

/** What the boxes hold as a value; null where that is none of the parameter's kind. */
export const valueIn = (limit: ParamLimit, text: string, words: readonly string[]): ParamValue | null =>
	limit.kind === "words" ? [...words] : readParamValue(limit, text);
