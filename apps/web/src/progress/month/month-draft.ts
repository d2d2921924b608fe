import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ContentBlock, PrefilledReport } from "@zhenggai/domain/progress";
import type { Link } from "../chain.ts";
import { type Step, stepsOf } from "../model/milestones.ts";
import { attachCommands, emptyTray, kindOf, type Tray } from "../model/tray.ts";

type Content = PrefilledReport["content"];
type Known = Pick<IssueDetail, "measures" | "progress" | "plan">;

/** A step or a measure that is ticked, with the evidence that was chosen for it. */
export type Ticked = { readonly part: string; readonly on: string; readonly evidenceIds: readonly string[] };

/** What a unit types of a period. Empty texts are what was left out. */
export type MonthDraft = {
	reportId: string;
	progress: string;
	blocks: Record<ContentBlock, string>;
	difficulties: string;
	nextSteps: string;
	forecast: NonNullable<Content["forecast"]> | "";
	lagReason: NonNullable<Content["lagReason"]> | "";
	typedPercent: string;
	readingOn: string;
	/** Figures by their goal. */
	readings: Record<string, string>;
	steps: Ticked[];
	measures: Ticked[];
	tray: Tray;
};

export const BLOCKS = [
	"issueProgress",
	"policiesMade",
	"goalCompletion",
	"accountability",
	"qualityChange",
	"publication",
] as const satisfies readonly ContentBlock[];

/** The form as it begins: everything that is known already, and nothing of what only this period can say. */
export function startOf(content: Content, reportId: string, today: string): MonthDraft {
	const block = (name: ContentBlock): string => content.blocks[name] ?? "";
	return {
		...{ reportId, progress: content.progress ?? "" },
		blocks: {
			...{ issueProgress: block("issueProgress"), policiesMade: block("policiesMade") },
			...{ goalCompletion: block("goalCompletion"), accountability: block("accountability") },
			...{ qualityChange: block("qualityChange"), publication: block("publication") },
		},
		...{ difficulties: content.difficulties ?? "", nextSteps: content.nextSteps ?? "" },
		...{ forecast: content.forecast ?? "", lagReason: content.lagReason ?? "" },
		typedPercent: content.typedPercent === null ? "" : String(content.typedPercent),
		...{ readingOn: today, readings: {}, steps: [], measures: [], tray: emptyTray("photoAfter") },
	};
}

/** What nobody asked for begins with what was reported last. */
export function unaskedContent({ progress }: Known): Content {
	const last = progress.reports.findLast(({ returned }) => returned === null)?.content;
	return {
		progress: null,
		blocks: last?.blocks ?? {},
		difficulties: last?.difficulties ?? null,
		nextSteps: last?.nextSteps ?? null,
		forecast: progress.forecast?.value ?? last?.forecast ?? null,
		lagReason: last?.lagReason ?? null,
		typedPercent: last?.typedPercent ?? null,
	};
}

/**
 * What shows a ticked step: what was chosen for it, else the files of the form that were chosen for no other one. So one
 * step with its photos needs no choice at all.
 */
export function evidenceOf(ticked: Ticked, { steps, measures, tray }: MonthDraft): readonly string[] {
	if (ticked.evidenceIds.length > 0) return ticked.evidenceIds;
	const taken = new Set([...steps, ...measures].flatMap(({ evidenceIds }) => evidenceIds));
	return tray.files.map(({ id }) => id).filter((id) => !taken.has(id));
}

/** A figure as it was typed; null for none, NaN for what is no number. */
export const figureOf = (text: string | undefined): number | null =>
	text === undefined || text.trim() === "" ? null : Number(text);

const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Whether a reason for the delay has to be named. */
export const isLate = ({ forecast }: Pick<MonthDraft, "forecast">): boolean => forecast === "unlikely";

/** Whether everything is there that the rules ask of an entry; what is ticked has to be shown by something. */
export function isComplete(draft: MonthDraft): boolean {
	const percent = figureOf(draft.typedPercent);
	return (
		draft.progress.trim().length >= 2 &&
		draft.forecast !== "" &&
		(!isLate(draft) || draft.lagReason !== "") &&
		(percent === null || (percent >= 0 && percent <= 100)) &&
		Object.values(draft.readings).every((text) => !Number.isNaN(figureOf(text))) &&
		draft.steps.every((step) => step.on !== "" && evidenceOf(step, draft).length > 0)
	);
}

