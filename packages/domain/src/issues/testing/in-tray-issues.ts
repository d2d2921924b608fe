/** An issue at every turn of its life, for what has to hold of all of them. */

import { closeOutOf } from "../../close-out/index.ts";
import {
	acceptedIssue,
	applied,
	CITY_OFFICE,
	closedIssue,
	doneIssue,
	FILE_IT,
	filing,
	having,
	LEADER,
	lookBack,
	noticed,
	objection,
	onPanel,
	SELF_CHECK,
	sign,
	signing,
	verdict,
} from "../../close-out/testing.ts";
import type { InTrayAt } from "../../in-tray/index.ts";
import type { Actor, IsoDate } from "../../kernel/index.ts";
import { officialCalendar } from "../../kernel/index.ts";
import { planContentOf, planOf } from "../../plans/index.ts";
import {
	APPROVE,
	after,
	approvedIssue,
	changeId,
	extensionId,
	goalId,
	metric,
	planningIssue,
	REVIEWER,
	SUBMIT,
} from "../../plans/testing.ts";
import {
	at,
	attach,
	doubtId,
	openMonth,
	reach,
	reporting,
	verify,
	WATCHER,
	after as worked,
} from "../../progress/testing.ts";
import type { Instrument } from "../../supervision/index.ts";
import {
	ACKNOWLEDGE,
	approvedOf,
	CITY_CLERK,
	change,
	contestId,
	draft,
	exposureId,
	instrumentAfter,
	issueIt,
	listed,
	on,
	progress,
	REPLY,
	type Step,
	sent,
	supervision,
	verify as verifyReply,
	workOn,
} from "../../supervision/testing.ts";
import type { IssueCommand } from "../commands.ts";
import type { Issue } from "../schema.ts";
import {
	assignment,
	assignmentId,
	BASE_RULES,
	COUNTY,
	contextOf,
	day,
	issueAfter,
	LEAD_CLERK,
	LEADER as LEADING_PERSON,
	NOW,
	OWNERS,
	PROVINCE,
	run,
	STRANGER,
	stampOf,
	WORKER,
} from "../testing.ts";

/** With what the tests ask on a day. */
export const trayAt = (
	asOf: IsoDate,
	rules = BASE_RULES,
	uncovered: InTrayAt["uncovered"] = [],
): InTrayAt => ({
	rules,
	calendar: officialCalendar(),
	asOf,
	feedbackDate: day("2026-02-01"),
	uncovered,
});

const assigned = issueAfter({
	assignments: [
		...OWNERS,
		assignment(3, "responsible", WORKER),
		assignment(4, "acceptance", STRANGER),
		assignment(5, "responsibleLeader", LEADING_PERSON),
	],
});
const ACCEPT_LEAD: IssueCommand = { type: "acknowledgeAssignment", assignmentId: assignmentId(1) };
const takenOn = run(assigned, ACCEPT_LEAD, contextOf(LEAD_CLERK)).state;
const submitted = after(planningIssue(), [LEAD_CLERK, SUBMIT]);
const returned = after(submitted, [
	REVIEWER,
	{ ...APPROVE, verdict: "return", opinion: "目标不可核验，请补充" },
]);
const approved = approvedIssue();
const changing = after(approved, [
	LEAD_CLERK,
	{
		type: "proposePlanChange",
		changeId: changeId(1),
		content: { ...planContentOf(approved), goals: [metric(1, { target: 0.008 })] },
		reason: "断面背景值偏高",
	},
]);
const extending = after(approved, [
	LEAD_CLERK,
	{
		type: "requestExtension",
		extensionId: extensionId(1),
		reasons: "连续强降雨影响施工",
		progress: "主体工程完成六成",
		to: {
			text: "2027年3月底前",
			category: "fixed",
			point: { precision: "month", year: 2027, month: 3 },
		},
		measures: approved.measures.map((measure) => ({
			...measure,
			milestones: [{ text: "完成防渗", due: day("2027-01-31"), weight: 1 }],
		})),
		lateReason: null,
	},
]);
const office: Actor = CITY_CLERK;
const cycling = worked(approved, [office, openMonth("2026-03-02"), at("2026-03-02")]);
const reported = worked(cycling, [LEAD_CLERK, reporting(1, "2026-03"), at("2026-03-20")]);
const reportReturned = worked(reported, [
	office,
	{ type: "returnReport", reportId: reporting(1, null).reportId, reason: "没有写明完成的数量" },
	at("2026-03-21"),
]);
const shown = worked(approved, [LEAD_CLERK, attach(1), at("2026-03-02")]);
const claimed = worked(shown, [LEAD_CLERK, reach(shown, 1, 0, [1]), at("2026-03-02")]);
const rejected = worked(claimed, [WATCHER, verify(claimed, 1, 0, "现场未见"), at("2026-03-03")]);
const said: Issue = {
	...approved,
	measures: approved.measures.map((measure) => ({ ...measure, state: "done" as const })),
};
const doubted: Issue = {
	...approved,
	...progress({
		doubts: [
			{
				id: doubtId(1),
				rule: "EV-03",
				about: "file",
				evidenceId: null,
				message: { zh: "同一照片用于两个问题", en: "One photo for two issues" },
				at: NOW,
				by: stampOf(office),
				against: [stampOf(LEAD_CLERK)],
				resolved: null,
			},
		],
	}),
};

