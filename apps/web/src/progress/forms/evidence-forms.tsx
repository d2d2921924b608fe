import { caseVocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Foreseen } from "../foreseen.tsx";
import { emptyTray, type Tray } from "../model/tray.ts";
import { createRehearsal } from "../rehearsal.ts";
import { EvidenceCard } from "../tab/evidence-card.tsx";
import { trayHandlers } from "../upload/tray-handlers.ts";
import { UploadBox } from "../upload/upload-box.tsx";
import { createTrayForm } from "./use-tray-form.ts";

/** 上传佐证: any number of files at once. The address may say what they are about (`?part=measure:…`). */
export function AttachForm(props: FormProps): JSX.Element {
	const draft = createFormDraft<{ tray: Tray }>(props, () => ({
		tray: emptyTray("", props.request.part ?? ""),
	}));
	const form = createTrayForm(
		() => props.detail,
		() => draft.value.tray,
	);
	const ready = () => form.ready() && form.attaching().length > 0;
	const told = createRehearsal(
		() => props.detail.row.id,
		() => (ready() ? form.attaching().map(({ command }) => command) : []),
	);
	return (
		<CommandForm
			verb="attachEvidence"
			detail={props.detail}
			ready={ready()}
			wide={true}
			intro={t("attach.intro")}
			draft={draft}
			onClose={() => props.onClose()}
			send={(envelope) => form.send(form.attaching(), envelope)}
		>
			{(errors) => (
				<>
					<UploadBox
						detail={props.detail}
						tray={draft.value.tray}
						onBusy={form.setBusy}
						errorAt={(path) => errors.at(path)}
						{...trayHandlers(
							() => draft.value.tray,
							(next) => draft.set("tray", next),
						)}
					/>
					<Foreseen told={told()} />
				</>
			)}
		</CommandForm>
	);
}

/** 撤下佐证: it stays, marked. */
export function WithdrawForm(props: FormProps): JSX.Element {
	const standing = () => props.detail.progress.evidence.filter(({ withdrawn }) => withdrawn === null);
	const draft = createFormDraft(props, () => ({ which: props.request.part ?? "", reason: "" }));
	const held = () => standing().find(({ id }) => id === draft.value.which);
	return (
		<CommandForm
			{...props}
			verb="withdrawEvidence"
			intro={t("withdrawEvidence.intro")}
			draft={draft}
			command={
				held() !== undefined && draft.value.reason.trim().length >= 2
					? {
							...{ type: "withdrawEvidence", evidenceId: draft.value.which },
							reason: draft.value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("proof.which")}
						required={true}
						value={draft.value.which}
						error={errors.at("evidenceId")}
						choices={standing().map(({ id, name, kind }) => ({
							value: id,
							label: `${name} (${word(caseVocab.evidenceKind, kind)})`,
						}))}
						onChange={(which) => draft.set("which", which)}
					/>
					<Show when={held()}>{(found) => <EvidenceCard detail={props.detail} held={found()} />}</Show>
					<TextArea
						label={t("form.reason")}
						required={true}
						rows={2}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}
