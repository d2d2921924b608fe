import type { Resource } from "../access/index.ts";
import type { Sha256 } from "../journal/index.ts";
import {
	type Actor,
	type ActorStamp,
	type Calendar,
	type InspectionId,
	type Instant,
	type IsoDate,
	type IssueId,
	type PersonId,
	type RegionCode,
	shanghaiDate,
	type Tier,
	type UnitId,
} from "../kernel/index.ts";
import type { EvidenceUse, StoredFile } from "../progress/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import type { IssueCommand, NewAssignment } from "./commands.ts";
import type { Issue, IssueState, SourceKind } from "./schema.ts";

/** What a decision needs to know of another issue. */
export type IssueFacts = {
	readonly id: IssueId;
	readonly region: RegionCode;
	readonly tier: Tier;
	readonly lifecycle: IssueState;
	readonly parentId: IssueId | null;
};
export type InspectionFacts = {
	readonly id: InspectionId;
	readonly kind: SourceKind;
	readonly region: RegionCode;
	/** Its feedback, where it is looked up: photos that were taken before show what was, not what is. */
	readonly feedback?: { readonly feedbackDate: IsoDate } | null;
};
export type UnitFacts = { readonly id: UnitId; readonly name: string; readonly active: boolean };
export type PersonFacts = { readonly id: PersonId; readonly name: string; readonly unitId: UnitId | null };

/**
 * A number that an issue of the ledger carries, as mandate or as its own tier's number, on the list of (inspection,
 * tier, list's region). A merged issue has handed its numbers to its target.
 */
export type TakenNumber = {
	readonly issueId: IssueId;
	readonly lifecycle: IssueState;
	readonly inspectionId: InspectionId;
	readonly tier: Tier;
	readonly listRegion: RegionCode | null;
	readonly number: string;
};

/**
 * Facts outside of the issue, looked up by the caller in the same transaction: {@link neededFacts} says which. What
 * is missing here does not exist for the decision.
 */
export type IssueSurroundings = {
	readonly issues: ReadonlyMap<IssueId, IssueFacts>;
	readonly inspections: ReadonlyMap<InspectionId, InspectionFacts>;
	readonly units: ReadonlyMap<UnitId, UnitFacts>;
	readonly people: ReadonlyMap<PersonId, PersonFacts>;
	readonly takenNumbers: readonly TakenNumber[];
	/** Files that were uploaded for the issue, by the hash of their bytes. */
	readonly files: { readonly get: (sha256: string) => StoredFile | undefined };
	/** Where other issues use the same bytes as evidence (EV-03). */
	readonly evidenceUses: readonly EvidenceUse[];
};

export type IssueContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly surroundings: IssueSurroundings;
	/** The rule set that the issue is under, and the working days, on the day of the decision. */
	readonly rules: ResolvedRules;
	readonly calendar: Calendar;
	/** Given by the edge: the archive of a closed issue is known by the hash of its index (CLO-06). */
	readonly sha256: Sha256;
	/** True only while an import is applied: its own permission then stands for `write`. */
	readonly importing?: boolean;
};

/** Surroundings without anything in them. */
export const NO_SURROUNDINGS: IssueSurroundings = {
	issues: new Map(),
	inspections: new Map(),
	units: new Map(),
	people: new Map(),
	takenNumbers: [],
	files: new Map(),
	evidenceUses: [],
};

/** The day of a decision in Asia/Shanghai. */
export const todayOf = (context: IssueContext): IsoDate => shanghaiDate(context.now);

/** What the caller has to look up before it asks `decideIssue`. */
export type NeededFacts = {
	readonly issueIds: readonly IssueId[];
	readonly inspectionIds: readonly InspectionId[];
	readonly unitIds: readonly UnitId[];
	readonly personIds: readonly PersonId[];
	/** Look up who carries these numbers on these inspections' lists of the issue's tier. */
	readonly numbers: readonly { readonly inspectionId: InspectionId; readonly number: string }[];
	/** Look up the files that were uploaded for an issue, and which other issues use the same bytes as evidence. */
	readonly files: readonly { readonly issueId: IssueId; readonly sha256: string }[];
};

