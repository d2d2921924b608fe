import type { IssueDetail } from "@zhenggai/domain/issues";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { names, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { UnitList } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { IconButton } from "../../ui/button.tsx";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { findingsAt } from "../draft/findings-at.ts";
import { isStep, type PlanMeasure, type Unfinished, unfinished, weightOf } from "../draft/measure-draft.ts";
import { PartFindings } from "../tab/show.tsx";
import { DueField } from "./due-field.tsx";
import { MeasureExtras } from "./measure-extras.tsx";
import { StepsEditor, shareText } from "./steps-editor.tsx";

const PART_FIELD: Readonly<Record<Unfinished, keyof typeof vocab.measureField>> = {
	text: "text",
	deadline: "deadline",
	steps: "milestones",
	provisional: "provisional",
	entity: "entity",
	options: "options",
};

/** One measure of the plan with everything that is asked of it, and what can be done with it in the list. */
export function MeasureCard(props: {
	detail: IssueDetail;
	value: PlanMeasure;
	n: number;
	last: boolean;
	isNew: boolean;
	whole: number;
	onChange: (changes: Partial<PlanMeasure>) => void;
	onMove: (by: -1 | 1) => void;
	onDuplicate: () => void;
	onRemove: () => void;
}): JSX.Element {
	const open = () => unfinished(props.value);
	const weight = () => props.value.steps.filter(isStep).reduce((sum, step) => sum + weightOf(step), 0);
	return (
		<li
			class={`rounded-md border bg-sheet p-3 ${open().length > 0 ? "border-near" : "border-line"}`}
			data-measure={props.value.id}
			aria-label={t("plans.editor.measure", { n: props.n })}
		>
			<div class="mb-2 flex flex-wrap items-center gap-2">
				<strong>{t("plans.editor.measure", { n: props.n })}</strong>
				<Show when={props.isNew}>
					<Tag tone="active">{t("plans.editor.new")}</Tag>
				</Show>
				<Show when={weight() > 0}>
					<span class="text-ink-soft tabular-nums">
						{t("plans.shareOf", { share: shareText(weight(), props.whole) })}
					</span>
				</Show>
				<span class="ml-auto flex">
					<IconButton
						icon="chevronUp"
						label={t("plans.editor.up", { n: props.n })}
						disabled={props.n === 1}
						onClick={() => props.onMove(-1)}
					/>
					<IconButton
						icon="chevronDown"
						label={t("plans.editor.down", { n: props.n })}
						disabled={props.last}
						onClick={() => props.onMove(1)}
					/>
					<IconButton
						icon="copy"
						label={t("plans.editor.duplicate", { n: props.n })}
						onClick={() => props.onDuplicate()}
					/>
					<IconButton
						icon="close"
						label={t("plans.editor.remove", { n: props.n })}
						onClick={() => props.onRemove()}
					/>
				</span>
			</div>
			<div class="flex flex-col gap-2.5">
				<TextArea
					label={word(vocab.measureField, "text")}
					required={true}
					rows={2}
					value={props.value.text}
					onInput={(text) => props.onChange({ text })}
				/>
				<MeasureKinds {...props} />
				<div class="grid gap-2 sm:grid-cols-2">
					<UnitList
						label={word(vocab.measureField, "responsibleUnitIds")}
						value={props.value.responsible}
						onChange={(responsible) => props.onChange({ responsible })}
					/>
					<UnitList
						label={word(vocab.measureField, "supportingUnitIds")}
						value={props.value.supporting}
						onChange={(supporting) => props.onChange({ supporting })}
					/>
				</div>
				<StepsEditor
					value={props.value.steps}
					whole={props.whole}
					onChange={(steps) => props.onChange({ steps })}
				/>
				<MeasureExtras value={props.value} onChange={props.onChange} />
				<Show when={open().length > 0 && props.value.text.trim() !== ""}>
					<p class="text-near">
						{t("plans.editor.open", {
							parts: names(open().map((part) => word(vocab.measureField, PART_FIELD[part]))),
						})}
					</p>
				</Show>
				<PartFindings of={findingsAt(props.detail, `measure:${props.value.id}`)} />
			</div>
		</li>
	);
}

function MeasureKinds(props: {
	value: PlanMeasure;
	onChange: (changes: Partial<PlanMeasure>) => void;
}): JSX.Element {
	return (
		<div class="grid items-start gap-2 sm:grid-cols-2 lg:grid-cols-[6rem_1fr_1fr_minmax(12rem,auto)]">
			<TextField
				label={word(vocab.measureField, "number")}
				value={props.value.number}
				onInput={(number) => props.onChange({ number })}
			/>
			<Select
				label={word(vocab.measureField, "type")}
				value={props.value.type}
				none={t("nothing")}
				choices={choicesOf(vocab.measureType, language())}
				onChange={(type) => props.onChange({ type })}
			/>
			<Select
				label={word(vocab.measureField, "term")}
				value={props.value.term}
				none={t("nothing")}
				choices={choicesOf(vocab.measureTerm, language())}
				onChange={(term) => props.onChange({ term })}
			/>
			<div>
				<Show when={props.value.dated}>
					<DueField
						label={word(vocab.measureField, "deadline")}
						value={props.value.deadline}
						onChange={(deadline) => props.onChange({ deadline })}
					/>
				</Show>
				<CheckField
					class="min-h-7"
					label={t("plans.editor.undated")}
					checked={!props.value.dated}
					onChange={(undated) => props.onChange({ dated: !undated })}
				/>
			</div>
		</div>
	);
}