const stepOf = (steps: readonly Step[], part: string): Step | undefined =>
	steps.find(({ measureId, key }) => `${measureId}|${key}` === part);

function contentOf(draft: MonthDraft) {
	const { forecast, lagReason } = draft;
	return {
		progress: draft.progress.trim(),
		blocks: Object.fromEntries(
			BLOCKS.flatMap((name) => (draft.blocks[name].trim() === "" ? [] : [[name, draft.blocks[name].trim()]])),
		),
		difficulties: textOrNull(draft.difficulties),
		nextSteps: textOrNull(draft.nextSteps),
		forecast: forecast === "" ? ("likely" as const) : forecast,
		lagReason: lagReason === "" || forecast === "onTime" ? null : lagReason,
		typedPercent: figureOf(draft.typedPercent),
	};
}

/**
 * The commands of a period, in the order in which they rest on each other: files, figures, steps, measures, and the
 * entry last, which is not sent while something of it is refused. What the ledger has already is left out, so that the
 * same form can be sent again after a part of it went through.
 */
export function monthLinks(draft: MonthDraft, detail: Known, cycle: string | null): readonly Link[] {
	const known = stepsOf(detail);
	const measureOf = (id: string): string | null => {
		const step = draft.steps.find((ticked) => evidenceOf(ticked, draft).includes(id));
		const measure = draft.measures.find((ticked) => evidenceOf(ticked, draft).includes(id));
		return step === undefined ? (measure?.part ?? null) : (stepOf(known, step.part)?.measureId ?? null);
	};
	const files = attachCommands(draft.tray, detail, ({ id }) => measureOf(id)).map(
		(command): Link => ({ key: `attach:${command.evidence.id}`, command, after: [] }),
	);
	const resting = (ids: readonly string[]) =>
		files.map(({ key }) => key).filter((key) => ids.includes(key.slice("attach:".length)));
	const before = [
		...files,
		...readingLinks(draft, detail, resting),
		...stepLinks(draft, known, resting),
		...measureLinks(draft, detail, resting),
	];
	if (detail.progress.reports.some(({ id }) => id === draft.reportId)) return before;
	const report: Link = {
		key: "report",
		command: { type: "reportProgress", reportId: draft.reportId, cycle, content: contentOf(draft) },
		after: before.map(({ key }) => key),
	};
	return [...before, report];
}

type Resting = (ids: readonly string[]) => readonly string[];

function readingLinks(draft: MonthDraft, { progress, plan }: Known, resting: Resting): readonly Link[] {
	const { tray, readingOn: on } = draft;
	const shown = tray.files.filter((file) => kindOf(file, tray.batch) === "monitoring").map(({ id }) => id);
	return plan.goals.flatMap(({ id: goalId, kind }): Link[] => {
		const value = figureOf(draft.readings[goalId]);
		if (kind !== "metric" || value === null || Number.isNaN(value)) return [];
		const there = progress.readings.some(
			(held) => held.goalId === goalId && held.value === value && held.on === on,
		);
		if (there) return [];
		const evidenceIds = shown.slice(0, 20);
		return [
			{
				...{ key: `reading:${goalId}`, after: resting(evidenceIds) },
				command: { type: "recordReading", goalId, value, on, evidenceIds },
			},
		];
	});
}

function stepLinks(draft: MonthDraft, known: readonly Step[], resting: Resting): readonly Link[] {
	return draft.steps.flatMap((ticked): Link[] => {
		const step = stepOf(known, ticked.part);
		if (step === undefined || step.reach === "claimed" || step.reach === "verified") return [];
		const { measureId, key } = step;
		const evidenceIds = [...evidenceOf(ticked, draft)];
		return [
			{
				...{ key: `step:${ticked.part}`, after: resting(evidenceIds) },
				command: { type: "completeMilestone", measureId, key, doneOn: ticked.on, evidenceIds },
			},
		];
	});
}

function measureLinks(draft: MonthDraft, { measures }: Known, resting: Resting): readonly Link[] {
	return draft.measures.flatMap((ticked): Link[] => {
		const state = measures.find(({ id }) => id === ticked.part)?.state;
		if (state !== "notStarted" && state !== "inProgress") return [];
		const evidenceIds = [...evidenceOf(ticked, draft)];
		return [
			{
				...{ key: `measure:${ticked.part}`, after: resting(evidenceIds) },
				command: { type: "completeMeasure", measureId: ticked.part, evidenceIds },
			},
		];
	});
}
