import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import type { SourceTable } from "../source/model.ts";
import type { GridSection } from "../tables/sections.ts";
import type { LabelField } from "../text/labels.ts";
import { type Passage, part, type View } from "../text/view.ts";
import { warning } from "../warnings.ts";
import { buildIssue } from "./build-issue.ts";
import { lastDayOf } from "./deadline.ts";
import { type Definitions, findDefinitions } from "./definitions.ts";
import type { Draft } from "./draft.ts";
import { layoutOf } from "./layout.ts";
import { readFlatTable } from "./read-flat.ts";
import { type GridDrafts, readIssueGrid } from "./read-grid.ts";
import { type Segmented, segment } from "./segment.ts";
import { numberFromTitle } from "./title-number.ts";
import { isCollective } from "./units.ts";

export interface PlanReading {
	issues: ProposedIssue[];
	warnings: ReadingWarning[];
	layout: string | null;
	/** What the labelled text was cut into, when it was not a table. */
	segmented: Segmented | null;
	/** Whether it was read from tables with a header. */
	fromTables: boolean;
}

/** Reads the issues of a plan, task list or measure list from its tables, its flattened tables, or its labelled text. */
export function readPlan(
	view: View,
	tables: readonly SourceTable[],
	sections: readonly GridSection<LabelField>[],
): PlanReading {
	const grids = sections.map(readIssueGrid);
	if (grids.some((grid) => grid.drafts.length > 0)) return fromGrids(view, grids, tables);
	const flat = readFlatTable(view);
	const segmented = segment(view);
	const useFlat = flat !== null && richness(flat.drafts) >= richness(segmented.drafts);
	const drafts = useFlat ? flat.drafts : segmented.drafts;
	const start = drafts[0]?.lines[0] ?? 1;
	const preamble = part(view, 0, view.lineStarts[Math.max(0, start - view.lineAt(0))] ?? 0);
	const built = titled(buildAll(drafts, findDefinitions(preamble)), preamble?.norm ?? "");
	const layout = layoutOf(
		view,
		built.issues,
		useFlat ? { kind: "flat", header: flat.header } : { kind: "text", segmented },
	);
	built.warnings.push(...truncatedAt(view, built.issues));
	return { ...built, layout, segmented: useFlat ? null : segmented, fromTables: false };
}

const TELLING: ReadonlySet<string> = new Set([
	"responsible",
	"lead",
	"supervise",
	"deadline",
	"goal",
	"measures",
	"progress",
]);

/** How many telling fields a reading found: the better of two ways to read a text finds more. */
const richness = (drafts: readonly Draft[]): number =>
	drafts.reduce(
		(sum, draft) =>
			sum + new Set(draft.fields.map(({ field }) => field).filter((field) => TELLING.has(field))).size,
		0,
	);

function fromGrids(view: View, grids: readonly GridDrafts[], tables: readonly SourceTable[]): PlanReading {
	const drafts = grids.flatMap((grid) => grid.drafts);
	const first = Math.min(...tables.map((table) => table.line));
	const preamble = part(view, 0, view.lineStarts[Math.max(0, first - view.lineAt(0))] ?? 0);
	const built = titled(buildAll(drafts, findDefinitions(preamble)), preamble?.norm ?? "");
	for (const grid of grids) {
		for (const { word, line } of grid.unknownColumns) {
			built.warnings.push(warning("unknownColumn", { line, words: word || "—" }));
		}
	}
	return {
		...built,
		layout: layoutOf(view, built.issues, { kind: "grid" }),
		segmented: null,
		fromTables: true,
	};
}

/** A document about one issue may name its number in the title alone. */
function titled<T extends { issues: ProposedIssue[]; warnings: ReadingWarning[] }>(
	built: T,
	before: string,
): T {
	const [only] = built.issues;
	if (!only || built.issues.length !== 1) return built;
	const { issue, warnings } = numberFromTitle(only, before);
	return { ...built, issues: [issue], warnings: [...built.warnings, ...warnings] };
}

function buildAll(
	drafts: readonly Draft[],
	definitions: Definitions,
): { issues: ProposedIssue[]; warnings: ReadingWarning[] } {
	const warnings: ReadingWarning[] = [];
	const issues: ProposedIssue[] = [];
	const seen = new Map<string, number>();
	for (const draft of drafts) {
		const built = buildIssue(draft, `i${issues.length + 1}`, definitions);
		if (!built) continue;
		const identity = identityOf(built.issue);
		const twin = seen.get(identity);
		const known = twin === undefined ? undefined : issues[twin];
		if (twin !== undefined && known && sameIssue(known, built.issue)) {
			if (!warnings.some(({ code }) => code === "duplicateBody"))
				warnings.push(warning("duplicateBody", { line: built.issue.lines[0] }));
			if (filledFields(built.issue) > filledFields(known)) issues[twin] = { ...built.issue, key: known.key };
			continue;
		}
		if (twin === undefined) seen.set(identity, issues.length);
		issues.push(built.issue);
		warnings.push(...built.warnings);
	}
	return { issues, warnings: [...warnings, ...review(issues)] };
}

const essence = (issue: ProposedIssue): string =>
	issue.statement.value.replace(/[\s\p{P}]+/gu, "").slice(0, 60);

