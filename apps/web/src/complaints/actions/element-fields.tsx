import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import type { FormErrors } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { CheckList, Select } from "../../ui/select.tsx";
import { type ElementDraft, malformed } from "./element-draft.ts";
import { PlacesField } from "./places-field.tsx";

type FieldsProps = {
	draft: ElementDraft;
	errors: FormErrors;
	onChange: (changes: Partial<ElementDraft>) => void;
};

const label = (key: keyof typeof vocab.complaintField): string => word(vocab.complaintField, key);

/** Every column of a published table as a field, in its order. */
export function ElementFields(props: FieldsProps): JSX.Element {
	return (
		<>
			<WhichOne {...props} />
			<TextArea
				label={label("summary")}
				hint={t("complaintForm.masked")}
				rows={3}
				value={props.draft.summary}
				error={props.errors.at("summary")}
				onInput={(summary) => props.onChange({ summary })}
			/>
			<WhereAndWhat {...props} />
			<Outcome {...props} />
		</>
	);
}

/** Where it stands in its table: batch, number, receipt, how it came in. */
function WhichOne(props: FieldsProps): JSX.Element {
	const numberError = (field: "seq" | "batch") =>
		malformed(props.draft).includes(field) ? t("complaintForm.wholeNumber") : props.errors.at(field);
	return (
		<>
			<div class="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto] sm:items-end">
				<TextField
					label={label("receiptNumber")}
					value={props.draft.receiptNumber}
					error={props.errors.at("receiptNumber")}
					onInput={(receiptNumber) => props.onChange({ receiptNumber })}
				/>
				<Select
					label={label("channel")}
					value={props.draft.channel}
					none={t("complaints.notStated")}
					choices={choicesOf(vocab.complaintChannel, language())}
					onChange={(channel) => props.onChange({ channel })}
				/>
				<CheckField
					class="pb-2"
					label={t("complaints.key")}
					checked={props.draft.isKey}
					onChange={(isKey) => props.onChange({ isKey })}
				/>
			</div>
			<div class="grid gap-3 sm:grid-cols-3">
				<TextField
					label={label("batch")}
					value={props.draft.batch}
					error={numberError("batch")}
					onInput={(batch) => props.onChange({ batch })}
				/>
				<TextField
					type="date"
					label={label("batchDay")}
					value={props.draft.batchDay}
					error={props.errors.at("batchDay")}
					onInput={(batchDay) => props.onChange({ batchDay })}
				/>
				<TextField
					label={label("seq")}
					value={props.draft.seq}
					error={numberError("seq")}
					onInput={(seq) => props.onChange({ seq })}
				/>
			</div>
		</>
	);
}

/** The printed words beside what they mean. */
function WhereAndWhat(props: FieldsProps): JSX.Element {
	return (
		<div class="grid gap-3 sm:grid-cols-2">
			<div class="flex flex-col gap-3">
				<TextField
					label={label("regionText")}
					value={props.draft.regionText}
					error={props.errors.at("regionText")}
					onInput={(regionText) => props.onChange({ regionText })}
				/>
				<PlacesField
					label={label("places")}
					value={props.draft.places}
					error={props.errors.at("places")}
					onChange={(places) => props.onChange({ places })}
				/>
			</div>
			<div class="flex flex-col gap-3">
				<TextField
					label={label("typesText")}
					value={props.draft.typesText}
					error={props.errors.at("typesText")}
					onInput={(typesText) => props.onChange({ typesText })}
				/>
				<div class="max-h-56 overflow-auto rounded border border-line p-1.5">
					<CheckList
						legend={label("pollutionTypes")}
						choices={choicesOf(vocab.pollutionType, language())}
						value={props.draft.pollutionTypes}
						onChange={(pollutionTypes) => props.onChange({ pollutionTypes })}
					/>
				</div>
				<p class="text-late">{props.errors.at("pollutionTypes")}</p>
			</div>
		</div>
	);
}

/** What was found, what was done, and who was held to account. */
function Outcome(props: FieldsProps): JSX.Element {
	const area = (
		key: "investigation" | "closureTarget" | "handling" | "accountability" | "remarks",
		rows: number,
	) => (
		<TextArea
			label={label(key)}
			rows={rows}
			value={props.draft[key]}
			error={props.errors.at(key)}
			onInput={(value) => props.onChange({ [key]: value })}
		/>
	);
	return (
		<>
			{area("investigation", 3)}
			<div class="grid gap-3 sm:grid-cols-2">
				<Select
					label={label("verdict")}
					value={props.draft.verdict}
					none={t("complaints.notStated")}
					choices={choicesOf(vocab.verdict, language())}
					error={props.errors.at("verdict")}
					onChange={(verdict) => props.onChange({ verdict })}
				/>
				<Select
					label={label("status")}
					value={props.draft.status}
					none={t("complaints.notStated")}
					choices={choicesOf(vocab.complaintStatus, language())}
					error={props.errors.at("status")}
					onChange={(status) => props.onChange({ status })}
				/>
			</div>
			{area("closureTarget", 2)}
			{area("handling", 3)}
			{area("accountability", 2)}
			{area("remarks", 2)}
			<TextArea
				label={label("otherFields")}
				hint={t("complaintForm.otherHint")}
				rows={2}
				value={props.draft.otherFields}
				error={props.errors.at("otherFields")}
				onInput={(otherFields) => props.onChange({ otherFields })}
			/>
		</>
	);
}
