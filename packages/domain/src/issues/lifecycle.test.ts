import { expect, test } from "vitest";
import { ImportId, type Transition } from "../kernel/index.ts";
import { refusalsOf } from "./actions.ts";
import type { IssueVerb } from "./commands.ts";
import { IssueEvent } from "./events.ts";
import { evolveIssue, ReplayError } from "./evolve.ts";
import {
	ENDED_STATES,
	EVENT_OF_VERB,
	isEnded,
	LIFECYCLE_EVENTS,
	lifecycleEventOf,
	OPEN_STATES,
	type OwnLifecycleEvent,
	transitionOf,
} from "./lifecycle.ts";
import { IssueState } from "./schema.ts";
import {
	actor,
	assignment,
	assignmentId,
	attachedNotice,
	CITY,
	COUNTY,
	contextOf,
	day,
	INSPECTION,
	issueAfter,
	issueId,
	LEAD,
	LEAD_CLERK,
	measure,
	measureId,
	NOW,
	noticeId,
	OFFICE,
	OTHER_COUNTY,
	OWNERS,
	PROVINCE,
	registration,
	run,
	SUPERVISOR,
	site,
	siteId,
	uuid,
} from "./testing.ts";

const sound = issueAfter({
	assignments: [...OWNERS],
	measures: [measure(1, "封堵渗漏点")],
	sites: [site(1)],
});
const assignments = [
	{
		...assignment(8, "supporting", LEAD),
		until: null,
		acknowledged: null,
		takesOverFrom: null,
		endReason: null,
	},
];
const [held] = assignments;
if (held === undefined) throw new Error("an assignment");

const IMPORT = ImportId.parse(uuid(1, 9));
const nothingUndone = {
	type: "importUndone" as const,
	at: NOW,
	importId: IMPORT,
	reason: "导错文件",
	changes: { from: {}, to: {} },
	takenBack: { sourceTexts: [], mandates: [], assignments: [], measures: [], notices: [] },
	restored: { assignments: [], measures: [], notices: [] },
	unassigned: false,
};

/** One event of every kind that fits the issue above. */
const EVENTS: Readonly<Record<OwnLifecycleEvent, IssueEvent>> = {
	issueRegistered: run(null, registration()).events[0] ?? { type: "planningStarted", at: NOW },
	issueAmended: {
		type: "issueAmended",
		at: NOW,
		changes: { from: { goal: "甲" }, to: { goal: "乙" } },
		reason: "更正",
		importId: null,
	},
	sourceTextRecorded: {
		type: "sourceTextRecorded",
		at: NOW,
		sourceText: { text: "甲", document: "方案", sha256: null, lines: null, recordedAt: NOW },
		importId: null,
	},
	mandateAdded: {
		type: "mandateAdded",
		at: NOW,
		mandate: { inspectionId: INSPECTION, number: "3", seq: 3, deadline: null },
		importId: null,
	},
	issueAssigned: { type: "issueAssigned", at: NOW, assignments, importId: null },
	assignmentEnded: {
		type: "assignmentEnded",
		at: NOW,
		assignmentId: assignmentId(1),
		until: day("2026-03-02"),
		reason: "调整",
	},
	assignmentHandedOver: {
		type: "assignmentHandedOver",
		at: NOW,
		assignmentId: assignmentId(1),
		successor: { ...held, role: "lead", unitId: SUPERVISOR },
		reason: "调整",
	},
	assignmentAcknowledged: {
		type: "assignmentAcknowledged",
		at: NOW,
		assignmentId: assignmentId(1),
		by: "何川",
		onBehalf: null,
	},
	planningStarted: { type: "planningStarted", at: NOW },
	issueDecomposed: { type: "issueDecomposed", at: NOW, children: [{ issueId: issueId(2), region: COUNTY }] },
	notOursDeclared: {
		type: "notOursDeclared",
		at: NOW,
		notOurs: { region: OTHER_COUNTY, reason: "不涉及", consentDocument: "函", consentBy: "省" },
	},
	measuresAdded: { type: "measuresAdded", at: NOW, measures: [], importId: null },
	measureAmended: {
		type: "measureAmended",
		at: NOW,
		measureId: measureId(1),
		changes: { from: { text: "甲" }, to: { text: "乙" } },
		reason: "更正",
		importId: null,
	},
	measureCancelled: {
		type: "measureCancelled",
		at: NOW,
		measureId: measureId(1),
		reason: "更正",
		importId: null,
	},
	siteAdded: { type: "siteAdded", at: NOW, site: { ...site(2), state: "open" } },
	siteAmended: {
		type: "siteAmended",
		at: NOW,
		siteId: siteId(1),
		changes: { from: { address: null }, to: { address: "沿江路" } },
		reason: "更正",
	},
	noticeAttached: { type: "noticeAttached", at: NOW, notice: attachedNotice(1), importId: null },
	noticeDetached: { type: "noticeDetached", at: NOW, noticeId: noticeId(1), by: "何川", reason: "附错问题" },
	issueMerged: {
		type: "issueEnded",
		at: NOW,
		ending: { kind: "merged", into: issueId(3), reason: "同一问题" },
	},
	issueCarriedOver: {
		type: "issueEnded",
		at: NOW,
		ending: { kind: "carriedOver", to: issueId(3), reason: "新一轮" },
	},
	issueWithdrawn: {
		type: "issueEnded",
		at: NOW,
		ending: { kind: "withdrawn", document: "函", reason: "列入有误" },
	},
	issueVoided: {
		type: "issueEnded",
		at: NOW,
		ending: { kind: "voided", importId: IMPORT, reason: "导错文件" },
	},
	importUndone: nothingUndone,
	assigningUndone: { ...nothingUndone, unassigned: true },
};