/** What an issue that is printed twice shares with its copy: its numbers and the beginning of its text. */
const identityOf = (issue: ProposedIssue): string =>
	[issue.seq, issue.rowNumber ?? "", essence(issue)].join("|");

/** Whether two issues of one identity are the same one printed twice (page and print copy): a few words alone do not tell. */
function sameIssue(a: ProposedIssue, b: ProposedIssue): boolean {
	const { length } = essence(a);
	return length >= 12 || (length >= 4 && sameFields(a, b));
}

/** Whether two issues with the same few words name the same units and the same deadline. */
function sameFields(a: ProposedIssue, b: ProposedIssue): boolean {
	const told = (issue: ProposedIssue) => [
		issue.responsibleUnits?.value.join() ?? "",
		issue.deadline?.value.text ?? "",
		issue.goal?.value ?? "",
	];
	const [x, y] = [told(a), told(b)];
	return x.join("|") === y.join("|") && x.filter((text) => text !== "").length >= 2;
}

const filledFields = (issue: ProposedIssue): number =>
	[
		issue.responsibleUnits,
		issue.supervisingUnits,
		issue.deadline,
		issue.goal,
		issue.measures,
		issue.progress,
	].filter((field) => field !== null).length;

type Check = "responsibleUnits" | "deadline" | "goal" | "measures";
const CHECKS: readonly {
	field: Check;
	code: "missingUnit" | "missingDeadline" | "missingField" | "missingMeasures";
	word: string;
}[] = [
	{ field: "responsibleUnits", code: "missingUnit", word: "责任单位" },
	{ field: "deadline", code: "missingDeadline", word: "整改时限" },
	{ field: "goal", code: "missingField", word: "整改目标" },
	{ field: "measures", code: "missingMeasures", word: "整改措施" },
];

/** What is missing where most others have it, numbers that repeat or do not run on, and dates that disagree. */
function review(issues: readonly ProposedIssue[]): ReadingWarning[] {
	const out: ReadingWarning[] = [];
	for (const { field, code, word } of CHECKS) {
		const having = issues.filter((issue) => issue[field] !== null).length;
		if (having * 2 < issues.length || having === 0) continue;
		for (const issue of issues) {
			const units = field === "responsibleUnits" && issue.leadUnits !== null;
			if (issue[field] === null && !units)
				out.push(warning(code, { line: issue.lines[0], item: issue.key, field, words: word }));
		}
	}
	return [...out, ...reviewNumbers(issues), ...issues.flatMap(interim), ...issues.flatMap(remarks)];
}

function reviewNumbers(issues: readonly ProposedIssue[]): ReadingWarning[] {
	const out: ReadingWarning[] = [];
	const seen = new Set<string>();
	let previous: number | null = null;
	for (const issue of issues) {
		const about = { line: issue.lines[0], item: issue.key, field: "number" };
		if (issue.seq === null) {
			if (issues.length > 1) out.push(warning("missingNumber", about));
			continue;
		}
		const number = issue.number ?? String(issue.seq);
		if (seen.has(number) && issue.seq !== 1)
			out.push(warning("duplicateNumber", { ...about, words: number }));
		seen.add(number);
		const runsOn = previous === null || issue.seq === previous + 1 || issue.seq === 1 || /\d-\d/.test(number);
		if (!runsOn && !(issue.seq === previous))
			out.push(warning("brokenSequence", { ...about, words: `${previous} → ${issue.seq}` }));
		previous = issue.seq;
	}
	return out;
}

/** A date that the preamble offers, and names that stand for many units. */
function remarks(issue: ProposedIssue): ReadingWarning[] {
	const about = { item: issue.key };
	const offered = issue.offeredDeadline;
	const collective = issue.responsibleUnits?.value.find(isCollective);
	return [
		...(offered
			? [
					warning("definedDeadline", {
						...about,
						line: offered.place.line,
						field: "deadline",
						words: offered.value.text,
					}),
				]
			: []),
		...(collective
			? [
					warning("collectiveUnit", {
						...about,
						line: issue.lines[0],
						field: "responsibleUnits",
						words: collective,
					}),
				]
			: []),
	];
}

/** The text stops inside the last issue: no end of a sentence, and fields are missing that the others have. */
function truncatedAt(view: Passage, issues: readonly ProposedIssue[]): ReadingWarning[] {
	const last = issues.at(-1);
	const line = last?.lines[1];
	if (!last || line === undefined) return [];
	const end = view.norm.trimEnd();
	const breaks = view.lineAt(end.length - 1) <= line && end.length > 20 && !/[。!?;:)"|.\d]$/.test(end);
	const lacks = CHECKS.some(
		({ field }) => last[field] === null && issues.some((issue) => issue[field] !== null),
	);
	const open = issues.length === 1 || lacks;
	return breaks && open ? [warning("truncated", { line, item: last.key })] : [];
}

/** Dates inside measures that lie behind the issue's own deadline. */
function interim(issue: ProposedIssue): ReadingWarning[] {
	const due = issue.deadline ? lastDayOf(issue.deadline.value) : null;
	if (!due) return [];
	return (issue.measures?.value ?? []).flatMap((measure) => {
		const day = measure.deadline ? lastDayOf(measure.deadline) : null;
		return day && day > due
			? [
					warning("interimDeadline", {
						line: measure.place.line,
						item: issue.key,
						field: "measures",
						words: measure.deadline?.text ?? day,
					}),
				]
			: [];
	});
}
