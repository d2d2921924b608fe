import { describe, expect, test } from "vitest";
import {
	answer,
	CITY_OFFICE as CLOSER,
	closedIssue,
	having,
	lookBack,
	lookBackId,
	noticed,
	objection,
	WATCHER,
} from "../close-out/testing.ts";
import { actor, COUNTY, day, moment, OTHER_CITY, PROVINCE, stampOf, uuid } from "../issues/testing.ts";
import { type Actor, EvidenceId, Role } from "../kernel/index.ts";
import { caseVocab, valuesOf } from "../vocabulary/index.ts";
import { referralActions } from "./actions.ts";
import type { ReferralCommand } from "./commands.ts";
import { standingConsequences } from "./decide-discipline.ts";
import { evolveReferral, ReferralReplayError, replayReferral } from "./evolve.ts";
import { describeReferralEvent } from "./history.ts";
import { CONFIDENTIAL, REFERRAL_TRANSITIONS } from "./lifecycle.ts";
import { AccountabilityOutcome, FourForm, ReferralState } from "./schema.ts";
import {
	APPEALED,
	answered,
	appeal,
	CITY_DISCIPLINE,
	CITY_GROUP,
	CITY_OFFICE,
	CONCLUDED,
	caseAfter,
	consequence,
	content,
	context,
	DRAFTED,
	decide,
	decideAppealOf,
	draft,
	ISSUE,
	otherIssue,
	otherUnit,
	outcome,
	PROVINCE_DISCIPLINE,
	PROVINCE_GROUP,
	PROVINCE_OFFICE,
	RECEIVE,
	RECEIVED,
	REFERRED,
	refused,
	SECOND_DISCIPLINE,
	SUBMIT,
	SUBMITTED,
} from "./testing.ts";
import { traceResponsibility } from "./trace.ts";
import { knownReferral, sightOf } from "./visibility.ts";

const COUNTY_OFFICE = actor("countyOffice", COUNTY);

test("[accountability I1] a case goes from its draft over the leading group to the discipline organ and an appeal", () => {
	expect(caseAfter(...DRAFTED).state.state).toBe("draft");
	expect(caseAfter(...SUBMITTED).state.state).toBe("submitted");
	expect(caseAfter(...REFERRED).state).toMatchObject({
		state: "referred",
		decision: { verdict: "refer", decidedBy: "领导小组组长 周衡" },
	});
	expect(caseAfter(...RECEIVED).state.state).toBe("received");
	expect(caseAfter(...CONCLUDED).state.state).toBe("concluded");
	expect(caseAfter(...APPEALED).state.state).toBe("appealed");
	const { state } = caseAfter(...APPEALED, [decideAppealOf(1), SECOND_DISCIPLINE]);
	expect(state.state).toBe("concluded");
	expect(caseAfter(...SUBMITTED, [decide("doNotRefer"), CITY_GROUP]).state.state).toBe("notReferred");
});

test("[accountability I1] a returned case is written again and decided later", () => {
	const back: ReferralCommand = { type: "returnReferral", reason: "补充核查记录" };
	const amend: ReferralCommand = { type: "amendReferral", changes: { facts: "补充：现场照片显示未开工。" } };
	const { state } = caseAfter(
		...SUBMITTED,
		[back, CITY_GROUP],
		[amend, CITY_OFFICE],
		[SUBMIT, CITY_OFFICE],
		[decide(), CITY_GROUP],
	);
	expect(state).toMatchObject({ state: "referred", returns: [{ reason: "补充核查记录" }] });
	expect(state.submissions).toHaveLength(2);
	expect(refused(state, amend, context())).toEqual(["WRONG_STATE"]);
});

