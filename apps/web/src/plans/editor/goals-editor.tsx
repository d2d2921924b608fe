import type { IssueDetail } from "@zhenggai/domain/issues";
import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { findingsAt } from "../draft/findings-at.ts";
import { emptyGoal, type GoalDraft, goalOf, isBlankGoal } from "../draft/goal-draft.ts";
import { PartFindings } from "../tab/show.tsx";

/** 目标指标: figures with where they start and how they are verified, and things that will be there. */
export function GoalsEditor(props: {
	detail: IssueDetail;
	value: readonly GoalDraft[];
	onChange: (value: readonly GoalDraft[]) => void;
	error?: string | null;
}): JSX.Element {
	const set = (at: number, changes: Partial<GoalDraft>) =>
		props.onChange(props.value.map((goal, index) => (index === at ? { ...goal, ...changes } : goal)));
	const add = (kind: GoalDraft["kind"]) => props.onChange([...props.value, emptyGoal(kind)]);
	return (
		<fieldset class="rounded border border-line p-3" data-goals>
			<legend class="px-1 text-ink-soft">{t("plans.goals")}</legend>
			<ol class="flex flex-col gap-3">
				<For each={props.value.map((_, index) => index)}>
					{(index) => (
						<Show when={props.value[index]}>
							{(goal) => (
								<li class="rounded bg-sunken p-2" data-goal>
									<GoalLine
										goal={goal()}
										n={index + 1}
										onChange={(changes) => set(index, changes)}
										onRemove={() => props.onChange(props.value.filter((_, at) => at !== index))}
									/>
									<Show when={!isBlankGoal(goal()) && goalOf(goal()) === null}>
										<p class="mt-1 text-late">{t("plans.editor.goalOpen")}</p>
									</Show>
									<PartFindings of={findingsAt(props.detail, `goal:${goal().id}`)} />
								</li>
							)}
						</Show>
					)}
				</For>
			</ol>
			<Show when={props.error}>{(error) => <p class="mt-1 text-late">{error()}</p>}</Show>
			<div class="mt-2 flex flex-wrap gap-2">
				<Button size="small" icon="plus" onClick={() => add("metric")}>
					{t("plans.editor.addMetric")}
				</Button>
				<Button size="small" icon="plus" onClick={() => add("deliverable")}>
					{t("plans.editor.addDeliverable")}
				</Button>
			</div>
		</fieldset>
	);
}

function GoalLine(props: {
	goal: GoalDraft;
	n: number;
	onChange: (changes: Partial<GoalDraft>) => void;
	onRemove: () => void;
}): JSX.Element {
	const remove = () => (
		<IconButton
			icon="close"
			label={t("plans.editor.removeGoal", { n: props.n })}
			onClick={() => props.onRemove()}
		/>
	);
	return (
		<Show
			when={props.goal.kind === "metric"}
			fallback={
				<div class="flex items-end gap-2">
					<TextField
						class="flex-1"
						label={t("plans.deliverable")}
						placeholder={t("plans.deliverableHint")}
						value={props.goal.name}
						onInput={(name) => props.onChange({ name })}
					/>
					{remove()}
				</div>
			}
		>
			<div class="flex flex-wrap items-end gap-2">
				<TextField
					class="min-w-40 flex-[2]"
					label={t("plans.indicator")}
					value={props.goal.name}
					onInput={(name) => props.onChange({ name })}
				/>
				<TextField
					class="w-20"
					label={t("plans.unit")}
					value={props.goal.unit}
					onInput={(unit) => props.onChange({ unit })}
				/>
				<TextField
					class="w-20"
					label={t("plans.baseline")}
					value={props.goal.baseline}
					onInput={(baseline) => props.onChange({ baseline })}
				/>
				<Select
					class="w-24"
					label={t("plans.direction")}
					value={props.goal.direction}
					choices={[
						{ value: "atLeast", label: t("plans.atLeast") },
						{ value: "atMost", label: t("plans.atMost") },
					]}
					onChange={(direction) => direction !== "" && props.onChange({ direction })}
				/>
				<TextField
					class="w-20"
					label={t("plans.target")}
					value={props.goal.target}
					onInput={(target) => props.onChange({ target })}
				/>
				<TextField
					class="min-w-36 flex-1"
					label={t("plans.method")}
					placeholder={t("plans.methodHint")}
					value={props.goal.method}
					onInput={(method) => props.onChange({ method })}
				/>
				{remove()}
			</div>
		</Show>
	);
}
