import { type Bilingual, lastDay, say } from "../kernel/index.ts";
import { formatDate, formatDeadline, vocab } from "../vocabulary/index.ts";
import { milestoneKey } from "./content.ts";
import { isLive, type Measure } from "./elements.ts";
import type { Goal, PlanContent } from "./schema.ts";

/** One thing that two versions of a plan say differently, old and new side by side. */
export type PlanDifference = {
	/** `goal`, `deadline`, `constraints`, `goal:<id>` or `measure:<id>`. */
	readonly item: string;
	readonly label: Bilingual;
	/** As texts; null where that version does not have it. */
	readonly from: Bilingual | null;
	readonly to: Bilingual | null;
	/** Whether the new version promises less (BASE-02); null where nobody can tell by counting. */
	readonly weaker: boolean | null;
};

const same = (text: string): Bilingual => say(text, text);
const orNull = (text: string | null): Bilingual | null => (text === null || text === "" ? null : same(text));

const deadlineText = (deadline: PlanContent["deadline"]): Bilingual | null =>
	deadline === null ? null : say(formatDeadline(deadline, "zh-CN"), formatDeadline(deadline, "en"));

/** A later deadline promises less. */
function deadlineWeaker(from: PlanContent["deadline"], to: PlanContent["deadline"]): boolean | null {
	if (from === null) return false;
	if (to === null) return true;
	const [before, after] = [lastDay(from.point), lastDay(to.point)];
	return before === null || after === null ? null : after > before;
}

function goalText(goal: Goal): Bilingual {
	if (goal.kind === "deliverable") return same(goal.name);
	const { indicator, unit, baseline, target, direction, method } = goal;
	const start = baseline === null ? say("", "") : say(`，现状${baseline}${unit}`, `, now ${baseline}${unit}`);
	const [zh, en] = direction === "atMost" ? ["不高于", "at most"] : ["不低于", "at least"];
	return say(
		`${indicator}${zh}${target}${unit}${start.zh}（${method}）`,
		`${indicator} ${en} ${target}${unit}${start.en} (${method})`,
	);
}

/** A metric that may come out worse, or a goal that is gone, promises less. */
function goalWeaker(from: Goal, to: Goal | undefined): boolean | null {
	if (to === undefined) return true;
	if (from.kind !== "metric" || to.kind !== "metric" || from.direction !== to.direction) return null;
	if (from.target === to.target) return false;
	return from.direction === "atMost" ? to.target > from.target : to.target < from.target;
}

function measureText(measure: Measure): Bilingual {
	const deadline = deadlineText(measure.deadline);
	const steps = measure.milestones.map(
		({ text, due, weight }) =>
			[
				`${formatDate(due, "zh-CN")} ${text}（${weight}）`,
				`${formatDate(due, "en")} ${text} (${weight})`,
			] as const,
	);
	const zh = [measure.text, deadline?.zh ?? "", ...steps.map(([text]) => text)];
	const en = [measure.text, deadline?.en ?? "", ...steps.map(([, text]) => text)];
	const words = (parts: readonly string[], separator: string) =>
		parts.filter((part) => part !== "").join(separator);
	return say(words(zh, "；"), words(en, "; "));
}

const isSameMeasure = (a: Measure, b: Measure): boolean =>
	measureText(a).zh === measureText(b).zh &&
	a.milestones.map(milestoneKey).join() === b.milestones.map(milestoneKey).join() &&
	a.responsibleUnitIds.join() === b.responsibleUnitIds.join() &&
	a.type === b.type &&
	a.term === b.term;

const measureLabel = ({ number }: Measure, at: number): Bilingual =>
	say(`措施${number ?? at + 1}`, `Measure ${number ?? at + 1}`);

function goalDifferences(from: readonly Goal[], to: readonly Goal[]): PlanDifference[] {
	const label = say("目标指标", "Goal");
	const kept = from.flatMap((goal): PlanDifference[] => {
		const after = to.find(({ id }) => id === goal.id);
		const [before, now] = [goalText(goal), after === undefined ? null : goalText(after)];
		if (now !== null && before.zh === now.zh) return [];
		return [{ item: `goal:${goal.id}`, label, from: before, to: now, weaker: goalWeaker(goal, after) }];
	});
	const added = to
		.filter(({ id }) => from.every((goal) => goal.id !== id))
		.map((goal) => ({ item: `goal:${goal.id}`, label, from: null, to: goalText(goal), weaker: false }));
	return [...kept, ...added];
}

function measureDifferences(from: readonly Measure[], to: readonly Measure[]): PlanDifference[] {
	const [before, after] = [from.filter(isLive), to.filter(isLive)];
	const kept = before.flatMap((measure, at): PlanDifference[] => {
		const now = after.find(({ id }) => id === measure.id);
		if (now !== undefined && isSameMeasure(measure, now)) return [];
		return [
			{
				item: `measure:${measure.id}`,
				label: measureLabel(measure, at),
				from: measureText(measure),
				to: now === undefined ? null : measureText(now),
				weaker: now === undefined ? true : null,
			},
		];
	});
	const added = after.flatMap((measure, at): PlanDifference[] =>
		before.some(({ id }) => id === measure.id)
			? []
			: [
					{
						item: `measure:${measure.id}`,
						label: measureLabel(measure, at),
						from: null,
						to: measureText(measure),
						weaker: false,
					},
				],
	);
	return [...kept, ...added];
}

/** What two versions of a plan say differently, in the order in which people read a plan. */
export function planDiff(from: PlanContent, to: PlanContent): PlanDifference[] {
	const differences: PlanDifference[] = [];
	if ((from.goal ?? "") !== (to.goal ?? "")) {
		const weaker = to.goal === null || to.goal === "" ? true : null;
		const { goal: label } = vocab.issueElement;
		differences.push({ item: "goal", label, from: orNull(from.goal), to: orNull(to.goal), weaker });
	}
	const [before, after] = [deadlineText(from.deadline), deadlineText(to.deadline)];
	if (before?.zh !== after?.zh) {
		const weaker = deadlineWeaker(from.deadline, to.deadline);
		const { deadline: label } = vocab.issueElement;
		differences.push({ item: "deadline", label, from: before, to: after, weaker });
	}
	const lost = from.constraints.some((constraint) => !to.constraints.includes(constraint));
	if (from.constraints.join("；") !== to.constraints.join("；")) {
		differences.push({
			item: "constraints",
			label: vocab.issueElement.constraints,
			from: orNull(from.constraints.join("；")),
			to: orNull(to.constraints.join("；")),
			weaker: lost,
		});
	}
	return [
		...differences,
		...goalDifferences(from.goals, to.goals),
		...measureDifferences(from.measures, to.measures),
	];
}
