import {
	decideIssue,
	evolveIssue,
	type Issue,
	type IssueContext,
	type IssueEvent,
	nextChangeOn,
	SWEEP_VERBS,
	type SweepVerb,
	sweepCommand,
} from "@zhenggai/domain/issues";
import { dateOfDay, type IsoDate, NEVER } from "@zhenggai/domain/kernel";
import type { LadderInstrument } from "@zhenggai/domain/supervision";

/** What a day makes of an issue by itself. */
export type Swept = {
	readonly before: Issue;
	readonly issue: Issue;
	readonly events: readonly IssueEvent[];
	/** The verbs that did something, in their order. */
	readonly verbs: readonly SweepVerb[];
	/** The next day on which it has to be looked at; null for never. */
	readonly dueOn: IsoDate | null;
};

/** Ends and closes nothing where the rules ask a person for a reason first. */
type Permit = (verb: SweepVerb, swept: Omit<Swept, "dueOn">) => Promise<boolean>;

/** Verbs that are steps of the lifecycle: rules may stand in front of them. */
const STEPS: ReadonlySet<SweepVerb> = new Set(["endNotice", "receiveFiling"]);

/** A step makes another light; no chain of them is longer. */
const ROUNDS = 3;

/**
 * Does with an issue what the ledger does by itself on a day, by the same deciders that people's commands go through,
 * and says when it has to be looked at again.
 */
export async function sweepIssue(
	issue: Issue,
	instruments: readonly LadderInstrument[],
	asking: IssueContext,
	day: IsoDate,
	permit: Permit,
): Promise<Swept> {
	let swept: Omit<Swept, "dueOn"> = { before: issue, issue, events: [], verbs: [] };
	const { rules, calendar } = asking;
	for (let round = 0; round < ROUNDS; round++) {
		const before = swept.events.length;
		for (const verb of SWEEP_VERBS) {
			const command = sweepCommand(swept.issue, verb, { rules, calendar }, day);
			if (command === null) continue;
			const decision = decideIssue(swept.issue, command, asking);
			if (!decision.ok) continue;
			const next = {
				before: issue,
				issue: decision.events.reduce<Issue>(evolveIssue, swept.issue),
				events: [...swept.events, ...decision.events],
				verbs: [...swept.verbs, verb],
			};
			if (!STEPS.has(verb) || (await permit(verb, { ...next, before: swept.issue }))) swept = next;
		}
		if (swept.events.length === before) break;
	}
	const next = nextChangeOn(swept.issue, instruments, rules, calendar, day);
	return { ...swept, dueOn: next === NEVER ? null : dateOfDay(next) };
}
