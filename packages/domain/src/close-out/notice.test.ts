import { describe, expect, test } from "vitest";
import { actor, CITY, day, LEAD, LEAD_CLERK } from "../issues/testing.ts";
import { officialCalendar } from "../kernel/index.ts";
import { ObjectionNumber, objectionNumberOf, publicAnswer } from "./public-answer.ts";
import { nextStep, noticeEnd, sequenceOf } from "./sequence.ts";
import { closeOutOf, runningNotice } from "./state.ts";
import {
	ACCEPTOR,
	acceptedIssue,
	answer,
	applied,
	CITY_OFFICE,
	END_NOTICE,
	FILE_IT,
	GATES,
	GROUNDS,
	GROUP,
	gate,
	having,
	LEADER,
	notice,
	noticed,
	objection,
	objectionId,
	PASSES,
	RECORDS,
	refused,
	rulesOfSet,
	sign,
	signing,
	siteCheck,
	verdict,
} from "./testing.ts";

const D3 = { on: "2026-06-03" };
const days = officialCalendar();

describe("[close-out I15] the public notice", () => {
	test.each([
		["Dongli: ten working days over the Spring Festival of 2025", "tj", "2025-01-21", "2025-02-08"],
		["Siping: seven calendar days, the first one counted", "jl", "2019-12-13", "2019-12-19"],
		["ten working days over the Dragon Boat Festival of 2026", "base", "2026-06-10", "2026-06-24"],
	])("%s", (_name, set, start, end) => {
		expect(noticeEnd(day(start), rulesOfSet(set), days)).toEqual({ ok: true, value: end });
	});

	test("working days of a year without an official calendar are not guessed", () => {
		expect(noticeEnd(day("2055-03-01"), rulesOfSet("base"), days)).toMatchObject({
			refusals: [{ rule: "DL-08" }],
		});
	});

	test("its last day follows from the rule set, and it ends when that day is over", () => {
		const standing = noticed();
		expect(standing.lifecycle).toBe("publicNotice");
		expect(runningNotice(closeOutOf(standing))).toMatchObject({ start: "2026-06-03", end: "2026-06-16" });
		expect(refused(standing, END_NOTICE, CITY_OFFICE, { on: "2026-06-16" })).toEqual(["PUB-01"]);
		const over = having(standing, [CITY_OFFICE, END_NOTICE, { on: "2026-06-17" }]);
		expect(over.lifecycle).toBe("signing");
		expect(refused(standing, notice(2, "2026-06-17"), CITY_OFFICE, { on: "2026-06-17" })).toEqual([
			"DONE_ALREADY",
		]);
	});

	test("[close-out I38] an objection is taken also where next year's calendar is not out, due no later than it would be", () => {
		const last = Math.max(...days.years);
		const on = { on: `${last}-12-29` };
		const rules = rulesOfSet("jl");
		const standing = having(acceptedIssue(), [CITY_OFFICE, notice(1, on.on), { ...on, rules }]);
		const objected = having(standing, [CITY_OFFICE, objection(1, on.on), { ...on, rules }]);
		const due = runningNotice(closeOutOf(objected))?.objections[0]?.answerDueOn ?? "";
		expect(due > `${last}-12-31` && due <= `${last + 1}-01-13`).toBe(true);
	});

	test("it is neither dated back nor published without its fields", () => {
		expect(refused(acceptedIssue(), notice(1, "2026-06-02"), CITY_OFFICE, D3)).toEqual(["PUB-01"]);
		expect(refused(acceptedIssue(), notice(1, "2026-06-04"), CITY_OFFICE, D3)).toEqual([]);
		// Nor so far ahead that a mistyped month or year would hold it up: before one of today would be over.
		expect(refused(acceptedIssue(), notice(1, "2026-06-16"), CITY_OFFICE, D3)).toEqual([]);
		expect(refused(acceptedIssue(), notice(1, "2026-06-17"), CITY_OFFICE, D3)).toEqual(["PUB-01"]);
		const jl = rulesOfSet("jl");
		expect(refused(acceptedIssue(), notice(1, "2062-06-03"), CITY_OFFICE, { ...D3, rules: jl })).toEqual([
			"PUB-01",
		]);
		expect(refused({ ...acceptedIssue(), goal: null }, notice(1), CITY_OFFICE, D3)).toEqual(["PUB-02"]);
		expect(refused({ ...acceptedIssue(), deadline: null }, notice(1), CITY_OFFICE, D3)).toEqual(["PUB-02"]);
		expect(refused(acceptedIssue(), notice(1), LEAD_CLERK, D3)).toEqual(["CLO-02"]);
	});

	test.each([
		["a tier", [...GROUNDS, ...PASSES.slice(0, 1), ...GATES, ...RECORDS], ["ACC-05"]],
		["a gate", [...GROUNDS, ...PASSES, ...GATES.slice(1), ...RECORDS], ["ACC-08"]],
		["the mechanism", [...GROUNDS, ...PASSES, ...GATES, ...RECORDS.slice(1)], ["CLO-04"]],
		["the screening", [...GROUNDS, ...PASSES, ...GATES, ...RECORDS.slice(0, 1)], ["CLO-05"]],
		["everything", [], ["ACC-05", "ACC-06", "ACC-08", "ACC-11", "CLO-04", "CLO-05"]],
	] as const)("nothing leaves acceptance without %s", (_name, steps, rules) => {
		const lacking = having(applied(), ...steps);
		expect(refused(lacking, notice(1), CITY_OFFICE, D3).toSorted()).toEqual(rules);
		const hs = rulesOfSet("ah-huangshan");
		const signed = refused(lacking, sign("leadUnitPrincipal"), LEADER, { ...D3, rules: hs });
		expect(signed.filter((rule) => !["ACC-05"].includes(rule)).toSorted()).toEqual(
			rules.filter((rule) => !["ACC-05"].includes(rule)),
		);
	});

	test("a gate that turns to no, or a check that finds it undone, holds the notice up", () => {
		const no = having(acceptedIssue(), [CITY_OFFICE, gate("foundOut", { verdict: "no" }), D3]);
		expect(refused(no, notice(1), CITY_OFFICE, D3)).toEqual(["ACC-08"]);
		const undone = siteCheck(5, { on: day("2026-06-03"), finding: "notDone" });
		const found = having(acceptedIssue(), [CITY_OFFICE, undone, D3]);
		expect(refused(found, notice(1), CITY_OFFICE, D3)).toEqual(["ACC-06", "ANTI-02"]);
	});
});

