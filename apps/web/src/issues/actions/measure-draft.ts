import type { MeasureView } from "@zhenggai/domain/issues";
import type { CommandOf } from "../../types.ts";
import type { Option } from "../../ui/combobox.tsx";
import { type DeadlineDraft, deadlineOf, draftOf } from "./deadline-draft.ts";

type Measure = CommandOf<"addMeasure">["measures"][number];
/** A step while it is being written; it keeps the id that the ledger knows it by. */
export type MilestoneDraft = { id?: string; text: string; due: string; weight: string };

/** A measure while it is being written. */
export type MeasureDraft = {
	number: string;
	text: string;
	type: NonNullable<Measure["type"]> | "";
	term: NonNullable<Measure["term"]> | "";
	dated: boolean;
	deadline: DeadlineDraft;
	responsible: readonly Option[];
	supporting: readonly Option[];
	milestones: readonly MilestoneDraft[];
	similarScreening: boolean;
	provisional: Measure["provisional"];
};

/** What is one thing to the reader: a deadline and whether there is one. */
export const MEASURE_GROUPS = [["dated", "deadline"]] as const;

const option = (unit: { id: string; name: string }): Option => ({ id: unit.id, label: unit.name });

/** The draft that shows a measure, an empty one without. */
export function draftFor(measure: MeasureView | undefined): MeasureDraft {
	return {
		number: measure?.number ?? "",
		text: measure?.text ?? "",
		type: measure?.type ?? "",
		term: measure?.term ?? "",
		dated: measure === undefined ? true : measure.deadline !== null,
		deadline: draftOf(measure?.deadline ?? null),
		responsible: (measure?.responsibleUnits ?? []).map(option),
		supporting: (measure?.supportingUnits ?? []).map(option),
		milestones: (measure?.milestones ?? []).map(({ id, text, due, weight }) => ({
			...(id === undefined ? {} : { id }),
			...{ text, due, weight: String(weight) },
		})),
		similarScreening: measure?.similarScreening ?? false,
		provisional: measure?.provisional ?? null,
	};
}

const weightOf = (text: string): number => {
	const n = Number(text);
	return Number.isFinite(n) && n > 0 ? n : 1;
};

/** The measure of a draft, as a command takes it. Milestones without a text or a day are left out. */
export function measureOf(draft: MeasureDraft): Omit<Measure, "id"> {
	return {
		number: draft.number.trim() === "" ? null : draft.number.trim(),
		text: draft.text.trim(),
		type: draft.type === "" ? null : draft.type,
		term: draft.term === "" ? null : draft.term,
		deadline: draft.dated ? deadlineOf(draft.deadline) : null,
		responsibleUnitIds: draft.responsible.map((unit) => unit.id),
		supportingUnitIds: draft.supporting.map((unit) => unit.id),
		milestones: draft.milestones
			.filter((one) => one.text.trim() !== "" && one.due !== "")
			.map(({ id, text, due, weight }) => ({
				...(id === undefined ? {} : { id }),
				...{ text: text.trim(), due, weight: weightOf(weight) },
			})),
		provisional: draft.provisional,
		similarScreening: draft.similarScreening,
	};
}

/** What differs between two drafts, as an amendment. */
export function changesOf(draft: MeasureDraft, start: MeasureDraft): Partial<Omit<Measure, "id">> {
	const [now, before] = [measureOf(draft), measureOf(start)];
	const changes: Partial<Omit<Measure, "id">> = { ...now };
	for (const key of Object.keys(before).filter((name): name is keyof typeof before => name in before)) {
		if (JSON.stringify(now[key]) === JSON.stringify(before[key])) delete changes[key];
	}
	return changes;
}
