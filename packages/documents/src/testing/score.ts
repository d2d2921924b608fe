import type { Proposal, ProposedIssue } from "@zhenggai/domain/issues";
import { lastDayOf } from "../issues/deadline.ts";
import { fold } from "../text/fold.ts";

/** What a fixture expects of one issue. A field that is left out is not compared. */
export interface ExpectedIssue {
	seq?: number | null;
	number?: string | null;
	title?: string;
	responsibleUnits?: readonly string[];
	leadUnits?: readonly string[];
	supportingUnits?: readonly string[];
	supervisingUnits?: readonly string[];
	deadlineText?: string | null;
	deadlineDate?: string | null;
	kind?: string | null;
	goal?: string | null;
	measuresCount?: number | null;
}

/** Counts of one field: right values, values that are wrong or were made up, values that were not found. */
export interface Tally {
	right: number;
	extra: number;
	missed: number;
}

export class Score {
	readonly fields = new Map<string, Tally>();
	/** Expected and found, where they differ. */
	readonly faults: string[] = [];

	add(field: string, expected: readonly string[], found: readonly string[], where: string): void {
		const tally = this.fields.get(field) ?? { right: 0, extra: 0, missed: 0 };
		this.fields.set(field, tally);
		const left = [...found];
		for (const value of expected) {
			const at = left.indexOf(value);
			if (at >= 0) {
				left.splice(at, 1);
				tally.right++;
			} else tally.missed++;
		}
		tally.extra += left.length;
		if (left.length > 0 || expected.some((value) => !found.includes(value))) {
			this.faults.push(
				`${where} ${field}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
			);
		}
	}

	/** F1 of one field, or of all together. */
	f1(field?: string): number {
		const tallies =
			field === undefined
				? [...this.fields.values()]
				: [this.fields.get(field) ?? { right: 0, extra: 0, missed: 0 }];
		const sum = tallies.reduce(
			(a, b) => ({
				right: a.right + b.right,
				extra: a.extra + b.extra,
				missed: a.missed + b.missed,
			}),
			{ right: 0, extra: 0, missed: 0 },
		);
		const total = 2 * sum.right + sum.extra + sum.missed;
		return total === 0 ? 1 : (2 * sum.right) / total;
	}

	table(): string {
		const rows = [...this.fields.keys()].map((field) => `${field.padEnd(20)} ${this.f1(field).toFixed(3)}`);
		return [...rows, `${"all".padEnd(20)} ${this.f1().toFixed(3)}`].join("\n");
	}
}

/** Text for comparison: folded, without space and stops. */
export const plain = (text: string): string => fold(text).replace(/[\s。.,、;:"]+/g, "");
const one = (value: string | number | null | undefined): string[] =>
	value === null || value === undefined ? [] : [plain(String(value))];
const many = (values: readonly string[]): string[] => values.map(plain).toSorted();

function pairUp(
	expected: readonly ExpectedIssue[],
	issues: readonly ProposedIssue[],
): (ProposedIssue | undefined)[] {
	const free = new Set(issues);
	return expected.map((item) => {
		const title = plain(item.title ?? "");
		const match = issues.find(
			(issue) => free.has(issue) && title !== "" && plain(issue.statement.value).startsWith(title),
		);
		const found =
			match ??
			issues.find((issue) => free.has(issue) && item.seq !== null && issue.seq === item.seq && title === "");
		if (found) free.delete(found);
		return found;
	});
}

/** Compares a proposal's issues with what was expected, field by field. */
export function scoreIssues(
	score: Score,
	name: string,
	expected: readonly ExpectedIssue[],
	proposal: Proposal,
): void {
	const pairs = pairUp(expected, proposal.issues);
	for (const [i, item] of expected.entries()) {
		const issue = pairs[i];
		const where = `${name}#${i + 1}`;
		if (item.title !== undefined) score.add("title", one(item.title), issue ? one(item.title) : [], where);
		scoreNames(score, where, item, issue);
		scoreRest(score, where, item, issue);
	}
	const known = new Set(pairs);
	for (const issue of proposal.issues)
		if (!known.has(issue)) score.add("title", [], one(issue.statement.value.slice(0, 30)), name);
}

function scoreNames(
	score: Score,
	where: string,
	item: ExpectedIssue,
	issue: ProposedIssue | undefined,
): void {
	for (const field of ["responsibleUnits", "leadUnits", "supportingUnits", "supervisingUnits"] as const) {
		const expected = item[field];
		if (expected !== undefined) score.add(field, many(expected), many(issue?.[field]?.value ?? []), where);
	}
}

function scoreRest(score: Score, where: string, item: ExpectedIssue, issue: ProposedIssue | undefined): void {
	const deadline = issue?.deadline?.value;
	if (item.seq !== undefined) score.add("seq", one(item.seq), one(issue?.seq), where);
	if (item.number !== undefined) score.add("number", one(item.number), one(issue?.number), where);
	if (item.deadlineText !== undefined)
		score.add("deadlineText", one(item.deadlineText), one(deadline?.text), where);
	if (item.deadlineDate !== undefined)
		score.add("deadlineDate", one(item.deadlineDate), one(deadline ? lastDayOf(deadline) : null), where);
	if (item.kind !== undefined) score.add("category", one(item.kind), one(deadline?.category), where);
	if (item.goal !== undefined) score.add("goal", one(item.goal), one(issue?.goal?.value), where);
	if (item.measuresCount !== undefined) {
		const count = issue?.measures ? issue.measures.value.length : null;
		score.add("measures", one(item.measuresCount === 0 ? null : item.measuresCount), one(count), where);
	}
}
