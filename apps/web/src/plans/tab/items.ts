import type { IssueDetail } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";

type Plan = Pick<IssueDetail, "measures" | "plan">;

/** What a review calls an item, in words: the goal, the deadline, a goal of the list, a measure by its number. */
export function itemWord(item: string, { measures, plan }: Plan): string {
	if (item === "goal" || item === "deadline" || item === "constraints") return word(vocab.issueElement, item);
	if (item === "assignments") return t("plans.assignments");
	const [kind, id] = item.split(":");
	if (kind === "goal") {
		const goal = plan.goals.find((one) => one.id === id);
		return t("plans.goalItem", {
			name: goal === undefined ? "" : goal.kind === "metric" ? goal.indicator : goal.name,
		});
	}
	const at = measures.findIndex((measure) => measure.id === id);
	return t("plans.measureItem", { n: measures[at]?.number ?? at + 1 });
}
