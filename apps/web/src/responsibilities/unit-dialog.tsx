import "../i18n/page-words.ts";
import { useQueryClient } from "@tanstack/solid-query";
import type { UnitRow } from "@zhenggai/domain/responsibilities";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { client } from "../api.ts";
import { word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { useMe } from "../shell/me.tsx";
import type { NewUnitInput } from "../types.ts";
import type { Option } from "../ui/combobox.tsx";
import { EditDialog } from "../ui/edit-dialog.tsx";
import { CheckField, TextArea, TextField } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { RegionPicker, UnitPicker } from "./pickers.tsx";

type Draft = {
	name: string;
	aliases: string;
	kind: NewUnitInput["kind"] | "";
	region: string;
	parent: Option | null;
	active: boolean;
};

function startDraft(row: UnitRow | null, region: string): Draft {
	if (row === null) return { name: "", aliases: "", kind: "", region, parent: null, active: true };
	return {
		name: row.name,
		aliases: row.aliases.join("\n"),
		kind: row.kind,
		region: row.region,
		parent: row.parentId === null ? null : { id: row.parentId, label: row.parentName ?? "" },
		active: row.active,
	};
}

function unitOf(draft: Draft): NewUnitInput | null {
	if (draft.kind === "" || draft.name.trim() === "" || draft.region === "") return null;
	return {
		name: draft.name.trim(),
		aliases: draft.aliases
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== ""),
		kind: draft.kind,
		region: draft.region,
		parentId: draft.parent?.id ?? null,
	};
}

/** Registers a unit or corrects one. */
export function UnitDialog(props: { row: UnitRow | null; onClose: () => void }): JSX.Element {
	const me = useMe();
	const queryClient = useQueryClient();
	const [draft, set] = createStore<Draft>(startDraft(props.row, me().region));
	const send = async (key: string) => {
		const unit = unitOf(draft);
		if (unit === null) return { ok: false as const, refusals: [] };
		if (props.row === null) {
			return client.responsibilities.registerUnit.mutate({ unit, idempotencyKey: key });
		}
		return client.responsibilities.amendUnit.mutate({
			unitId: props.row.id,
			changes: { ...unit, active: draft.active },
			envelope: { expectedVersion: props.row.version, idempotencyKey: key },
		});
	};
	return (
		<EditDialog
			title={word(vocab.otherVerb, props.row === null ? "registerUnit" : "amendUnit")}
			submit={t("save")}
			ready={unitOf(draft) !== null}
			send={send}
			onSaved={() => void queryClient.invalidateQueries({ queryKey: ["responsibilities"] })}
			onClose={() => props.onClose()}
		>
			{(errorAt) => (
				<>
					<TextField
						label={t("unit.name")}
						required={true}
						value={draft.name}
						error={errorAt("name")}
						onInput={(name) => set({ name })}
					/>
					<TextArea
						label={t("unit.aliasesField")}
						hint={t("unit.aliasesHint")}
						rows={2}
						value={draft.aliases}
						error={errorAt("aliases")}
						onInput={(aliases) => set({ aliases })}
					/>
					<Select
						label={t("unit.kind")}
						required={true}
						value={draft.kind}
						choices={choicesOf(vocab.unitKind, language())}
						error={errorAt("kind")}
						onChange={(kind) => set({ kind })}
					/>
					<RegionPicker
						label={t("unit.region")}
						required={true}
						value={draft.region}
						error={errorAt("region")}
						onChange={(region) => set({ region })}
					/>
					<UnitPicker
						label={t("unit.parent")}
						value={draft.parent}
						error={errorAt("parentId")}
						onChange={(parent) => set({ parent })}
					/>
					<Show when={props.row !== null}>
						<CheckField
							label={t("unit.active")}
							checked={draft.active}
							onChange={(active) => set({ active })}
						/>
					</Show>
				</>
			)}
		</EditDialog>
	);
}