describe("[RSP-02] [accountability I2] a submission is complete", () => {
	const submit = (more: Parameters<typeof draft>[0]) =>
		refused(caseAfter([draft(more), CITY_OFFICE]).state, SUBMIT, context());
	const whole = content().faultTolerance;
	test.each<[string, Parameters<typeof draft>[0], number]>([
		["everything is there", {}, 0],
		["no facts", { facts: "" }, 1],
		["nothing that shows it", { documents: [] }, 1],
		["nobody whom it is about", { subjects: [] }, 1],
		["one distinction not answered", { faultTolerance: { ...whole, exploration: null } }, 1],
		[
			"no distinction answered",
			{ faultTolerance: { inexperience: null, exploration: null, goodIntent: null, mitigation: null } },
			3,
		],
		[
			"everything missing",
			{ facts: "", documents: [], subjects: [], faultTolerance: { ...whole, goodIntent: null } },
			4,
		],
	])("%s", (_name, more, missing) => {
		expect(submit(more)).toEqual(Array.from({ length: missing }, () => "RSP-02"));
	});

	test("a distinction is answered in words", () => {
		expect(answered("no").reason.length).toBeGreaterThan(1);
		const { state } = caseAfter([draft({ facts: "" }), CITY_OFFICE]);
		const submit = referralActions(state, context()).find(({ verb }) => verb === "submitReferral");
		expect(submit).toMatchObject({ allowed: false, refusals: [{ rule: "RSP-02", field: "facts" }] });
	});
});

describe("[RSP-03] [accountability I3] only a person, known by name, does anything", () => {
	const steps: readonly (readonly [
		ReferralCommand,
		readonly (readonly [ReferralCommand, Actor])[],
		Actor,
	])[] = [
		[draft(), [], CITY_OFFICE],
		[SUBMIT, DRAFTED, CITY_OFFICE],
		[decide(), SUBMITTED, CITY_GROUP],
		[RECEIVE, REFERRED, CITY_DISCIPLINE],
		[outcome(), RECEIVED, CITY_DISCIPLINE],
		[appeal(), CONCLUDED, CITY_DISCIPLINE],
		[decideAppealOf(1), APPEALED, SECOND_DISCIPLINE],
	];
	test.each(steps)("%o", (command, before, who) => {
		const state = before.length === 0 ? null : caseAfter(...before).state;
		if (!("role" in who)) throw new Error("a person");
		const { role, region, name } = who;
		const program: Actor = {
			kind: "program",
			keyId: "k",
			name,
			verbs: ["read", "write"],
			role,
			region,
			unitId: null,
		};
		const operator: Actor = { kind: "operator", name, role, region, unitId: null };
		expect(refused(state, command, context(who))).toEqual([]);
		expect(refused(state, command, context(program))).toEqual(["RSP-03"]);
		expect(refused(state, command, context(operator))).toEqual(["RSP-03"]);
		for (const nobody of [{ kind: "system", name: "系统" }, { kind: "anonymous" }] as const) {
			expect(refused(state, command, { ...context(who), actor: nobody })).not.toEqual([]);
		}
	});
});

test("[accountability I4] the leading group of the office's own region decides, and nobody who wrote in it", () => {
	const { state } = caseAfter(...SUBMITTED);
	expect(refused(state, decide(), context(PROVINCE_GROUP))).toEqual(["OUT_OF_REGION"]);
	expect(refused(state, decide(), context(CITY_OFFICE))).toEqual(["NOT_ALLOWED"]);
	const stamp = stampOf(CITY_OFFICE);
	expect(refused(state, decide(), { ...context(CITY_GROUP), stamp })).toEqual(["SOD-01"]);
	expect(
		refused(state, { type: "returnReferral", reason: "补充" }, { ...context(CITY_GROUP), stamp }),
	).toEqual(["SOD-01"]);
	expect(refused(state, decide("refer", day("2026-03-03")), context(CITY_GROUP))).toEqual(["IN_FUTURE"]);
	expect(refused(state, decide("refer", day("2026-03-01")), context(CITY_GROUP))).toEqual(["WRONG_ORDER"]);
});

