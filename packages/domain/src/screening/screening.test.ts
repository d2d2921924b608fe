import { describe, expect, test } from "vitest";
import {
	actor,
	CITY,
	CLOSED_DOWN,
	COUNTY,
	day,
	OTHER_CITY,
	OTHER_COUNTY,
	PLANT,
	STRANGER,
	WORKER,
} from "../issues/testing.ts";
import type { Actor } from "../kernel/index.ts";
import { screeningActions } from "./actions.ts";
import type { ScreeningCommand } from "./commands.ts";
import { isLate, resultOf, screeningTotals, withinRegion } from "./coverage.ts";
import { decideScreening } from "./decide.ts";
import { evolveScreening, replayScreening, ScreeningReplayError } from "./evolve.ts";
import { describeScreeningEvent } from "./history.ts";
import { SCREENING_TRANSITIONS } from "./lifecycle.ts";
import { ScreeningState } from "./schema.ts";
import {
	area,
	CITY_OFFICE,
	COUNTY_OFFICE,
	close,
	context,
	dismiss,
	FOUND_ISSUE,
	INSTITUTION,
	ISSUE,
	LEAD_UNIT,
	OTHER_COUNTY_OFFICE,
	open,
	PROVINCE_OFFICE,
	record,
	refused,
	SCREENED_UNIT,
	SECOND_ISSUE,
	start,
	sweepAfter,
	TAKEN_ISSUE,
	TARGETS,
	unit,
	waive,
} from "./testing.ts";
import { screeningRow } from "./view.ts";

const amend = (
	more: Partial<Extract<ScreeningCommand, { type: "amendScreening" }>> = {},
): ScreeningCommand => ({
	type: "amendScreening",
	areas: [],
	unitIds: [],
	dueOn: null,
	leadUnitId: null,
	reason: "扩大范围",
	...more,
});
const COVERED = [
	start(),
	record(area(COUNTY), [1, 2]),
	record(area(OTHER_COUNTY)),
	record(unit(WORKER)),
	waive(unit(PLANT)),
];

test("[screening I1] a sweep goes from its issue over coverage and finds to the institution and its end", () => {
	const { state } = sweepAfter(...COVERED, open(1), dismiss(2), INSTITUTION, close());
	expect(state).toMatchObject({ state: "closed", closing: { noInstitutionReason: null } });
	expect(state.found.map(({ opened, dismissed }) => [opened?.issueId, dismissed?.reason])).toEqual([
		[FOUND_ISSUE, undefined],
		[undefined, "已在台账中"],
	]);
	expect(resultOf(state, "已排查")).toEqual({
		screened: 3,
		found: 2,
		opened: 1,
		summary: "已排查",
		evidenceIds: [],
	});
});

describe("[screening I2] a sweep starts from an issue, with targets of the own region", () => {
	test.each<[string, Parameters<typeof start>[0], string[]]>([
		["nothing to screen", { areas: [], unitIds: [] }, ["NOTHING_TO_SCREEN"]],
		["an area twice", { areas: [COUNTY, COUNTY] }, ["DUPLICATE_TARGET"]],
		["an area elsewhere", { areas: [OTHER_CITY] }, ["OUT_OF_REGION"]],
		["a unit elsewhere", { unitIds: [STRANGER] }, ["OUT_OF_REGION"]],
		["a unit that is not there", { unitIds: [CLOSED_DOWN] }, ["UNKNOWN_REFERENCE"]],
		["a lead that is not there", { leadUnitId: CLOSED_DOWN }, ["UNKNOWN_REFERENCE"]],
		["a day that has passed", { dueOn: day("2026-03-01") }, ["DUE_PASSED"]],
		["today", { dueOn: day("2026-03-02") }, []],
	])("%s", (_name, more, rules) => {
		expect(refused(null, start(more))).toEqual(rules);
	});

	test.each<[string, Actor, string[]]>([
		["the office of the list", CITY_OFFICE, []],
		["the office above", PROVINCE_OFFICE, []],
		["the lead unit", LEAD_UNIT, []],
		["another unit", actor("leadUnit", CITY, { unitId: STRANGER }), ["NOT_INVOLVED"]],
		["the county's office", COUNTY_OFFICE, ["OUT_OF_REGION"]],
		["the leading group", actor("leadingGroup", CITY), ["NOT_ALLOWED"]],
		["the server's jobs", { kind: "system", name: "系统" }, ["NOT_ALLOWED"]],
	])("by %s", (_name, who, rules) => {
		expect(refused(null, start(), who)).toEqual(rules);
	});

	test("once, and from an issue that is there", () => {
		expect(refused(sweepAfter(start()).state, start())).toEqual(["ALREADY_REGISTERED"]);
		const none = { ...context(), surroundings: { ...context().surroundings, issues: new Map() } };
		expect(decideScreening(null, start(), none)).toMatchObject({ refusals: [{ field: "issueId" }] });
		expect(refused(null, record(area(COUNTY)))).toEqual(["NOT_FOUND"]);
	});
});

