import type { IssueDetail, MeasureView } from "@zhenggai/domain/issues";
import { formatDatePoint } from "@zhenggai/domain/vocabulary";
import { isIsoDate } from "../../iso-date.ts";
import type { CommandOf } from "../../types.ts";

type Extension = CommandOf<"requestExtension">;
type Measures = Extension["measures"];

/** Dates of a measure as they would be. A measure whose deadline is no day keeps it unless one is typed. */
export type MovedMeasure = { id: string; due: string; steps: { due: string }[] };

export type ExtensionDraft = {
	id: string;
	to: string;
	reasons: string;
	progress: string;
	lateReason: string;
	measures: MovedMeasure[];
};

const OPEN: ReadonlySet<MeasureView["state"]> = new Set(["notStarted", "inProgress"]);

/** The measures whose dates an extension may move: those that are not done yet. */
export const movable = (detail: Pick<IssueDetail, "measures">): MeasureView[] =>
	detail.measures.filter(({ state }) => OPEN.has(state));

/** Begins with the dates as they are. */
export const startExtension = (detail: IssueDetail, id: string): ExtensionDraft => ({
	...{ id, to: "", reasons: "", progress: "", lateReason: "" },
	measures: movable(detail).map(({ id: measureId, due, milestones }) => ({
		...{ id: measureId, due: due ?? "" },
		steps: milestones.map((step) => ({ due: step.due })),
	})),
});

const DAY_MS = 86_400_000;
const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const dateAt = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Moves a day that is still to come by so many days, never beyond the new deadline. */
export function shifted(date: string, by: number, today: string, to: string): string {
	if (!isIsoDate(date) || date <= today) return date;
	const moved = dateAt(dayOf(date) + by);
	return moved > to ? to : moved;
}

/** All dates that are still to come, moved by as much as the deadline is. */
export function shiftAll(
	measures: readonly MovedMeasure[],
	due: string,
	to: string,
	today: string,
): MovedMeasure[] {
	const by = dayOf(to) - dayOf(due);
	return measures.map(({ id, due: own, steps }) => ({
		...{ id, due: shifted(own, by, today, to) },
		steps: steps.map((step) => ({ due: shifted(step.due, by, today, to) })),
	}));
}

/** A day as a deadline, worded by its date. */
const dayDeadline = (date: string, category: Extension["to"]["category"] = "fixed"): Extension["to"] => ({
	...{ category, point: { precision: "day", date } },
	text: isIsoDate(date) ? formatDatePoint({ precision: "day", date }, "zh-CN") : date,
});

/** The measures with their dates as they would be: everything else of them stays word for word. */
function movedMeasures(detail: Pick<IssueDetail, "measures">, moved: readonly MovedMeasure[]): Measures {
	const dates = new Map(moved.map((one) => [one.id, one]));
	return movable(detail).map((view) => {
		const { due, standing: _, responsibleUnits, supportingUnits, ...measure } = view;
		const next = dates.get(view.id);
		const isMoved = next !== undefined && next.due !== "" && next.due !== (due ?? "");
		return {
			...measure,
			responsibleUnitIds: responsibleUnits.map(({ id }) => id),
			supportingUnitIds: supportingUnits.map(({ id }) => id),
			deadline: isMoved ? dayDeadline(next.due, measure.deadline?.category ?? "fixed") : measure.deadline,
			milestones: measure.milestones.map((step, at) => ({ ...step, due: next?.steps[at]?.due || step.due })),
		};
	});
}

/** Whether something is planned between today and the new deadline (EXT-02). */
export const hasStepAhead = ({ measures, to }: ExtensionDraft, today: string): boolean =>
	measures.some(({ steps }) => steps.some(({ due }) => due > today && due <= to));

/** The request of a draft. */
export function extensionCommand(
	detail: Pick<IssueDetail, "measures" | "row">,
	draft: ExtensionDraft,
): Extension {
	const { id, to, reasons, progress, lateReason } = draft;
	return {
		...{ type: "requestExtension", extensionId: id, reasons: reasons.trim(), progress: progress.trim() },
		to: dayDeadline(to, detail.row.deadline?.category ?? "fixed"),
		measures: movedMeasures(detail, draft.measures),
		lateReason: lateReason.trim() === "" ? null : lateReason.trim(),
	};
}
