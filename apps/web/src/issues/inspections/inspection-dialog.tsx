import { useQueryClient } from "@tanstack/solid-query";
import type { InspectionRow } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { client } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { useMe } from "../../shell/me.tsx";
import { EditDialog } from "../../ui/edit-dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { emptyInspection, type InspectionDraft, inspectionDraft, inspectionOf } from "./inspection-draft.ts";
import { InspectionFields } from "./inspection-fields.tsx";

/** Registers an inspection, or amends the one of a row; `onSaved` gets its id. */
export function InspectionDialog(props: {
	row: InspectionRow | null;
	/** What a new one is offered as: the title of a document. */
	title?: string;
	onSaved?: (inspectionId: string) => void;
	onClose: () => void;
}): JSX.Element {
	const me = useMe();
	const queryClient = useQueryClient();
	const fresh = newId();
	const [draft, set] = createStore<InspectionDraft>(
		props.row === null ? emptyInspection(me().region, props.title) : inspectionDraft(props.row),
	);
	const [reason, setReason] = createSignal("");
	const ready = () => inspectionOf(draft) !== null && (props.row === null || reason().trim().length >= 2);
	const send = async (key: string) => {
		const inspection = inspectionOf(draft);
		if (inspection === null) return { ok: false as const, refusals: [] };
		if (props.row === null) {
			return client.issues.commandInspection.mutate({
				inspectionId: fresh,
				command: { type: "registerInspection", inspectionId: fresh, inspection },
				envelope: { expectedVersion: 0, idempotencyKey: key },
			});
		}
		const { region: _, ...changes } = inspection;
		return client.issues.commandInspection.mutate({
			inspectionId: props.row.id,
			command: { type: "amendInspection", changes, reason: reason().trim() },
			envelope: { expectedVersion: props.row.version, idempotencyKey: key },
		});
	};
	return (
		<EditDialog
			title={word(vocab.inspectionVerb, props.row === null ? "registerInspection" : "amendInspection")}
			submit={t("save")}
			wide={true}
			ready={ready()}
			send={send}
			onSaved={async () => {
				await queryClient.invalidateQueries({ queryKey: ["issues", "listInspections"] });
				props.onSaved?.(props.row?.id ?? fresh);
			}}
			onClose={() => props.onClose()}
		>
			{(errorAt) => (
				<>
					<InspectionFields draft={draft} onChange={set} errorAt={errorAt} />
					<Show when={props.row !== null}>
						<TextArea
							label={t("form.reason")}
							required={true}
							rows={2}
							value={reason()}
							error={errorAt("reason")}
							onInput={setReason}
						/>
					</Show>
				</>
			)}
		</EditDialog>
	);
}
