import { type Actor, type Calendar, dateOfDay, dayNumber, Instant, type IsoDate } from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import type { LadderInstrument } from "../supervision/index.ts";
import { NO_SURROUNDINGS } from "./context.ts";
import { decideIssue } from "./decide.ts";
import type { IssueEvent } from "./events.ts";
import { evolveIssue } from "./evolve.ts";
import type { Issue } from "./schema.ts";
import { nextChangeOn, SWEEP_VERBS, sweepCommand } from "./sweep.ts";

/** The rules and the calendar of an issue on a day. */
export type LawOn = (day: IsoDate) => { readonly rules: ResolvedRules; readonly calendar: Calendar };

/** What happens by itself on a day, with the issue after it. */
export type ByItself = { readonly on: IsoDate; readonly event: IssueEvent };
export type Foresight = { readonly issue: Issue; readonly events: readonly ByItself[] };

const NOBODY: Actor = { kind: "system", name: "simulation" };
const STAMP = {
	...{ kind: "system" as const, id: "system", name: "simulation" },
	...{ role: null, region: null, unitId: null },
};

/** A moment of a day: half past eight in the morning in Shanghai. */
const momentOn = (day: IsoDate): Instant => Instant.parse(`${day}T00:30:00.000Z`);

/** No two days of an issue's life are nearer than this; a guard, for a rule that said otherwise would never end. */
const MOST_DAYS = 5000;

/** An issue after what the ledger does with it by itself on a day. */
function sweptOn(issue: Issue, law: ReturnType<LawOn>, on: IsoDate, events: ByItself[]): Issue {
	let state = issue;
	for (const verb of SWEEP_VERBS) {
		const command = sweepCommand(state, verb, law, on);
		if (command === null) continue;
		const decision = decideIssue(state, command, {
			...{ actor: NOBODY, stamp: STAMP, now: momentOn(on), rules: law.rules, calendar: law.calendar },
			surroundings: NO_SURROUNDINGS,
			sha256: () => "",
		});
		if (!decision.ok) continue;
		for (const event of decision.events) {
			state = evolveIssue(state, event);
			events.push({ on, event });
		}
	}
	return state;
}

/**
 * An issue on a later day if nobody does anything: the present state, played forward by what the ledger does by itself,
 * day by day as the nightly sweep would, under the rules that hold on each day (also ones that were planned). That is:
 * reporting cycles open with their periods and stay unanswered; lights are journalled when they change, and once a
 * cycle, so that a second yellow counts as one; a notice whose term is over without an open objection ends, one with an
 * open objection does not; silence about a filing counts where it may. What a person would have to do never happens: no
 * report, no evidence, no verdict, no signature, no letter, no decision on an extension, so no deadline moves; a forecast
 * and exposures stay as they are. Instruments stay as they are, their replies fall due. Pure; days are those of Shanghai.
 * `from` is today and is played itself: what the sweep of the day may not have done yet is done.
 */
export function foresee(
	issue: Issue,
	instruments: readonly LadderInstrument[],
	lawOn: LawOn,
	from: IsoDate,
	to: IsoDate,
): Foresight {
	const events: ByItself[] = [];
	let state = issue;
	let day = from;
	for (let steps = 0; steps < MOST_DAYS; steps++) {
		const law = lawOn(day);
		const before = events.length;
		state = sweptOn(state, law, day, events);
		// What was done may have something follow on the next day.
		const next =
			events.length > before
				? dayNumber(day) + 1
				: nextChangeOn(state, instruments, law.rules, law.calendar, day);
		if (next > dayNumber(to)) break;
		day = dateOfDay(next);
	}
	return { issue: state, events };
}