describe("[RSP-04] [accountability I5] the outcome is the discipline organ's own record", () => {
	const { state } = caseAfter(...RECEIVED);
	test.each<[string, ReferralCommand, Actor, string[]]>([
		["by the office", outcome(), CITY_OFFICE, ["NOT_ALLOWED"]],
		["by the leading group", outcome(), CITY_GROUP, ["NOT_ALLOWED"]],
		["by an organ that did not take it on", outcome(), PROVINCE_DISCIPLINE, ["NOT_YOUR_CASE"]],
		["held to account without how", outcome({ consequences: [] }), CITY_DISCIPLINE, ["RSP-04"]],
		["exempted with a consequence", outcome({ result: "exempted" }), CITY_DISCIPLINE, ["RSP-04"]],
		[
			"a subject that is not there",
			outcome({ consequences: [consequence({ subject: 2 })] }),
			CITY_DISCIPLINE,
			["UNKNOWN_SUBJECT"],
		],
		[
			"the same twice",
			outcome({ consequences: [consequence(), consequence()] }),
			CITY_DISCIPLINE,
			["RSP-04"],
		],
		["a day to come", outcome({ on: day("2026-03-09") }), CITY_DISCIPLINE, ["IN_FUTURE"]],
		["exempted", outcome({ result: "exempted", consequences: [] }), CITY_DISCIPLINE, []],
	])("%s", (_name, command, who, rules) => {
		expect(refused(state, command, context(who))).toEqual(rules);
	});

	test("seven outcomes and four forms have their names", () => {
		expect(valuesOf(caseVocab.accountabilityOutcome)).toEqual(AccountabilityOutcome.options);
		expect(valuesOf(caseVocab.fourForm)).toEqual(FourForm.options);
	});
});

test("[accountability I6] an appeal is decided by another person and replaces what it changes, the first outcome stays", () => {
	const { state } = caseAfter(...APPEALED);
	expect(refused(state, decideAppealOf(1), context(CITY_DISCIPLINE))).toEqual(["SOD-01"]);
	expect(refused(state, decideAppealOf(2), context(SECOND_DISCIPLINE))).toEqual(["UNKNOWN_APPEAL"]);
	expect(refused(state, appeal(), context(CITY_DISCIPLINE))).toEqual(["PENDING"]);
	expect(refused(state, appeal(5), context(CITY_DISCIPLINE))).toEqual(["UNKNOWN_SUBJECT"]);
	expect(refused(state, decideAppealOf(1, "dismissed", [consequence()]), context(SECOND_DISCIPLINE))).toEqual(
		["RSP-04"],
	);
	expect(
		refused(state, decideAppealOf(1, "upheld", [consequence({ subject: 1 })]), context(SECOND_DISCIPLINE)),
	).toEqual(["UNKNOWN_SUBJECT"]);
	const milder = consequence({ outcome: "criticism" });
	const two = caseAfter(
		...APPEALED,
		[appeal(1), CITY_DISCIPLINE],
		[decideAppealOf(1, "partlyUpheld", [milder]), PROVINCE_DISCIPLINE],
	).state;
	expect(two.state).toBe("appealed");
	expect(standingConsequences(two)).toEqual([milder]);
	expect(two.conclusion?.consequences).toEqual([consequence()]);
});

