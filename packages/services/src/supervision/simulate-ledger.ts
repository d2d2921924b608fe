import { createHash } from "node:crypto";
import {
	addTotals,
	beginningOf,
	type Issue,
	isChanged,
	issueNumber,
	type LedgerSimulationPage,
	type LedgerSimulationQuery,
	NO_TOTALS,
	type SimulatedRow,
	totalsOf,
} from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, type IssueId, lastDay, say, shanghaiDate } from "@zhenggai/domain/kernel";
import { formatDate } from "@zhenggai/domain/vocabulary";
import { journalBegan, type Reader, readerOf } from "@zhenggai/storage";
import { listIssueRows, loadIssues, loadNames, planList, type StoredPage } from "@zhenggai/storage/issues";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { refreshLedgerDay } from "../issues/index.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { lawOf } from "../kit/rules-for.ts";
import { unknownYears, whenOf } from "./reading.ts";
import {
	addInspections,
	inThePast,
	pairsOf,
	type Simulation,
	unchanging,
	weighed,
} from "./simulate-batch.ts";

/** Issues of one batch: one page of the list, their states, their instruments. Nothing of it outlives the next one. */
const BATCH = 200;

/** One page looks at this many issues at most, and begins no batch after so many milliseconds (`D`). */
const MOST_ISSUES = 5000;
const MOST_MS = 1500;

const Place = z.object({
	list: z.string(),
	keys: z.array(z.string().max(100)).length(2),
	id: z.uuid(),
	total: z.object({ count: z.int(), exact: z.boolean() }),
});
type Place = z.infer<typeof Place>;

/** Tells the simulations apart, so that a cursor of one is not taken for a place in another. */
const listKey = ({ asOf, filter, show }: LedgerSimulationQuery): string =>
	createHash("sha256")
		.update(JSON.stringify([asOf, show, Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))]))
		.digest("base64url")
		.slice(0, 12);

function placeOf(query: LedgerSimulationQuery): Place | null {
	if (query.cursor === undefined) return null;
	const place = decodeCursor(query.cursor, Place);
	if (place.list === listKey(query)) return place;
	throw new ServiceError(
		"BAD_INPUT",
		say("推演条件已变，请从第一页重新推演", "The simulation has changed: start from the first page"),
	);
}

const isShown = (show: LedgerSimulationQuery["show"], changed: boolean, light: string): boolean =>
	show === "all" || (show === "changed" ? changed : light === "yellow" || light === "red");

function rowOf({ now, onDay, issue }: ReturnType<typeof weighed>): SimulatedRow {
	return {
		issueId: issue.id,
		number: issueNumber(issue),
		region: issue.region,
		regionName: issue.region,
		statement: beginningOf(issue.statement, 80),
		due: issue.deadline === null ? null : lastDay(issue.deadline.point),
		onDay: { schedule: onDay.schedule, light: onDay.light, proposals: onDay.proposals },
		now: { schedule: now.schedule, light: now.light, proposals: now.proposals },
		changed: isChanged(now, onDay),
		reasons: onDay.reading.light.reasons.map((reason) => ({ ...reason, who: [...reason.who] })),
	};
}

/** What a page has gathered so far. */
type Gathered = Pick<LedgerSimulationPage, "scanned" | "totals" | "items">;

async function weighBatch(run: Simulation, present: readonly Issue[], so: Gathered): Promise<Gathered> {
	await addInspections(run, present);
	const { pairs, later } = await pairsOf(run, present);
	let totals = { ...so.totals, registeredLater: so.totals.registeredLater + later };
	const items = [...so.items];
	for (const pair of pairs) {
		const both = weighed(run, pair);
		totals = addTotals(totals, totalsOf(both.now, both.onDay));
		if (isShown(run.query.show, isChanged(both.now, both.onDay), both.onDay.light)) items.push(rowOf(both));
	}
	return { scanned: so.scanned + present.length, totals, items };
}

/** The next stretch of the list: at most as many issues as lines are still wanted, so that no page has too many. */
function nextRows(run: Simulation, place: Place | null, limit: number): Promise<StoredPage> {
	const { query, today } = run;
	return listIssueRows(run.context.database, {
		scope: scopeOf(run.actor),
		filter: inThePast(run) ? unchanging(query.filter) : query.filter,
		...{ sort: "region", descending: false, limit },
		after: place === null ? null : { keys: place.keys, id: place.id },
		asOf: inThePast(run) ? today : query.asOf,
	});
}

