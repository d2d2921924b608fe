import type { IssueDetail, MeasureView } from "@zhenggai/domain/issues";
import { newId } from "../../ids.ts";
import { type DeadlineDraft, deadlineDraft, deadlineOf, emptyDeadline } from "../../issues/index.ts";
import type { CommandOf } from "../../types.ts";
import type { Option } from "../../ui/combobox.tsx";

export type MeasureInput = CommandOf<"addMeasure">["measures"][number];
type MeasureChanges = CommandOf<"amendMeasure">["changes"];
type Above = NonNullable<IssueDetail["planTerms"]["above"]>["measures"][number];

/** A step while it is being written; it keeps the id that the ledger knows it by. */
export type StepDraft = { id: string | null; text: string; due: string; weight: string };

/** A measure of a plan while it is being written, with everything a plan says of it. */
export type PlanMeasure = {
	id: string;
	number: string;
	text: string;
	type: NonNullable<MeasureInput["type"]> | "";
	term: NonNullable<MeasureInput["term"]> | "";
	dated: boolean;
	deadline: DeadlineDraft;
	responsible: readonly Option[];
	supporting: readonly Option[];
	steps: readonly StepDraft[];
	similarScreening: boolean;
	/** 临时措施: determination and end; the day empty where it is none. */
	provisional: { on: boolean; determinationOn: string; exitCondition: string };
	/** 涉及企业 of a stop or a relocation. */
	entity: {
		on: boolean;
		name: string;
		unitId: string | null;
		category: "legalCompliant" | "legalNonCompliant" | "illegalNonCompliant" | "";
		legalBasis: string;
	};
	/** 比选: what else was considered, one a line, and why this was chosen. */
	options: { on: boolean; alternatives: string; reason: string };
};

const option = (unit: { id: string; name: string }): Option => ({ id: unit.id, label: unit.name });

export const emptyStep = (): StepDraft => ({ id: null, text: "", due: "", weight: "1" });

/** A new measure; `from` is what it begins with. */
export const emptyMeasure = (from: Partial<PlanMeasure> = {}): PlanMeasure => ({
	...{ id: newId(), number: "", text: "", type: "", term: "", dated: true, deadline: emptyDeadline },
	...{ responsible: [], supporting: [], steps: [], similarScreening: false },
	provisional: { on: false, determinationOn: "", exitCondition: "" },
	entity: { on: false, name: "", unitId: null, category: "", legalBasis: "" },
	options: { on: false, alternatives: "", reason: "" },
	...from,
});

/** What names units by their ids in versions of a plan. */
export type UnitLabel = (id: string) => string;

type Held = Pick<
	MeasureView,
	"number" | "text" | "type" | "term" | "deadline" | "milestones" | "similarScreening"
> &
	Partial<Pick<MeasureView, "provisional" | "entity" | "options">>;

function textsOf(measure: Held): Partial<PlanMeasure> {
	const { number, text, type, term, deadline, milestones, similarScreening } = measure;
	const { provisional = null, entity = null, options = null } = measure;
	return {
		...{ number: number ?? "", text, type: type ?? "", term: term ?? "", similarScreening },
		...{ dated: deadline !== null, deadline: deadlineDraft(deadline) },
		steps: milestones.map((step) => ({
			...{ id: step.id ?? null, text: step.text, due: step.due, weight: String(step.weight) },
		})),
		...(provisional === null ? {} : { provisional: { on: true, ...provisional } }),
		...(entity === null ? {} : { entity: { on: true, ...entity, legalBasis: entity.legalBasis ?? "" } }),
		...(options === null
			? {}
			: { options: { on: true, alternatives: options.alternatives.join("\n"), reason: options.reason } }),
	};
}

/** The draft that shows a measure of the ledger. */
export const measureDraft = (measure: MeasureView): PlanMeasure =>
	emptyMeasure({
		...textsOf(measure),
		id: measure.id,
		responsible: measure.responsibleUnits.map(option),
		supporting: measure.supportingUnits.map(option),
	});

/** A measure that begins as one of the plan above does: units, number and steps' ids are each tier's own. */
export const takenOver = (above: Above): PlanMeasure => emptyMeasure({ ...textsOf(above), number: "" });

