import type { ProposedIssue } from "@zhenggai/domain/issues";
import { isIsoDate } from "../../iso-date.ts";
import type { DeadlineInput } from "../actions/deadline-draft.ts";

type Proposed = NonNullable<ProposedIssue["deadline"]>["value"];

/** A deadline that a clerk typed as a reading has it; null where its day does not exist. */
export function proposedDeadline(input: DeadlineInput): Proposed | null {
	const { text, category, point } = input;
	if (point.precision !== "day") return { text, category, point };
	return isIsoDate(point.date) ? { text, category, point: { precision: "day", date: point.date } } : null;
}
