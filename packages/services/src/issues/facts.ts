import {
	type Coverage,
	coverageOf,
	expectedRegions,
	type Inspection,
	type Issue,
	type RuleSurroundings,
	type SharedNumber,
} from "@zhenggai/domain/issues";
import {
	type InspectionId,
	type IssueId,
	type PersonId,
	type Region,
	type RegionCode,
	regionPrefix,
	type UnitId,
} from "@zhenggai/domain/kernel";
import { isActive, type NameLookup, type Person, type Unit } from "@zhenggai/domain/responsibilities";
import type { Reader } from "@zhenggai/storage";
import { loadChildren, loadInspections, loadIssues, takenNumbers } from "@zhenggai/storage/issues";
import { findRegions, listRegions, loadPeople, loadUnits } from "@zhenggai/storage/responsibilities";
import { childFacts, parentFacts } from "./neighbours.ts";

/** Everything round one issue that its page shows and its rules look at. */
export type IssueFactsheet = {
	readonly issue: Issue;
	readonly inspections: ReadonlyMap<InspectionId, Inspection>;
	readonly units: ReadonlyMap<UnitId, Unit>;
	readonly people: ReadonlyMap<PersonId, Person>;
	readonly regionName: (code: RegionCode) => string;
	readonly lookup: NameLookup;
	readonly parent: Issue | null;
	readonly children: readonly Issue[];
	readonly coverage: Coverage;
	readonly around: RuleSurroundings;
};

const unique = <T>(items: readonly (T | null)[]): T[] => [
	...new Set(items.filter((item): item is T => item !== null)),
];

/** The children that name it as their parent, and those that it names itself. */
async function childrenOf(reader: Reader, issue: Issue): Promise<readonly Issue[]> {
	const below = await loadChildren(reader, issue.id);
	const known = new Set(below.map(({ id }) => id));
	const named = await loadIssues(
		reader,
		issue.childIds.filter((id) => !known.has(id)),
	);
	return [...below, ...named.values()];
}

const unitIdsOf = (issue: Issue): UnitId[] =>
	unique([
		...issue.assignments.map(({ unitId }) => unitId),
		...issue.measures.flatMap(({ responsibleUnitIds, supportingUnitIds }) => [
			...responsibleUnitIds,
			...supportingUnitIds,
		]),
	]);

async function sharedNumbers(reader: Reader, issue: Issue): Promise<SharedNumber[]> {
	const own = issue.numberByTier[issue.tier];
	const numbers = issue.mandates.flatMap(({ inspectionId, number }) =>
		unique([number, own]).map((carried) => ({ inspectionId, number: carried })),
	);
	const taken = await takenNumbers(reader, numbers, issue);
	return taken
		.filter(({ issueId, lifecycle }) => issueId !== issue.id && lifecycle !== "merged")
		.map(({ issueId, inspectionId, number }) => ({ issueId, inspectionId, number }));
}

function coverage(
	issue: Issue,
	children: readonly Issue[],
	regions: readonly Region[],
	units: ReadonlyMap<UnitId, Unit>,
): Coverage {
	const seats = unique(
		issue.assignments
			.filter((assignment) => isActive(assignment))
			.map(({ unitId }) => (unitId === null ? null : (units.get(unitId)?.region ?? null))),
	);
	return coverageOf(expectedRegions(issue, regions, seats, children), children, issue.notOurs);
}

/** Looks up everything round an issue. */
export async function factsheet(reader: Reader, issue: Issue): Promise<IssueFactsheet> {
	const children = await childrenOf(reader, issue);
	const parents = await loadIssues(reader, issue.parentId === null ? [] : [issue.parentId]);
	const parent = issue.parentId === null ? null : (parents.get(issue.parentId) ?? null);
	const inspections = await loadInspections(reader, unique(issue.mandates.map((m) => m.inspectionId)));
	const units = await loadUnits(reader, unitIdsOf(issue));
	const people = await loadPeople(reader, unique(issue.assignments.map(({ personId }) => personId)));
	const below = issue.tier === "county" ? [] : await listRegions(reader, regionPrefix(issue.region));
	const named = await findRegions(
		reader,
		unique([issue.region, parent?.region ?? null, ...children.map((c) => c.region)]),
	);
	const names = new Map([...below, ...named].map(({ code, name }) => [code, name]));
	const regionName = (code: RegionCode): string => names.get(code) ?? code;
	const covered = coverage(issue, children, below, units);
	const [mandate] = issue.mandates;
	const first = mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
	return {
		issue,
		inspections,
		units,
		people,
		regionName,
		lookup: { unit: (id) => units.get(id), person: (id) => people.get(id) },
		parent,
		children,
		coverage: covered,
		around: {
			feedbackDate: first?.feedback?.feedbackDate ?? null,
			parent: parent === null ? null : parentFacts(parent),
			children: childFacts(children, regionName),
			sharedNumbers: await sharedNumbers(reader, issue),
			uncovered: covered.regions
				.filter(({ state }) => state === "uncovered")
				.map(({ region, name }) => ({ region, name })),
		},
	};
}

/** The inspection of the first mandate: it gives the clocks and the rule set. */
export const firstInspection = ({ issue, inspections }: IssueFactsheet): Inspection | undefined => {
	const [mandate] = issue.mandates;
	return mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
};

export const linkedIds = ({ parent, children }: IssueFactsheet): IssueId[] => [
	...(parent === null ? [] : [parent.id]),
	...children.map(({ id }) => id),
];
