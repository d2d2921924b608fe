import { type Bilingual, lastDay, sameJson, say } from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import { isLive, type Measure } from "./elements.ts";
import {
	asWritten,
	deadlineWords,
	listed,
	type MeasureField,
	measureFieldText,
	type UnitNames,
} from "./measure-text.ts";
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

const orNull = (text: string | null): Bilingual | null =>
	text === null || text === "" ? null : asWritten(text);

/** A later deadline promises less. */
function deadlineWeaker(from: PlanContent["deadline"], to: PlanContent["deadline"]): boolean | null {
	if (from === null) return false;
	if (to === null) return true;
	const [before, after] = [lastDay(from.point), lastDay(to.point)];
	// A day where there was no end at all is a promise more.
	if (from.point.precision === "openEnded" && after !== null) return false;
	return before === null || after === null ? null : after > before;
}

function goalText(goal: Goal): Bilingual {
	if (goal.kind === "deliverable") return asWritten(goal.name);
	const { indicator, unit, baseline, target, direction, method } = goal;
	const start = baseline === null ? say("", "") : say(`，现状${baseline}${unit}`, `, now ${baseline}${unit}`);
	const [zh, en] = direction === "atMost" ? ["不高于", "at most"] : ["不低于", "at least"];
	return say(
		`${indicator}${zh}${target}${unit}${start.zh}（${method}）`,
		`${indicator} ${en} ${target}${unit}${start.en} (${method})`,
	);
}

/** A metric that may come out worse, or a goal that is gone, promises less. What measures another thing nobody can count. */
function goalWeaker(from: Goal, to: Goal | undefined): boolean | null {
	if (to === undefined) return true;
	if (from.kind !== "metric" || to.kind !== "metric" || from.direction !== to.direction) return null;
	if (from.indicator !== to.indicator || from.unit !== to.unit) return null;
	const lax = from.direction === "atMost" ? to.target > from.target : to.target < from.target;
	if (lax) return true;
	return from.method === to.method ? false : null;
}

/** What of a measure a version of the plan fixes, in the order in which people read it. */
const FIELDS = [
	"number",
	"text",
	"type",
	"term",
	"deadline",
	"responsibleUnitIds",
	"supportingUnitIds",
	"milestones",
	"provisional",
	"entity",
	"options",
	"similarScreening",
] as const satisfies readonly MeasureField[];
/** What is always told of a measure, whether it differs or not. */
const GIST: readonly MeasureField[] = ["text", "deadline", "milestones"];

const differingFields = (from: Measure, to: Measure): MeasureField[] =>
	FIELDS.filter((key) => !sameJson(from[key] ?? null, to[key] ?? null));

/** A measure as one text: what it is, when it is done, and each other field that differs, by its name. */
function measureText(measure: Measure, differing: readonly MeasureField[], names: UnitNames): Bilingual {
	const told = FIELDS.filter((key) => GIST.includes(key) || differing.includes(key)).flatMap((key) => {
		const words = measureFieldText(key, measure, names);
		if (GIST.includes(key)) return words === null ? [] : [words];
		const label = vocab.measureField[key];
		const said = words ?? say("无", "none");
		return [say(`${label.zh}：${said.zh}`, `${label.en}: ${said.en}`)];
	});
	return listed(told) ?? asWritten("");
}

/** A step of a measure that a later version has later or not at all. */
const slips = (from: Measure, to: Measure): boolean =>
	from.milestones.some((step) => {
		const after = to.milestones.find((other) =>
			step.id === undefined ? other.text === step.text : other.id === step.id,
		);
		return after === undefined || after.due > step.due;
	});

/** A later date, a step that slips or a screening that is left out promises less; words nobody can count. */
function measureWeaker(from: Measure, to: Measure, differing: readonly MeasureField[]): boolean | null {
	if (deadlineWeaker(from.deadline, to.deadline) === true || slips(from, to)) return true;
	if (from.similarScreening && !to.similarScreening) return true;
	return differing.every((key) => key === "deadline" || key === "number") ? false : null;
}

const measureLabel = ({ number }: Measure, at: number): Bilingual =>
	say(`措施${number ?? at + 1}`, `Measure ${number ?? at + 1}`);

function goalDifferences(from: readonly Goal[], to: readonly Goal[]): PlanDifference[] {
	const label = say("目标指标", "Goal");
	const kept = from.flatMap((goal): PlanDifference[] => {
		const after = to.find(({ id }) => id === goal.id);
		const [before, now] = [goalText(goal), after === undefined ? null : goalText(after)];
		if (sameJson(goal, after)) return [];
		return [{ item: `goal:${goal.id}`, label, from: before, to: now, weaker: goalWeaker(goal, after) }];
	});
	const added = to
		.filter(({ id }) => from.every((goal) => goal.id !== id))
		.map((goal) => ({ item: `goal:${goal.id}`, label, from: null, to: goalText(goal), weaker: false }));
	return [...kept, ...added];
}

function measureDifferences(
	from: readonly Measure[],
	to: readonly Measure[],
	names: UnitNames,
): PlanDifference[] {
	const [before, after] = [from.filter(isLive), to.filter(isLive)];
	const kept = before.flatMap((measure, at): PlanDifference[] => {
		const now = after.find(({ id }) => id === measure.id);
		const [item, label] = [`measure:${measure.id}`, measureLabel(measure, at)];
		if (now === undefined) {
			return [{ item, label, from: measureText(measure, [], names), to: null, weaker: true }];
		}
		const differing = differingFields(measure, now);
		if (differing.length === 0) return [];
		const [old, next] = [measureText(measure, differing, names), measureText(now, differing, names)];
		return [{ item, label, from: old, to: next, weaker: measureWeaker(measure, now, differing) }];
	});
	const added = after.flatMap((measure, at): PlanDifference[] => {
		if (before.some(({ id }) => id === measure.id)) return [];
		const [item, label] = [`measure:${measure.id}`, measureLabel(measure, at)];
		return [{ item, label, from: null, to: measureText(measure, [], names), weaker: false }];
	});
	return [...kept, ...added];
}

const NO_NAMES: UnitNames = { unit: () => undefined };

/**
 * What two versions of a plan say differently, in the order in which people read a plan; empty exactly when they
 * promise the same. How far measures are is no part of a plan. `names` gives units their names in the texts.
 */
export function planDiff(from: PlanContent, to: PlanContent, names: UnitNames = NO_NAMES): PlanDifference[] {
	const differences: PlanDifference[] = [];
	if ((from.goal ?? "") !== (to.goal ?? "")) {
		const weaker = to.goal === null || to.goal === "" ? true : null;
		const { goal: label } = vocab.issueElement;
		differences.push({ item: "goal", label, from: orNull(from.goal), to: orNull(to.goal), weaker });
	}
	if (!sameJson(from.deadline, to.deadline)) {
		const [before, after] = [deadlineWords(from.deadline), deadlineWords(to.deadline)];
		const weaker = deadlineWeaker(from.deadline, to.deadline);
		const { deadline: label } = vocab.issueElement;
		differences.push({ item: "deadline", label, from: before, to: after, weaker });
	}
	const lost = from.constraints.some((constraint) => !to.constraints.includes(constraint));
	if (!sameJson(from.constraints, to.constraints)) {
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
		...measureDifferences(from.measures, to.measures, names),
	];
}
