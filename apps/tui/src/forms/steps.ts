import type { IssueDetail } from "@zhenggai/client";
import { formatDate } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import type { FieldChoice } from "./form-spec.ts";
import { beginning } from "./issue-frame.ts";

type Reach = IssueDetail["progress"]["milestones"][number]["reach"];

/** A milestone of a plan with how far it is. */
export type Step = {
	readonly measureId: string;
	readonly key: string;
	readonly text: string;
	readonly due: string;
	readonly reach: Reach;
	readonly late: boolean;
	readonly choice: FieldChoice;
};

/** A measure by its number and its beginning. */
export const measureName = ({ number, text }: { number: string | null; text: string }): string =>
	number === null ? beginning(text) : `${number} ${beginning(text)}`;

/** The milestones of the live measures, in the order of the plan. */
export function stepsOf({ measures, progress }: Pick<IssueDetail, "measures" | "progress">): Step[] {
	return progress.milestones.flatMap(({ measureId, key, reach, late }) => {
		const measure = measures.find(({ id }) => id === measureId);
		// The key is the milestone's own id, else its day and its text.
		const step = measure?.milestones.find(({ id, due, text }) => id === key || `${due}|${text}` === key);
		if (step === undefined) return [];
		const text = beginning(step.text);
		return [
			{
				...{ measureId, key, reach, late, text, due: step.due },
				choice: {
					value: `${measureId}|${key}`,
					label: say(`${formatDate(step.due, "zh-CN")}  ${text}`, `${formatDate(step.due, "en")}  ${text}`),
				},
			},
		];
	});
}

/** The step that an item of the in-tray or a choice names. */
export const stepNamed = (steps: readonly Step[], part: string | null): Step | null =>
	steps.find(({ key, choice }) => key === part || choice.value === part) ?? null;
