import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { queries } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { deadlineOf, emptyDeadline } from "./deadline-draft.ts";
import { DeadlineEditor } from "./deadline-editor.tsx";
import { createFormDraft } from "./form-draft.ts";
import type { FormProps } from "./form-props.ts";

const seqOf = (number: string): number | null => (/^\d{1,6}$/.test(number.trim()) ? Number(number) : null);

/** 关联来源: another inspection demands the same thing, with its own number and deadline. */
export function MandateForm(props: FormProps): JSX.Element {
	const inspections = useQuery(() => queries.issues.listInspections());
	const draft = createFormDraft(props, () => ({
		inspectionId: "",
		number: "",
		dated: true,
		deadline: emptyDeadline,
	}));
	const { value, set } = draft;
	const held = () => new Set<string>(props.detail.mandates.map((mandate) => mandate.inspectionId));
	// A kept draft may name one that somebody else linked meanwhile.
	const inspectionId = () => (held().has(value.inspectionId) ? "" : value.inspectionId);
	const choices = () =>
		(loaded(inspections) ?? [])
			.filter((one) => !held().has(one.id))
			.map((one) => ({ value: one.id as string, label: one.name }));
	return (
		<CommandForm
			{...props}
			verb="addMandate"
			wide={true}
			draft={draft}
			intro={t("mandate.intro")}
			command={
				inspectionId() !== "" &&
				value.number.trim() !== "" &&
				(!value.dated || deadlineOf(value.deadline) !== null)
					? {
							type: "addMandate",
							mandate: {
								inspectionId: inspectionId(),
								number: value.number.trim(),
								seq: seqOf(value.number),
								deadline: value.dated ? deadlineOf(value.deadline) : null,
							},
							importId: null,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("mandate.inspection")}
						required={true}
						value={inspectionId()}
						choices={choices()}
						error={errors.at("mandate.inspectionId")}
						onChange={(inspectionId) => set({ inspectionId })}
					/>
					<TextField
						label={t("mandate.number")}
						required={true}
						value={value.number}
						error={errors.at("mandate.number")}
						onInput={(number) => set({ number })}
					/>
					<CheckField label={t("mandate.dated")} checked={value.dated} onChange={(dated) => set({ dated })} />
					<Show when={value.dated}>
						<DeadlineEditor
							value={value.deadline}
							error={errors.at("mandate.deadline")}
							onChange={(deadline) => set({ deadline })}
						/>
					</Show>
				</>
			)}
		</CommandForm>
	);
}

/** 补录原文: the wording of another edition beside the first; the first stays as it is. */
export function SourceTextForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({ text: "", document: "" }));
	const { value, set } = draft;
	return (
		<CommandForm
			{...props}
			verb="recordSourceText"
			wide={true}
			draft={draft}
			intro={t("sourceText.intro")}
			command={
				value.text.trim() !== "" && value.document.trim() !== ""
					? {
							type: "recordSourceText",
							sourceText: {
								text: value.text.trim(),
								document: value.document.trim(),
								sha256: null,
								lines: null,
							},
							importId: null,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("sourceText.document")}
						required={true}
						value={value.document}
						error={errors.at("sourceText.document")}
						onInput={(document) => set({ document })}
					/>
					<TextArea
						label={t("sourceText.text")}
						required={true}
						rows={8}
						value={value.text}
						error={errors.at("sourceText.text")}
						onInput={(text) => set({ text })}
					/>
				</>
			)}
		</CommandForm>
	);
}
