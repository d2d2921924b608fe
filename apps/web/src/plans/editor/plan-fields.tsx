import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { deadlineText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { CheckField, TextArea } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { findingsAt } from "../draft/findings-at.ts";
import { isDeadlineOpen, type PlanText, WAIVABLE } from "../draft/plan-draft.ts";
import { PartFindings } from "../tab/show.tsx";
import { DueField } from "./due-field.tsx";
import { GoalsEditor } from "./goals-editor.tsx";
import { MeasuresEditor } from "./measures-editor.tsx";

type Part = {
	detail: IssueDetail;
	value: PlanText;
	onChange: (changes: Partial<PlanText>) => void;
	/** The sentence for the field of a path, null where it is in order. */
	errorAt: (path: string) => string | null;
};

/** Goal, deadline and what must not happen on the way. */
export function ElementFields(props: Part & { locked?: boolean }): JSX.Element {
	return (
		<Section title={t("plans.editor.elements")}>
			<div class="flex flex-col gap-3">
				<div>
					<TextArea
						label={word(vocab.issueElement, "goal")}
						required={true}
						rows={3}
						value={props.value.goal}
						error={props.errorAt("goal")}
						onInput={(goal) => props.onChange({ goal })}
					/>
					<PartFindings of={[...findingsAt(props.detail, "goal"), ...findingsAt(props.detail, "goals")]} />
				</div>
				<GoalsEditor
					detail={props.detail}
					value={props.value.goals}
					error={props.errorAt("goals")}
					onChange={(goals) => props.onChange({ goals })}
				/>
				<div class="grid items-start gap-3 sm:grid-cols-2">
					<div>
						<Show
							when={!props.locked}
							fallback={
								<p data-locked>
									<span class="mb-1 block text-ink-soft">{word(vocab.issueElement, "deadline")}</span>
									{deadlineText(props.detail.row.deadline)}
									<span class="mt-1 block text-[0.9rem] text-ink-faint">{t("plans.editor.locked")}</span>
								</p>
							}
						>
							<DeadlineField {...props} />
						</Show>
						<Show when={props.detail.plan.originalDeadline}>
							{(original) => (
								<p class="text-ink-soft">
									{t("plans.original")} {deadlineText(original())}
								</p>
							)}
						</Show>
						<PartFindings of={findingsAt(props.detail, "deadline")} />
					</div>
					<TextArea
						label={word(vocab.issueElement, "constraints")}
						hint={t("plans.editor.constraintsHint")}
						rows={2}
						value={props.value.constraints}
						error={props.errorAt("constraints")}
						onInput={(constraints) => props.onChange({ constraints })}
					/>
				</div>
			</div>
		</Section>
	);
}

function DeadlineField(props: Part): JSX.Element {
	return (
		<>
			<Show when={!props.value.noDeadline}>
				<DueField
					label={word(vocab.issueElement, "deadline")}
					value={props.value.deadline}
					error={props.errorAt("deadline")}
					onChange={(deadline) => props.onChange({ deadline })}
				/>
			</Show>
			<CheckField
				class="min-h-7"
				label={t("amend.noDeadline")}
				checked={props.value.noDeadline}
				onChange={(noDeadline) => props.onChange({ noDeadline })}
			/>
			<Show when={isDeadlineOpen(props.value)}>
				<p class="text-near">{t("plans.editor.open", { parts: word(vocab.issueElement, "deadline") })}</p>
			</Show>
		</>
	);
}

/** The measures of the plan. */
export function MeasureFields(props: Part & { held: PlanText["measures"] }): JSX.Element {
	return (
		<Section title={t("plans.editor.measures")} count={props.value.measures.length}>
			<MeasuresEditor
				detail={props.detail}
				value={props.value.measures}
				held={props.held}
				onChange={(measures) => props.onChange({ measures })}
			/>
			<Show when={props.errorAt("measures")}>{(error) => <p class="mt-1 text-late">{error()}</p>}</Show>
		</Section>
	);
}

/** Reasons for what the plan leaves out (PLAN-08, PLAN-09). A reason that the ledger has stays. */
export function WaiverFields(props: Part & { held: PlanText["waivers"] }): JSX.Element {
	const open = () => WAIVABLE.some((of) => props.value.waivers[of] !== "");
	return (
		<details class="rounded-md border border-line bg-sheet px-3.5 py-2" open={open()}>
			<summary class="tap font-semibold">{t("plans.editor.waivers")}</summary>
			<p class="my-1 text-ink-soft">{t("plans.editor.waiversHint")}</p>
			<div class="grid gap-3 sm:grid-cols-3">
				<For each={WAIVABLE}>
					{(of) => (
						<Show
							when={props.held[of] === ""}
							fallback={
								<p>
									<strong class="font-medium">{word(caseVocab.planWaiver, of)}</strong> {props.held[of]}
								</p>
							}
						>
							<TextArea
								rows={2}
								label={t("plans.editor.waiveWhy", { what: word(caseVocab.planWaiver, of) })}
								value={props.value.waivers[of]}
								onInput={(text) => props.onChange({ waivers: { ...props.value.waivers, [of]: text } })}
							/>
						</Show>
					)}
				</For>
			</div>
		</details>
	);
}
