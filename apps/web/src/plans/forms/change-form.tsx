import { type JSX, Show } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, deadlineOf, type FormProps } from "../../issues/index.ts";
import type { CommandOf } from "../../types.ts";
import { TextArea } from "../../ui/field.tsx";
import { goalsOf } from "../draft/goal-draft.ts";
import { measureOf, unfinished } from "../draft/measure-draft.ts";
import {
	isDeadlineOpen,
	linesOf,
	type PlanDraft,
	type PlanText,
	startPlan,
	stepsOf,
} from "../draft/plan-draft.ts";
import { ElementFields, MeasureFields } from "../editor/plan-fields.tsx";

type Content = CommandOf<"proposePlanChange">["content"];

/** The plan as it would be; how far measures are stays as the ledger has it. */
function contentOf(mine: PlanText, detail: FormProps["detail"]): Content {
	const states = new Map<string, Content["measures"][number]["state"]>(
		detail.measures.map(({ id, state }) => [id, state]),
	);
	return {
		goal: mine.goal.trim() === "" ? null : mine.goal.trim(),
		goals: goalsOf(mine.goals) ?? [],
		deadline: mine.noDeadline ? null : deadlineOf(mine.deadline),
		constraints: linesOf(mine.constraints),
		measures: mine.measures.map((measure) => ({
			...measureOf(measure),
			state: states.get(measure.id) ?? "notStarted",
		})),
	};
}

/** 申请调整方案: the plan in force, to be written as it shall be, with the reason. */
export function ChangeForm(props: FormProps): JSX.Element {
	const { id: issueId } = props.detail.row;
	const draft = createKeptDraft<PlanDraft & { id: string }>(`proposePlanChange.${issueId}`, () => ({
		...startPlan(props.detail, ""),
		id: newId(),
	}));
	const change = (changes: Partial<PlanText>) => draft.set("mine", changes);
	const steps = () => stepsOf({ ...draft.value, reason: "—" });
	const ready = () =>
		steps().length > 0 &&
		draft.value.reason.trim().length >= 2 &&
		goalsOf(draft.value.mine.goals) !== null &&
		!isDeadlineOpen(draft.value.mine) &&
		draft.value.mine.measures.every((measure) => unfinished(measure).length === 0);
	return (
		<CommandForm
			{...props}
			verb="proposePlanChange"
			wide={true}
			draft={draft}
			intro={t("plans.change.intro")}
			command={
				ready()
					? {
							...{ type: "proposePlanChange", changeId: draft.value.id },
							content: contentOf(draft.value.mine, props.detail),
							reason: draft.value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => {
				const errorAt = (path: string) => errors.at(`content.${path}`) ?? errors.at(path);
				return (
					<>
						<ElementFields
							detail={props.detail}
							value={draft.value.mine}
							onChange={change}
							errorAt={errorAt}
						/>
						<MeasureFields
							detail={props.detail}
							value={draft.value.mine}
							held={draft.value.base.measures}
							onChange={change}
							errorAt={errorAt}
						/>
						<Show when={steps().length > 0}>
							<p role="status">
								{t("plans.change.changes", {
									what: names([...new Set(steps().map(({ part }) => t(`plans.step.${part}`)))]),
								})}
							</p>
						</Show>
						<TextArea
							label={t("plans.change.reason")}
							required={true}
							rows={2}
							value={draft.value.reason}
							error={errors.at("reason")}
							onInput={(reason) => draft.set("reason", reason)}
						/>
					</>
				);
			}}
		</CommandForm>
	);
}
