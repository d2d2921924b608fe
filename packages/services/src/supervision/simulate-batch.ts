import {
	foresee,
	type Inspection,
	type Issue,
	type IssueFilter,
	IssueState,
	type LedgerSimulationQuery,
	missingElements,
} from "@zhenggai/domain/issues";
import type { Actor, InspectionId, IsoDate } from "@zhenggai/domain/kernel";
import type { Instrument } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import {
	isListed,
	type ListPlan,
	listedOf,
	loadInspections,
	loadNames,
	namesWantedBy,
} from "@zhenggai/storage/issues";
import { instrumentsOn } from "@zhenggai/storage/supervision";
import { inspectionsOn, instrumentsOnDay, issuesOn } from "../issues/index.ts";
import type { ServiceContext } from "../kit/context.ts";
import type { Law } from "../kit/rules-for.ts";
import { inShort } from "./reading.ts";

/** What a page of a simulation is made with. */
export type Simulation = {
	readonly context: ServiceContext;
	readonly reader: Reader;
	readonly actor: Actor;
	readonly law: Law;
	readonly today: IsoDate;
	readonly query: LedgerSimulationQuery;
	/** Of an earlier day: the filter as it is asked of the state of then. */
	readonly plan: ListPlan | null;
	readonly inspections: Map<
		InspectionId,
		{ readonly now: Inspection; readonly onDay: Inspection | undefined }
	>;
};

/** An issue of a batch: as it is, as it is on the day, and with which instruments. */
export type Pair = {
	readonly present: Issue;
	readonly presentInstruments: readonly Instrument[];
	readonly issue: Issue;
	readonly instruments: readonly Instrument[];
};

export const inThePast = ({ query, today }: Simulation): boolean => query.asOf < today;

/** Of an earlier day the list picks by what never changes; the rest of the filter is asked of the state of then. */
export const unchanging = ({ region, parentId, tier }: IssueFilter): IssueFilter => ({
	// Also what has ended since, and what was voided since.
	states: [...IssueState.options],
	...(region === undefined ? {} : { region }),
	...(parentId === undefined ? {} : { parentId }),
	...(tier === undefined ? {} : { tier }),
});

export async function addInspections(run: Simulation, issues: readonly Issue[]): Promise<void> {
	const wanted = issues.flatMap(({ mandates }) => mandates.map(({ inspectionId }) => inspectionId));
	const missing = [...new Set(wanted)].filter((id) => !run.inspections.has(id));
	const loaded = [...(await loadInspections(run.reader, missing)).values()];
	const then = inThePast(run) ? await inspectionsOn(run.reader, loaded, run.query.asOf) : loaded;
	const byId = new Map(then.map((inspection) => [inspection.id, inspection]));
	for (const now of loaded) run.inspections.set(now.id, { now, onDay: byId.get(now.id) });
}

const firstOf = (run: Simulation, { mandates: [first] }: Issue) =>
	first === undefined ? undefined : run.inspections.get(first.inspectionId);

/** The issues of an earlier day that the filter finds then, with how many it finds now that were not there yet. */
async function ofThatDay(
	run: Simulation,
	present: readonly Issue[],
): Promise<{ found: readonly Issue[]; later: number }> {
	const { reader, plan, query, today } = run;
	const then = await issuesOn(reader, present, query.asOf);
	if (plan === null) return { found: [], later: 0 };
	const known = new Set(then.map(({ id }) => id));
	const fresh = present.filter(({ id }) => !known.has(id));
	const names = await loadNames(reader, namesWantedBy([...then, ...fresh]));
	const isIn = (issue: Issue, day: IsoDate): boolean =>
		isListed(plan, listedOf({ issue, missing: missingElements(issue, day) }, names, day));
	return {
		found: then.filter((issue) => isIn(issue, query.asOf)),
		later: fresh.filter((issue) => isIn(issue, today)).length,
	};
}

/** A batch with its instruments; of a later day each issue is played forward when its turn comes. */
export async function pairsOf(
	run: Simulation,
	present: readonly Issue[],
): Promise<{ pairs: readonly Pair[]; later: number }> {
	const past = inThePast(run);
	const { found, later } = past ? await ofThatDay(run, present) : { found: present, later: 0 };
	const byId = new Map(present.map((issue) => [issue.id, issue]));
	const drafted = await instrumentsOn(
		run.reader,
		found.map(({ id }) => id),
	);
	const then = past
		? Map.groupBy(
				await instrumentsOnDay(run.reader, [...drafted.values()].flat(), run.query.asOf),
				({ issueId }) => issueId,
			)
		: drafted;
	const pairs = found.flatMap((issue) => {
		const is = byId.get(issue.id);
		if (is === undefined) return [];
		const [presentInstruments, instruments] = [drafted.get(issue.id) ?? [], then.get(issue.id) ?? []];
		return [{ present: is, presentInstruments, issue, instruments }];
	});
	return { pairs, later };
}

/** One issue on both days. */
export function weighed(run: Simulation, { present, presentInstruments, issue, instruments }: Pair) {
	const { law, actor, today, query } = run;
	const inspection = firstOf(run, present);
	const lawOn = (day: IsoDate) => law.context(inspection?.now, issue.region, day);
	const now = inShort(present, presentInstruments, actor, lawOn(today));
	if (query.asOf === today) return { now, onDay: now, issue };
	const state = inThePast(run) ? issue : foresee(issue, instruments, lawOn, today, query.asOf).issue;
	const asked = inThePast(run)
		? law.context(firstOf(run, issue)?.onDay, issue.region, query.asOf)
		: lawOn(query.asOf);
	return { now, onDay: inShort(state, instruments, actor, asked), issue: state };
}
