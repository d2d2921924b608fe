import type { IssueDetail } from "@zhenggai/domain/issues";
import { newId } from "../../ids.ts";
import type { CommandOf } from "../../types.ts";

export type GoalInput = CommandOf<"setGoals">["goals"][number];
type GoalView = IssueDetail["plan"]["goals"][number];

/** A goal while it is being written: what is typed of one kind is kept while the other is looked at. */
export type GoalDraft = {
	id: string;
	kind: "metric" | "deliverable";
	/** The indicator of a metric, the name of a deliverable. */
	name: string;
	unit: string;
	baseline: string;
	target: string;
	direction: "atMost" | "atLeast";
	method: string;
};

export const emptyGoal = (kind: GoalDraft["kind"] = "metric"): GoalDraft => ({
	...{ id: newId(), kind, name: "", unit: "", baseline: "", target: "" },
	...{ direction: "atLeast", method: "" },
});

/** The draft that shows a goal of the ledger. */
export function goalDraft(goal: GoalView): GoalDraft {
	if (goal.kind === "deliverable") {
		return { ...emptyGoal("deliverable"), id: goal.id, name: goal.name };
	}
	const { id, indicator, unit, baseline, target, direction, method } = goal;
	return {
		...{ id, kind: "metric", name: indicator, unit, direction, method },
		baseline: baseline === null ? "" : String(baseline),
		target: String(target),
	};
}

/** A figure as people type it, full-width digits and separators too; null where it is none. */
export function figure(text: string): number | null {
	const plain = text.normalize("NFKC").replaceAll(",", "").trim();
	if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
	return Number(plain);
}

/** Whether nothing has been typed: such a line is left out. */
export const isBlankGoal = ({ name, unit, baseline, target, method }: GoalDraft): boolean =>
	[name, unit, baseline, target, method].every((text) => text.trim() === "");

/** The goal of a draft, null while something it needs is missing. */
export function goalOf(draft: GoalDraft): GoalInput | null {
	const name = draft.name.trim();
	if (name === "") return null;
	if (draft.kind === "deliverable") return { kind: "deliverable", id: draft.id, name };
	const target = figure(draft.target);
	const baseline = figure(draft.baseline);
	const method = draft.method.trim();
	if (target === null || method === "" || (draft.baseline.trim() !== "" && baseline === null)) return null;
	const { id, direction } = draft;
	return {
		kind: "metric",
		id,
		indicator: name,
		unit: draft.unit.trim(),
		baseline,
		target,
		direction,
		method,
	};
}

/** The goals of a list of drafts, null while one of them is unfinished. */
export function goalsOf(drafts: readonly GoalDraft[]): GoalInput[] | null {
	const goals = drafts.filter((draft) => !isBlankGoal(draft)).map(goalOf);
	const whole = goals.filter((goal) => goal !== null);
	return whole.length === goals.length ? whole : null;
}