/** The same once more, as another measure. */
export const duplicateOf = (measure: PlanMeasure): PlanMeasure => ({
	...measure,
	...{ id: newId(), number: "", steps: measure.steps.map((step) => ({ ...step, id: null })) },
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const lines = (text: string): string[] =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");

/** The weight of a step: relative, one where nothing sound is typed. */
export const weightOf = ({ weight }: Pick<StepDraft, "weight">): number => {
	const n = Number(weight);
	return Number.isFinite(n) && n > 0 && n <= 1000 ? n : 1;
};

/** Whether a step has what it needs; the others are left out when the plan is saved. */
export const isStep = ({ text, due }: StepDraft): boolean => text.trim() !== "" && due !== "";

const isWhole = (step: StepDraft): boolean => (step.text.trim() === "") === (step.due === "");

const stepOf = (step: StepDraft): MeasureInput["milestones"][number] => ({
	...(step.id === null ? {} : { id: step.id }),
	...{ text: step.text.trim(), due: step.due, weight: weightOf(step) },
});

/** The measure of a draft, as commands take it. */
export function measureOf(draft: PlanMeasure): MeasureInput {
	const { provisional, entity, options } = draft;
	return {
		...{ id: draft.id, number: orNull(draft.number), text: draft.text.trim() },
		type: draft.type === "" ? null : draft.type,
		term: draft.term === "" ? null : draft.term,
		deadline: draft.dated ? deadlineOf(draft.deadline) : null,
		responsibleUnitIds: draft.responsible.map(({ id }) => id),
		supportingUnitIds: draft.supporting.map(({ id }) => id),
		milestones: draft.steps.filter(isStep).map(stepOf),
		provisional: provisional.on
			? { determinationOn: provisional.determinationOn, exitCondition: provisional.exitCondition.trim() }
			: null,
		entity:
			entity.on && entity.category !== ""
				? {
						...{ name: entity.name.trim(), unitId: entity.unitId, category: entity.category },
						legalBasis: orNull(entity.legalBasis),
					}
				: null,
		options: options.on ? { alternatives: lines(options.alternatives), reason: options.reason.trim() } : null,
		similarScreening: draft.similarScreening,
	};
}

/** Which parts of a measure are begun and not finished; such a measure is not sent. */
export type Unfinished = "text" | "deadline" | "steps" | "provisional" | "entity" | "options";

/** What keeps a measure from being saved. */
export function unfinished(draft: PlanMeasure): Unfinished[] {
	const { provisional, entity, options } = draft;
	const faults: readonly (readonly [Unfinished, boolean])[] = [
		["text", draft.text.trim() === ""],
		// A deadline that nobody has begun is missing, which the rules say; half a one cannot be saved.
		["deadline", draft.dated && deadlineOf(draft.deadline) === null && !isBlankDeadline(draft.deadline)],
		["steps", !draft.steps.every(isWhole)],
		["provisional", provisional.on && (!provisional.determinationOn || !provisional.exitCondition.trim())],
		["entity", entity.on && (entity.name.trim() === "" || entity.category === "")],
		["options", options.on && (lines(options.alternatives).length === 0 || options.reason.trim().length < 2)],
	];
	return faults.flatMap(([part, isOpen]) => (isOpen ? [part] : []));
}

const isBlankDeadline = ({ precision, category, text }: DeadlineDraft): boolean =>
	precision === "" && category === "" && text.trim() === "";

/** What differs between two drafts of a measure, as an amendment; empty where nothing does. */
export function measureChanges(now: PlanMeasure, before: PlanMeasure): MeasureChanges {
	const { id: _, ...changes } = measureOf(now);
	const { id: __, ...held } = measureOf(before);
	const differing: MeasureChanges = { ...changes };
	for (const key of Object.keys(held).filter((name): name is keyof typeof held => name in held)) {
		if (JSON.stringify(changes[key]) === JSON.stringify(held[key])) delete differing[key];
	}
	return differing;
}

const wholeNumber = (text: string | null): number | null =>
	text !== null && /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;

/**
 * Measures in the order of their numbers where each has one of its own, else as the ledger has them: the ledger keeps
 * the order in which they came, people the one of the numbers.
 */
export function inPlanOrder<M extends { readonly number: string | null }>(measures: readonly M[]): M[] {
	const numbers = measures.map(({ number }) => wholeNumber(number));
	const distinct = new Set(numbers);
	if (distinct.has(null) || distinct.size !== measures.length) return [...measures];
	return measures
		.map((measure, at) => ({ measure, n: numbers[at] ?? 0 }))
		.sort((a, b) => a.n - b.n)
		.map(({ measure }) => measure);
}

/** The steps of all measures: how many, and the sum of their weights. */
export function stepSum(measures: readonly Pick<PlanMeasure, "steps">[]): { count: number; weight: number } {
	const steps = measures.flatMap((measure) => measure.steps.filter(isStep));
	return { count: steps.length, weight: steps.reduce((sum, step) => sum + weightOf(step), 0) };
}
