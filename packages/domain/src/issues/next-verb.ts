import { isRebound, latestCheck } from "../close-out/index.ts";
import type { IssueVerb } from "./commands.ts";
import { asksReceipts } from "./lifecycle.ts";
import type { ActionView, AssignmentView, IssueDetail, IssueRow, MeasureView } from "./view.ts";

/** What of an issue's page says which step comes next. */
export type NextSituation = {
	readonly row: Pick<IssueRow, "lifecycle" | "deadline">;
	readonly assignments: readonly Pick<AssignmentView, "role" | "until" | "acknowledged">[];
	readonly measures: readonly Pick<MeasureView, "state">[];
	readonly progress: Pick<IssueDetail["progress"], "unanswered">;
	readonly closeOut: Pick<IssueDetail["closeOut"], "state" | "gates" | "nextStep" | "watchPoints">;
	readonly asOf: IssueDetail["asOf"];
};
/** Of what an actor can do only what matters here. */
export type NextAction = Pick<ActionView, "verb" | "allowed">;

type Waits = (issue: NextSituation, may: (verb: IssueVerb) => boolean) => boolean;
type Candidate = readonly [verb: IssueVerb, waits: Waits];

const always: Waits = () => true;
const unacknowledged = ({ row, assignments }: NextSituation): boolean =>
	asksReceipts(row.lifecycle) &&
	assignments.some(
		({ role, until, acknowledged }) => role !== "expert" && until === null && acknowledged === null,
	);
/** A rebound that was found comes before everything else that is asked of a closed issue. */
const cameBack = ({ closeOut }: NextSituation): boolean => closeOut.state.lookBacks.some(isRebound);
const takenOn = ({ row }: NextSituation): boolean =>
	row.lifecycle !== "registered" && row.lifecycle !== "assigned" && row.lifecycle !== "reopened";

const onDesk = ({ row, closeOut }: NextSituation): boolean =>
	row.lifecycle === "acceptance" && closeOut.state.atTier !== null;
/** A pass rests on what was seen on the spot since the self-check (ACC-06). */
const unseen = ({ closeOut }: NextSituation): boolean => latestCheck(closeOut.state) === undefined;

/**
 * Steps for which an issue can wait, the order in which they come where no date decides: what others wait for before
 * one's own work, and the end of a course before its middle. Those with `always` are refused by their guards as long as
 * nothing waits for them.
 */
const WAITED_FOR: readonly Candidate[] = [
	["reopenIssue", always],
	["answerObjection", always],
	["endNotice", always],
	["receiveFiling", always],
	["fileCloseOut", always],
	["signCloseOut", always],
	["startNotice", always],
	// The gates are asked for before the notice, not before a tier's verdict: the verdict is what the tier waits for.
	["recordSiteCheck", (issue) => onDesk(issue) && unseen(issue)],
	["decideAcceptance", onDesk],
	["decideGate", ({ closeOut }) => closeOut.gates.some(({ decision }) => decision === null)],
	["giveExpertOpinion", always],
	["giveOpinion", ({ closeOut }) => closeOut.state.supervisingOpinion === null],
	["submitSupplements", always],
	["applyAcceptance", always],
	["decideContest", always],
	["decideExtension", always],
	["decidePlanChange", always],
	["reviewPlan", always],
	["resolveDoubt", always],
	["verifyMilestone", always],
	["verifyMeasure", always],
	// An office may acknowledge for others at any time; that is its next step only while the issue stands still for it.
	["acknowledgeAssignment", (issue, may) => unacknowledged(issue) && !(takenOn(issue) && may("assignIssue"))],
	["reportProgress", ({ progress }) => progress.unanswered.length > 0],
	["markLongTerm", always],
	["selfCheck", ({ row }) => row.deadline?.category !== "longTerm"],
	["submitPlan", always],
	["startPlanning", always],
	["publishResult", (issue) => !cameBack(issue)],
	[
		"recordLookBack",
		(issue) =>
			!cameBack(issue) && issue.closeOut.watchPoints.some(({ on, seen }) => !seen && on <= issue.asOf),
	],
];

const OPEN_MEASURE: ReadonlySet<string> = new Set(["notStarted", "inProgress"]);

/** The step that the lifecycle usually takes next, whoever takes it. Null where its course is over. */
function usualStep(issue: NextSituation): IssueVerb | null {
	const { row, assignments, measures, closeOut } = issue;
	switch (row.lifecycle) {
		case "registered":
			return "assignIssue";
		case "assigned":
		case "reopened": {
			const leads = assignments.filter(({ role, until }) => role === "lead" && until === null);
			return leads.every(({ acknowledged }) => acknowledged !== null)
				? "startPlanning"
				: "acknowledgeAssignment";
		}
		case "planning":
			return measures.some(({ state }) => state !== "cancelled" && state !== "waived")
				? "submitPlan"
				: "addMeasure";
		case "planSubmitted":
			return "reviewPlan";
		case "inProgress":
			// Given a fixed term after it had been kept up, it is on its way out like any other.
			if (closeOut.state.longTerm !== null && row.deadline?.category === "longTerm") return "reviewLongTerm";
			if (measures.some(({ state }) => OPEN_MEASURE.has(state))) return "reportProgress";
			return row.deadline?.category === "longTerm" ? "markLongTerm" : "selfCheck";
		case "selfChecked":
			return "applyAcceptance";
		case "supplementing": {
			const due = closeOut.state.acceptances.at(-1)?.supplementsDueOn ?? null;
			return due !== null && due < issue.asOf ? "decideAcceptance" : "submitSupplements";
		}
		case "acceptance":
		case "publicNotice":
		case "signing":
		case "filing":
			return wayOut(issue);
		case "closed":
			if (cameBack(issue)) return "reopenIssue";
			return closeOut.state.resultPublished === null ? "publishResult" : "recordLookBack";
		case "carriedOver":
		case "merged":
		case "withdrawn":
			return null;
	}
}

/** The step between acceptance and the end, in the rule set's order. */
function wayOut(issue: NextSituation): IssueVerb {
	const { state, nextStep } = issue.closeOut;
	const standing = state.notices.find(({ ended, stopped }) => ended === null && stopped === null);
	switch (nextStep) {
		case "publicNotice":
			if (standing === undefined) return "startNotice";
			return standing.objections.some(({ answer }) => answer === null) ? "answerObjection" : "endNotice";
		case "signing":
			return "signCloseOut";
		case "filing":
			return state.filings.some(({ receipt }) => receipt === null) ? "receiveFiling" : "fileCloseOut";
		default:
			if (state.atTier === null) return "decideGate";
			return unseen(issue) ? "recordSiteCheck" : "decideAcceptance";
	}
}

/**
 * The one step that comes next with an issue for whoever these actions are of: the first that waits for this actor and
 * that nothing keeps from being done; else the usual next step of the lifecycle, so that a page can show it with the
 * reasons why it cannot be taken. Null where nothing comes next any more. Both fronts make their first button of it.
 */
export function nextVerbOf(issue: NextSituation, actions: readonly NextAction[]): IssueVerb | null {
	const allowed = new Set(actions.filter((action) => action.allowed).map(({ verb }) => verb));
	const may = (verb: IssueVerb): boolean => allowed.has(verb);
	const waiting = WAITED_FOR.find(([verb, waits]) => may(verb) && waits(issue, may));
	return waiting?.[0] ?? usualStep(issue);
}