const isOwn = (name: string): name is OwnLifecycleEvent => Object.hasOwn(EVENTS, name);

const cells: { state: IssueState; event: OwnLifecycleEvent; cell: Transition }[] = IssueState.options.flatMap(
	(state) =>
		Object.keys(EVENTS)
			.filter(isOwn)
			.map((event) => ({ state, event, cell: transitionOf(state, event) })),
);

test("every event of the table leads by its own name", () => {
	for (const [name, event] of Object.entries(EVENTS)) expect(lifecycleEventOf(event)).toBe(name);
});

test.each(cells)("[issues I18] $state × $event → $cell, as the table says", ({ state, event, cell }) => {
	const before = { ...sound, lifecycle: state };
	if (cell === "refused") {
		expect(() => evolveIssue(before, EVENTS[event])).toThrow(ReplayError);
		return;
	}
	const after = evolveIssue(before, EVENTS[event]);
	expect(after.lifecycle).toBe(cell === "stay" ? state : cell);
	expect(after.version).toBe(before.version + 1);
});

/** The transitions that domain.md §3.1 names for the verbs that exist, written down from there. */
const NAMED: [IssueState, OwnLifecycleEvent, IssueState][] = [
	["registered", "issueAssigned", "assigned"],
	["assigned", "planningStarted", "planning"],
	["reopened", "planningStarted", "planning"],
	["registered", "issueVoided", "withdrawn"],
	["assigned", "issueVoided", "withdrawn"],
	["assigned", "assigningUndone", "registered"],
	...OPEN_STATES.flatMap((state): [IssueState, OwnLifecycleEvent, IssueState][] => [
		[state, "issueMerged", "merged"],
		[state, "issueCarriedOver", "carriedOver"],
		[state, "issueWithdrawn", "withdrawn"],
	]),
];

test("[issues I18] the states change as domain.md §3.1 says, and in no other cell", () => {
	const moving = cells
		.filter(({ cell }) => cell !== "stay" && cell !== "refused")
		.map(({ state, event, cell }) => `${state} ${event} ${cell}`);
	expect(moving.sort()).toEqual(NAMED.map((named) => named.join(" ")).sort());
});