describe("[screening I3] each reports for what lies within its reach", () => {
	const { state } = sweepAfter(start());
	test.each<[string, ScreeningCommand, Actor, string[]]>([
		["a county for itself", record(area(COUNTY)), COUNTY_OFFICE, []],
		["a county for another one", record(area(OTHER_COUNTY)), COUNTY_OFFICE, ["OUT_OF_REGION"]],
		["a county for its unit", record(unit(WORKER)), COUNTY_OFFICE, []],
		["a unit for itself", record(unit(WORKER)), SCREENED_UNIT, []],
		["a unit for its county", record(area(COUNTY)), SCREENED_UNIT, ["NOT_INVOLVED"]],
		["the lead unit for all", record(area(COUNTY)), LEAD_UNIT, []],
		["a target that is none", record(area(CITY)), CITY_OFFICE, ["UNKNOWN_TARGET"]],
		["the county leaves one out", waive(area(COUNTY)), COUNTY_OFFICE, ["OUT_OF_REGION"]],
		["the county ends it", close(), COUNTY_OFFICE, ["OUT_OF_REGION"]],
		["an office of nowhere in it", record(area(COUNTY)), actor("cityOffice", OTHER_CITY), ["OUT_OF_REGION"]],
	])("%s", (_name, command, who, rules) => {
		expect(refused(state, command, who)).toEqual(rules);
	});

	test("a county decides what becomes of its own finds", () => {
		const found = sweepAfter(start(), [record(area(COUNTY), [1]), COUNTY_OFFICE]).state;
		expect(refused(found, dismiss(1), COUNTY_OFFICE)).toEqual([]);
		expect(refused(found, dismiss(1), OTHER_COUNTY_OFFICE)).toEqual(["OUT_OF_REGION"]);
	});
});

test("[screening I4] a look is no look to come, a find is recorded once", () => {
	const { state } = sweepAfter(start(), record(area(COUNTY), [1]));
	expect(refused(state, record(area(COUNTY), [1]))).toEqual(["DUPLICATE_ID"]);
	expect(refused(state, record(area(COUNTY), [2, 2]))).toEqual(["DUPLICATE_ID"]);
	const command = record(area(COUNTY));
	if (command.type !== "recordScreened") throw new Error("a record");
	expect(refused(state, { ...command, on: day("2026-03-03") })).toEqual(["IN_FUTURE"]);
	const again = sweepAfter(start(), record(area(COUNTY), [1]), record(area(COUNTY), [2])).state;
	expect(screeningTotals(again)).toMatchObject({ all: { screened: 1 }, found: 2 });
});

test("[screening I5] a waived target is settled, not screened; a look takes it in again", () => {
	const waived = sweepAfter(start(), waive(area(COUNTY))).state;
	expect(screeningTotals(waived).all).toEqual({ total: 4, screened: 0, waived: 1, pending: 3 });
	expect(refused(waived, waive(area(COUNTY)))).toEqual(["NO_CHANGE"]);
	const looked = sweepAfter(start(), waive(area(COUNTY)), record(area(COUNTY))).state;
	expect(screeningTotals(looked).all).toEqual({ total: 4, screened: 1, waived: 0, pending: 3 });
	expect(refused(looked, waive(area(COUNTY)))).toEqual(["NO_CHANGE"]);
});

test("[screening I6] coverage is counted by area, unit and region, each target once", () => {
	const { state } = sweepAfter(...COVERED, open(1));
	expect(screeningTotals(state)).toEqual({
		all: { total: 4, screened: 3, waived: 1, pending: 0 },
		areas: { total: 2, screened: 2, waived: 0, pending: 0 },
		units: { total: 2, screened: 1, waived: 1, pending: 0 },
		regions: [
			{ region: COUNTY, counters: { total: 2, screened: 2, waived: 0, pending: 0 }, found: 2, opened: 1 },
			{
				region: OTHER_COUNTY,
				counters: { total: 2, screened: 1, waived: 1, pending: 0 },
				found: 0,
				opened: 0,
			},
		],
		found: 2,
		opened: 1,
		dismissed: 0,
		undecided: 1,
	});
});

describe("[screening I7] what was found becomes an issue or is dismissed, once", () => {
	const { state } = sweepAfter(start(), record(area(COUNTY), [1, 2]), open(1));
	test.each<[string, ScreeningCommand, string[]]>([
		["opened again", open(1, SECOND_ISSUE), ["UNKNOWN_FIND"]],
		["dismissed after it was opened", dismiss(1), ["UNKNOWN_FIND"]],
		["never found", open(9), ["UNKNOWN_FIND"]],
		["the issue of another find", open(2), ["ALREADY_REGISTERED"]],
		["the issue that it started from", open(2, ISSUE.id), ["ALREADY_REGISTERED"]],
		["the issue of another sweep's find", open(2, TAKEN_ISSUE), ["ALREADY_REGISTERED"]],
		["another issue", open(2, SECOND_ISSUE), []],
		["dismissed", dismiss(2), []],
	])("%s", (_name, command, rules) => {
		expect(refused(state, command)).toEqual(rules);
	});
});

