import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, For, type JSX, Show } from "solid-js";
import { deadlineText, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { AMEND_GROUPS, type AmendFields, changesOf, fieldsOf, TIERS } from "./amend-draft.ts";
import { type Begun, begun, caughtUp, changedSince, contested } from "./begun.ts";
import { CommandForm } from "./command-form.tsx";
import { deadlineOf } from "./deadline-draft.ts";
import { DeadlineEditor } from "./deadline-editor.tsx";
import { createFormDraft } from "./form-draft.ts";
import type { FormProps } from "./form-props.ts";
import { PresentNote, PresentSummary, presentText } from "./present-note.tsx";

/** The element that a box belongs to. */
const elementOf = (field: string): string => {
	if (field === "noDeadline") return "deadline";
	return TIERS.some((tier) => tier === field) ? "numberByTier" : field;
};

/** 更正要素: everything but the wording of the finding, with a reason. */
export function AmendForm(props: FormProps): JSX.Element {
	const present = createMemo(() => fieldsOf(props.detail));
	const draft = createFormDraft<Begun<AmendFields> & { reason: string }>(props, () => ({
		...begun(present()),
		reason: "",
	}));
	const { value, set } = draft;
	if (draft.since() !== null) set(caughtUp(value, present(), AMEND_GROUPS));
	const changes = createMemo(() => changesOf(value, present()));
	const moved = () =>
		contested<AmendFields>(value, present(), AMEND_GROUPS).map((field) =>
			word(vocab.issueElement, elementOf(field)),
		);
	const ready = () =>
		Object.keys(changes()).length > 0 &&
		value.reason.trim().length >= 2 &&
		(value.noDeadline || deadlineOf(value.deadline) !== null);
	const now = (text: string, ...fields: (keyof AmendFields)[]) =>
		changedSince<AmendFields>(value.start, present(), ...fields).length > 0 ? presentText(text) : undefined;
	return (
		<CommandForm
			{...props}
			verb="amendIssue"
			wide={true}
			draft={draft}
			intro={t("amend.intro")}
			command={
				ready()
					? { type: "amendIssue", changes: changes(), reason: value.reason.trim(), importId: null }
					: null
			}
		>
			{(errors) => (
				<>
					<PresentSummary fields={moved()} />
					<TextArea
						label={word(vocab.issueElement, "goal")}
						hint={now(present().goal, "goal")}
						rows={4}
						value={value.goal}
						error={errors.at("changes.goal") ?? errors.at("goal")}
						onInput={(goal) => set({ goal })}
					/>
					<CheckField
						label={t("amend.noDeadline")}
						checked={value.noDeadline}
						onChange={(noDeadline) => set({ noDeadline })}
					/>
					<Show when={!value.noDeadline}>
						<DeadlineEditor
							value={value.deadline}
							error={errors.at("changes.deadline") ?? errors.at("deadline")}
							onChange={(deadline) => set({ deadline })}
						/>
					</Show>
					<PresentNote text={now(deadlineText(props.detail.row.deadline), "deadline", "noDeadline")} />
					<div class="grid gap-3 sm:grid-cols-4">
						<For each={TIERS}>
							{(tier) => (
								<TextField
									label={t("amend.number", { tier: word(vocab.tier, tier) })}
									value={value[tier]}
									hint={now(present()[tier], tier)}
									onInput={(text) => set(tier, text)}
								/>
							)}
						</For>
					</div>
					<div class="grid gap-3 sm:grid-cols-2">
						<Select
							label={word(vocab.issueElement, "field")}
							hint={now(word(vocab.issueField, present().field), "field")}
							value={value.field}
							none={t("nothing")}
							choices={choicesOf(vocab.issueField, language())}
							onChange={(field) => set({ field })}
						/>
						<Select
							label={word(vocab.issueElement, "generality")}
							hint={now(word(vocab.generality, present().generality), "generality")}
							value={value.generality}
							none={t("nothing")}
							choices={choicesOf(vocab.generality, language())}
							onChange={(generality) => set({ generality })}
						/>
					</div>
					<TextArea
						label={word(vocab.issueElement, "constraints")}
						hint={now(present().constraints, "constraints") ?? t("amend.constraintsHint")}
						rows={2}
						value={value.constraints}
						onInput={(constraints) => set({ constraints })}
					/>
					<TextArea
						label={word(vocab.issueElement, "remarks")}
						hint={now(present().remarks, "remarks")}
						rows={2}
						value={value.remarks}
						onInput={(remarks) => set({ remarks })}
					/>
					<TextArea
						label={t("form.reason")}
						hint={t("form.reasonHint")}
						required={true}
						rows={2}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}
