import {
	type Coverage,
	coverageOn,
	type Inspection,
	type Issue,
	type IssueSurroundings,
	type RuleSurroundings,
	type SharedNumber,
	seatedUnits,
} from "@zhenggai/domain/issues";
import type { IsoDate, IssueId, RegionCode } from "@zhenggai/domain/kernel";
import type { NameLookup } from "@zhenggai/domain/responsibilities";
import type { Instrument } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import { factsOf, loadIssues, loadNeighbourhood, type Neighbourhood } from "@zhenggai/storage/issues";
import { instrumentsOf } from "@zhenggai/storage/supervision";
import { inspectionsOn, instrumentsOnDay, issuesOn } from "./as-of.ts";
import { childFacts, parentFacts } from "./neighbours.ts";

/** Everything round one issue that its page shows and its rules look at. */
export type IssueFactsheet = Neighbourhood & {
	readonly issue: Issue;
	readonly regionName: (code: RegionCode) => string;
	readonly lookup: NameLookup;
	readonly coverage: Coverage;
	/** Supervision instruments on it, the oldest first. */
	readonly instruments: readonly Instrument[];
	readonly around: RuleSurroundings;
};

const sharedNumbers = (issue: Issue, { numbers }: Neighbourhood): SharedNumber[] =>
	numbers
		.filter(({ issueId, lifecycle }) => issueId !== issue.id && lifecycle !== "merged")
		.map(({ issueId, inspectionId, number }) => ({ issueId, inspectionId, number }));

function coverage(issue: Issue, { regions, units, children }: Neighbourhood): Coverage {
	const unitRegions = seatedUnits(issue).flatMap((id) => units.get(id)?.region ?? []);
	return coverageOn(issue, { regions, unitRegions, children });
}

const firstOf = (issue: Issue, { inspections }: Neighbourhood): Inspection | undefined => {
	const [mandate] = issue.mandates;
	return mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
};

/** The issues that carry a number on a day, of those that carry it now. */
async function carriedOn(
	reader: Reader,
	{ numbers }: Neighbourhood,
	id: IssueId,
	day: IsoDate,
): Promise<Neighbourhood["numbers"]> {
	const others = await loadIssues(reader, [
		...new Set(numbers.flatMap(({ issueId }) => (issueId === id ? [] : [issueId]))),
	]);
	const then = new Map((await issuesOn(reader, [...others.values()], day)).map((issue) => [issue.id, issue]));
	return numbers.flatMap((taken) => {
		const issue = then.get(taken.issueId);
		if (issue === undefined) return taken.issueId === id ? [taken] : [];
		const carries =
			issue.mandates.some(({ number }) => number === taken.number) ||
			issue.numberByTier[issue.tier] === taken.number;
		return carries ? [{ ...taken, lifecycle: issue.lifecycle }] : [];
	});
}

/**
 * What stood round an issue at the end of a day. An issue never changes what it hangs below, so its neighbours of that
 * day are among those of now. Names of units, people and regions are those of today.
 */
async function neighbourhoodOn(
	reader: Reader,
	issue: Issue,
	near: Neighbourhood,
	day: IsoDate,
): Promise<Neighbourhood> {
	const [parent = null] = near.parent === null ? [] : await issuesOn(reader, [near.parent], day);
	const inspections = await inspectionsOn(reader, [...near.inspections.values()], day);
	return {
		...near,
		parent,
		children: await issuesOn(reader, near.children, day),
		inspections: new Map(inspections.map((inspection) => [inspection.id, inspection])),
		numbers: await carriedOn(reader, near, issue.id, day),
	};
}

/**
 * Looks up everything round an issue. With a day, everything round the state that it had at the end of that day, as it
 * was then; names of units, people and regions are those of today.
 */
export async function factsheet(
	reader: Reader,
	issue: Issue,
	day: IsoDate | null = null,
): Promise<IssueFactsheet> {
	const present = await loadNeighbourhood(reader, issue);
	const near = day === null ? present : await neighbourhoodOn(reader, issue, present, day);
	const names = new Map(near.regions.map(({ code, name }) => [code, name]));
	const regionName = (code: RegionCode): string => names.get(code) ?? code;
	const covered = coverage(issue, near);
	const drafted = await instrumentsOf(reader, issue.id);
	const instruments = day === null ? drafted : await instrumentsOnDay(reader, drafted, day);
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