const inOrder = (states: ReadonlyMap<IssueId, Issue>, ids: readonly IssueId[]): Issue[] =>
	ids.flatMap((id) => states.get(id) ?? []);

/** Walks on from a place until the page is full, has looked at enough, or is at the end. */
async function walk(
	run: Simulation,
	from: Place | null,
	signal: AbortSignal | undefined,
): Promise<Gathered & { place: Place | null; total: LedgerSimulationPage["total"] }> {
	const until = performance.now() + MOST_MS;
	const list = listKey(run.query);
	let gathered: Gathered = { scanned: 0, totals: NO_TOTALS, items: [] };
	let place = from;
	for (;;) {
		const room = run.query.limit - gathered.items.length;
		const page = await nextRows(run, place, Math.min(BATCH, room));
		const ids = page.rows.map(({ id }) => id);
		gathered = await weighBatch(run, inOrder(await loadIssues(run.reader, ids), ids), gathered);
		const total = place?.total ?? page.total;
		place = page.next === null ? null : { list, keys: [...page.next.keys], id: page.next.id, total };
		const full = gathered.items.length >= run.query.limit || gathered.scanned >= MOST_ISSUES;
		if (place === null || full || signal?.aborted || performance.now() > until) {
			return { ...gathered, place, total };
		}
	}
}

/** Throws BAD_INPUT for a day before the first entry of the journal. */
async function refuseBeforeLedger(reader: Reader, asOf: IsoDate): Promise<void> {
	const began = await journalBegan(reader);
	const first = began === null ? null : shanghaiDate(began);
	if (first === null || asOf >= first) return;
	throw new ServiceError(
		"BAD_INPUT",
		say(
			`台账自${formatDate(first, "zh-CN")}起有记录，更早的日期无从推演`,
			`The ledger begins on ${formatDate(first, "en")}: nothing is known of earlier days`,
		),
	);
}

async function named(run: Simulation, items: readonly SimulatedRow[]): Promise<SimulatedRow[]> {
	const { regions } = await loadNames(run.reader, { regions: items.map(({ region }) => region) });
	return items.map((item) => ({ ...item, regionName: regions.get(item.region) ?? item.region }));
}

/**
 * Lights, schedule status and proposals of the whole ledger on any day, beside those of today (推演), a stretch at a time
 * in the order of regions and numbers, of what the actor may see. What each day means for one issue is said at
 * `simulateIssue`. The filter is the list's: of a later day it is asked of the present ledger (a standing, of that day);
 * of an earlier one, of each issue as it was then, and names as they are now. Everything is told of the issues that it
 * finds on that day; those that were registered only later are counted apart.
 *
 * One page looks at 5,000 issues or works for 1.5 seconds, whatever comes first, holding 200 at a time; it ends when its
 * lines are full, and its totals are of the stretch that it looked at, to be added up. Stopping is not asking for the next
 * page, or the signal. Pages are read one after the other from a living ledger: what changes in between may be seen of
 * either side. Reads, and writes nothing.
 *
 * Throws BAD_INPUT for a day before the ledger's first or more than ten years ahead.
 */
export const simulateLedger =
	(context: ServiceContext) =>
	async (actor: Actor, query: LedgerSimulationQuery, signal?: AbortSignal): Promise<LedgerSimulationPage> => {
		const { today } = momentOf(context);
		const when = whenOf(query.asOf, today);
		const scope = scopeOf(actor);
		const reader = readerOf(context.database);
		if (when === "past") await refuseBeforeLedger(reader, query.asOf);
		await refreshLedgerDay(context, today);
		const law = await lawOf(reader);
		const plan = planList({ scope: { ...scope, unitId: null }, filter: query.filter, asOf: query.asOf });
		const inspections: Simulation["inspections"] = new Map();
		const run = { context, reader, actor, law, today, query, plan, inspections };
		const { place, items, ...rest } = await walk(run, placeOf(query), signal);
		return {
			...{ when, asOf: query.asOf, today },
			...rest,
			items: await named(run, items),
			nextCursor: place === null ? null : encodeCursor(place),
			unknownYears: unknownYears(law.calendar(query.asOf), today, query.asOf),
		};
	};
