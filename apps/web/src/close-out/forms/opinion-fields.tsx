import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { CheckField, TextArea } from "../../ui/field.tsx";
import { ChoiceField } from "./choice-field.tsx";

export type Agrees = "agree" | "disagree";
export const agreement = () => [
	{ value: "agree" as const, label: t("closeOut.agrees") },
	{ value: "disagree" as const, label: t("closeOut.disagrees") },
];

/** What an expert says, whoever enters it: the declaration of interest, the verdict and the opinion (ACC-11). */
export type Said = { noConflict: boolean; verdict: Agrees; opinion: string };

export function OpinionFields(props: {
	value: Said;
	/** The declaration in the words of whoever makes it. */
	declares: string;
	errorAt: (field: keyof Said) => string | null;
	onChange: (changes: Partial<Said>) => void;
}): JSX.Element {
	return (
		<>
			<div>
				<CheckField
					label={props.declares}
					checked={props.value.noConflict}
					onChange={(noConflict) => props.onChange({ noConflict })}
				/>
				<p class="text-late">{props.errorAt("noConflict")}</p>
			</div>
			<ChoiceField
				legend={t("closeOut.verdict")}
				required={true}
				value={props.value.verdict}
				choices={agreement()}
				onChange={(verdict) => props.onChange({ verdict })}
			/>
			<TextArea
				label={t("closeOut.opinion")}
				required={true}
				value={props.value.opinion}
				error={props.errorAt("opinion")}
				onInput={(opinion) => props.onChange({ opinion })}
			/>
		</>
	);
}
