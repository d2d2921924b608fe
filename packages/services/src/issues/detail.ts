import type { ListScope } from "@zhenggai/domain/access";
import { closeOutView, noticesOf } from "@zhenggai/domain/close-out";
import {
	assignmentView,
	evaluateIssue,
	type Issue,
	type IssueContext,
	type IssueDetail,
	type IssueLink,
	issueActions,
	issueLink,
	issueRow,
	measureView,
	missingElements,
	planTerms,
} from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, lastDay } from "@zhenggai/domain/kernel";
import { planView } from "@zhenggai/domain/plans";
import { progressView } from "@zhenggai/domain/progress";
import { responsibilityChain } from "@zhenggai/domain/responsibilities";
import type { Finding, RuleContext } from "@zhenggai/domain/rules";
import { type Database, readerOf } from "@zhenggai/storage";
import { openIssueIds } from "@zhenggai/storage/issues";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { sha256Of } from "../kit/json.ts";
import { lawOf } from "../kit/rules-for.ts";
import { supervisionOnIssue } from "../supervision/index.ts";
import { factsheet, firstInspection, type IssueFactsheet, linkedIds, linkSurroundings } from "./facts.ts";
import { lineageOf } from "./lineage.ts";

/** For whom and for which day a page is made. */
export type Viewing = {
	readonly actor: Actor;
	readonly scope: ListScope;
	readonly asOf: IsoDate;
	/** The issue as it is now, where the page is of an earlier day: what can be done is decided on it. */
	readonly present?: Issue;
};

/**
 * What the actor can do next, decided on the facts of this moment. Verbs are judged without their particulars, so
 * the issue's own links are all that is looked at.
 */
function actionsFor(
	context: ServiceContext,
	law: RuleContext,
	facts: IssueFactsheet,
	actor: Actor,
	shown: { readonly asked: RuleContext; readonly findings: readonly Finding[] } | null,
): IssueDetail["actions"] {
	const { now } = momentOf(context);
	const asked: IssueContext = {
		actor,
		stamp: stampOf(actor),
		now,
		rules: law.rules,
		calendar: law.calendar,
		sha256: sha256Of,
		surroundings: linkSurroundings(facts),
	};
	// The usual page is of the present on this day: its findings are these.
	const findings =
		shown?.asked.asOf === law.asOf ? shown.findings : evaluateIssue(facts.issue, facts.around, law);
	return issueActions(facts.issue, asked, findings);
}

/** A voided registration never was part of the item above. */
const isListedBelow = ({ ending }: Issue): boolean => ending?.kind !== "voided";

async function linksOf(
	database: Database,
	facts: IssueFactsheet,
	scope: ListScope,
): Promise<{ parent: IssueLink | null; children: IssueLink[] }> {
	// Where the region alone decides, nobody has to be asked.
	const own = scope.unitId === null ? null : await openIssueIds(readerOf(database), linkedIds(facts), scope);
	const isOpen = (issue: Issue): boolean => own?.has(issue.id) ?? issue.region.startsWith(scope.regionPrefix);
	const link = (issue: Issue): IssueLink => issueLink(issue, facts.regionName(issue.region), isOpen(issue));
	return {
		parent: facts.parent === null ? null : link(facts.parent),
		children: facts.children.filter(isListedBelow).map(link),
	};
}

function rowOf(facts: IssueFactsheet, asOf: IsoDate): IssueDetail["row"] {
	const inspection = firstInspection(facts);
	if (inspection === undefined) throw new Error(`Issue ${facts.issue.id} stands under no inspection`);
	return issueRow(facts.issue, {
		regionName: facts.regionName(facts.issue.region),
		inspection,
		lookup: facts.lookup,
		missing: missingElements(facts.issue, asOf),
		asOf,
	});
}

const mandatesOf = ({ issue, inspections }: IssueFactsheet): IssueDetail["mandates"] =>
	issue.mandates.flatMap((mandate, at) => {
		const inspection = inspections.get(mandate.inspectionId);
		if (inspection === undefined) return [];
		const due = mandate.deadline === null ? null : lastDay(mandate.deadline.point);
		return [{ ...mandate, inspection, due, primary: at === 0 }];
	});

/** The whole page of an issue, on a day, for an actor. */
export async function detailOf(
	context: ServiceContext,
	issue: Issue,
	viewing: Viewing,
): Promise<IssueDetail> {
	const { scope, asOf } = viewing;
	const reader = readerOf(context.database);
	const { today } = momentOf(context);
	const isPast = asOf < today;
	const facts = await factsheet(reader, issue, isPast ? asOf : null);
	// What can be done is a matter of now, whatever day the page is of.
	const ofNow = isPast ? await factsheet(reader, viewing.present ?? issue) : facts;
	const law = await lawOf(reader);
	const asked = law.context(firstInspection(facts), issue.region, asOf);
	const askedNow = law.context(firstInspection(ofNow), issue.region, today);
	const links = await linksOf(context.database, facts, scope);
	const findings = evaluateIssue(issue, facts.around, asked);
	return {
		row: rowOf(facts, asOf),
		statement: issue.statement,
		sourceTexts: issue.sourceTexts,
		goal: issue.goal,
		constraints: issue.constraints,
		mandates: mandatesOf(facts),
		assignments: issue.assignments.map((assignment) => assignmentView(assignment, facts.lookup)),
		chain: responsibilityChain(issue.assignments, facts.lookup, asOf),
		measures: issue.measures.map((measure) => measureView(measure, issue, facts.lookup, asOf)),
		plan: planView(issue, asOf, facts.lookup),
		planTerms: planTerms(issue, { feedbackDate: facts.around.feedbackDate, parent: facts.parent }, asked),
		progress: progressView(issue, asOf),
		closeOut: closeOutView(issue, asked.rules, asked.calendar, asOf),
		sites: issue.sites,
		notices: noticesOf(issue).toReversed(),
		...links,
		coverage: facts.coverage.regions.length === 0 ? null : facts.coverage,
		notOurs: issue.notOurs,
		screenings: await lineageOf(reader, viewing.actor, issue, asOf),
		ending: issue.ending,
		...(await supervisionOnIssue(context, facts, viewing.actor, asked)),
		findings,
		actions: actionsFor(context, askedNow, ofNow, viewing.actor, isPast ? null : { asked, findings }),
		ruleSet: { id: asked.rules.id, version: asked.rules.version },
		asOf,
	};
}