const lit: Issue = {
	...approved,
	...supervision({
		light: "red",
		changes: [
			change("red", "2026-05-06", {
				reasons: [{ rule: "WRN-03", message: { zh: "整改时限已逾期", en: "Past the deadline" } }],
			}),
		],
	}),
};
const contested: Issue = {
	...approved,
	...supervision({
		light: "yellow",
		changes: [change("yellow", "2026-05-06")],
		contests: [
			{
				id: contestId(1),
				against: "yellow",
				reason: "节点已完成",
				at: NOW,
				by: stampOf(LEAD_CLERK),
				decision: null,
			},
		],
	}),
};
const exposed: Issue = {
	...approved,
	...supervision({
		exposures: [
			{
				id: exposureId(1),
				kind: "circular",
				level: "province",
				document: "省整改办通报〔2026〕2号",
				on: day("2026-03-02"),
				at: NOW,
				by: stampOf(office),
				settled: null,
			},
		],
	}),
};
const exposureAnswered: Issue = {
	...exposed,
	...progress({ work: [{ ...workOn(1, "2026-03-05"), text: "已封堵排口并恢复原状" }] }),
};
const objected = having(noticed(), [CITY_OFFICE, objection(1), { on: "2026-06-05" }]);
const filed = having(filing(), [CITY_OFFICE, FILE_IT(), { on: "2026-06-18" }]);
const supplementing = having(applied(), [
	CITY_OFFICE,
	verdict("city", {
		verdict: "conditional",
		supplements: ["补充监测报告"],
		supplementsDueOn: day("2026-06-10"),
	}),
	{ on: "2026-06-02" },
]);
/** On the city's list alone: its first tier is its last. */
const ownList = { numberByTier: { central: null, province: null, city: "12", county: null } };
/** As if it had been applied for as no works. */
function asNonWorks(issue: Issue): Issue {
	const state = closeOutOf(issue);
	const application = state.application === null ? null : { ...state.application, kind: "nonWorks" as const };
	return { ...issue, closeOut: { ...state, application } };
}
const rebounded = having(closedIssue(), [
	CITY_OFFICE,
	lookBack(1, { result: "rebounded" }),
	{ on: "2026-09-20" },
]);
const reopened = having(rebounded, [
	CITY_OFFICE,
	{ type: "reopenIssue", lookBackId: lookBack(1).lookBack.id, reason: "再次渗漏" },
	{ on: "2026-09-21" },
]);
const longTerm = { text: "长期坚持", category: "longTerm", point: { precision: "openEnded" } } as const;
const keptUp = having({ ...doneIssue(), deadline: longTerm }, [
	CITY_OFFICE,
	{ type: "markLongTerm", since: day("2026-05-30") },
]);
const withdrawn = run(assigned, {
	type: "withdrawIssue",
	document: "澄整改〔2026〕9号",
	reason: "重复登记",
}).state;

const made = (...steps: readonly Step[]): Instrument => instrumentAfter(...steps).state;
const answered: readonly Step[] = [...sent(), [ACKNOWLEDGE, on(LEAD_CLERK)], [REPLY, on(LEAD_CLERK)]];
const talk: readonly Step[] = [...approvedOf("admonitoryTalk"), [issueIt(), on(CITY_CLERK)]];
const held: readonly Step[] = [
	...talk,
	[{ type: "holdTalk", heldOn: day("2026-03-02"), chairedBy: "沈岚", present: ["何川"] }, on(CITY_CLERK)],
];

/** An instrument at every turn of its life. */
export const INSTRUMENTS = {
	drafted: made([draft(), on(CITY_CLERK)]),
	draftedCircular: made([draft("circular"), on(CITY_CLERK)]),
	approved: made(...approvedOf("circular")),
	issued: made(...sent()),
	replied: made(...answered),
	rejected: made(...answered, [verifyReply("rejected"), on(CITY_CLERK)]),
	verified: made(...answered, [verifyReply("accepted"), on(CITY_CLERK)]),
	talk: made(...talk),
	held: made(...held),
	minuted: made(...held, [{ type: "minuteTalk", minutes: "限期整改" }, on(CITY_CLERK)]),
	listed: made(...listed()),
	preAccepted: made(...listed(), [{ type: "preAcceptListing", opinion: "已整改到位" }, on(CITY_CLERK)]),
} satisfies Readonly<Record<string, Instrument>>;

/** An issue at every turn of its life. */
export const ISSUES = {
	registered: issueAfter({}),
	assigned,
	takenOn,
	planning: planningIssue(),
	submitted,
	returned,
	approved,
	changing,
	extending,
	cycling,
	reported,
	reportReturned,
	claimed,
	rejected,
	said,
	doubted,
	lit,
	contested,
	exposed,
	exposureAnswered,
	done: doneIssue(),
	unshown: {
		...doneIssue(),
		plan: { ...planOf(doneIssue()), goals: [{ kind: "deliverable", id: goalId(2), name: "防渗工程" }] },
	},
	selfChecked: having(doneIssue(), [LEAD_CLERK, SELF_CHECK]),
	applied: applied(),
	atLastTier: applied(ownList),
	atLastTierNonWorks: asNonWorks(applied(ownList)),
	supplementing,
	accepted: acceptedIssue(),
	noticed: noticed(),
	objected,
	signing: signing(),
	signedByOne: having(signing(), [LEADER, sign("leadUnitPrincipal"), { on: "2026-06-17" }]),
	filing: filing(),
	filed,
	closed: closedIssue(),
	rebounded,
	reopened,
	longTermToMark: { ...doneIssue(), deadline: longTerm },
	keptUp,
	invited: onPanel(applied()),
	withdrawn,
	countyIssue: { ...submitted, tier: "county", region: COUNTY },
	topIssue: { ...submitted, tier: "province", region: PROVINCE },
	byAcceptor: { ...applied(), assignments: [...applied().assignments, ...assigned.assignments.slice(3, 4)] },
} satisfies Readonly<Record<string, Issue>>;
