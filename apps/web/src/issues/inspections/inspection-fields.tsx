import "../../i18n/page-words.ts";
import { useQuery } from "@tanstack/solid-query";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { queries } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import { language, say, t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import type { InspectionDraft } from "./inspection-draft.ts";

/** The boxes of an inspection, shared by its own page and the import. */
export function InspectionFields(props: {
	draft: InspectionDraft;
	onChange: (changes: Partial<InspectionDraft>) => void;
	errorAt: (path: string) => string | null;
}): JSX.Element {
	const ruleSets = useQuery(() => queries.rules.listRuleSets());
	return (
		<div class="grid gap-3 sm:grid-cols-3">
			<Select
				label={word(vocab.inspectionField, "kind")}
				required={true}
				value={props.draft.kind}
				choices={choicesOf(vocab.sourceKind, language())}
				error={props.errorAt("kind")}
				onChange={(kind) => props.onChange({ kind })}
			/>
			<TextField
				class="sm:col-span-2"
				label={word(vocab.inspectionField, "name")}
				required={true}
				value={props.draft.name}
				error={props.errorAt("name")}
				onInput={(name) => props.onChange({ name })}
			/>
			<RegionPicker
				label={word(vocab.inspectionField, "region")}
				required={true}
				value={props.draft.region}
				error={props.errorAt("region")}
				onChange={(region) => props.onChange({ region })}
			/>
			<TextField
				type="number"
				min="1"
				max="50"
				label={word(vocab.inspectionField, "round")}
				value={props.draft.round}
				onInput={(round) => props.onChange({ round })}
			/>
			<TextField
				type="number"
				min="1"
				max="50"
				label={word(vocab.inspectionField, "batch")}
				value={props.draft.batch}
				onInput={(batch) => props.onChange({ batch })}
			/>
			<TextField
				label={word(vocab.inspectionField, "team")}
				value={props.draft.team}
				onInput={(team) => props.onChange({ team })}
			/>
			<TextField
				type="date"
				label={word(vocab.inspectionField, "enteredOn")}
				value={props.draft.enteredOn}
				error={props.errorAt("enteredOn")}
				onInput={(enteredOn) => props.onChange({ enteredOn })}
			/>
			<TextField
				type="date"
				label={word(vocab.inspectionField, "leftOn")}
				value={props.draft.leftOn}
				error={props.errorAt("leftOn")}
				onInput={(leftOn) => props.onChange({ leftOn })}
			/>
			<TextField
				type="date"
				label={t("inspection.feedbackDate")}
				hint={t("inspection.feedbackHint")}
				value={props.draft.feedbackDate}
				error={props.errorAt("feedback")}
				onInput={(feedbackDate) => props.onChange({ feedbackDate })}
			/>
			<TextField
				label={t("inspection.feedbackTitle")}
				value={props.draft.feedbackTitle}
				onInput={(feedbackTitle) => props.onChange({ feedbackTitle })}
			/>
			<TextField
				label={t("inspection.feedbackNumber")}
				value={props.draft.feedbackNumber}
				onInput={(feedbackNumber) => props.onChange({ feedbackNumber })}
			/>
			<Select
				label={word(vocab.inspectionField, "ruleSet")}
				value={props.draft.ruleSet}
				none={t("inspection.defaultRules")}
				choices={(loaded(ruleSets) ?? []).map((set) => ({ value: set.id, label: say(set.name) }))}
				onChange={(ruleSet) => props.onChange({ ruleSet })}
			/>
		</div>
	);
}
