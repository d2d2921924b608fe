import type { Deadline, InspectionId, IsoDate, IssueId, RegionCode } from "../kernel/index.ts";
import { dayNumber, lastDayNumber, shanghaiDate } from "../kernel/index.ts";
import type { Goal } from "../plans/index.ts";
import { defineRule } from "../rules/index.ts";
import type { Issue, IssueState } from "./schema.ts";

/** What the rules need to know of the issue above. */
export type ParentFacts = {
	readonly id: IssueId;
	/** The number it is known by, for messages. */
	readonly number: string;
	readonly deadline: Deadline | null;
	/** The texts of its measures; only looked at for common issues, may be left empty for others. */
	readonly measureTexts: readonly string[];
	/** What it measures or delivers (ANTI-05). */
	readonly goals: readonly Goal[];
};

/** What the rules need to know of an issue below. Ended ones are left out. */
export type ChildFacts = {
	readonly id: IssueId;
	readonly number: string;
	readonly regionName: string;
	readonly deadline: Deadline | null;
};

/** Another issue that carries the same number on the same list. */
export type SharedNumber = {
	readonly issueId: IssueId;
	readonly inspectionId: InspectionId;
	readonly number: string;
};

/** Everything round an issue that its rules look at. Each part is one indexed lookup for the ledger. */
export type RuleSurroundings = {
	/** The feedback date of the first mandate's inspection: clocks start there. */
	readonly feedbackDate: IsoDate | null;
	readonly parent: ParentFacts | null;
	readonly children: readonly ChildFacts[];
	readonly sharedNumbers: readonly SharedNumber[];
	/** Regions below that neither took the item on nor are declared not to be concerned (the coverage check). */
	readonly uncovered: readonly { readonly region: RegionCode; readonly name: string }[];
	/** Days on which letters about it went out (ANTI-09). Left out where nobody looked them up. */
	readonly remindedOn?: readonly IsoDate[];
};

/** An issue that stands alone. */
export const ALONE: RuleSurroundings = {
	feedbackDate: null,
	parent: null,
	children: [],
	sharedNumbers: [],
	uncovered: [],
};

/** What the rules of this room are about. */
export type IssueSubject = { readonly issue: Issue; readonly around: RuleSurroundings };

/** Describes a rule on issues. */
export const issueRule = defineRule<IssueSubject>();

/** How far an issue is, as far as rules tell it apart. Rules are silent about ended ones. */
export type Phase = "planning" | "working" | "closing" | "ended";

export const PHASE: Readonly<Record<IssueState, Phase>> = {
	registered: "planning",
	assigned: "planning",
	planning: "planning",
	planSubmitted: "working",
	inProgress: "working",
	selfChecked: "closing",
	acceptance: "closing",
	supplementing: "closing",
	publicNotice: "closing",
	signing: "closing",
	filing: "closing",
	closed: "ended",
	reopened: "working",
	carriedOver: "ended",
	merged: "ended",
	withdrawn: "ended",
};

/** Offices of all tiers. */
export const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;
/** Those who write plans, and the offices that have them corrected. */
export const PLANNERS = ["leadUnit", "respUnit", ...OFFICES] as const;

/**
 * The last day a deadline allows, as a day number: infinite for open-ended ones of long-term issues, null where there
 * is nothing to compare (no deadline, every period anew, at once without a date).
 */
export function limitOf(deadline: Deadline | null): number | null {
	if (deadline === null) return null;
	const day = lastDayNumber(deadline.point);
	if (day !== null) return day;
	const open = deadline.point.precision === "openEnded" && deadline.category !== "immediate";
	return open ? Number.POSITIVE_INFINITY : null;
}

/**
 * Whether the deadline of an issue counts from a rebound (LB-04): the one above was about the work before its close-out,
 * so neither bounds the other any more.
 */
export const isReboundClock = ({ closeOut }: Pick<Issue, "closeOut">): boolean =>
	closeOut !== undefined && closeOut.rebounds.length > 0;

/** The day number from which the clock of an issue runs: the feedback (M11), or its registration without one. */
export const clockStart = ({ issue, around }: IssueSubject): number =>
	dayNumber(around.feedbackDate ?? shanghaiDate(issue.registeredAt));