describe("[close-out I16] [PUB-03] objections", () => {
	const on = { on: "2026-06-05" };
	const objected = () => having(noticed(), [CITY_OFFICE, objection(1), on]);

	test("an open one holds the notice up; the answer is due in ten working days", () => {
		const issue = objected();
		expect(closeOutOf(issue).notices[0]?.objections[0]).toMatchObject({
			answerDueOn: "2026-06-22",
			answer: null,
		});
		expect(refused(issue, END_NOTICE, CITY_OFFICE, { on: "2026-06-17" })).toEqual(["PUB-03"]);
		const dismissed = having(issue, [CITY_OFFICE, answer(1, "dismissed"), on]);
		expect(refused(dismissed, END_NOTICE, CITY_OFFICE, { on: "2026-06-17" })).toEqual([]);
		expect(dismissed.lifecycle).toBe("publicNotice");
	});

	test("one that comes after the last day counts until the notice is ended", () => {
		const late = objection(2, "2026-06-20");
		expect(refused(noticed(), late, CITY_OFFICE, { on: "2026-06-20" })).toEqual([]);
		expect(refused(signing(), late, CITY_OFFICE, { on: "2026-06-20" })).not.toEqual([]);
	});

	test.each([
		["before the notice", objection(3, "2026-06-02"), ["PUB-03"]],
		["on a day ahead", objection(3, "2026-06-06"), ["PUB-03"]],
		["under an id in use", objection(1), ["DUPLICATE_ID"]],
	])("not %s", (_name, command, rules) => {
		expect(refused(objected(), command, CITY_OFFICE, on)).toEqual(rules);
	});

	test("answers go to what is open, once, and not by the side that did the work", () => {
		expect(refused(objected(), answer(7, "dismissed"), CITY_OFFICE, on)).toEqual(["UNKNOWN_ITEM"]);
		expect(refused(noticed(), answer(1, "dismissed"), CITY_OFFICE, on)).toEqual(["NOTHING_PENDING"]);
		const own = actor("cityOffice", CITY, { unitId: LEAD });
		expect(refused(objected(), answer(1, "dismissed"), own, on)).toEqual(["SOD-01"]);
		const dismissed = having(objected(), [CITY_OFFICE, answer(1, "dismissed"), on]);
		expect(refused(dismissed, answer(1, "upheld"), CITY_OFFICE, on)).toEqual(["NOTHING_PENDING"]);
	});

	test("[close-out I19] an upheld one stops the notice: all that others decided is decided anew", () => {
		const upheld = having(objected(), [CITY_OFFICE, answer(1, "upheld"), on]);
		expect(upheld.lifecycle).toBe("acceptance");
		const state = closeOutOf(upheld);
		expect(state).toMatchObject({
			round: 2,
			atTier: "city",
			acceptances: [],
			gates: [],
			siteChecks: [],
			notices: [],
		});
		expect(state.application).not.toBeNull();
		expect(state.mechanisms).toHaveLength(1);
		expect(state.earlier[0]).toMatchObject({
			ended: { how: "objectionUpheld" },
			notices: [{ stopped: { reason: "经现场复核答复" }, objections: [{ answer: { verdict: "upheld" } }] }],
		});
		expect(state.earlier[0]?.acceptances).toHaveLength(2);
		expect(refused(upheld, notice(2, "2026-06-05"), CITY_OFFICE, on)).not.toEqual([]);
		expect(refused(upheld, verdict("city"), CITY_OFFICE, on)).toEqual([]);
		const again = having(
			upheld,
			[CITY_OFFICE, siteCheck(2, { on: day("2026-06-05") }), on],
			...GROUNDS.slice(1),
			...PASSES,
			...GATES,
		);
		expect(refused(again, notice(1, "2026-06-05"), CITY_OFFICE, on)).toEqual(["DUPLICATE_ID"]);
		expect(refused(again, notice(2, "2026-06-05"), CITY_OFFICE, on)).toEqual([]);
	});

	test("[close-out I39] an upheld objection answers those that were still open: nobody is left without an answer", () => {
		const three = having(
			objected(),
			[CITY_OFFICE, objection(2), on],
			[CITY_OFFICE, objection(3), on],
			[CITY_OFFICE, answer(2, "dismissed"), on],
			[CITY_OFFICE, answer(3, "upheld"), on],
		);
		const [stopped] = closeOutOf(three).earlier[0]?.notices ?? [];
		expect(stopped?.objections.map((held) => held.answer?.verdict)).toEqual([
			"upheld",
			"dismissed",
			"upheld",
		]);
		const asked = (n: number, asOf = "2026-06-05") =>
			publicAnswer(three, objectionId(n), "澄川市", day(asOf))?.standing;
		expect([asked(1), asked(2), asked(3), asked(4)]).toEqual(["upheld", "dismissed", "upheld", undefined]);
	});

	test("[close-out I39] whoever has the number reads how far it is and the answer, and nothing about anybody", () => {
		const told = (issue: typeof open, asOf = "2026-06-05") =>
			publicAnswer(issue, objectionId(1), "澄川市", day(asOf));
		const open = objected();
		const due = runningNotice(closeOutOf(open))?.objections[0]?.answerDueOn;
		expect(told(open)).toEqual({
			...{
				number: objectionNumberOf(objectionId(1)),
				regionName: "澄川市",
				on: "2026-06-05",
				answerDueOn: due,
			},
			...{ standing: "waiting", late: false, answer: null, asOf: "2026-06-05" },
		});
		expect(told(open, "2026-12-01")?.late).toBe(true);
		const text = "已现场复核，可致电13912345678";
		const done = having(open, [CITY_OFFICE, { ...answer(1, "dismissed"), text }, on]);
		expect(told(done)).toMatchObject({
			...{ standing: "dismissed", late: false },
			answer: { on: "2026-06-05", text: expect.stringMatching(/已现场复核.可致电〔已隐去〕/) },
		});
		expect(told({ ...open, lifecycle: "merged" })?.standing).toBe("dropped");
		const [group, whole] = ["12ab-34CD-56ef", "１２ＡＢ34cd56EF"];
		expect([ObjectionNumber.parse(group), ObjectionNumber.parse(whole)]).toEqual([
			"12AB34CD56EF",
			"12AB34CD56EF",
		]);
		expect(ObjectionNumber.safeParse("12AB34CD56E").success).toBe(false);
	});
});

