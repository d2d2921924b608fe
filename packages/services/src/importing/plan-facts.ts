import type { ImportContext, Issue, ProposedIssue, UnitFacts } from "@zhenggai/domain/issues";
import type { IssueId, Tier, UnitId } from "@zhenggai/domain/kernel";
import type { Reader } from "@zhenggai/storage";
import { loadChildrenOf, loadIssues, loadListIssues } from "@zhenggai/storage/issues";
import { activeUnits, listRegions, peopleNamed } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { provincePrefix } from "../kit/authorise.ts";
import type { ImportInspection } from "./inspection.ts";
import { UnitMatcher } from "./match-units.ts";
import type { PlanRequest } from "./plan.ts";
import { Parties, personNames } from "./resolve.ts";

const ABOVE: Readonly<Record<Tier, Tier | null>> = {
	central: null,
	province: "central",
	city: "province",
	county: "city",
};

/** What the names of the document stand for, and the units that decisions may name. */
export async function partiesOf(
	reader: Reader,
	issues: readonly ProposedIssue[],
	{ asking, choices, newId }: PlanRequest,
): Promise<{ parties: Parties; units: ReadonlyMap<UnitId, UnitFacts> }> {
	const { actor } = asking;
	if (!("region" in actor)) throw new ServiceError("NOT_ALLOWED");
	const prefix = provincePrefix(actor);
	const [units, regions] = [await activeUnits(reader, prefix), await listRegions(reader, prefix)];
	const people = await peopleNamed(reader, personNames(issues), prefix);
	const matcher = new UnitMatcher(units, regions);
	const region = choices.context?.region ?? actor.region;
	const parties = new Parties(issues, choices.units, { matcher, units, people }, { region, newId });
	const planned = parties.allPlannedUnits.map(({ id, unit }) => ({ id, name: unit.name, active: true }));
	return { parties, units: new Map([...units, ...planned].map((unit) => [unit.id, unit])) };
}

/** The issues of the list above, by the numbers they carry there. */
export async function parentsByNumber(
	reader: Reader,
	context: ImportContext,
	inspection: ImportInspection,
): Promise<ReadonlyMap<string, Issue>> {
	const tier = ABOVE[context.tier];
	if (!context.parentByNumber || tier === null || inspection.events.length > 0) return new Map();
	const above = await loadListIssues(reader, inspection.inspection.id, { tier, region: context.region });
	return new Map(
		above.flatMap((issue) =>
			[issue.numberByTier[tier], ...issue.mandates.map(({ number }) => number)].flatMap((number) =>
				number === null ? [] : [[number, issue] as const],
			),
		),
	);
}

/** The issues above and below those of a list. */
export type Neighbours = {
	readonly parents: ReadonlyMap<IssueId, Issue>;
	readonly children: ReadonlyMap<IssueId, Issue[]>;
};

export async function neighboursOf(reader: Reader, issues: readonly Issue[]): Promise<Neighbours> {
	const children = await loadChildrenOf(
		reader,
		issues.map(({ id }) => id),
	);
	const parentIds = issues.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
	const byParent = new Map<IssueId, Issue[]>();
	for (const child of children) {
		if (child.parentId !== null)
			byParent.set(child.parentId, [...(byParent.get(child.parentId) ?? []), child]);
	}
	return { parents: await loadIssues(reader, parentIds), children: byParent };
}
