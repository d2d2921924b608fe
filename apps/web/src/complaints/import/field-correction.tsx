import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { CorrectionFrame, TextCorrection } from "../../importing/text-correction.tsx";
import { CheckField, TextField } from "../../ui/field.tsx";
import { CheckList, type Choice, Select } from "../../ui/select.tsx";
import type { RowCorrection } from "./row-corrections.ts";
import { fieldText, isTextField, ledgerField, type RowField } from "./row-fields.ts";

type Editing = {
	row: ProposedComplaint;
	field: RowField;
	onSave: (correction: RowCorrection) => void;
	onCancel: () => void;
};

/** Corrects one field of a row in its place, each with the control that suits it. */
export function FieldCorrection(props: Editing): JSX.Element {
	// A correction is of one field from its beginning to its end.
	const { field } = props;
	const label = word(vocab.complaintImportField, ledgerField(field));
	const rest = { onCancel: () => props.onCancel() };
	if (isTextField(field) || field === "receiptNumber" || field === "citedReceipts") {
		return (
			<TextCorrection
				{...rest}
				label={label}
				value={fieldText(props.row, field, language())}
				onSave={(value) => props.onSave({ field, value })}
			/>
		);
	}
	switch (field) {
		case "seq":
		case "batch":
			return (
				<NumberCorrection
					{...rest}
					label={label}
					value={props.row[field]}
					onSave={(value) => props.onSave({ field, value })}
				/>
			);
		case "isKey":
			return (
				<KeyCorrection
					{...rest}
					label={label}
					value={props.row.isKey}
					onSave={(value) => props.onSave({ field, value })}
				/>
			);
		case "channel":
			return (
				<ChoiceCorrection
					{...rest}
					label={label}
					choices={choicesOf(vocab.complaintChannel, language())}
					value={props.row.channel}
					onSave={(value) => props.onSave({ field, value })}
				/>
			);
		case "verdict":
			return (
				<ChoiceCorrection
					{...rest}
					label={label}
					choices={choicesOf(vocab.verdict, language())}
					value={props.row.verdict?.value ?? null}
					onSave={(value) => props.onSave({ field, value })}
				/>
			);
		case "status":
			return (
				<ChoiceCorrection
					{...rest}
					label={label}
					choices={choicesOf(vocab.complaintStatus, language())}
					value={props.row.status?.value ?? null}
					onSave={(value) => props.onSave({ field, value })}
				/>
			);
		case "pollutionTypes":
			return (
				<TypesCorrection
					{...rest}
					label={label}
					value={props.row.pollutionTypes?.value ?? []}
					onSave={(value) => props.onSave({ field, value })}
				/>
			);
	}
}

type One<V> = { label: string; value: V; onSave: (value: V) => void; onCancel: () => void };

const WHOLE = /^\d{1,6}$/;

function NumberCorrection(props: One<number | null>): JSX.Element {
	const [text, setText] = createSignal(props.value === null ? "" : String(props.value));
	const ready = () => text().trim() === "" || WHOLE.test(text().trim());
	const save = () => props.onSave(text().trim() === "" ? null : Number(text().trim()));
	return (
		<CorrectionFrame ready={ready()} onSave={save} onCancel={() => props.onCancel()}>
			<TextField
				class="w-32"
				label={props.label}
				value={text()}
				onInput={setText}
				error={ready() ? null : t("reading.wholeNumber")}
			/>
		</CorrectionFrame>
	);
}

function KeyCorrection(props: One<boolean>): JSX.Element {
	const [value, setValue] = createSignal(props.value);
	return (
		<CorrectionFrame ready={true} onSave={() => props.onSave(value())} onCancel={() => props.onCancel()}>
			<CheckField label={props.label} checked={value()} onChange={setValue} />
		</CorrectionFrame>
	);
}

function ChoiceCorrection<V extends string>(
	props: One<V | null> & { choices: readonly Choice<V>[] },
): JSX.Element {
	const [value, setValue] = createSignal<V | "">(props.value ?? "");
	const save = () => {
		const chosen = props.choices.find((choice) => choice.value === value());
		props.onSave(chosen?.value ?? null);
	};
	return (
		<CorrectionFrame ready={true} onSave={save} onCancel={() => props.onCancel()}>
			<Select
				class="w-52"
				label={props.label}
				none={t("reading.nothing")}
				value={value()}
				choices={props.choices}
				onChange={(next) => setValue(() => next)}
			/>
		</CorrectionFrame>
	);
}

type Type = NonNullable<ProposedComplaint["pollutionTypes"]>["value"][number];

function TypesCorrection(props: One<readonly Type[]>): JSX.Element {
	const [value, setValue] = createSignal<readonly Type[]>(props.value);
	return (
		<CorrectionFrame ready={true} onSave={() => props.onSave(value())} onCancel={() => props.onCancel()}>
			<div class="w-60">
				<CheckList
					legend={props.label}
					choices={choicesOf(vocab.pollutionType, language())}
					value={value()}
					onChange={setValue}
				/>
			</div>
		</CorrectionFrame>
	);
}
