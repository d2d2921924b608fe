import fc from "fast-check";
import { expect, test } from "vitest";
import { joinIssues } from "./import-join.ts";
import { splitIssue } from "./import-split.ts";
import { changeBehind, correctedIssues, type StructureChange, withoutChange } from "./import-structure.ts";
import { ProposedIssue } from "./proposal.ts";
import { issueOnLines, type LaidOut, planOnLines, textOf } from "./testing/laid-out-issues.ts";

const RUNS = { numRuns: 300 };

/** An issue of at least two lines with a line that divides it. */
const cutting = issueOnLines("i1")
	.filter(({ issue }) => issue.lines[0] < issue.lines[1])
	.chain((laid) =>
		fc.record({
			laid: fc.constant(laid),
			line: fc.integer({ min: laid.issue.lines[0] + 1, max: laid.issue.lines[1] }),
		}),
	);

const split = ({ issue, lines }: LaidOut, line: number): StructureChange => {
	const change = splitIssue(issue, line, lines);
	if (change === null) throw new Error("the line divides the issue");
	return change;
};

const signs = (text: string): string[] => [...text.replace(/[\s\p{P}\p{S}]/gu, "")].sort();

/** Characters of `a`, each as often as it occurs, that `b` has not. */
function missing(a: string, b: string): string[] {
	const has = signs(b);
	return signs(a).filter((sign) => {
		const at = has.indexOf(sign);
		if (at >= 0) has.splice(at, 1);
		return at < 0;
	});
}

test("[issues I40] a split divides the lines between two sound issues and loses no text", () => {
	fc.assert(
		fc.property(cutting, ({ laid, line }) => {
			const { added } = split(laid, line);
			const [first, second] = added.map((issue) => ProposedIssue.parse(issue));
			expect(first?.lines).toEqual([laid.issue.lines[0], line - 1]);
			expect(second?.lines).toEqual([line, laid.issue.lines[1]]);
			expect(missing(textOf(laid.issue), added.map(textOf).join(""))).toEqual([]);
		}),
		RUNS,
	);
});

test("[issues I40] splitting and joining again gives back the same lines and loses no text", () => {
	fc.assert(
		fc.property(cutting, ({ laid, line }) => {
			const [first, second] = split(laid, line).added;
			if (first === undefined || second === undefined) throw new Error("a split makes two");
			const { added, otherDeadline } = joinIssues(first, second);
			expect(added[0]?.lines).toEqual(laid.issue.lines);
			expect(otherDeadline).toBeNull();
			expect(missing(textOf(laid.issue), added.map(textOf).join(""))).toEqual([]);
			expect(added[0]?.deadline?.value).toEqual(laid.issue.deadline?.value);
		}),
		RUNS,
	);
});

test("[issues I40] a join loses no text of either issue, deadlines included", () => {
	fc.assert(
		fc.property(issueOnLines("i1"), issueOnLines("i2"), ({ issue: one }, { issue: other }) => {
			const { added } = joinIssues(one, other);
			const text = added.map(textOf).join("");
			// Units that both name stand once.
			const once = { ...other, responsibleUnits: null, supervisingUnits: null };
			expect(missing(textOf(one) + textOf({ ...once, deadline: null }), text)).toEqual([]);
			for (const name of other.responsibleUnits?.value ?? []) expect(text).toContain(name);
			if (other.deadline !== null) expect(text).toContain(other.deadline.value.text);
		}),
		RUNS,
	);
});

/** Splits and joins at random places of the list as it then stands. */
const acts = fc.array(fc.record({ join: fc.boolean(), at: fc.nat(50), line: fc.nat(50) }), { maxLength: 12 });

test("[issues I41] after any splits and joins the keys are unique, the order is the source's, and undoing each restores the reading", () => {
	fc.assert(
		fc.property(planOnLines, acts, ({ issues, lines }, steps) => {
			let choices = { corrections: {}, items: {}, structure: [] as StructureChange[] };
			for (const step of steps) {
				const list = correctedIssues({ issues }, choices);
				const at = step.at % list.length;
				const [one, other] = [list[at], list[at + 1]];
				if (one === undefined) continue;
				const span = one.lines[1] - one.lines[0];
				const change = step.join
					? other === undefined
						? null
						: joinIssues(one, other)
					: splitIssue(one, one.lines[0] + 1 + (step.line % Math.max(1, span)), lines);
				if (change !== null) choices = { ...choices, structure: [...choices.structure, change] };
			}
			const list = correctedIssues({ issues }, choices);
			expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
			const starts = list.map((issue) => issue.lines[0]);
			expect(starts).toEqual(starts.toSorted((a, b) => a - b));
			expect(list.flatMap((issue) => issue.lines)).toEqual(
				expect.arrayContaining([issues[0]?.lines[0], issues.at(-1)?.lines[1]]),
			);
			let left = choices;
			for (let turn = 0; turn < steps.length; turn++) {
				const brought = correctedIssues({ issues }, left).find(({ key }) =>
					changeBehind(left.structure, key),
				);
				if (brought !== undefined) left = withoutChange(left, brought.key);
			}
			expect(correctedIssues({ issues }, left)).toEqual(issues);
		}),
		RUNS,
	);
});
