import { caseVocab, choicesOf, isLabelled } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { date, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";

/** Records that the issue was criticised by circular or exposed by media. */
export function RecordExposureForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createKeptDraft(`recordExposure.${props.detail.row.id}.`, () => ({
		id: newId(),
		kind: "circular",
		level: "province",
		document: "",
		on: me().today,
	}));
	const kind = () => (isLabelled(caseVocab.exposureKind, draft.value.kind) ? draft.value.kind : "circular");
	const level = () =>
		isLabelled(caseVocab.exposureLevel, draft.value.level) ? draft.value.level : "province";
	return (
		<CommandForm
			{...props}
			verb="recordExposure"
			draft={draft}
			intro={t("sup.exposureIntro")}
			command={
				draft.value.document.trim().length >= 2 && draft.value.on !== ""
					? {
							type: "recordExposure",
							exposureId: draft.value.id,
							kind: kind(),
							level: level(),
							document: draft.value.document.trim(),
							on: draft.value.on,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-4 sm:grid-cols-3">
						<Select
							label={t("sup.exposureKind")}
							required={true}
							value={kind()}
							choices={choicesOf(caseVocab.exposureKind, language())}
							error={errors.at("kind")}
							onChange={(next) => draft.set("kind", next)}
						/>
						<Select
							label={t("sup.exposureLevel")}
							required={true}
							value={level()}
							choices={choicesOf(caseVocab.exposureLevel, language())}
							error={errors.at("level")}
							onChange={(next) => draft.set("level", next)}
						/>
						<TextField
							type="date"
							label={t("sup.exposureOn")}
							required={true}
							max={me().today}
							value={draft.value.on}
							error={errors.at("on")}
							onInput={(on) => draft.set("on", on)}
						/>
					</div>
					<TextField
						label={t("sup.exposureDocument")}
						hint={t("sup.exposureDocumentHint")}
						required={true}
						value={draft.value.document}
						error={errors.at("document")}
						onInput={(document) => draft.set("document", document)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 核销: what was exposed has been put right. */
export function SettleExposureForm(props: FormProps): JSX.Element {
	const open = () => props.detail.supervision.exposures.filter(({ settled }) => settled === null);
	const draft = createFormDraft(props, () => ({
		id: open().find(({ id }) => id === props.request.part)?.id ?? open()[0]?.id ?? "",
		reason: "",
	}));
	return (
		<CommandForm
			{...props}
			verb="settleExposure"
			draft={draft}
			intro={t("sup.settleIntro")}
			command={
				draft.value.id !== "" && draft.value.reason.trim().length >= 2
					? {
							type: "settleExposure",
							exposureId: draft.value.id,
							reason: draft.value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("sup.exposureWhich")}
						required={true}
						value={draft.value.id}
						choices={open().map((one) => ({
							value: one.id as string,
							label: `${word(caseVocab.exposureKind, one.kind)} ${date(one.on)} ${one.document}`,
						}))}
						error={errors.at("exposureId")}
						onChange={(id) => draft.set("id", id)}
					/>
					<TextArea
						label={t("sup.settleReason")}
						required={true}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}
