import type { DatePoint, Deadline } from "@zhenggai/domain/kernel";
import { formatDatePoint } from "@zhenggai/domain/vocabulary";
import { isIsoDate } from "../../iso-date.ts";
import type { CommandOf } from "../../types.ts";

/** A deadline as a command takes it. */
export type DeadlineInput = NonNullable<CommandOf<"amendIssue">["changes"]["deadline"]>;
type PointInput = DeadlineInput["point"];

/** A deadline while it is being typed: every field as the page's boxes hold it. */
export type DeadlineDraft = {
	text: string;
	category: Deadline["category"] | "";
	precision: DatePoint["precision"] | "";
	date: string;
	year: string;
	month: string;
	quarter: string;
	half: string;
	plan: string;
	every: Extract<DatePoint, { precision: "recurring" }>["every"];
};

export const emptyDeadline: DeadlineDraft = {
	text: "",
	category: "",
	precision: "",
	date: "",
	year: "",
	month: "",
	quarter: "",
	half: "",
	plan: "",
	every: "year",
};

/** The draft that shows an existing deadline. */
export function draftOf(deadline: Deadline | null): DeadlineDraft {
	if (deadline === null) return emptyDeadline;
	const { point, text, category } = deadline;
	const draft: DeadlineDraft = { ...emptyDeadline, text, category, precision: point.precision };
	switch (point.precision) {
		case "day":
			return { ...draft, date: point.date };
		case "month":
			return { ...draft, year: String(point.year), month: String(point.month) };
		case "quarter":
			return { ...draft, year: String(point.year), quarter: String(point.quarter) };
		case "halfYear":
			return { ...draft, year: String(point.year), half: String(point.half) };
		case "year":
			return { ...draft, year: String(point.year) };
		case "fiveYearPlan":
			return { ...draft, plan: String(point.plan) };
		case "recurring":
			return { ...draft, every: point.every, month: point.month === null ? "" : String(point.month) };
		case "openEnded":
			return draft;
	}
}

const whole = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null);

/** The date of a draft, null while something it needs is missing. */
export function pointInput(draft: DeadlineDraft): PointInput | null {
	const year = whole(draft.year);
	switch (draft.precision) {
		case "":
			return null;
		case "day":
			return isIsoDate(draft.date) ? { precision: "day", date: draft.date } : null;
		case "year":
			return year === null ? null : { precision: "year", year };
		case "month": {
			const month = whole(draft.month);
			return year === null || month === null ? null : { precision: "month", year, month };
		}
		case "quarter": {
			const quarter = whole(draft.quarter);
			return year === null || quarter === null ? null : { precision: "quarter", year, quarter };
		}
		case "halfYear": {
			const half = whole(draft.half);
			return year === null || half === null ? null : { precision: "halfYear", year, half };
		}
		case "fiveYearPlan": {
			const plan = whole(draft.plan);
			return plan === null ? null : { precision: "fiveYearPlan", plan };
		}
		case "recurring":
			return { precision: "recurring", every: draft.every, month: whole(draft.month) };
		case "openEnded":
			return { precision: "openEnded" };
	}
}

/** The same as the domain has it; null also where the day does not exist. */
export function pointOf(draft: DeadlineDraft): DatePoint | null {
	const point = pointInput(draft);
	if (point === null || point.precision !== "day") return point;
	return isIsoDate(point.date) ? { precision: "day", date: point.date } : null;
}

/**
 * The deadline of a draft, or null while it is incomplete. Without a wording of its own it is worded by its date.
 */
export function deadlineOf(draft: DeadlineDraft): DeadlineInput | null {
	const point = pointInput(draft);
	if (point === null || draft.category === "") return null;
	const text = draft.text.trim() || wording(draft);
	return text === "" ? null : { text, category: draft.category, point };
}

function wording(draft: DeadlineDraft): string {
	const point = pointOf(draft);
	return point === null ? "" : formatDatePoint(point, "zh-CN");
}
