import type { IssueState } from "./issue-state.ts";

/**
 * Where an event leads: a state, the same state, the state that the event itself names (`next`, where a rule set
 * orders the steps), or nowhere because it cannot happen there.
 */
export type Transition = IssueState | "stay" | "byEvent" | "refused";

/** What one event does in every state of an issue. Total: a state that is not named lets the event through nowhere. */
export type TransitionRow = Readonly<Record<IssueState, Transition>>;

/** The row of an event that can happen in these states alone and leads where each of them says. */
export function transitionsFrom(leads: Readonly<Partial<Record<IssueState, Transition>>>): TransitionRow {
	const row: Record<IssueState, Transition> = {
		registered: "refused",
		assigned: "refused",
		planning: "refused",
		planSubmitted: "refused",
		inProgress: "refused",
		selfChecked: "refused",
		acceptance: "refused",
		supplementing: "refused",
		publicNotice: "refused",
		signing: "refused",
		filing: "refused",
		closed: "refused",
		reopened: "refused",
		carriedOver: "refused",
		merged: "refused",
		withdrawn: "refused",
	};
	return { ...row, ...leads };
}

/** The row of an event that changes no state and can happen in any of these. */
export const staysIn = (...states: readonly IssueState[]): TransitionRow =>
	transitionsFrom(Object.fromEntries(states.map((state) => [state, "stay"])));
