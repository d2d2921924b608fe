import "../i18n/page-words.ts";
import { useQueryClient } from "@tanstack/solid-query";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { client } from "../api.ts";
import { word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { RegionPicker, UnitPicker } from "../responsibilities/index.ts";
import { useMe } from "../shell/me.tsx";
import type { NewApiKeyInput } from "../types.ts";
import type { Option } from "../ui/combobox.tsx";
import { EditDialog } from "../ui/edit-dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { CheckList, Select } from "../ui/select.tsx";

type Draft = {
	name: string;
	role: NewApiKeyInput["role"];
	region: string;
	unit: Option | null;
	verbs: NewApiKeyInput["verbs"];
	days: string;
};

const LONGEST_DAYS = 366;

/** Makes a key for a program: what it may do, where, and until when. */
export function KeyDialog(props: { onMade: (key: string) => void; onClose: () => void }): JSX.Element {
	const me = useMe();
	const queryClient = useQueryClient();
	const [draft, set] = createStore<Draft>({
		name: "",
		role: me().role,
		region: me().region,
		unit: null,
		verbs: ["read"],
		days: "90",
	});
	const days = () => Number(draft.days);
	const ready = () =>
		draft.name.trim().length >= 2 &&
		draft.verbs.length > 0 &&
		Number.isInteger(days()) &&
		days() >= 1 &&
		days() <= LONGEST_DAYS;
	return (
		<EditDialog
			title={word(vocab.otherVerb, "createApiKey")}
			submit={word(vocab.otherVerb, "createApiKey")}
			ready={ready()}
			send={() =>
				client.access.createApiKey.mutate({
					name: draft.name.trim(),
					role: draft.role,
					region: draft.region,
					unitId: draft.unit?.id ?? null,
					verbs: [...draft.verbs],
					days: days(),
				})
			}
			onSaved={(answer) => {
				void queryClient.invalidateQueries({ queryKey: ["access", "listApiKeys"] });
				props.onMade(answer.value.key);
			}}
			onClose={() => props.onClose()}
		>
			{(errorAt) => (
				<>
					<TextField
						label={t("keys.name")}
						hint={t("keys.nameHint")}
						required={true}
						value={draft.name}
						error={errorAt("name")}
						onInput={(name) => set({ name })}
					/>
					<Select
						label={t("keys.role")}
						required={true}
						value={draft.role}
						choices={choicesOf(vocab.role, language())}
						error={errorAt("role")}
						onChange={(role) => role !== "" && set({ role })}
					/>
					<RegionPicker
						label={t("unit.region")}
						required={true}
						value={draft.region}
						error={errorAt("region")}
						onChange={(region) => set({ region })}
					/>
					<UnitPicker
						label={t("keys.unit")}
						value={draft.unit}
						error={errorAt("unitId")}
						onChange={(unit) => set({ unit })}
					/>
					<CheckList
						legend={t("keys.verbs")}
						choices={choicesOf(vocab.keyVerb, language())}
						value={draft.verbs}
						onChange={(verbs) => set({ verbs })}
					/>
					<TextField
						type="number"
						min="1"
						max={String(LONGEST_DAYS)}
						label={t("keys.days")}
						hint={t("keys.daysHint")}
						required={true}
						value={draft.days}
						error={errorAt("days")}
						onInput={(text) => set({ days: text })}
					/>
				</>
			)}
		</EditDialog>
	);
}
