import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@zhenggai/api";

/** What each procedure takes, as a caller writes it: `Inputs["issues"]["list"]`. */
export type Inputs = inferRouterInputs<AppRouter>;

/** What each procedure answers: `Outputs["issues"]["get"]`. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** A page of the ledger and one line of it. */
export type IssuePage = Outputs["issues"]["list"];
export type IssueRow = IssuePage["items"][number];
export type IssueFilter = NonNullable<Inputs["issues"]["list"]["filter"]>;

/** The whole issue with its chain of responsibility, measures, findings and what may be done next. */
export type IssueDetail = Outputs["issues"]["get"];

/** The answer to every command: the new state, or the refusals with what would clear them. */
export type CommandOutcome = Outputs["issues"]["amendIssue"];
export type Refusal = Extract<CommandOutcome, { ok: false }>["refusals"][number];

/** A page of complaints and one line of it. */
export type ComplaintPage = Outputs["complaints"]["list"];
export type ComplaintRow = ComplaintPage["items"][number];
export type ComplaintFilter = NonNullable<Inputs["complaints"]["list"]["filter"]>;

/** The whole complaint with its relations, findings and what may be done next. */
export type ComplaintDetail = Outputs["complaints"]["get"];

/** What an inspection's tables add up to, with both closure rates. */
export type ComplaintTotals = Outputs["complaints"]["totals"];

/** What the notices of a document would do, one item a notice, with the issues that each may be about. */
export type NoticePreview = Outputs["closeOut"]["previewImport"];
export type NoticePreviewItem = NoticePreview["items"][number];
export type NoticeChoices = Inputs["closeOut"]["previewImport"]["choices"];

/** The rules of a region on a day, each parameter with its source, limits and who set it. */
export type RegionRules = Outputs["rules"]["region"];
export type RegionRulesParam = RegionRules["params"][number];
/** What can be asked of a region's rules, and what it would do. */
export type RegionRulesCommand = Inputs["rules"]["commandRegion"]["command"];
export type RuleChangePreview = Outputs["rules"]["previewChange"];
/** The working calendar, what can be asked of it, and what that would make of a year. */
export type WorkingCalendar = Outputs["rules"]["calendar"];
export type CalendarYearRow = WorkingCalendar["years"][number];
export type CalendarCommand = Inputs["rules"]["commandCalendar"]["command"];
export type CalendarPreview = Outputs["rules"]["previewCalendar"];

/** A published notice that is attached to an issue. */
export type AttachedNotice = IssueDetail["notices"][number];

/** Who is signed in. */
export type Me = Outputs["access"]["me"];

export type UnitRow = Outputs["responsibilities"]["listUnits"]["items"][number];
export type PersonRow = Outputs["responsibilities"]["listPeople"]["items"][number];

/** A referral for accountability as far as the reader may know of it. */
export type ReferralRow = Outputs["accountability"]["list"]["items"][number];
export type ReferralDetail = Outputs["accountability"]["get"];

/** An issue on the last steps of the way out, as the desk's lists show it. */
export type ClosingRow = Outputs["closeOut"]["listClosing"]["items"][number];
export type ClosingList = Inputs["closeOut"]["listClosing"]["list"];

/** A draw of closed issues that are looked at again: its line, everything about it, and what a repetition takes. */
export type DrawRow = Outputs["closeOut"]["listDraws"]["items"][number];
export type DrawDetail = Outputs["closeOut"]["getDraw"];
export type DrawRepeat = Outputs["closeOut"]["repeatDraw"];

/** A sweep for similar problems: its line, and its coverage, finds and institution documents. */
export type ScreeningRow = Outputs["screening"]["list"]["items"][number];
export type ScreeningDetail = Outputs["screening"]["get"];

/** A supervision instrument: its line, and everything about it with what may be done next. */
export type InstrumentRow = Outputs["supervision"]["list"]["items"][number];
export type InstrumentDetail = Outputs["supervision"]["get"];
export type InstrumentFilter = NonNullable<Inputs["supervision"]["list"]["filter"]>;
/** What the ladder proposes on an issue. */
export type InstrumentProposal = IssueDetail["proposals"][number];