test("[issues I7] no event is let through after an ending, but for notices beside a closed issue's archive", () => {
	const passing = ENDED_STATES.map((state) => [
		state,
		LIFECYCLE_EVENTS.filter(isOwn).flatMap((event) => {
			const cell = transitionOf(state, event);
			return cell === "refused" ? [] : [event, cell];
		}),
	]);
	expect(Object.fromEntries(passing)).toEqual({
		closed: ["noticeAttached", "stay", "noticeDetached", "stay", "importUndone", "stay"],
		carriedOver: [],
		merged: [],
		withdrawn: [],
	});
	for (const state of ["merged", "carriedOver", "withdrawn"] as const) {
		for (const event of LIFECYCLE_EVENTS) expect(transitionOf(state, event)).toBe("refused");
	}
});

test("open and ended states are all states, each once", () => {
	expect([...OPEN_STATES, ...ENDED_STATES].sort()).toEqual([...IssueState.options].sort());
	expect(ENDED_STATES.every(isEnded)).toBe(true);
	expect(OPEN_STATES.some(isEnded)).toBe(false);
});

const PLAN_VERBS: Exclude<IssueVerb, "registerIssue">[] = [
	"amendIssue",
	"addMeasure",
	"amendMeasure",
	"cancelMeasure",
];

test.each(["planSubmitted", "inProgress", "acceptance"] as const)(
	"[issues I22] while %s the plan is fixed, and people may still change",
	(lifecycle) => {
		const fixed = { ...sound, lifecycle };
		for (const verb of PLAN_VERBS) {
			const rule = lifecycle === "planSubmitted" ? "UNDER_REVIEW" : "BASE-01";
			expect(refusalsOf(fixed, verb, contextOf()).map((refusal) => refusal.rule)).toEqual([rule]);
		}
		expect(refusalsOf(fixed, "handOverAssignment", contextOf())).toEqual([]);
	},
);

test.each([
	["inProgress", "publishResult", "问题进入“已销号”后办理", "Possible once the issue is at “"],
	["planning", "selfCheck", "问题进入“整改中”后办理", "Possible once the issue is at “"],
	["filing", "submitPlan", "该步骤已经过去；问题退回“措施编制”后方可再办", "It is past; possible again"],
] as const)(
	"[issues I22] while %s, %s is refused by the state and not by the plan",
	(lifecycle, verb, zh, en) => {
		const everybody = [OFFICE, LEAD_CLERK, actor("cityOffice", CITY)];
		const found = everybody.flatMap((who) => refusalsOf({ ...sound, lifecycle }, verb, contextOf(who)));
		const stateSays = found.filter(({ rule }) => rule !== "NOT_ALLOWED" && rule !== "NOT_YOUR_LIST");
		expect(stateSays[0]).toMatchObject({ rule: "WRONG_STATE", clears: { zh } });
		expect(stateSays[0]?.clears.en.startsWith(en)).toBe(true);
	},
);

test("[issues I18] what the table refuses is refused for everybody, with what would clear it", () => {
	const everybody = [OFFICE, LEAD_CLERK, actor("provOffice", PROVINCE), actor("cityOffice", CITY)];
	for (const state of IssueState.options) {
		for (const [verb, event] of Object.entries(EVENT_OF_VERB)) {
			if (transitionOf(state, event) !== "refused" || !isOpenVerb(verb)) continue;
			for (const who of everybody) {
				expect(refusalsOf({ ...sound, lifecycle: state }, verb, contextOf(who))).not.toEqual([]);
			}
		}
	}
});

const isOpenVerb = (verb: string): verb is Exclude<IssueVerb, "registerIssue"> =>
	verb !== "registerIssue" && Object.hasOwn(EVENT_OF_VERB, verb);

test("[issues I2] a stream that does not begin with the registration is damaged", () => {
	expect(() => evolveIssue(null, EVENTS.planningStarted)).toThrow(ReplayError);
	expect(() => evolveIssue(sound, EVENTS.issueRegistered)).toThrow(ReplayError);
	expect(IssueEvent.options.map((option) => option.shape.type.value)).toEqual(
		expect.arrayContaining(Object.values(EVENTS).map(({ type }) => type)),
	);
});
