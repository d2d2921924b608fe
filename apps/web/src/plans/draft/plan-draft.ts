import type { IssueDetail } from "@zhenggai/domain/issues";
import { type DeadlineDraft, deadlineDraft, deadlineOf } from "../../issues/index.ts";
import { jsonCopy } from "../../json-copy.ts";
import type { CommandOf } from "../../types.ts";
import { type GoalDraft, goalDraft, goalsOf } from "./goal-draft.ts";
import { inPlanOrder, measureChanges, measureDraft, measureOf, type PlanMeasure } from "./measure-draft.ts";

export type Waived = CommandOf<"waivePlanItem">["of"];
export const WAIVABLE = [
	"immediateFix",
	"longTermMechanism",
	"similarScreening",
] as const satisfies readonly Waived[];

/** Everything a plan says, as the page's boxes hold it. */
export type PlanText = {
	goal: string;
	goals: readonly GoalDraft[];
	noDeadline: boolean;
	deadline: DeadlineDraft;
	/** One a line. */
	constraints: string;
	measures: readonly PlanMeasure[];
	/** Reasons for leaving something out; empty where nothing is left out. */
	waivers: Record<Waived, string>;
};

/** A plan while it is being written: what it was when the writing began, and what it shall be. */
export type PlanDraft = {
	/** The version of the issue on which it was written. */
	version: number;
	base: PlanText;
	mine: PlanText;
	/** Why the elements and measures are changed; goes into the history with each. */
	reason: string;
};

/** The plan as the ledger has it. */
export function planText(detail: IssueDetail): PlanText {
	const { row, plan } = detail;
	const reasonOf = (of: Waived) => plan.waivers.find((waiver) => waiver.of === of)?.reason ?? "";
	return {
		goal: detail.goal ?? "",
		goals: plan.goals.map(goalDraft),
		noDeadline: row.deadline === null,
		deadline: deadlineDraft(row.deadline),
		constraints: detail.constraints.join("\n"),
		measures: inPlanOrder(detail.measures.filter(({ state }) => state !== "cancelled")).map(measureDraft),
		waivers: {
			immediateFix: reasonOf("immediateFix"),
			longTermMechanism: reasonOf("longTermMechanism"),
			similarScreening: reasonOf("similarScreening"),
		},
	};
}

/** A draft that begins with the plan as it is. */
export function startPlan(detail: IssueDetail, reason: string): PlanDraft {
	const base = planText(detail);
	return { version: detail.row.version, base, mine: jsonCopy(base), reason };
}

/** What one step of saving does, in the order in which the steps are sent. */
export type PlanStep =
	| { readonly part: "elements"; readonly command: CommandOf<"amendIssue"> }
	| { readonly part: "goals"; readonly command: CommandOf<"setGoals"> }
	| { readonly part: "cancel"; readonly id: string; readonly command: CommandOf<"cancelMeasure"> }
	| { readonly part: "measure"; readonly id: string; readonly command: CommandOf<"amendMeasure"> }
	| { readonly part: "measures"; readonly command: CommandOf<"addMeasure"> }
	| { readonly part: "waiver"; readonly of: Waived; readonly command: CommandOf<"waivePlanItem"> };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const linesOf = (text: string): string[] =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");

function elementSteps({ base, mine, reason }: PlanDraft): PlanStep[] {
	const changes: CommandOf<"amendIssue">["changes"] = {};
	if (orNull(mine.goal) !== orNull(base.goal)) changes.goal = orNull(mine.goal);
	if (!same(linesOf(mine.constraints), linesOf(base.constraints))) {
		changes.constraints = linesOf(mine.constraints);
	}
	const deadlineOfText = (text: PlanText) => (text.noDeadline ? null : deadlineOf(text.deadline));
	if (!same(deadlineOfText(mine), deadlineOfText(base))) changes.deadline = deadlineOfText(mine);
	if (Object.keys(changes).length === 0) return [];
	return [
		{ part: "elements", command: { type: "amendIssue", changes, reason: reason.trim(), importId: null } },
	];
}

function goalSteps({ base, mine }: PlanDraft): PlanStep[] {
	const [goals, before] = [goalsOf(mine.goals), goalsOf(base.goals)];
	if (goals === null || same(goals, before)) return [];
	return [{ part: "goals", command: { type: "setGoals", goals } }];
}

function measureSteps({ base, mine, reason: why }: PlanDraft): PlanStep[] {
	const reason = why.trim();
	const held = new Map(base.measures.map((measure) => [measure.id, measure]));
	const kept = new Set(mine.measures.map(({ id }) => id));
	const gone = base.measures.filter(({ id }) => !kept.has(id));
	const added = mine.measures.filter(({ id }) => !held.has(id));
	const amended = mine.measures.flatMap((measure): PlanStep[] => {
		const before = held.get(measure.id);
		if (before === undefined) return [];
		const changes = measureChanges(measure, before);
		if (Object.keys(changes).length === 0) return [];
		const { id } = measure;
		const command = { type: "amendMeasure", measureId: id, changes, reason, importId: null } as const;
		return [{ part: "measure", id, command }];
	});
	return [
		...gone.map(
			({ id }): PlanStep => ({
				...{ part: "cancel", id },
				command: { type: "cancelMeasure", measureId: id, reason, importId: null },
			}),
		),
		...amended,
		...(added.length === 0
			? []
			: [
					{
						part: "measures" as const,
						command: { type: "addMeasure" as const, measures: added.map(measureOf), importId: null },
					},
				]),
	];
}

const waiverSteps = ({ base, mine }: PlanDraft): PlanStep[] =>
	WAIVABLE.flatMap((of): PlanStep[] => {
		const reason = mine.waivers[of].trim();
		// A reason that was given stays: the ledger takes none back.
		if (base.waivers[of] !== "" || reason === "") return [];
		return [{ part: "waiver", of, command: { type: "waivePlanItem", of, reason } }];
	});

/** What has to be sent so that the ledger's plan is the draft's, in order; empty where nothing differs. */
export const stepsOf = (draft: PlanDraft): PlanStep[] => [
	...elementSteps(draft),
	...goalSteps(draft),
	...measureSteps(draft),
	...waiverSteps(draft),
];

/** What the draft was written on once a step has been taken: the rest is still to be sent, and nothing twice. */
export function afterStep(base: PlanText, mine: PlanText, step: PlanStep): PlanText {
	switch (step.part) {
		case "elements": {
			const { goal, noDeadline, deadline, constraints } = mine;
			return { ...base, goal, noDeadline, deadline, constraints };
		}
		case "goals":
			return { ...base, goals: mine.goals };
		case "cancel":
			return { ...base, measures: base.measures.filter(({ id }) => id !== step.id) };
		case "measure": {
			const now = mine.measures.find(({ id }) => id === step.id);
			return {
				...base,
				measures: base.measures.map((held) => (held.id === step.id && now !== undefined ? now : held)),
			};
		}
		case "measures": {
			const held = new Set(base.measures.map(({ id }) => id));
			return { ...base, measures: [...base.measures, ...mine.measures.filter(({ id }) => !held.has(id))] };
		}
		case "waiver":
			return { ...base, waivers: { ...base.waivers, [step.of]: mine.waivers[step.of] } };
	}
}

/** Whether a deadline is begun and not finished: such a plan is not sent. */
export const isDeadlineOpen = ({ noDeadline, deadline }: PlanText): boolean =>
	!noDeadline && deadlineOf(deadline) === null;
