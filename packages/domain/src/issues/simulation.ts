import { z } from "zod";
import { Bilingual, Instant, IsoDate, IssueId, Refusal, RegionCode } from "../kernel/index.ts";
import { Finding, RuleId } from "../rules/index.ts";
import {
	InstrumentKind,
	InstrumentProposalView,
	Light,
	LightView,
	ScheduleStatus,
} from "../supervision/index.ts";
import { IssueState } from "./schema.ts";
import { IssueFilter } from "./view.ts";

/** Which side of today a simulated day lies on: what was known then, what is now, or what comes by itself. */
export const SimulatedWhen = z.enum(["past", "today", "future"]);
export type SimulatedWhen = z.infer<typeof SimulatedWhen>;

/** What lapses, or what the ledger does by itself, between today and a later day if nobody does anything. */
export const LapseKind = z.enum([
	"deadline",
	"milestone",
	"extensionCloses",
	"cycleOpens",
	"reportDue",
	"light",
	"noticeEnds",
	"filingSilent",
	"replyDue",
	"listingEnds",
	"watchPoint",
]);
export type LapseKind = z.infer<typeof LapseKind>;

/** One of them, on the first day on which it holds. */
export const Lapse = z.object({ on: IsoDate, kind: LapseKind, rule: RuleId, message: Bilingual });
export type Lapse = z.infer<typeof Lapse>;

/** What supervision says of an issue on a day. */
export const SupervisionOnDay = z.object({
	lifecycle: IssueState,
	/** Last day of the working deadline; null without one. */
	due: IsoDate.nullable(),
	/** Null for an issue that has left the ledger other than by close-out. */
	schedule: ScheduleStatus.nullable(),
	light: LightView,
	/** What the ladder proposes; for those who may draft. */
	proposals: z.array(InstrumentProposalView),
	/** The rules that held, or will. */
	ruleSet: z.object({ id: z.string(), version: z.int() }),
});
export type SupervisionOnDay = z.infer<typeof SupervisionOnDay>;

/** One issue on any day, beside today. */
export const IssueSimulation = z.object({
	issueId: IssueId,
	number: z.string(),
	regionName: z.string(),
	statement: z.string(),
	when: SimulatedWhen,
	asOf: IsoDate,
	today: IsoDate,
	registeredAt: Instant,
	onDay: SupervisionOnDay,
	now: SupervisionOnDay,
	/** What the rules find on that day. */
	findings: z.array(Finding),
	/** Of a later day alone, in the order of days; at most 300. */
	lapses: z.array(Lapse),
	/** Years on the way without an official calendar: nothing that needs their working days is counted (DL-08). */
	unknownYears: z.array(Refusal),
});
export interface IssueSimulation extends z.infer<typeof IssueSimulation> {}

/** Which issues a page of the simulated ledger shows; its totals are of all. */
export const SimulatedShow = z.enum(["changed", "lit", "all"]);
export type SimulatedShow = z.infer<typeof SimulatedShow>;

export const LedgerSimulationQuery = z.object({
	asOf: IsoDate,
	filter: IssueFilter.default({}),
	show: SimulatedShow.default("changed"),
	cursor: z.string().max(600).optional(),
	/** The most lines of a page. */
	limit: z.int().min(1).max(200).default(100),
});
export type LedgerSimulationQuery = z.infer<typeof LedgerSimulationQuery>;

/** An issue on a day, in short. */
export const SimulatedState = z.object({
	schedule: ScheduleStatus.nullable(),
	light: Light,
	proposals: z.array(InstrumentKind),
});
export type SimulatedState = z.infer<typeof SimulatedState>;

export const SimulatedRow = z.object({
	issueId: IssueId,
	number: z.string(),
	region: RegionCode,
	regionName: z.string(),
	statement: z.string(),
	/** Last day of the working deadline on that day. */
	due: IsoDate.nullable(),
	onDay: SimulatedState,
	now: SimulatedState,
	changed: z.boolean(),
	/** What lit the light of that day, and what puts it out. */
	reasons: LightView.shape.reasons,
});
export type SimulatedRow = z.infer<typeof SimulatedRow>;

const issues = z.int().min(0);

/** How many issues stand how today and on the day: only cells that are not empty. Adding pages adds cells. */
export const LedgerTotals = z.object({
	/** On the ledger that day, and in the filter. */
	issues,
	changed: issues,
	/** In the filter today, but registered only after that day. */
	registeredLater: issues,
	lights: z.array(z.object({ now: Light, onDay: Light, issues })),
	schedules: z.array(z.object({ now: ScheduleStatus.nullable(), onDay: ScheduleStatus.nullable(), issues })),
	/** Of each rung: proposed today, proposed that day, and on which issues it comes or goes. */
	proposals: z.array(
		z.object({ kind: InstrumentKind, now: issues, onDay: issues, appear: issues, disappear: issues }),
	),
});
export type LedgerTotals = z.infer<typeof LedgerTotals>;

/** A stretch of the ledger, by region and number. Its totals are of this stretch: add those of all pages. */
export const LedgerSimulationPage = z.object({
	when: SimulatedWhen,
	asOf: IsoDate,
	today: IsoDate,
	/** Issues looked at for this page. */
	scanned: issues,
	/** How many there are to look at; not exact where it says so. Told with the first page and carried on. */
	total: z.object({ count: issues, exact: z.boolean() }),
	totals: LedgerTotals,
	items: z.array(SimulatedRow),
	/** Null when everything was looked at. A page without lines may well have a next one. */
	nextCursor: z.string().nullable(),
	unknownYears: z.array(Refusal),
});
export interface LedgerSimulationPage extends z.infer<typeof LedgerSimulationPage> {}