describe("[accountability I7] who may know of a case", () => {
	const DRAFT = caseAfter(...DRAFTED).state;
	const WHOLE = caseAfter(...APPEALED).state;
	test.each<[string, Actor, string, string]>([
		["the office that wrote it", CITY_OFFICE, "facts", "facts"],
		["the office above", PROVINCE_OFFICE, "none", "none"],
		["an office below", COUNTY_OFFICE, "none", "none"],
		["another city's office", actor("cityOffice", OTHER_CITY), "none", "none"],
		["its leading group", CITY_GROUP, "none", "whole"],
		["the leading group above", PROVINCE_GROUP, "none", "none"],
		["its discipline organ", CITY_DISCIPLINE, "none", "whole"],
		["the discipline organ above", PROVINCE_DISCIPLINE, "none", "whole"],
		["a discipline organ below", actor("discipline", COUNTY), "none", "none"],
		["another city's discipline organ", actor("discipline", OTHER_CITY), "none", "none"],
		["the server's jobs", { kind: "system", name: "系统" }, "none", "none"],
		["nobody known", { kind: "anonymous" }, "none", "none"],
	])("%s", (_name, who, draftSight, wholeSight) => {
		expect([sightOf(who, DRAFT), sightOf(who, WHOLE)]).toEqual([draftSight, wholeSight]);
	});

	test("no role besides offices, leading group and discipline organ knows of any case", () => {
		const knows = Role.options.filter((role) => sightOf(actor(role, WHOLE.region), WHOLE) !== "none");
		expect(knows.toSorted()).toEqual([
			"cityOffice",
			"countyOffice",
			"discipline",
			"leadingGroup",
			"provOffice",
		]);
	});

	test("whoever may act but may not see is told that there is none", () => {
		expect(refused(DRAFT, RECEIVE, context(CITY_DISCIPLINE))).toEqual(["NOT_FOUND"]);
	});
});

test("[accountability I8] the office's view ends with the decision: version, state and moment too", () => {
	const decided = caseAfter(...REFERRED).state;
	const whole = caseAfter(...APPEALED).state;
	expect(knownReferral(whole, "facts")).toEqual(knownReferral(decided, "facts"));
	expect(knownReferral(whole, "facts")).toMatchObject({
		state: "referred",
		version: decided.version,
		receipt: null,
		conclusion: null,
		appeals: [],
	});
	expect(knownReferral(whole, "whole")).toBe(whole);
	const said = (state: typeof whole) => {
		const [first] = referralActions(state, context()).filter(({ verb }) => verb === "withdrawReferral");
		return first?.refusals;
	};
	expect(said(whole)).toEqual(said(decided));
});

describe("[RSP-01] [accountability I9] the chain of responsibility is walked backwards from the failure", () => {
	const trace = traceResponsibility(ISSUE, day("2026-03-02"));
	test("it names who planned, submitted, approved and answered, newest first, and where there is nobody", () => {
		expect(trace.links.map(({ part }) => part)).toEqual(
			expect.arrayContaining(["planned", "submitted", "approved", "answering"]),
		);
		expect(trace.links.find(({ part }) => part === "approved")?.by?.role).toBe("provOffice");
		expect(trace.missing).toEqual(["reported", "verified", "selfChecked", "checked", "accepted", "signed"]);
		const days = trace.links.filter(({ part }) => part !== "answering").map(({ at }) => at ?? "");
		expect(days).toEqual(days.toSorted().toReversed());
	});

	test("what was done after the failure is left out, and who answered later too", () => {
		const before = traceResponsibility(ISSUE, day("2026-02-15"));
		expect(new Set(before.links.map(({ part }) => part))).toEqual(new Set(["answering"]));
		expect(traceResponsibility(ISSUE, day("2026-01-15")).links).toEqual([]);
		const ended = ISSUE.assignments.map((held) => ({ ...held, until: day("2026-02-10") }));
		expect(traceResponsibility({ ...ISSUE, assignments: ended }, day("2026-02-10")).links).toEqual([]);
	});

	test("after a rebound it names those who had let it pass: their attempt is over, what they did is not", () => {
		const found = having(closedIssue(), [
			WATCHER,
			lookBack(1, { result: "rebounded" }),
			{ on: "2026-09-20" },
		]);
		const reopen = { type: "reopenIssue", lookBackId: lookBackId(1), reason: "渗漏再次出现" } as const;
		const back = having(found, [CLOSER, reopen, { on: "2026-09-21" }]);
		const parts = (on: string) => traceResponsibility(back, day(on)).links.map(({ part }) => part);
		const passing = [
			"selfChecked",
			"applied",
			"checked",
			"accepted",
			"gate",
			"signed",
			"filed",
			"received",
		] as const;
		expect(parts("2026-09-21")).toEqual(expect.arrayContaining([...passing]));
		expect(traceResponsibility(back, day("2026-09-21")).missing).not.toContain("accepted");
		expect(parts("2026-05-31")).not.toContain("accepted");
	});

	test("what an attempt took over from the one before is told once", () => {
		const again = having(
			noticed(),
			[CLOSER, objection(1), { on: "2026-06-05" }],
			[CLOSER, answer(1, "upheld"), { on: "2026-06-05" }],
		);
		const checked = traceResponsibility(again, day("2026-06-05")).links.filter(
			({ part }) => part === "selfChecked",
		);
		expect(checked).toHaveLength(1);
	});

	test("a submission freezes it", () => {
		expect(caseAfter(...SUBMITTED).state.submissions[0]?.traces).toEqual([trace]);
	});
});

