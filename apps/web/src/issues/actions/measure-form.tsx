import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, type JSX, Show } from "solid-js";
import { deadlineText, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { jsonCopy } from "../../json-copy.ts";
import type { CommandOf } from "../../types.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { type Begun, begun, caughtUp, changedSince, contested } from "./begun.ts";
import { CommandForm } from "./command-form.tsx";
import { deadlineOf } from "./deadline-draft.ts";
import { DeadlineEditor } from "./deadline-editor.tsx";
import { createFormDraft } from "./form-draft.ts";
import { type FormProps, stillThere } from "./form-props.ts";
import { changesOf, draftFor, MEASURE_GROUPS, type MeasureDraft, measureOf } from "./measure-draft.ts";
import { MilestoneEditor } from "./milestone-editor.tsx";
import { PresentNote, PresentSummary, presentText } from "./present-note.tsx";
import { UnitList } from "./unit-list.tsx";

/** The measure with what it was, which one it is, and the id of a new one. */
type Draft = Begun<MeasureDraft> & { which: string; id: string; reason: string };

/** The field that a box belongs to, as the vocabulary names it. */
const FIELDS: Readonly<Record<string, string>> = {
	dated: "deadline",
	responsible: "responsibleUnitIds",
	supporting: "supportingUnitIds",
};
const fieldOf = (box: string): string => FIELDS[box] ?? box;

/** 增加措施, 修改措施. */
export function MeasureForm(props: FormProps): JSX.Element {
	const amending = () => props.request.verb === "amendMeasure";
	const asked = () => props.detail.measures.some((measure) => measure.id === props.request.part);
	const measureAt = (id: string) => props.detail.measures.find((measure) => measure.id === id);
	const draft = createFormDraft<Draft>(props, () => {
		const which = amending() ? stillThere(props.request.part ?? "", props.detail.measures) : "";
		return { which, id: newId(), reason: "", ...begun(draftFor(measureAt(which))) };
	});
	const { value, set } = draft;
	const existing = () => measureAt(value.which);
	const present = createMemo(() => draftFor(existing()));
	if (draft.since() !== null && existing() !== undefined) set(caughtUp(value, present(), MEASURE_GROUPS));
	const choose = (which: string) => set({ which, ...jsonCopy(begun(draftFor(measureAt(which)))) });
	const changes = () => changesOf(value, value.start);
	const now = (text: string, ...fields: (keyof MeasureDraft)[]) =>
		existing() !== undefined && changedSince<MeasureDraft>(value.start, present(), ...fields).length > 0
			? presentText(text)
			: undefined;
	const moved = () =>
		(existing() === undefined ? [] : contested<MeasureDraft>(value, present(), MEASURE_GROUPS)).map((field) =>
			word(vocab.measureField, fieldOf(field)),
		);
	const ready = () =>
		value.text.trim() !== "" &&
		(!value.dated || deadlineOf(value.deadline) !== null) &&
		(!amending() ||
			(existing() !== undefined && Object.keys(changes()).length > 0 && value.reason.trim().length >= 2));
	const command = (): CommandOf<"addMeasure" | "amendMeasure"> =>
		amending()
			? {
					type: "amendMeasure",
					measureId: value.which,
					changes: changes(),
					reason: value.reason.trim(),
					importId: null,
				}
			: { type: "addMeasure", measures: [{ id: value.id, ...measureOf(value) }], importId: null };
	return (
		<CommandForm
			{...props}
			verb={amending() ? "amendMeasure" : "addMeasure"}
			wide={true}
			draft={draft}
			command={ready() ? command() : null}
		>
			{(errors) => (
				<>
					<PresentSummary fields={moved()} />
					<Show when={amending() && !asked()}>
						<Select
							label={t("measures.which")}
							required={true}
							value={existing() === undefined ? "" : value.which}
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
							hint={now(present().number, "number")}
							value={value.number}
							onInput={(number) => set({ number })}
						/>
						<Select
							label={word(vocab.measureField, "type")}
							hint={now(word(vocab.measureType, present().type), "type")}
							value={value.type}
							none={t("nothing")}
							choices={choicesOf(vocab.measureType, language())}
							onChange={(type) => set({ type })}
						/>
						<Select
							label={word(vocab.measureField, "term")}
							hint={now(word(vocab.measureTerm, present().term), "term")}
							value={value.term}
							none={t("nothing")}
							choices={choicesOf(vocab.measureTerm, language())}
							onChange={(term) => set({ term })}
						/>
					</div>
					<TextArea
						label={word(vocab.measureField, "text")}
						hint={now(present().text, "text")}
						required={true}
						rows={3}
						value={value.text}
						error={errors.at("measures.0.text") ?? errors.at("changes.text")}
						onInput={(text) => set({ text })}
					/>
					<CheckField
						label={t("measures.dated")}
						checked={value.dated}
						onChange={(dated) => set({ dated })}
					/>
					<Show when={value.dated}>
						<DeadlineEditor
							value={value.deadline}
							error={errors.at("measures.0.deadline") ?? errors.at("changes.deadline")}
							onChange={(deadline) => set({ deadline })}
						/>
					</Show>
					<PresentNote text={now(deadlineText(existing()?.deadline ?? null), "dated", "deadline")} />
					<div class="grid gap-3 sm:grid-cols-2">
						<UnitList
							label={word(vocab.measureField, "responsibleUnitIds")}
							value={value.responsible}
							onChange={(responsible) => set({ responsible })}
						/>
						<UnitList
							label={word(vocab.measureField, "supportingUnitIds")}
							value={value.supporting}
							onChange={(supporting) => set({ supporting })}
						/>
					</div>
					<PresentNote
						text={now(
							[...present().responsible, ...present().supporting].map(({ label }) => label).join("、"),
							"responsible",
							"supporting",
						)}
					/>
					<MilestoneEditor
						value={value.milestones}
						onChange={(milestones) => set({ milestones })}
						error={errors.at("measures.0.milestones") ?? errors.at("changes.milestones")}
					/>
					<PresentNote
						text={now(
							present()
								.milestones.map((step) => `${step.due} ${step.text}`)
								.join("；"),
							"milestones",
						)}
					/>
					<CheckField
						label={word(vocab.measureField, "similarScreening")}
						checked={value.similarScreening}
						onChange={(similarScreening) => set({ similarScreening })}
					/>
					<Show when={amending()}>
						<TextArea
							label={t("form.reason")}
							required={true}
							rows={2}
							value={value.reason}
							error={errors.at("reason")}
							onInput={(reason) => set({ reason })}
						/>
					</Show>
				</>
			)}
		</CommandForm>
	);
}
