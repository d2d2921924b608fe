import {
	type Coverage,
	coverageOf,
	expectedRegions,
	type Inspection,
	type Issue,
	type IssueSurroundings,
	type RuleSurroundings,
	type SharedNumber,
} from "@zhenggai/domain/issues";
import type { IssueId, RegionCode } from "@zhenggai/domain/kernel";
import { isActive, type NameLookup } from "@zhenggai/domain/responsibilities";
import type { Instrument } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import { factsOf, loadNeighbourhood, type Neighbourhood } from "@zhenggai/storage/issues";
import { instrumentsOf } from "@zhenggai/storage/supervision";
import { childFacts, parentFacts } from "./neighbours.ts";

/** Everything round one issue that its page shows and its rules look at. */
export type IssueFactsheet = Neighbourhood & {
	readonly issue: Issue;
	readonly regionName: (code: RegionCode) => string;
	readonly lookup: NameLookup;
	readonly coverage: Coverage;
	/** Supervision instruments on it as they are now, the oldest first. */
	readonly instruments: readonly Instrument[];
	readonly around: RuleSurroundings;
};

const sharedNumbers = (issue: Issue, { numbers }: Neighbourhood): SharedNumber[] =>
	numbers
		.filter(({ issueId, lifecycle }) => issueId !== issue.id && lifecycle !== "merged")
		.map(({ issueId, inspectionId, number }) => ({ issueId, inspectionId, number }));

function coverage(issue: Issue, { regions, units, children }: Neighbourhood): Coverage {
	const seats = issue.assignments
		.filter((assignment) => isActive(assignment))
		.flatMap(({ unitId }) => {
			const unit = unitId === null ? undefined : units.get(unitId);
			return unit === undefined ? [] : [unit.region];
		});
	return coverageOf(expectedRegions(issue, regions, [...new Set(seats)], children), children, issue.notOurs);
}

const firstOf = (issue: Issue, { inspections }: Neighbourhood): Inspection | undefined => {
	const [mandate] = issue.mandates;
	return mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
};

/** Looks up everything round an issue. */
export async function factsheet(reader: Reader, issue: Issue): Promise<IssueFactsheet> {
	const near = await loadNeighbourhood(reader, issue);
	const names = new Map(near.regions.map(({ code, name }) => [code, name]));
	const regionName = (code: RegionCode): string => names.get(code) ?? code;
	const covered = coverage(issue, near);
	const instruments = await instrumentsOf(reader, issue.id);
	return {
		...near,
		issue,
		regionName,
		lookup: { unit: (id) => near.units.get(id), person: (id) => near.people.get(id) },
		coverage: covered,
		instruments,
		around: {
			feedbackDate: firstOf(issue, near)?.feedback?.feedbackDate ?? null,
			parent: near.parent === null ? null : parentFacts(near.parent),
			children: childFacts(near.children, regionName),
			sharedNumbers: sharedNumbers(issue, near),
			uncovered: covered.regions
				.filter(({ state }) => state === "uncovered")
				.map(({ region, name }) => ({ region, name })),
			remindedOn: instruments.flatMap(({ issued }) => (issued === null ? [] : [issued.on])),
		},
	};
}

/** The inspection of the first mandate: it gives the clocks and the rule set. */
export const firstInspection = (facts: IssueFactsheet): Inspection | undefined => firstOf(facts.issue, facts);

/** The facts that a decision about the issue's own links needs, out of what was looked up. */
export const linkSurroundings = ({ parent, children, inspections }: IssueFactsheet): IssueSurroundings => ({
	issues: new Map(
		[...(parent === null ? [] : [parent]), ...children].map((issue) => [issue.id, factsOf(issue)]),
	),
	inspections,
	units: new Map(),
	people: new Map(),
	takenNumbers: [],
	files: new Map(),
	evidenceUses: [],
});

export const linkedIds = ({ parent, children }: IssueFactsheet): IssueId[] => [
	...(parent === null ? [] : [parent.id]),
	...children.map(({ id }) => id),
];
