import type { Actor, CommandEnvelope, Outcome } from "@zhenggai/domain/kernel";
import {
	type CalendarCommand,
	type CalendarView,
	type CalendarYear,
	decideCalendarYear,
	evolveCalendarYear,
} from "@zhenggai/domain/rules";
import { appendEvents, type Tx } from "@zhenggai/storage";
import { loadCalendarYears, saveCalendarYear } from "@zhenggai/storage/rules";
import { z } from "zod";
import { authorise, stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { rulesChanged } from "../kit/rules-for.ts";
import { calendarYearId } from "./calendar-facts.ts";
import { listCalendar } from "./list-calendar.ts";

type Request = {
	readonly actor: Actor;
	readonly command: CalendarCommand;
	readonly envelope: CommandEnvelope;
};
type Answer = { readonly ok: true; readonly version: number } | Refused;

const Kept = z.object({ version: z.int() });

async function decideAndWrite(
	tx: Tx,
	context: ServiceContext,
	{ actor, command, envelope }: Request,
): Promise<Answer> {
	const { now } = momentOf(context);
	const stamp = stampOf(actor);
	const years = await loadCalendarYears(tx);
	const state = years.find(({ year }) => year === command.year) ?? null;
	const id = calendarYearId(command.year);
	const version = state?.version ?? 0;
	const behind = await outdated(tx, id, envelope, version);
	if (behind !== null) return behind;
	const decision = decideCalendarYear(state, command, { actor, stamp, now, id });
	if (!decision.ok) return refused(decision.refusals);
	const next = decision.events.reduce<CalendarYear | null>(evolveCalendarYear, state);
	if (next === null) throw new Error(`${command.type} was accepted without an event`);
	const appended = await appendEvents(tx, {
		...{ streamKind: "calendar", streamId: id, expectedVersion: version },
		...{ events: drafts(decision.events), actor: stamp, at: now, region: null },
		cause: causeOf(command.type, envelope),
		ids: eventIds(context),
	});
	if (!appended.ok) return conflicted(appended.conflict);
	await saveCalendarYear(tx, next);
	tx.afterCommit("calendar", () => rulesChanged(context.database));
	return { ok: true, version: next.version };
}

/**
 * Loads or corrects a year of the working calendar, or answers why not. One transaction: event, hash chain, state. From
 * its commit on this node counts by the new calendar, the others as soon as the journal's feed tells them. The last day of
 * whatever was made before stays as it was made.
 */
export const commandCalendar =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		command: CalendarCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<CalendarView>> => {
		authorise(actor, "viewRule");
		const result = await commandOnce<Answer>(
			context,
			{ actor, verb: command.type, input: [command], envelope },
			{
				run: (tx) => decideAndWrite(tx, context, { actor, command, envelope }),
				store: (answer) => Kept.parse(answer),
				restore: (stored) => ({ ok: true, ...Kept.parse(stored) }),
			},
		);
		return result.ok ? done(await listCalendar(context)(actor)) : result;
	};
