import {
	bringsGateOf,
	evaluateIssue,
	findingsBefore,
	gateOf,
	type Inspection,
	type Issue,
	type IssueVerb,
	type RuleSurroundings,
} from "@zhenggai/domain/issues";
import type { InspectionId, IsoDate, IssueId, Refusal } from "@zhenggai/domain/kernel";
import { asProposed } from "@zhenggai/domain/plans";
import { type Finding, newFindings, type RuleContext, splitFindings } from "@zhenggai/domain/rules";
import type { Tx } from "@zhenggai/storage";
import { loadChildren, loadInspections, loadIssues } from "@zhenggai/storage/issues";
import { lawOf, ruleContext } from "../kit/rules-for.ts";
import type { Change } from "./changes.ts";
import { factsheet, firstInspection } from "./facts.ts";
import { surroundingsOnSave } from "./neighbours.ts";

/** What the rules say to a save: what holds it up, and what passes with a warning. */
export type Judgement = { readonly blocking: readonly Refusal[]; readonly warnings: readonly Refusal[] };

/** Whether a change touches what rules look at before a save; most commands do not. */
function touchesPlan({ before, issue }: Change): boolean {
	if (before === null) return true;
	const looked = [
		"goal",
		"deadline",
		"measures",
		"mandates",
		"numberByTier",
		"generality",
		"constraints",
	] as const;
	return looked.some((key) => before[key] !== issue[key]);
}

/** Findings that a save asks about: hard ones, in front of the save itself or of a step that the verb stands for. */
const onSave = (finding: Finding, verb: IssueVerb | null): boolean =>
	finding.severity !== "inform" &&
	(finding.gate === undefined || finding.gate === "save" || finding.gate === bringsGateOf(verb));

/** What a change brings that was not there before. */
export function freshFindings(
	change: Change,
	around: RuleSurroundings,
	context: RuleContext,
	verb: IssueVerb | null = null,
): Finding[] {
	const least = { ...context, least: "warn" } as const;
	const after = evaluateIssue(change.issue, around, least).filter((finding) => onSave(finding, verb));
	if (after.length === 0 || change.before === null) return after;
	return newFindings(evaluateIssue(change.before, around, least), after);
}

/** Splits findings, all of which stand in front of what is done, by a justification. */
export function judged(findings: readonly Finding[], justification: string | undefined): Judgement {
	const { blocking, passed } = splitFindings(findings, { justification });
	return { blocking, warnings: passed };
}

const firstInspectionOf = (issue: Issue, inspections: ReadonlyMap<string, Inspection>) => {
	const [mandate] = issue.mandates;
	return mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
};

/** The inspections that the changed issues are under in the first place. */
async function inspectionsOf(
	tx: Tx,
	changes: readonly Change[],
): Promise<ReadonlyMap<InspectionId, Inspection>> {
	const known = new Map(changes.flatMap(({ inspections }) => [...(inspections ?? [])]));
	const first = changes.flatMap(({ issue }) =>
		issue.mandates.slice(0, 1).map(({ inspectionId }) => inspectionId),
	);
	const loaded = await loadInspections(
		tx,
		first.filter((id) => !known.has(id)),
	);
	return new Map([...known, ...loaded]);
}

/** Whether a change moves a deadline: only then do the issues above and below have a say in it. */
const movesDeadline = ({ before, issue }: Change): boolean =>
	before === null || before.deadline !== issue.deadline;

async function relativesOf(
	tx: Tx,
	{ before, issue }: Change,
): Promise<{ parent: Issue | undefined; children: readonly Issue[] }> {
	const parents = await loadIssues(tx, issue.parentId === null ? [] : [issue.parentId]);
	return {
		parent: issue.parentId === null ? undefined : parents.get(issue.parentId),
		children: before === null ? [] : await loadChildren(tx, issue.id),
	};
}

/**
 * Asks the rules about a step of the lifecycle: everything that stands in front of it, on the issue as it was before.
 * Null for verbs that take none.
 */
async function judgeStep(
	tx: Tx,
	before: Issue | null,
	justification: string | undefined,
	today: IsoDate,
	verb: IssueVerb,
): Promise<Judgement | null> {
	const gate = before === null ? null : gateOf(verb, before);
	if (before === null || gate === null) return null;
	const facts = await factsheet(tx, before);
	const findings = evaluateIssue(before, facts.around, {
		...(await ruleContext(tx, firstInspection(facts), before.region, today)),
		least: "warn",
	});
	const { blocking, passed } = splitFindings(findingsBefore(findings, verb, before), { justification, gate });
	return { blocking, warnings: passed };
}

/** Rules of the catalogue, told from refusals of the policy, of the state and of forms. */
const RULE = /^[A-Z]+-\d+$/;

/**
 * What a refused command is answered with: where rules stand in front of its step, all of them at once, and not only those
 * that the decider came upon. Whoever may not do it at all learns nothing more.
 */
export async function withAllBlocks(
	tx: Tx,
	before: Issue | null,
	refusals: readonly Refusal[],
	asked: { readonly justification: string | undefined; readonly today: IsoDate; readonly verb: IssueVerb },
): Promise<readonly Refusal[]> {
	if (!refusals.every(({ rule }) => RULE.test(rule))) return refusals;
	const step = await judgeStep(tx, before, asked.justification, asked.today, asked.verb);
	const said = new Set(refusals.map(({ rule, message }) => `${rule} ${message.en}`));
	const more = step?.blocking.filter(({ rule, message }) => !said.has(`${rule} ${message.en}`)) ?? [];
	return [...refusals, ...more];
}

/** Asks the rules about the changes of one transaction, each seen beside the others' new states. */
export async function judgeChanges(
	tx: Tx,
	changes: readonly Change[],
	justification: string | undefined,
	today: IsoDate,
	verb: IssueVerb,
): Promise<Judgement> {
	const step = await judgeStep(tx, changes[0]?.before ?? null, justification, today, verb);
	if (step !== null) return step;
	// What is only asked for is judged as if it held, so that nobody asks for what the rules will not let pass.
	const weighed = changes.map((change) => ({ ...change, issue: asProposed(change.issue, verb) }));
	const asked = weighed.filter(touchesPlan);
	if (asked.length === 0) return { blocking: [], warnings: [] };
	const changed = new Map<IssueId, Issue>(changes.map(({ issue }) => [issue.id, issue]));
	const present = (issue: Issue): Issue => changed.get(issue.id) ?? issue;
	const inspections = await inspectionsOf(tx, asked);
	const law = await lawOf(tx);
	const findings: Finding[] = [];
	for (const change of asked) {
		const inspection = firstInspectionOf(change.issue, inspections);
		const { parent, children } = movesDeadline(change)
			? await relativesOf(tx, change)
			: { parent: undefined, children: [] };
		const around = surroundingsOnSave(inspection, parent && present(parent), children.map(present));
		findings.push(
			...freshFindings(change, around, law.context(inspection, change.issue.region, today), verb),
		);
	}
	return judged(findings, justification);
}
