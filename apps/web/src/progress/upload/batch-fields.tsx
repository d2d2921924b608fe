import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { targetChoices } from "../targets.ts";
import type { TrayProps } from "./upload-box.tsx";

/** What is asked once for all files of a batch. */
export function BatchFields(props: TrayProps): JSX.Element {
	const me = useMe();
	const batch = () => props.tray.batch;
	const isMonitoring = () =>
		batch().kind === "monitoring" || props.tray.files.some(({ kind }) => kind === "monitoring");
	const needsKind = () => props.tray.files.some(({ kind }) => kind === "");
	return (
		<div class="grid gap-3 sm:grid-cols-2">
			<Select
				label={t("upload.kind")}
				required={needsKind()}
				value={batch().kind}
				none={t("choose")}
				choices={choicesOf(caseVocab.evidenceKind, language())}
				onChange={(kind) => props.onBatch({ kind })}
			/>
			<TextField
				label={t("upload.effectiveOn")}
				hint={t("upload.effectiveOnHint")}
				type="date"
				max={me().today}
				value={batch().effectiveOn}
				onInput={(effectiveOn) => props.onBatch({ effectiveOn })}
			/>
			<Show when={!props.fixedTarget}>
				<Select
					label={t("upload.target")}
					value={batch().target}
					none={t("upload.targetNone")}
					choices={targetChoices(props.detail)}
					onChange={(target) => props.onBatch({ target })}
				/>
			</Show>
			<TextField label={t("upload.note")} value={batch().note} onInput={(note) => props.onBatch({ note })} />
			<Show when={isMonitoring()}>
				<TextField
					label={t("upload.laboratory")}
					value={batch().laboratory}
					onInput={(laboratory) => props.onBatch({ laboratory })}
				/>
				<Select
					label={t("upload.meetsStandard")}
					value={batch().meetsStandard}
					none={t("choose")}
					choices={[
						{ value: "yes", label: t("upload.meets") },
						{ value: "no", label: t("upload.meetsNot") },
					]}
					onChange={(meetsStandard) => props.onBatch({ meetsStandard })}
				/>
			</Show>
		</div>
	);
}
