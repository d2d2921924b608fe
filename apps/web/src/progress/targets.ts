import type { IssueDetail } from "@zhenggai/domain/issues";
import { t } from "../i18n/index.ts";
import type { Choice } from "../ui/select.tsx";

const LONG = 40;
/** The beginning of a long text, for a choice or a button. */
export const beginning = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

const isLive = ({ state }: IssueDetail["measures"][number]): boolean =>
	state !== "cancelled" && state !== "waived";

/** A measure as a choice: its number where it has one, and how it begins. */
export const measureName = ({ number, text }: { number: string | null; text: string }): string =>
	number === null ? beginning(text) : `${number} ${beginning(text)}`;

export const measureChoices = ({ measures }: Pick<IssueDetail, "measures">): Choice<string>[] =>
	measures.filter(isLive).map((measure) => ({ value: measure.id, label: measureName(measure) }));

export const goalName = (goal: IssueDetail["plan"]["goals"][number]): string =>
	goal.kind === "metric" ? goal.indicator : goal.name;

/** What evidence can be about: a measure, a site, a goal. */
export const targetChoices = (detail: Pick<IssueDetail, "measures" | "sites" | "plan">): Choice<string>[] => [
	...measureChoices(detail).map(({ value, label }) => ({
		value: `measure:${value}`,
		label: t("upload.targetMeasure", { name: label }),
	})),
	...detail.sites.map(({ id, name }) => ({ value: `site:${id}`, label: t("upload.targetSite", { name }) })),
	...detail.plan.goals.map((goal) => ({
		value: `goal:${goal.id}`,
		label: t("upload.targetGoal", { name: goalName(goal) }),
	})),
];

/** What a piece of evidence is about, in words; null for the issue as a whole. */
export function targetName(
	held: { measureId: string | null; siteId: string | null; goalId: string | null },
	{ measures, sites, plan }: Pick<IssueDetail, "measures" | "sites" | "plan">,
): string | null {
	const measure = measures.find(({ id }) => id === held.measureId);
	const site = sites.find(({ id }) => id === held.siteId);
	const goal = plan.goals.find(({ id }) => id === held.goalId);
	const parts = [
		...(measure === undefined ? [] : [measureName(measure)]),
		...(site === undefined ? [] : [site.name]),
		...(goal === undefined ? [] : [goalName(goal)]),
	];
	return parts.length === 0 ? null : parts.join(" · ");
}