describe("[screening I8] it ends only when all is covered or left out with a reason, and every find is settled (CLO-05)", () => {
	test.each<[string, readonly ScreeningCommand[], ScreeningCommand, string[]]>([
		["nothing was looked at", [start()], close(null, "已有制度"), ["CLO-05"]],
		[
			"the rest is left out with a reason",
			[start(), record(area(COUNTY))],
			close("其余无渣库", "已有制度"),
			[],
		],
		["a find waits", COVERED, close(null, "已有制度"), ["CLO-05"]],
		["no document and no reason", [...COVERED, dismiss(1), dismiss(2)], close(), ["CLO-05"]],
		["no document, with a reason", [...COVERED, dismiss(1), dismiss(2)], close(null, "已有制度"), []],
		["everything is missing", [start(), record(area(COUNTY), [1])], close(), ["CLO-05", "CLO-05", "CLO-05"]],
	])("%s", (_name, before, command, rules) => {
		expect(refused(sweepAfter(...before).state, command)).toEqual(rules);
	});

	test("what was left is left out with the end", () => {
		const { state } = sweepAfter(start(), record(area(COUNTY)), close("其余无渣库", "已有制度"));
		expect(screeningTotals(state).all).toEqual({ total: 4, screened: 1, waived: 3, pending: 0 });
	});

	test("the action says what stands in the way", () => {
		const actions = screeningActions(sweepAfter(...COVERED).state, context());
		expect(actions.find(({ verb }) => verb === "closeScreening")?.refusals.map(({ rule }) => rule)).toEqual([
			"CLO-05",
		]);
		expect(actions.find(({ verb }) => verb === "openFound")?.allowed).toBe(true);
	});
});

test("[screening I9] targets are only added, the first day stays, and a moved one says why", () => {
	const { state } = sweepAfter(
		start({ areas: [COUNTY], unitIds: [] }),
		amend({ areas: [OTHER_COUNTY], unitIds: [PLANT], dueOn: day("2026-09-30") }),
	);
	expect(state).toMatchObject({ dueOn: "2026-09-30", originalDueOn: "2026-06-30" });
	expect(state.changes).toMatchObject([{ dueFrom: "2026-06-30", dueTo: "2026-09-30", reason: "扩大范围" }]);
	expect(screeningTotals(state).all.total).toBe(3);
	expect(refused(state, amend({ areas: [COUNTY] }))).toEqual(["DUPLICATE_TARGET"]);
	expect(refused(state, amend())).toEqual(["NO_CHANGE"]);
	expect(refused(state, amend({ dueOn: day("2026-01-01") }))).toEqual(["DUE_PASSED"]);
	expect(refused(state, amend({ leadUnitId: WORKER }))).toEqual([]);
	expect(isLate(state, day("2026-09-30"))).toBe(false);
	expect(isLate(state, day("2026-10-01"))).toBe(true);
});

test("[screening I10] somebody sees the targets and finds of its own region, and the counters of the whole", () => {
	const { state } = sweepAfter(...COVERED);
	expect(withinRegion(state, CITY)).toBe(state);
	const county = withinRegion(state, OTHER_COUNTY);
	expect(county.coverage.map(({ region }) => region)).toEqual([OTHER_COUNTY, OTHER_COUNTY]);
	expect(county.found).toEqual([]);
	const row = screeningRow(state, { region: "", leadUnit: "" }, day("2026-03-02"));
	expect(row).toMatchObject({ targets: 4, screened: 3, waived: 1, found: 2, opened: 0, late: false });
});

test("[screening I11] every event can be told, and only an order that decide gives is replayed", () => {
	const { state, events } = sweepAfter(
		...COVERED,
		open(1),
		dismiss(2),
		INSTITUTION,
		amend({ dueOn: day("2026-08-31") }),
		close(),
	);
	const lookup = { regionName: () => undefined, unitName: () => undefined };
	for (const event of events) {
		const { summary } = describeScreeningEvent(event, lookup);
		expect(summary.zh.length * summary.en.length).toBeGreaterThan(0);
	}
	expect(replayScreening(events)).toEqual(state);
	expect(() => replayScreening(events.slice(1))).toThrow(ScreeningReplayError);
	expect(() => events.slice(0, 1).reduce(evolveScreening, state)).toThrow(ScreeningReplayError);
});

test("[screening I1] the table of transitions is total, and what is over stays over", () => {
	for (const from of ScreeningState.options) {
		expect(Object.keys(SCREENING_TRANSITIONS[from])).toHaveLength(9);
	}
	const cancel: ScreeningCommand = { type: "cancelScreening", reason: "误启动" };
	const { state } = sweepAfter(start(), cancel);
	expect(refused(state, record(TARGETS[0] ?? area(COUNTY)))).toEqual(["ENDED"]);
	expect(screeningActions(state, context()).some(({ allowed }) => allowed)).toBe(false);
	const later: ScreeningCommand = {
		type: "produceInstitution",
		institution: { document: "办法", issuer: "市政府", on: day("2026-04-01"), inForce: true },
	};
	expect(refused(sweepAfter(start()).state, later)).toEqual(["IN_FUTURE"]);
});