describe("[close-out I17] [CLO-02] the rule set orders the steps and leaves none out", () => {
	const hs = rulesOfSet("ah-huangshan");

	test("Huangshan signs before it publishes", () => {
		expect(sequenceOf(hs)).toEqual(["acceptance", "signing", "publicNotice", "filing"]);
		const accepted = acceptedIssue();
		const huang = (on: string) => ({ on, rules: hs });
		expect(nextStep(accepted, hs)).toBe("signing");
		expect(refused(accepted, notice(1), CITY_OFFICE, huang("2026-06-03"))).toEqual(["CLO-02"]);
		const signed = having(
			accepted,
			[LEADER, sign("leadUnitPrincipal"), huang("2026-06-03")],
			[ACCEPTOR, sign("acceptanceUnit"), huang("2026-06-03")],
			[GROUP, sign("countyPrincipals"), huang("2026-06-03")],
			[CITY_OFFICE, sign("rectificationOffice"), huang("2026-06-03")],
		);
		expect(signed.lifecycle).toBe("publicNotice");
		expect(refused(signed, END_NOTICE, CITY_OFFICE, huang("2026-06-03"))).toEqual(["PUB-01"]);
		const over = having(
			signed,
			[CITY_OFFICE, notice(1), huang("2026-06-03")],
			[CITY_OFFICE, END_NOTICE, huang("2026-06-17")],
		);
		expect(over.lifecycle).toBe("filing");
		expect(refused(over, FILE_IT(), CITY_OFFICE, huang("2026-06-18"))).toEqual([]);
	});

	test("elsewhere nobody signs before the notice is over", () => {
		expect(refused(acceptedIssue(), sign("leadUnitPrincipal"), LEADER, D3)).toEqual(["CLO-02"]);
		expect(nextStep(noticed(), rulesOfSet("base"))).toBe("publicNotice");
		expect(nextStep(signing(), rulesOfSet("base"))).toBe("signing");
	});

	test("a rule set that forgets a step still takes it", () => {
		const short = rulesOfSet("base", { closeoutSequence: { v: ["filing"], src: "D" } });
		expect(sequenceOf(short)).toEqual(["acceptance", "publicNotice", "signing", "filing"]);
	});
});
