import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { client } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { deadlineOf } from "./deadline-draft.ts";
import { DeadlineEditor } from "./deadline-editor.tsx";
import type { FormProps } from "./form-props.ts";
import { changesOf, draftFor, type MeasureDraft, measureOf } from "./measure-draft.ts";
import { MilestoneEditor } from "./milestone-editor.tsx";
import { UnitList } from "./unit-list.tsx";

/** 编制措施: the lead unit begins to write its measures. */
export function StartPlanningForm(props: FormProps): JSX.Element {
	return (
		<CommandForm
			verb="startPlanning"
			detail={props.detail}
			ready={true}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.startPlanning.mutate({
					issueId: props.detail.row.id,
					command: { type: "startPlanning" },
					envelope,
				})
			}
		>
			{() => <p>{t("planning.intro")}</p>}
		</CommandForm>
	);
}

/** 增加措施, 修改措施. */
export function MeasureForm(props: FormProps): JSX.Element {
	const amended = () => props.detail.measures.find((measure) => measure.id === props.request.part);
	const [which, setWhich] = createSignal(amended()?.id ?? "");
	const existing = () => props.detail.measures.find((measure) => measure.id === which());
	const amending = () => props.request.verb === "amendMeasure";
	const id = newId();
	const [start, setStart] = createSignal(draftFor(existing()));
	const [draft, set] = createStore<MeasureDraft>(draftFor(existing()));
	const [reason, setReason] = createSignal("");
	const choose = (next: string) => {
		setWhich(next);
		setStart(draftFor(existing()));
		set(draftFor(existing()));
	};
	const changed = () => Object.keys(changesOf(draft, start())).length > 0;
	const ready = () =>
		draft.text.trim() !== "" &&
		(!draft.dated || deadlineOf(draft.deadline) !== null) &&
		(!amending() || (existing() !== undefined && changed() && reason().trim().length >= 2));
	const send = (envelope: Parameters<Parameters<typeof CommandForm>[0]["send"]>[0]) =>
		amending()
			? client.issues.amendMeasure.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "amendMeasure",
						measureId: which(),
						changes: changesOf(draft, start()),
						reason: reason().trim(),
						importId: null,
					},
					envelope,
				})
			: client.issues.addMeasure.mutate({
					issueId: props.detail.row.id,
					command: { type: "addMeasure", measures: [{ id, ...measureOf(draft) }], importId: null },
					envelope,
				});
	return (
		<CommandForm
			verb={amending() ? "amendMeasure" : "addMeasure"}
			wide={true}
			detail={props.detail}
			ready={ready()}
			onClose={() => props.onClose()}
			send={send}
		>
			{(errors) => (
				<>
					<Show when={amending() && amended() === undefined}>
						<Select
							label={t("measures.which")}
							required={true}
							value={which()}
							choices={props.detail.measures.map((measure) => ({
								value: measure.id as string,
								label: `${measure.number ?? ""} ${measure.text.slice(0, 40)}`,
							}))}
							onChange={choose}
						/>
					</Show>
					<div class="grid gap-3 sm:grid-cols-[8rem_1fr_1fr]">
						<TextField
							label={word(vocab.measureField, "number")}
							value={draft.number}
							onInput={(number) => set({ number })}
						/>
						<Select
							label={word(vocab.measureField, "type")}
							value={draft.type}
							none={t("nothing")}
							choices={choicesOf(vocab.measureType, language())}
							onChange={(type) => set({ type })}
						/>
						<Select
							label={word(vocab.measureField, "term")}
							value={draft.term}
							none={t("nothing")}
							choices={choicesOf(vocab.measureTerm, language())}
							onChange={(term) => set({ term })}
						/>
					</div>
					<TextArea
						label={word(vocab.measureField, "text")}
						required={true}
						rows={3}
						value={draft.text}
						error={errors.at("measures.0.text") ?? errors.at("changes.text")}
						onInput={(text) => set({ text })}
					/>
					<CheckField
						label={t("measures.dated")}
						checked={draft.dated}
						onChange={(dated) => set({ dated })}
					/>
					<Show when={draft.dated}>
						<DeadlineEditor
							value={draft.deadline}
							error={errors.at("measures.0.deadline") ?? errors.at("changes.deadline")}
							onChange={(deadline) => set({ deadline })}
						/>
					</Show>
					<div class="grid gap-3 sm:grid-cols-2">
						<UnitList
							label={word(vocab.measureField, "responsibleUnitIds")}
							value={draft.responsible}
							onChange={(responsible) => set({ responsible })}
						/>
						<UnitList
							label={word(vocab.measureField, "supportingUnitIds")}
							value={draft.supporting}
							onChange={(supporting) => set({ supporting })}
						/>
					</div>
					<MilestoneEditor
						value={draft.milestones}
						onChange={(milestones) => set({ milestones })}
						error={errors.at("measures.0.milestones") ?? errors.at("changes.milestones")}
					/>
					<CheckField
						label={word(vocab.measureField, "similarScreening")}
						checked={draft.similarScreening}
						onChange={(similarScreening) => set({ similarScreening })}
					/>
					<Show when={amending()}>
						<TextArea
							label={t("form.reason")}
							required={true}
							rows={2}
							value={reason()}
							error={errors.at("reason")}
							onInput={setReason}
						/>
					</Show>
				</>
			)}
		</CommandForm>
	);
}

/** 取消措施: it stays on the list, struck out, with the reason. */
export function CancelMeasureForm(props: FormProps): JSX.Element {
	const live = () => props.detail.measures.filter((measure) => measure.state !== "cancelled");
	const [id, setId] = createSignal(live().find((measure) => measure.id === props.request.part)?.id ?? "");
	const [reason, setReason] = createSignal("");
	return (
		<CommandForm
			verb="cancelMeasure"
			detail={props.detail}
			ready={id() !== "" && reason().trim().length >= 2}
			intro={t("measures.cancelIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.cancelMeasure.mutate({
					issueId: props.detail.row.id,
					command: { type: "cancelMeasure", measureId: id(), reason: reason().trim(), importId: null },
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("measures.which")}
						required={true}
						value={id()}
						choices={live().map((measure) => ({
							value: measure.id as string,
							label: `${measure.number ?? ""} ${measure.text.slice(0, 40)}`,
						}))}
						onChange={(next) => setId(live().find((measure) => measure.id === next)?.id ?? "")}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={reason()}
						error={errors.at("reason")}
						onInput={setReason}
					/>
				</>
			)}
		</CommandForm>
	);
}
