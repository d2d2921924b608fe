import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, type IsoDate, reject, sameJson, shanghaiDate } from "../kernel/index.ts";
import { RuleParams } from "../rules/index.ts";
import type { ProgressCommand } from "./commands.ts";
import { progressOf } from "./content.ts";
import { answerOf } from "./cycles.ts";
import { acceptWithDoubts } from "./doubts.ts";
import type { ProgressEvent } from "./events.ts";
import { measureGuard, pastGuard, type Refusals } from "./guards.ts";
import { periodOf } from "./period.ts";
import {
	cycleMismatch,
	cycleThere,
	duplicatePart,
	inFuture,
	onlyVisits,
	reasonNeeded,
	sameAgain,
	tooManyForms,
	unknownPart,
} from "./refusals.ts";
import type { ProgressReport, ReportingCycle, WorkEntry } from "./schema.ts";

type CommandOf<T extends ProgressCommand["type"]> = Extract<ProgressCommand, { type: T }>;

/** Work is written down whenever it was done, also before there is a plan (M11). */
export function decideWork(
	issue: Issue,
	command: CommandOf<"logWork">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const { workId: id, on, kind, text, measureId } = command;
	const watches = "role" in context.actor && context.actor.role === "supUnit";
	const refusals = [
		...(progressOf(issue).work.some((entry) => entry.id === id) ? [duplicatePart("work", "workId")] : []),
		...pastGuard(on, context, "on"),
		...measureGuard(issue, measureId),
		...(watches && kind !== "visit" ? [onlyVisits()] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const work: WorkEntry = { id, on, kind, text, measureId, at, by };
	return accept<ProgressEvent>({ type: "workLogged", at, work });
}

/** How many forms are asked for at a time from today on while a period runs (DATA-06). */
function formsBeside(
	issue: Issue,
	{ from, to }: Pick<ReportingCycle, "from" | "to">,
	today: IsoDate,
): number {
	const running = progressOf(issue).cycles.filter(
		(held) => held.from <= to && held.to >= from && held.to >= today,
	);
	const days = [from, ...running.map((held) => held.from)].map((day) => (day < today ? today : day));
	const onDay = (day: IsoDate) => running.filter((held) => held.from <= day && day <= held.to).length;
	return Math.max(0, ...days.filter((day) => day <= to).map(onDay));
}

/** One whole period of its cadence, once, and no more forms at a time than the rule set allows (DATA-06). */
export function decideCycle(
	issue: Issue,
	{ cycle }: CommandOf<"openReportingCycle">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const params = new RuleParams(context.rules, ["dispatchDay", "maxFormsPerPeriod"]);
	const [dispatchDay, most] = [params.number("dispatchDay"), params.number("maxFormsPerPeriod")];
	const period = periodOf(cycle.cadence, cycle.from, dispatchDay, context.calendar);
	const isThere = progressOf(issue).cycles.some(({ key }) => key === cycle.key);
	const refusals: Refusals = [
		...(isThere ? [cycleThere()] : []),
		...(!isThere && formsBeside(issue, cycle, shanghaiDate(context.now)) >= most ? [tooManyForms(most)] : []),
		...(["key", "from", "to"] as const).flatMap((part) =>
			cycle[part] === period[part] ? [] : [cycleMismatch(`cycle.${part}`)],
		),
		...(cycle.dueOn < cycle.from ? [cycleMismatch("cycle.dueOn")] : []),
		...(cycle.from > shanghaiDate(context.now) ? [inFuture("cycle.from")] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at } = context;
	return accept<ProgressEvent>({ type: "reportingCycleOpened", at, cycle: { ...cycle, openedAt: at } });
}

/** An entry of a cycle, or one that nobody asked for. A corrected one is another entry. */
export function decideReport(
	issue: Issue,
	command: CommandOf<"reportProgress">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const { reportId: id, cycle, content } = command;
	const { reports, cycles } = progressOf(issue);
	const standing = cycle === null ? undefined : answerOf(reports, cycle);
	const refusals = [
		...(reports.some((report) => report.id === id) ? [duplicatePart("report", "reportId")] : []),
		...(cycle !== null && !cycles.some(({ key }) => key === cycle) ? [unknownPart("cycle", "cycle")] : []),
		...(standing !== undefined && sameJson(standing.content, content) ? [sameAgain("content")] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const report: ProgressReport = { id, cycle, content, at, by, returned: null };
	return acceptWithDoubts(issue, context, { type: "progressReported", at, report });
}

/** The cycle is unanswered again, and its due day is what it was. */
export function decideReturn(
	issue: Issue,
	{ reportId, reason }: CommandOf<"returnReport">,
	{ now: at, stamp: by }: IssueContext,
): Decision<ProgressEvent> {
	const report = progressOf(issue).reports.find(({ id }) => id === reportId);
	if (report === undefined || report.returned !== null) return reject(unknownPart("report", "reportId"));
	return accept<ProgressEvent>({ type: "reportReturned", at, by, reportId, reason });
}

/** The human judgement that the lights take as it is (S30). That it will not be done needs a reason. */
export function decideForecast(
	_issue: Issue,
	{ forecast, reason }: CommandOf<"setForecast">,
	{ now: at, stamp: by }: IssueContext,
): Decision<ProgressEvent> {
	if (forecast === "unlikely" && reason === null) return reject(reasonNeeded("WRN-03"));
	return accept<ProgressEvent>({ type: "forecastSet", at, by, forecast, reason });
}
