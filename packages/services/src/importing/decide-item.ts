import {
	decideIssue,
	evolveIssue,
	type Issue,
	type IssueCommand,
	type IssueEvent,
} from "@zhenggai/domain/issues";
import type { Refusal } from "@zhenggai/domain/kernel";
import type { Asking, Change } from "../issues/changes.ts";
import type { WorkingLedger } from "./ledger.ts";

export type DecidedItem =
	| { readonly ok: true; readonly change: Change | null }
	| { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Runs the commands of one item, each on what the one before left: all of them, or the refusals of the first that fails. */
export function decideItem(
	ledger: WorkingLedger,
	asking: Asking,
	before: Issue | null,
	commands: readonly IssueCommand[],
): DecidedItem {
	let state = before;
	const events: IssueEvent[] = [];
	for (const command of commands) {
		const decision = decideIssue(state, command, ledger.contextFor(asking, state, command));
		if (!decision.ok) return { ok: false, refusals: decision.refusals };
		events.push(...decision.events);
		state = decision.events.reduce<Issue | null>(evolveIssue, state);
	}
	if (state === null || events.length === 0) return { ok: true, change: null };
	return { ok: true, change: { before, issue: state, events } };
}
