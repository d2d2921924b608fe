import { type Involvement, placeResource, type Resource } from "../access/index.ts";
import type { Issue } from "../issues/index.ts";
import type { Actor, ActorStamp, Instant, IssueId, RegionCode, UnitId } from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { ScreeningCommand } from "./commands.ts";
import { type Coverage, type Screening, type ScreeningTarget, targetKey } from "./schema.ts";

/** What a sweep needs to know of the issue that it starts from. */
export type ScreenedIssue = Pick<Issue, "id" | "region" | "tier" | "assignments" | "lifecycle">;

/** Facts outside of the sweep, looked up by the caller in the same transaction. What is missing does not exist. */
export type ScreeningSurroundings = {
	/** Issues that the actor may see. */
	readonly issues: ReadonlyMap<IssueId, ScreenedIssue>;
	readonly units: ReadonlyMap<UnitId, { readonly region: RegionCode; readonly active: boolean }>;
	readonly regions: ReadonlySet<RegionCode>;
	/** Of the issues that are asked for, those that a find of any sweep has become. */
	readonly taken: ReadonlySet<IssueId>;
};

export const NO_SCREENING_SURROUNDINGS: ScreeningSurroundings = {
	issues: new Map(),
	units: new Map(),
	regions: new Set(),
	taken: new Set(),
};

export type ScreeningContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly surroundings: ScreeningSurroundings;
};

export type NeededScreeningFacts = {
	readonly issueIds: readonly IssueId[];
	readonly unitIds: readonly UnitId[];
	readonly regions: readonly RegionCode[];
};

/** What the caller has to look up before it asks `decideScreening`. */
export function neededScreeningFacts(command: ScreeningCommand): NeededScreeningFacts {
	switch (command.type) {
		case "startScreening":
			return {
				issueIds: [command.issueId],
				unitIds: [...command.unitIds, command.leadUnitId],
				regions: command.areas,
			};
		case "amendScreening":
			return {
				issueIds: [],
				unitIds: [...command.unitIds, ...(command.leadUnitId === null ? [] : [command.leadUnitId])],
				regions: command.areas,
			};
		case "openFound":
			return { issueIds: [command.issueId], unitIds: [], regions: [] };
		default:
			return { issueIds: [], unitIds: [], regions: [] };
	}
}

const part = (role: Involvement["role"], unitId: UnitId): Involvement => ({ role, unitId, personId: null });

/** The issue that a sweep starts from, as the policy table sees it. */
export const startResource = (issue: ScreenedIssue): Resource => ({
	...placeResource(issue.region),
	tier: issue.tier,
	involved: issue.assignments
		.filter((held) => isActive(held))
		.map(({ role, unitId, personId }) => ({ role, unitId, personId })),
});

/** The whole sweep: its lead unit leads. */
export const screeningResource = ({ region, tier, leadUnitId }: Screening): Resource => ({
	...placeResource(region),
	tier,
	involved: [part("lead", leadUnitId)],
});

/** One target of it: where that lies, and beside the lead unit the unit that is screened itself. */
export const targetResource = (screening: Screening, held: Coverage): Resource => ({
	...screeningResource(screening),
	region: held.region,
	tier: null,
	involved: [
		part("lead", screening.leadUnitId),
		...(held.target.kind === "unit" ? [part("responsible", held.target.unitId)] : []),
	],
});

/** The target as the sweep holds it. */
export const heldTarget = (screening: Screening, target: ScreeningTarget): Coverage | undefined =>
	screening.coverage.find((held) => targetKey(held.target) === targetKey(target));
