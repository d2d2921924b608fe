import { placeResource, type Resource } from "../../access/index.ts";
import type { Issue } from "../../issues/index.ts";
import type { Sha256 } from "../../journal/index.ts";
import {
	type Actor,
	type ActorStamp,
	type DrawId,
	type Instant,
	type IsoDate,
	type IssueId,
	isSameParty,
	type RegionCode,
	type UnitId,
} from "../../kernel/index.ts";
import { isActive } from "../../responsibilities/index.ts";
import type { ResolvedRules } from "../../rules/index.ts";
import { closeOutOf } from "../state.ts";
import type { DrawCommand } from "./commands.ts";
import type { Draw, DrawnItem, FrameItem } from "./schema.ts";

/** What a draw needs to know of an issue. */
export type DrawnIssue = Pick<Issue, "id" | "lifecycle" | "assignments" | "closeOut">;

/** Facts outside of the draw, looked up by the caller in the same transaction. What is missing does not exist. */
export type DrawSurroundings = {
	readonly regions: ReadonlySet<RegionCode>;
	readonly units: ReadonlyMap<UnitId, { readonly active: boolean }>;
	/** Draws of the same region whose days overlap and that were not cancelled. */
	readonly overlapping: readonly { readonly id: DrawId; readonly from: IsoDate; readonly to: IsoDate }[];
	/** Before it is frozen, what would be drawn from; afterwards what was frozen. */
	readonly frame: readonly FrameItem[];
	/** The drawn issues that a command names. */
	readonly issues: ReadonlyMap<IssueId, DrawnIssue>;
};

export const NO_DRAW_SURROUNDINGS: DrawSurroundings = {
	regions: new Set(),
	units: new Map(),
	overlapping: [],
	frame: [],
	issues: new Map(),
};

export type DrawContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	/** The rules of the region on the day of the decision. */
	readonly rules: ResolvedRules;
	readonly sha256: Sha256;
	readonly surroundings: DrawSurroundings;
};

export type NeededDrawFacts = {
	readonly regions: readonly RegionCode[];
	readonly unitIds: readonly UnitId[];
	readonly issueIds: readonly IssueId[];
	readonly overlapping: { readonly region: RegionCode; readonly from: IsoDate; readonly to: IsoDate } | null;
	/** `closed`: what is closed now, of the draw's region and days. `frozen`: what the journal holds. */
	readonly frame: "closed" | "frozen" | null;
};

/** What the caller has to look up before it asks `decideDraw`. */
export function neededDrawFacts(command: DrawCommand): NeededDrawFacts {
	const none: NeededDrawFacts = { regions: [], unitIds: [], issueIds: [], overlapping: null, frame: null };
	switch (command.type) {
		case "openDraw": {
			const { region, from, to } = command;
			return { ...none, regions: [region], overlapping: { region, from, to } };
		}
		case "freezeFrame":
			return { ...none, frame: "closed" };
		case "drawLookBacks":
			return { ...none, frame: "frozen" };
		case "assignChecker":
			return { ...none, unitIds: [command.unitId], issueIds: command.issueIds };
		case "recordDrawn":
		case "linkLookBack":
		case "waiveDrawn":
			return { ...none, issueIds: [command.issueId] };
		case "closeDraw":
		case "cancelDraw":
			return none;
	}
}

/** The draw as the policy table sees it: what lies in a region. */
export const drawResource = ({ region }: Pick<Draw, "region">): Resource => placeResource(region);

/** The drawn issue as the draw holds it. */
export const drawnItem = ({ items }: Draw, issueId: IssueId): DrawnItem | undefined =>
	items.find((item) => item.issueId === issueId);

/** Everybody who passed it in the attempt that closed it. */
const acceptors = (issue: DrawnIssue): ActorStamp[] =>
	closeOutOf(issue).acceptances.flatMap(({ verdict, by }) => (verdict === "pass" ? [by] : []));

/** Whether a unit put an issue right or accepted it: then it does not check it (SOD-01). */
export const unitTookPart = (issue: DrawnIssue, unitId: UnitId): boolean =>
	acceptors(issue).some((by) => by.unitId === unitId) ||
	issue.assignments.some(
		(held) =>
			held.unitId === unitId &&
			isActive(held) &&
			(held.role === "lead" || held.role === "responsible" || held.role === "acceptance"),
	);

/** The same of a person. */
export const partyTookPart = (issue: DrawnIssue, stamp: ActorStamp): boolean =>
	acceptors(issue).some((by) => isSameParty(by, stamp)) ||
	(stamp.unitId !== null && unitTookPart(issue, stamp.unitId));
