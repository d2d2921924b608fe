import type { LookBackResult } from "@zhenggai/domain/close-out";
import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";
import { EvidenceChoice } from "./evidence-choice.tsx";

type Occasion = keyof typeof caseVocab.lookBackOccasion;
type Draft = {
	id: string;
	on: string;
	occasion: Occasion;
	result: LookBackResult | "";
	record: string;
	evidenceIds: string[];
};

/** 登记回头看: what is found after the close-out (LB-05). */
export function LookBackForm(props: FormProps): JSX.Element {
	const me = useMe();
	const isDue = props.detail.closeOut.watchPoints.some(({ on, seen }) => !seen && on <= props.detail.asOf);
	const draft = createFormDraft(
		props,
		(): Draft => ({
			...{ id: newId(), on: me().today, occasion: isDue ? "watchPoint" : "unannounced" },
			...{ result: "", record: "", evidenceIds: [] },
		}),
	);
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="recordLookBack"
			draft={draft}
			command={
				value.on !== "" && value.result !== "" && says(value.record)
					? {
							type: "recordLookBack",
							lookBack: {
								...{ id: value.id, on: value.on, occasion: value.occasion },
								...{ result: value.result, record: value.record.trim() },
								evidenceIds: [...value.evidenceIds],
							},
						}
					: null
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-2">
						<TextField
							type="date"
							label={t("closeOut.lookBackOn")}
							required={true}
							max={me().today}
							value={value.on}
							error={errors.at("lookBack.on")}
							onInput={(on) => draft.set("on", on)}
						/>
						<Select
							label={t("closeOut.occasion")}
							required={true}
							value={value.occasion}
							choices={choicesOf(caseVocab.lookBackOccasion, language())}
							onChange={(occasion) => occasion !== "" && draft.set("occasion", occasion)}
						/>
					</div>
					<ChoiceField
						legend={t("closeOut.result")}
						required={true}
						value={value.result}
						choices={choicesOf(caseVocab.lookBackResult, language())}
						error={errors.at("lookBack.result")}
						onChange={(result) => draft.set("result", result)}
					/>
					<Show when={value.result === "rebounded" || value.result === "neverDone"}>
						<p class="text-near">{t("closeOut.reboundMeans")}</p>
					</Show>
					<TextArea
						label={t("closeOut.record")}
						required={true}
						rows={4}
						value={value.record}
						error={errors.at("lookBack.record")}
						onInput={(record) => draft.set("record", record)}
					/>
					<EvidenceChoice
						{...props}
						legend={t("closeOut.evidence")}
						value={value.evidenceIds}
						error={errors.at("lookBack.evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 反弹重新挂账: on the look-back that found it, under the same number (LB-04). */
export function ReopenForm(props: FormProps): JSX.Element {
	const rebounds = () =>
		props.detail.closeOut.state.lookBacks.filter(
			({ result }) => result === "rebounded" || result === "neverDone",
		);
	const draft = createFormDraft(props, () => {
		const found = rebounds().at(-1);
		return { lookBackId: props.request.part ?? found?.id ?? "", reason: found?.record ?? "" };
	});
	return (
		<CommandForm
			{...props}
			verb="reopenIssue"
			draft={draft}
			intro={t("closeOut.reopenIntro")}
			command={
				draft.value.lookBackId !== "" && says(draft.value.reason)
					? {
							...{ type: "reopenIssue", lookBackId: draft.value.lookBackId },
							reason: draft.value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("closeOut.whichLookBack")}
						required={true}
						value={draft.value.lookBackId}
						choices={rebounds().map(({ id, on, result }) => ({
							value: id as string,
							label: `${date(on)} · ${word(caseVocab.lookBackResult, result)}`,
						}))}
						error={errors.at("lookBackId")}
						onChange={(id) => draft.set("lookBackId", id)}
					/>
					<TextArea
						label={t("form.reason")}
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

/** 强化整改, for what is found incompletely rectified (LB-06). */
export function ReinforceForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({ reason: "" }));
	return (
		<CommandForm
			{...props}
			verb="reinforceIssue"
			draft={draft}
			intro={t("closeOut.reinforceIntro")}
			command={
				says(draft.value.reason) ? { type: "reinforceIssue", reason: draft.value.reason.trim() } : null
			}
		>
			{(errors) => (
				<TextArea
					label={t("form.reason")}
					required={true}
					value={draft.value.reason}
					error={errors.at("reason")}
					onInput={(reason) => draft.set("reason", reason)}
				/>
			)}
		</CommandForm>
	);
}
