import { can } from "@zhenggai/domain/access";
import {
	type Issue,
	issueResource,
	type SimulatedState,
	type SimulatedWhen,
	type SupervisionOnDay,
} from "@zhenggai/domain/issues";
import {
	type Actor,
	type Calendar,
	type IsoDate,
	lastDay,
	type Refusal,
	say,
	unknownYear,
} from "@zhenggai/domain/kernel";
import type { RuleContext } from "@zhenggai/domain/rules";
import {
	type Instrument,
	type InstrumentProposal,
	type InstrumentProposalView,
	lightView,
	type SupervisionReading,
	superviseIssue,
	supervisionOf,
} from "@zhenggai/domain/supervision";
import { ServiceError } from "../errors.ts";

const LEFT: ReadonlySet<Issue["lifecycle"]> = new Set(["merged", "carriedOver", "withdrawn"]);

/** As far as one may look ahead, in years: beyond it there is neither a rule nor a calendar to reckon with (`D`). */
const MOST_YEARS = 10;

/** Which side of today a day lies on. Throws BAD_INPUT for one that is too far ahead. */
export function whenOf(asOf: IsoDate, today: IsoDate): SimulatedWhen {
	const last = Number(today.slice(0, 4)) + MOST_YEARS;
	if (Number(asOf.slice(0, 4)) > last) {
		throw new ServiceError(
			"BAD_INPUT",
			say(`最远推演到${last}年`, `A simulation looks no further than the year ${last}`),
		);
	}
	return asOf < today ? "past" : asOf === today ? "today" : "future";
}

/** The years between two days, both in it, that have no official calendar: each said once, none guessed (DL-08). */
export function unknownYears(calendar: Calendar, a: IsoDate, b: IsoDate): Refusal[] {
	const [from, to] = [a, b].toSorted().map((day) => Number(day.slice(0, 4)));
	const found: Refusal[] = [];
	for (let year = from ?? 0; year <= (to ?? -1); year++) {
		if (!calendar.years.has(year)) found.push(unknownYear(year));
	}
	return found;
}

/** 进度状态 as pages show it: none for an issue that has left the ledger other than by close-out. */
export const scheduleOf = (issue: Issue, { schedule }: SupervisionReading): SupervisionOnDay["schedule"] =>
	LEFT.has(issue.lifecycle) ? null : schedule;

/** Whether somebody is shown what the ladder proposes on an issue: those who may draft. */
export const seesProposals = (actor: Actor, issue: Issue, asOf: IsoDate): boolean =>
	can(actor, "draftInstrument", issueResource(issue, asOf)) === null;

/** A proposal as pages show it. */
export const proposalView = (proposal: InstrumentProposal): InstrumentProposalView => ({
	...proposal,
	reasons: [...proposal.reasons],
	skips: [...proposal.skips],
	raises: [...proposal.raises],
	addresseeUnitIds: [...proposal.addresseeUnitIds],
});

/** What supervision says of an issue and its instruments of one day. */
export function onDay(
	issue: Issue,
	instruments: readonly Instrument[],
	actor: Actor,
	{ rules, calendar, asOf }: RuleContext,
): SupervisionOnDay {
	const reading = superviseIssue(issue, instruments, rules, calendar, asOf);
	return {
		lifecycle: issue.lifecycle,
		due: issue.deadline === null ? null : lastDay(issue.deadline.point),
		schedule: scheduleOf(issue, reading),
		light: lightView(reading.light, rules, supervisionOf(issue).light),
		proposals: seesProposals(actor, issue, asOf) ? reading.proposals.map(proposalView) : [],
		ruleSet: { id: rules.id, version: rules.version },
	};
}

/** The same in short, with what lit the light. */
export function inShort(
	issue: Issue,
	instruments: readonly Instrument[],
	actor: Actor,
	{ rules, calendar, asOf }: RuleContext,
): SimulatedState & { readonly reading: SupervisionReading } {
	const reading = superviseIssue(issue, instruments, rules, calendar, asOf);
	const shown = reading.proposals.length > 0 && seesProposals(actor, issue, asOf);
	return {
		schedule: scheduleOf(issue, reading),
		light: reading.light.light,
		proposals: shown ? reading.proposals.map(({ kind }) => kind) : [],
		reading,
	};
}
