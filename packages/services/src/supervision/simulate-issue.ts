import {
	evaluateIssue,
	foresee,
	type Issue,
	type IssueSimulation,
	issueNumber,
	lapsesOf,
} from "@zhenggai/domain/issues";
import type { Actor, IsoDate, IssueId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { factsheet, firstInspection, type IssueFactsheet, issueOn } from "../issues/index.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { type Law, lawOf } from "../kit/rules-for.ts";
import { onDay, unknownYears, whenOf } from "./reading.ts";

type OnDay = Pick<IssueSimulation, "onDay" | "findings" | "lapses">;

/** An earlier day: what the journal holds of it, under the rules of then. */
async function inThePast(
	context: ServiceContext,
	law: Law,
	actor: Actor,
	present: Issue,
	asOf: IsoDate,
): Promise<OnDay> {
	const issue = await issueOn(context, present, asOf);
	const facts = await factsheet(readerOf(context.database), issue, asOf);
	const asked = law.context(firstInspection(facts), issue.region, asOf);
	return {
		onDay: onDay(issue, facts.instruments, actor, asked),
		findings: evaluateIssue(issue, facts.around, asked),
		lapses: [],
	};
}

/** Today, or a later day: the present state after what the ledger does by itself until then. */
function ahead(law: Law, actor: Actor, facts: IssueFactsheet, today: IsoDate, asOf: IsoDate): OnDay {
	const { issue, instruments, around } = facts;
	const lawOn = (day: IsoDate) => law.context(firstInspection(facts), issue.region, day);
	const foresight = asOf === today ? { issue, events: [] } : foresee(issue, instruments, lawOn, today, asOf);
	return {
		onDay: onDay(foresight.issue, instruments, actor, lawOn(asOf)),
		findings: evaluateIssue(foresight.issue, around, lawOn(asOf)),
		lapses: lapsesOf(issue, foresight, instruments, lawOn, { after: today, until: asOf }),
	};
}

/**
 * Light, schedule status, proposals and findings of one issue on any day, beside those of today (推演).
 *
 * An earlier day is what was known at its end: issue, instruments, neighbours and inspections are replayed from the
 * journal, under the rules that held then. A later day is the present state if nobody does anything: see `foresee` for
 * what the ledger does by itself in between, `lapsesOf` for what lapses. Names are those of today. Proposals are shown to
 * those who may draft. Reads, and writes nothing.
 *
 * Throws NOT_FOUND for an issue that the actor may not see and, saying so, for a day before its registration; BAD_INPUT
 * for a day more than ten years ahead. Years without an official calendar are named, and nothing is guessed about them.
 */
export const simulateIssue =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, asOf: IsoDate): Promise<IssueSimulation> => {
		const { today } = momentOf(context);
		const when = whenOf(asOf, today);
		const present = await findIssue(context.database, issueId, scopeOf(actor));
		if (present === null) throw new ServiceError("NOT_FOUND");
		const reader = readerOf(context.database);
		const law = await lawOf(reader);
		const facts = await factsheet(reader, present);
		const asked = law.context(firstInspection(facts), present.region, today);
		return {
			issueId,
			number: issueNumber(present),
			regionName: facts.regionName(present.region),
			statement: present.statement,
			...{ when, asOf, today, registeredAt: present.registeredAt },
			now: onDay(present, facts.instruments, actor, asked),
			...(when === "past"
				? await inThePast(context, law, actor, present, asOf)
				: ahead(law, actor, facts, today, asOf)),
			unknownYears: unknownYears(asked.calendar, today, asOf),
		};
	};
