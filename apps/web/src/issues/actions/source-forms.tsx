import { useQuery } from "@tanstack/solid-query";
import { createSignal, type JSX, Show } from "solid-js";
import { client, queries } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { deadlineOf, emptyDeadline } from "./deadline-draft.ts";
import { DeadlineEditor } from "./deadline-editor.tsx";
import type { FormProps } from "./form-props.ts";

const seqOf = (number: string): number | null => (/^\d{1,6}$/.test(number.trim()) ? Number(number) : null);

/** 关联来源: another inspection demands the same thing, with its own number and deadline. */
export function MandateForm(props: FormProps): JSX.Element {
	const inspections = useQuery(() => queries.issues.listInspections());
	const [inspectionId, setInspectionId] = createSignal("");
	const [number, setNumber] = createSignal("");
	const [dated, setDated] = createSignal(true);
	const [deadline, setDeadline] = createSignal(emptyDeadline);
	const held = () => new Set<string>(props.detail.mandates.map((mandate) => mandate.inspectionId));
	const choices = () =>
		(loaded(inspections) ?? [])
			.filter((one) => !held().has(one.id))
			.map((one) => ({ value: one.id as string, label: one.name }));
	return (
		<CommandForm
			verb="addMandate"
			wide={true}
			detail={props.detail}
			ready={inspectionId() !== "" && number().trim() !== "" && (!dated() || deadlineOf(deadline()) !== null)}
			intro={t("mandate.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.addMandate.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "addMandate",
						mandate: {
							inspectionId: inspectionId(),
							number: number().trim(),
							seq: seqOf(number()),
							deadline: dated() ? deadlineOf(deadline()) : null,
						},
						importId: null,
					},
					envelope,
				})
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
						onChange={setInspectionId}
					/>
					<TextField
						label={t("mandate.number")}
						required={true}
						value={number()}
						error={errors.at("mandate.number")}
						onInput={setNumber}
					/>
					<CheckField label={t("mandate.dated")} checked={dated()} onChange={setDated} />
					<Show when={dated()}>
						<DeadlineEditor value={deadline()} error={errors.at("mandate.deadline")} onChange={setDeadline} />
					</Show>
				</>
			)}
		</CommandForm>
	);
}

/** 补录原文: the wording of another edition beside the first; the first stays as it is. */
export function SourceTextForm(props: FormProps): JSX.Element {
	const [text, setText] = createSignal("");
	const [document, setDocument] = createSignal("");
	return (
		<CommandForm
			verb="recordSourceText"
			wide={true}
			detail={props.detail}
			ready={text().trim() !== "" && document().trim() !== ""}
			intro={t("sourceText.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.recordSourceText.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "recordSourceText",
						sourceText: { text: text().trim(), document: document().trim(), sha256: null, lines: null },
						importId: null,
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("sourceText.document")}
						required={true}
						value={document()}
						error={errors.at("sourceText.document")}
						onInput={setDocument}
					/>
					<TextArea
						label={t("sourceText.text")}
						required={true}
						rows={8}
						value={text()}
						error={errors.at("sourceText.text")}
						onInput={setText}
					/>
				</>
			)}
		</CommandForm>
	);
}