type Mutable = {
	issueIds: (IssueId | null)[];
	inspectionIds: InspectionId[];
	unitIds: (UnitId | null)[];
	personIds: (PersonId | null)[];
	numbers: { inspectionId: InspectionId; number: string }[];
	files: { issueId: IssueId; sha256: string }[];
};

const unique = <T>(items: readonly (T | null)[]): T[] => [
	...new Set(items.filter((item): item is T => item !== null)),
];

function addAssignments(needed: Mutable, assignments: readonly NewAssignment[]): void {
	for (const assignment of assignments) {
		needed.unitIds.push(assignment.unitId);
		needed.personIds.push(assignment.personId);
	}
}

type MeasureUnits = { responsibleUnitIds?: UnitId[] | undefined; supportingUnitIds?: UnitId[] | undefined };

function addMeasures(needed: Mutable, measures: readonly MeasureUnits[]): void {
	for (const measure of measures) {
		needed.unitIds.push(...(measure.responsibleUnitIds ?? []), ...(measure.supportingUnitIds ?? []));
	}
}

function addFactsOf(needed: Mutable, state: Issue | null, command: IssueCommand): void {
	switch (command.type) {
		case "registerIssue": {
			const { inspectionId, number } = command.mandate;
			const own = command.numberByTier[command.tier];
			needed.issueIds.push(command.parentId);
			needed.inspectionIds.push(inspectionId);
			addAssignments(needed, command.assignments);
			addMeasures(needed, command.measures);
			needed.numbers.push({ inspectionId, number });
			if (own !== null) needed.numbers.push({ inspectionId, number: own });
			return;
		}
		case "amendIssue": {
			const number = state === null ? null : command.changes.numberByTier?.[state.tier];
			const inspectionIds = state?.mandates.map((mandate) => mandate.inspectionId) ?? [];
			if (number) needed.numbers.push(...inspectionIds.map((inspectionId) => ({ inspectionId, number })));
			return;
		}
		case "addMandate":
			needed.inspectionIds.push(command.mandate.inspectionId);
			needed.numbers.push(command.mandate);
			return;
		case "assignIssue":
			addAssignments(needed, command.assignments);
			return;
		case "handOverAssignment":
			addAssignments(needed, [command.successor]);
			return;
		case "decomposeIssue":
			needed.issueIds.push(...command.children.map((child) => child.issueId));
			return;
		case "addMeasure":
			addMeasures(needed, command.measures);
			return;
		case "amendMeasure":
			addMeasures(needed, [command.changes]);
			return;
		case "attachEvidence":
			if (state !== null) needed.files.push({ issueId: state.id, sha256: command.evidence.sha256 });
			return;
		case "proposePlanChange":
			addMeasures(needed, command.content.measures);
			return;
		case "mergeIssue":
			needed.issueIds.push(command.into);
			return;
		case "carryOverIssue":
			needed.issueIds.push(command.to);
			return;
		default:
			return;
	}
}

/** What to look up for a command: the state's own links always, and what the command names. */
export function neededFacts(state: Issue | null, command: IssueCommand): NeededFacts {
	const needed: Mutable = {
		issueIds: state === null ? [] : [state.parentId, ...state.childIds],
		inspectionIds: state?.mandates.slice(0, 1).map((mandate) => mandate.inspectionId) ?? [],
		unitIds: [],
		personIds: [],
		numbers: [],
		files: [],
	};
	addFactsOf(needed, state, command);
	return {
		issueIds: unique(needed.issueIds),
		inspectionIds: unique(needed.inspectionIds),
		unitIds: unique(needed.unitIds),
		personIds: unique(needed.personIds),
		numbers: needed.numbers.map(({ inspectionId, number }) => ({ inspectionId, number })),
		files: needed.files,
	};
}

/** The issue as the policy table sees it on a day. `kind` is the source of its first mandate, where known. */
export function issueResource(
	issue: Pick<Issue, "region" | "tier" | "assignments">,
	today: IsoDate,
	options: { readonly kind?: SourceKind | undefined; readonly importing?: boolean | undefined } = {},
): Resource {
	return {
		region: issue.region,
		tier: issue.tier,
		selfFound: options.kind === "selfFound",
		involved: issue.assignments.filter(({ until }) => isActive({ from: today, until }, today)),
		importing: options.importing ?? false,
		grantee: null,
	};
}
