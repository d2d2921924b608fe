import type { Generality, IssueField, MeasureTerm, MeasureType } from "@zhenggai/domain/issues";
import type { SampleRegion } from "./places.ts";

/** A deadline of the sample, relative to today. */
export type SampleDeadline =
	| { kind: "day"; inDays: number }
	| { kind: "monthEnd"; inMonths: number }
	| { kind: "yearEnd"; inYears: number }
	| { kind: "immediate" }
	| { kind: "longTerm" }
	| { kind: "yearly"; month: number };

export const day = (inDays: number): SampleDeadline => ({ kind: "day", inDays });
export const monthEnd = (inMonths: number): SampleDeadline => ({ kind: "monthEnd", inMonths });
export const yearEnd = (inYears: number): SampleDeadline => ({ kind: "yearEnd", inYears });
export const immediate: SampleDeadline = { kind: "immediate" };
export const longTerm: SampleDeadline = { kind: "longTerm" };
export const yearly = (month: number): SampleDeadline => ({ kind: "yearly", month });

export type SampleMeasure = {
	text: string;
	type: MeasureType;
	due: SampleDeadline;
	term?: MeasureTerm;
	screening?: boolean;
	/** Keys of units; the lead's when left out. */
	units?: string[];
};

/** Short form of a measure. */
export const measure = (
	text: string,
	type: MeasureType,
	due: SampleDeadline,
	more: Partial<Pick<SampleMeasure, "term" | "screening" | "units">> = {},
): SampleMeasure => ({ text, type, due, ...more });

/** Where an issue of the sample stands in its first steps. */
export type SampleProgress = "registered" | "assigned" | "acknowledged" | "planning";

export type SampleIssue = {
	/** `中央-1`: the inspection and the number in its list; children add their region. */
	key: string;
	inspection: string;
	number: string;
	region: SampleRegion;
	/** Whose list holds it: an item of the city's list may lie in a county. */
	tier: "province" | "city" | "county";
	statement: string;
	field: IssueField;
	generality: Generality;
	goal: string | null;
	deadline: SampleDeadline | null;
	lead: string | null;
	responsible?: string[];
	supporting?: string[];
	supervising: string | null;
	acceptance?: string;
	/** `姓名/职务`, a person of the lead unit. */
	leader: string | null;
	persons?: string[];
	measures: SampleMeasure[];
	sites?: { name: string; at?: [number, number] }[];
	constraints?: string[];
	/** Key of the item of the tier above. */
	parent?: string;
	/** A further mandate for the same place: `[inspection, number, deadline]`. */
	also?: [string, string, SampleDeadline];
	/** The region declines it with the upstream office's consent. */
	notOurs?: { region: SampleRegion; reason: string }[];
	ending?: { kind: "withdrawn"; reason: string } | { kind: "merged"; into: string; reason: string };
	progress: SampleProgress;
};