describe("[accountability I10] what a case names is there", () => {
	test.each<[string, Parameters<typeof draft>[0], string]>([
		["an issue", { issueIds: [otherIssue] }, "UNKNOWN_REFERENCE"],
		["a unit", { subjects: [{ name: null, unitId: otherUnit, title: null }] }, "UNKNOWN_REFERENCE"],
		[
			"a file",
			{ evidence: [{ issueId: ISSUE.id, evidenceId: EvidenceId.parse(uuid(1, 9)) }] },
			"UNKNOWN_REFERENCE",
		],
		["a failure to come", { failedOn: day("2026-03-03") }, "IN_FUTURE"],
	])("%s", (_name, more, rule) => {
		expect(refused(null, draft(more), context())).toEqual([rule]);
		const { state } = caseAfter(...DRAFTED);
		expect(refused(state, { type: "amendReferral", changes: more ?? {} }, context())).toEqual([rule]);
	});

	test("an office writes for its own region only, once, and changes something", () => {
		expect(refused(null, draft({}, PROVINCE), context())).toEqual(["OUT_OF_REGION"]);
		expect(refused(null, draft({}, COUNTY), context())).toEqual(["OUT_OF_REGION"]);
		const { state } = caseAfter(...DRAFTED);
		expect(refused(state, draft(), context())).toEqual(["ALREADY_REGISTERED"]);
		expect(refused(state, { type: "amendReferral", changes: {} }, context())).toEqual(["NO_CHANGE"]);
		expect(refused(null, SUBMIT, context())).toEqual(["NOT_FOUND"]);
	});
});

test("[accountability I11] every event that happens can be told, and only an order that decide gives is replayed", () => {
	const { state, events } = caseAfter(...APPEALED, [decideAppealOf(1), SECOND_DISCIPLINE]);
	for (const event of events) {
		const { summary } = describeReferralEvent(event);
		expect(summary.zh.length * summary.en.length).toBeGreaterThan(0);
	}
	expect(replayReferral(events)).toEqual(state);
	expect(state.version).toBe(events.length);
	expect(() => replayReferral(events.slice(1))).toThrow(ReferralReplayError);
	expect(() => events.slice(0, 1).reduce(evolveReferral, state)).toThrow(ReferralReplayError);
});

test("[accountability I1] the table of transitions is total, and a withdrawn case is over", () => {
	for (const from of ReferralState.options) {
		expect(Object.keys(REFERRAL_TRANSITIONS[from]).toSorted()).toEqual(Object.keys(CONFIDENTIAL).toSorted());
	}
	const withdraw: ReferralCommand = { type: "withdrawReferral", reason: "事实有误" };
	const { state } = caseAfter(...SUBMITTED, [withdraw, CITY_OFFICE]);
	expect(referralActions(state, context()).some(({ allowed }) => allowed)).toBe(false);
	expect(
		refused(caseAfter(...REFERRED).state, withdraw, context(CITY_OFFICE, moment("2026-04-01T00:00:00.000Z"))),
	).toEqual(["WRONG_STATE"]);
});
