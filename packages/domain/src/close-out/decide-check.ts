import type { Issue, IssueContext } from "../issues/index.ts";
import {
	accept,
	type Decision,
	isAfterWorkingDays,
	type Refusal,
	refusal,
	reject,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { isLive } from "../plans/index.ts";
import { RuleParams } from "../rules/index.ts";
import { type CommandOf, dayGuard, evidenceGuard, standsApart, workersOf } from "./asking.ts";
import type { CloseOutEvent } from "./events.ts";
import { ACCEPTORS, duplicateId, ownWork } from "./refusals.ts";
import { closeOutOf } from "./state.ts";

/** What keeps somebody from looking on the spot: whoever does the work does not check it (SOD-01). */
export const checkerGuard = (issue: Issue, context: IssueContext): readonly Refusal[] =>
	standsApart(issue, [], context.stamp) ? [] : [ownWork(say("核查", "check it"))];

/** ACC-06: enough people, none of them of those who do the work, and the record in time. */
function recordGuard(
	issue: Issue,
	{ check }: CommandOf<"recordSiteCheck">,
	context: IssueContext,
): Refusal[] {
	const params = new RuleParams(context.rules, ["minCheckers", "recordWd", "siteAttendance"]);
	const least = params.number("minCheckers");
	const names = new Set(check.checkers.map(({ name }) => name));
	const workers = workersOf(issue);
	const own = check.checkers.findIndex(({ unitId }) => unitId !== null && workers.has(unitId));
	const late = isAfterWorkingDays(
		context.calendar,
		check.on,
		params.number("recordWd"),
		shanghaiDate(context.now),
	);
	const absent = params
		.strings("siteAttendance")
		.filter((wanted) => !(check.attended ?? []).some((there) => there === wanted));
	const known: ReadonlySet<string> = new Set(issue.sites.map(({ id }) => id));
	const unknownSite = check.siteIds.findIndex((id) => !known.has(id));
	const faults = (check.failureModes ?? []).length > 0 || (check.fraud ?? null) !== null;
	return [
		...(check.finding === "done" && faults
			? [
					refusal(
						"ACC-06",
						say(
							"认定已完成的，不能同时登记不落实或弄虚作假的情形",
							"What is found done has no mode of failure and no fraud",
						),
						say("更正核查结论，或去掉所登记的情形", "Correct the finding, or take the faults out"),
						{ field: "check.finding", who: ACCEPTORS, basis: "seed1 seed2" },
					),
				]
			: []),
		...(names.size < least
			? [
					refusal(
						"ACC-06",
						say(`现场核查须有${least}人以上`, `A check on the spot takes ${least} people or more`),
						say("填写全部核查人员", "Name everybody who was there"),
						{ field: "check.checkers", who: ACCEPTORS, basis: "D" },
					),
				]
			: []),
		...(own >= 0 ? [{ ...ownWork(say("核查", "check it")), field: `check.checkers.${own}` }] : []),
		...(late.ok ? [] : late.refusals),
		...(late.ok && late.value
			? [
					refusal(
						"ACC-06",
						say(
							`核查记录应在${params.number("recordWd")}个工作日内形成，这次核查的记录已逾期`,
							`The record is due within ${params.number("recordWd")} working days of the visit: it is too late for this one`,
						),
						say("重新到现场核查并按期记录", "Check on the spot again and record it in time"),
						{ field: "check.on", who: ACCEPTORS, basis: "S40" },
					),
				]
			: []),
		...(absent.length > 0
			? [
					refusal(
						"ACC-06",
						say(
							"规则集要求责任单位负责人和工作人员都到场",
							"The rule set wants a leader and a worker of the responsible side to be there",
						),
						say("有关人员到场后再核查", "Check again with them present"),
						{ field: "check.attended", who: ACCEPTORS, basis: "S68" },
					),
				]
			: []),
		...(unknownSite >= 0
			? [
					refusal(
						"UNKNOWN_SITE",
						say("该问题没有这个点位", "The issue has no such site"),
						say("选择该问题的点位", "Choose a site of the issue"),
						{ field: `check.siteIds.${unknownSite}`, who: ACCEPTORS },
					),
				]
			: []),
	];
}

/** Whether somebody has said that what is checked is done: the issue as a whole, a measure of it, or the sites checked. */
function wasReportedDone(issue: Issue, siteIds: readonly string[]): boolean {
	if (issue.lifecycle !== "inProgress") return true;
	const sites = issue.sites.filter(({ id }) => siteIds.includes(id));
	if (sites.some(({ state }) => state !== "open" && state !== "reopened")) return true;
	const live = issue.measures.filter(isLive);
	return live.length > 0 && live.every(({ state }) => state === "done" || state === "verified");
}

/** A check on the spot; one that finds what was reported as done not done is a finding of false rectification (ANTI-02). */
export function decideSiteCheck(
	issue: Issue,
	command: CommandOf<"recordSiteCheck">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { check } = command;
	const state = closeOutOf(issue);
	const used = [...state.earlier, state].some(({ siteChecks }) =>
		siteChecks.some(({ id }) => id === check.id),
	);
	const refusals = [
		...checkerGuard(issue, context),
		...(used ? [duplicateId("check.id")] : []),
		...dayGuard(check.on, context, { rule: "ACC-06", field: "check.on", who: ACCEPTORS }),
		...recordGuard(issue, command, context),
		...evidenceGuard(issue, check.evidenceIds, "check.evidenceIds", ACCEPTORS),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const falseReport = check.finding === "notDone" && wasReportedDone(issue, check.siteIds);
	return accept<CloseOutEvent>({ type: "siteCheckRecorded", at, check: { ...check, falseReport, at, by } });
}
