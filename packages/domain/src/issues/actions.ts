import type { Refusal } from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { Finding } from "../rules/index.ts";
import { valuesOf, vocab } from "../vocabulary/index.ts";
import type { IssueVerb } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import { mayAcknowledge, notYours } from "./decide-assignments.ts";
import { childrenGuard } from "./decide-ending.ts";
import { detachGuard } from "./decide-notices.ts";
import { leadGuard } from "./decide-plan.ts";
import { belowGuard } from "./decide-tree.ts";
import { findingsBefore } from "./gate.ts";
import { gate, type Refusals, resourceIn } from "./guards.ts";
import { isRoomVerb } from "./lifecycle.ts";
import { allAcknowledged, nothingOf } from "./refusals.ts";
import { guardInRoom } from "./rooms.ts";
import type { Issue } from "./schema.ts";
import type { ActionView } from "./view.ts";

/** Verbs that are about an issue that is on the ledger already. */
type OpenVerb = Exclude<IssueVerb, "registerIssue">;

const OPEN_VERBS: readonly OpenVerb[] = valuesOf(vocab.issueVerb).filter((verb) => verb !== "registerIssue");

function acknowledgeGuard(issue: Issue, context: IssueContext): Refusals {
	const waiting = issue.assignments.filter(
		(assignment) => isActive(assignment) && assignment.acknowledged === null,
	);
	if (waiting.length === 0) return [allAcknowledged()];
	return waiting.some((assignment) => mayAcknowledge(assignment, context) !== "no") ? [] : [notYours()];
}

/** What keeps a verb from being done whatever its particulars are. */
function stateGuard(issue: Issue, verb: OpenVerb, context: IssueContext): Refusals {
	if (isRoomVerb(verb)) return guardInRoom(issue, verb, context);
	switch (verb) {
		case "endAssignment":
		case "handOverAssignment":
			return issue.assignments.some((held) => isActive(held)) ? [] : [nothingOf("assignment", verb)];
		case "acknowledgeAssignment":
			return acknowledgeGuard(issue, context);
		case "startPlanning":
			return leadGuard(issue);
		case "decomposeIssue":
		case "declareNotOurs":
			return belowGuard(issue);
		case "amendMeasure":
		case "cancelMeasure":
			return issue.measures.some(({ state }) => state !== "cancelled") ? [] : [nothingOf("measure", verb)];
		case "amendSite":
			return issue.sites.length > 0 ? [] : [nothingOf("site", verb)];
		case "detachNotice":
			return detachGuard(issue);
		case "mergeIssue":
		case "carryOverIssue":
		case "withdrawIssue":
			return childrenGuard(issue, context);
		case "amendIssue":
		case "recordSourceText":
		case "addMandate":
		case "assignIssue":
		case "addMeasure":
		case "addSite":
		case "attachNotice":
			return [];
	}
}

/**
 * Why a verb cannot be done on an issue by this actor, whatever its particulars: the policy table, the lifecycle and
 * the state. When this is empty, a command with sound particulars is accepted; when it is not, `decideIssue` refuses
 * every command of the verb.
 */
export function refusalsOf(issue: Issue, verb: OpenVerb, context: IssueContext): readonly Refusal[] {
	const closed = gate(issue, verb, context);
	return closed.length > 0 ? closed : stateGuard(issue, verb, context);
}

/**
 * What an actor can do next with an issue, and why not what it cannot: the one list from which all fronts make
 * their buttons, menus and explanations. `findings` is what the rules say of it today: what blocks a step refuses its
 * verb, what only warns is listed with it, for it asks for a written justification.
 */
export const issueActions = (
	issue: Issue,
	context: IssueContext,
	findings: readonly Finding[] = [],
): ActionView[] => {
	const resource = resourceIn(issue, context);
	return OPEN_VERBS.map((verb) => {
		const shut = gate(issue, verb, context, resource);
		const closed = shut.length > 0 ? shut : stateGuard(issue, verb, context);
		// Whoever can take the step at all sees everything that stands in front of it, each once.
		const before = shut.length > 0 ? [] : findingsBefore(findings, verb, issue);
		const blocking = before.filter(
			({ severity, rule, message }) =>
				severity === "block" && !closed.some((held) => held.rule === rule && held.message.zh === message.zh),
		);
		return {
			verb,
			label: vocab.issueVerb[verb],
			allowed: closed.length === 0 && blocking.length === 0,
			refusals: [...closed, ...blocking.map(asRefusal)],
			warnings: before.filter(({ severity }) => severity === "warn").map(asRefusal),
		};
	});
};

const asRefusal = ({ rule, field, message, clears, who, basis }: Finding): Refusal => ({
	rule,
	field,
	message,
	clears,
	who,
	basis,
});
