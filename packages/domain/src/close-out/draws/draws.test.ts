import { describe, expect, test } from "vitest";
import {
	actor,
	CITY,
	COUNTY,
	day,
	issueId,
	LEAD,
	OTHER_CITY,
	STRANGER,
	SUPERVISOR,
} from "../../issues/testing.ts";
import { CITY_OFFICE, evidenceId, lookBackId } from "../testing.ts";
import { drawActions } from "./actions.ts";
import { decideDraw } from "./decide.ts";
import { checkDraw, frameItem, frameText } from "./frame.ts";
import { describeDrawEvent } from "./history.ts";
import { drawProgress } from "./schema.ts";
import {
	assign,
	assigned,
	CANCEL,
	CHECKER,
	CLOSE,
	CLOSED,
	context,
	drawAfter,
	drawId,
	drawn,
	drawnIssue,
	FRAME,
	FREEZE,
	GROUP,
	number,
	OFFICE,
	OPENED,
	open,
	published,
	record,
	refused,
	SECTOR,
	sha256,
	waive,
} from "./testing.ts";
import { drawRow } from "./view.ts";

const first = (state = drawn().state) => {
	const [item] = state.items;
	if (item === undefined) throw new Error("nothing was drawn");
	return item.issueId;
};

describe("[close-out I26] [LB-03] nobody can know the sample when its seed is fixed", () => {
	test.each([
		["declared while the period runs", open(), "2026-03-30", []],
		["declared on its last day", open(), "2026-03-31", ["LB-03"]],
		["declared when what is drawn from is known", open(), "2026-04-01", ["LB-03"]],
		["a number of a later day", published("2026-04-02"), "2026-04-01", []],
		["a number of today", published("2026-04-01"), "2026-04-01", ["LB-03"]],
		["a number that comes before the frame can be frozen", published("2026-04-01"), "2026-03-01", ["LB-03"]],
		["days the wrong way round", open({ to: day("2025-12-31") }), "2025-12-01", ["BAD_PERIOD"]],
		["two years at once", open({ to: day("2027-12-31") }), "2026-04-01", ["BAD_PERIOD"]],
	] as const)("%s", (_, command, on, rules) => {
		expect(refused(null, command, OFFICE, { on })).toEqual([...rules]);
	});

	test("the frame is frozen after the period and before the number is there", () => {
		const { state } = drawAfter([published("2026-04-03"), OFFICE, { on: "2026-03-20" }]);
		expect(refused(state, FREEZE, OFFICE, { on: "2026-03-31" })).toEqual(["LB-03"]);
		expect(refused(state, FREEZE, OFFICE, { on: "2026-04-01" })).toEqual([]);
		expect(refused(state, FREEZE, OFFICE, { on: "2026-04-03" })).toEqual(["LB-03"]);
		expect(refused(state, number(), OFFICE, { on: "2026-04-03" })).toEqual(["LB-03"]);
		const { state: frozen } = drawAfter([published(), OFFICE, { on: "2026-03-20" }], [FREEZE]);
		expect(frozen).toMatchObject({ state: "frozen", seed: null, items: [], frame: { count: 30 } });
		expect(refused(frozen, number(), OFFICE, { on: "2026-04-02" })).toEqual(["LB-03"]);
		expect(refused(frozen, number(), OFFICE, { on: "2026-04-03" })).toEqual([]);
	});

	test("[LB-02] an empty frame is not frozen, and a changed one is not drawn from", () => {
		const { state } = drawAfter(OPENED);
		expect(refused(state, FREEZE, OFFICE, { around: { frame: [] } })).toEqual(["LB-02"]);
		// Whom the refusal names can do what it says: a draw whose seed is known is the leading group's to give up.
		const empty = decideDraw(state, FREEZE, context(OFFICE, { around: { frame: [] } }));
		expect(empty.ok ? [] : empty.refusals.map(({ who }) => who)).toEqual([["leadingGroup"]]);
		expect(refused(state, CANCEL, OFFICE)).toEqual(["LB-03"]);
		expect(refused(state, CANCEL, GROUP)).toEqual([]);
		const { state: frozen } = drawAfter([published(), OFFICE, { on: "2026-03-20" }], [FREEZE]);
		const at = { on: "2026-04-03", around: { frame: FRAME.slice(1) } };
		expect(refused(frozen, number(), OFFICE, at)).toEqual(["LB-03"]);
	});
});

test("[close-out I27] what was closed is drawn from once, and a draw that could be foreseen is not the office's to give up", () => {
	const around = {
		overlapping: [{ id: drawId(2), from: day("2026-02-01"), to: day("2026-04-30") }],
	};
	expect(refused(null, open(), OFFICE, { on: "2026-03-20", around })).toEqual(["LB-03"]);
	const { state } = drawAfter(OPENED);
	expect(refused(state, CANCEL, OFFICE, { on: "2026-03-30" })).toEqual([]);
	expect(refused(state, CANCEL, OFFICE, { on: "2026-03-31" })).toEqual(["LB-03"]);
	expect(refused(state, CANCEL, GROUP, { on: "2026-03-31" })).toEqual([]);
	const { state: frozen } = drawAfter([published(), OFFICE, { on: "2026-03-20" }], [FREEZE]);
	expect(refused(frozen, CANCEL, OFFICE, { on: "2026-04-02" })).toEqual([]);
	expect(refused(frozen, CANCEL, OFFICE, { on: "2026-04-03" })).toEqual(["LB-03"]);
	expect(refused(drawn().state, CANCEL, GROUP)).toEqual(["LB-03"]);
});

test("[close-out I21] [LB-03] anybody repeats the draw from frame, seed and method, whatever order the frame comes in", () => {
	const { state } = drawn();
	const held = {
		items: FRAME.toReversed(),
		sha256: state.frame?.sha256 ?? "",
		seed: state.seed?.text ?? null,
		method: state.method,
		drawn: state.items.map(({ issueId }) => issueId),
	};
	expect(checkDraw(held, sha256)).toMatchObject({ frameSame: true, sampleSame: true });
	expect(held.drawn).toHaveLength(6);
	expect(state.items.find(({ number: of }) => of === "5")).toMatchObject({ why: "always" });
	expect(checkDraw({ ...held, seed: "另一种子" }, sha256).sampleSame).toBe(false);
	expect(checkDraw({ ...held, items: FRAME.slice(1) }, sha256).frameSame).toBe(false);
	expect(checkDraw({ ...held, seed: null }, sha256).sampleSame).toBeNull();
	expect(frameText([...FRAME, ...FRAME])).toBe(frameText(FRAME));
	// What the rule set says afterwards does not touch a draw that is open.
	expect(state.method).toMatchObject({ ratio: 0.1, floor: 5, ruleSet: "base" });
});

test("[LB-02] listed supervision, reinforced rectification and a second report make an issue one that is always looked at", () => {
	const issue = { ...CLOSED, region: CITY, field: null };
	const facts = { number: "7", wasListed: false, complaintMandates: 1 };
	const rules = context().rules;
	const asOf = day("2026-07-01");
	const kinds = (more: Partial<typeof facts>, of = issue) =>
		frameItem(of, { ...facts, ...more }, rules, asOf).kinds;
	expect(frameItem(issue, facts, rules, asOf)).toMatchObject({
		...{ unit: LEAD, type: "", kinds: [], closedOn: "2026-06-20" },
	});
	expect(kinds({ wasListed: true })).toEqual(["key"]);
	expect(kinds({ complaintMandates: 2 })).toEqual(["complaintRepeat"]);
	const { closeOut } = CLOSED;
	if (closeOut === undefined) throw new Error("closed without a close-out");
	const [acceptance] = closeOut.acceptances;
	if (acceptance === undefined) throw new Error("closed without an acceptance");
	const { at, by } = acceptance;
	const reinforced = { ...issue, closeOut: { ...closeOut, reinforced: { reason: "不彻底", at, by } } };
	expect(kinds({}, reinforced)).toEqual(["key"]);
});

describe("[close-out I28] [SOD-01] a drawn issue is checked by those who neither did the work nor accepted it", () => {
	const id = first();
	test.each([
		["a unit that had no part", assign([id]), []],
		["the unit that leads the work", assign([id], { unitId: LEAD }), ["SOD-01"]],
		["the unit that is to accept it", assign([id], { unitId: STRANGER }), ["SOD-01"]],
		["an issue that was not drawn", assign([id, issueId(99)]), ["UNKNOWN_ITEM"]],
		["a day that has passed", assign([id], { dueOn: day("2026-03-31") }), ["DUE_PASSED"]],
	] as const)("%s", (_, command, rules) => {
		expect(refused(drawn().state, command)).toEqual([...rules]);
	});

	test("an unknown unit is not named", () => {
		const at = { around: { units: new Map() } };
		expect(refused(drawn().state, assign([id]), OFFICE, at)).toEqual(["UNKNOWN_REFERENCE"]);
	});

	test("the named unit records, the office for it, and nobody who accepted the issue", () => {
		const { state } = assigned();
		const on = { on: "2026-04-10" };
		expect(refused(drawn().state, record(id), CHECKER, on)).toEqual(["NOT_ASSIGNED"]);
		expect(refused(state, record(id), CHECKER, on)).toEqual([]);
		expect(refused(state, record(id), actor("countyOffice", COUNTY), on)).not.toEqual([]);
		expect(refused(state, record(id), SECTOR, on)).toEqual(["SOD-01"]);
		// The city's office passed it itself: it types for nobody here.
		expect(refused(state, record(id), CITY_OFFICE, on)).toEqual(["SOD-01"]);
		expect(refused(state, record(id), actor("provOffice", CITY), on)).toEqual([]);
		expect(refused(state, record(id, 1, { on: day("2026-03-31") }), CHECKER, on)).toEqual(["LB-05"]);
	});

	test("a look-back that was recorded on the issue since the draw is taken in, of others who may", () => {
		const { state } = assigned();
		const { closeOut } = CLOSED;
		if (closeOut === undefined) throw new Error("closed without a close-out");
		const lookBack = {
			...{
				id: lookBackId(7),
				on: day("2026-04-05"),
				occasion: "unannounced" as const,
				result: "rebounded" as const,
			},
			...{ record: "渗水", evidenceIds: [evidenceId(1)], at: context(CHECKER, { on: "2026-04-05" }).now },
			by: context(CHECKER).stamp,
		};
		const link = { type: "linkLookBack", issueId: id, lookBackId: lookBackId(7) } as const;
		const seen = (held: typeof lookBack) => ({
			on: "2026-04-10",
			around: {
				issues: new Map([[id, drawnIssue(id, { closeOut: { ...closeOut, lookBacks: [held] } })]]),
			},
		});
		expect(refused(state, link, CHECKER, { on: "2026-04-10" })).toEqual(["UNKNOWN_ITEM"]);
		const early = { ...lookBack, at: context(CHECKER, { on: "2026-03-01" }).now };
		expect(refused(state, link, CHECKER, seen(early))).toEqual(["UNKNOWN_ITEM"]);
		const own = { ...lookBack, by: context(CITY_OFFICE).stamp };
		expect(refused(state, link, CHECKER, seen(own))).toEqual(["SOD-01"]);
		expect(refused(state, link, CHECKER, seen(lookBack))).toEqual([]);
	});
});

test("[close-out I29] a draw ends when every drawn issue has a result, or was left out by who may", () => {
	const { state } = assigned();
	const [one, ...rest] = state.items.map(({ issueId }) => issueId);
	if (one === undefined) throw new Error("nothing was drawn");
	expect(refused(state, CLOSE)).toEqual(["LB-02"]);
	expect(refused(state, waive(one))).toEqual(["LB-02"]);
	const reopened = { around: { issues: new Map([[one, drawnIssue(one, { lifecycle: "reopened" })]]) } };
	expect(refused(state, waive(one), OFFICE, reopened)).toEqual([]);
	const on = { on: "2026-04-10" };
	const ids = state.items.map(({ issueId }) => issueId);
	const ended = drawAfter(
		OPENED,
		[FREEZE],
		[assign(ids)],
		[waive(one), GROUP],
		...rest.map(
			(id, at) => [record(id, at + 1, at === 0 ? { result: "weakened" } : {}), CHECKER, on] as const,
		),
		[CLOSE, OFFICE, on],
	).state;
	expect(drawProgress(ended)).toEqual({
		...{ drawn: 6, assigned: 0, checked: 5, waived: 1, open: 0, problems: 1 },
	});
	expect(ended.state).toBe("closed");
	expect(refused(ended, record(one), CHECKER, on)).toEqual(["LB-03"]);
	expect(refused(state, record(one, 1), CHECKER, { ...on, around: { issues: new Map() } })).toEqual([
		"UNKNOWN_ITEM",
	]);
	expect(drawRow(state, "澄川市", day("2026-05-01"))).toMatchObject({ late: 6, frame: 30 });
});

test("[close-out I30] those whose work may be drawn neither draw nor record", () => {
	for (const who of [actor("leadUnit", CITY, { unitId: LEAD }), actor("cityOffice", OTHER_CITY)]) {
		expect(refused(null, open(), who, { on: "2026-03-20" })).not.toEqual([]);
		expect(refused(assigned().state, record(first()), who, { on: "2026-04-10" })).not.toEqual([]);
	}
	expect(refused(null, FREEZE)).toEqual(["NOT_FOUND"]);
	expect(refused(drawn().state, open(), OFFICE, { on: "2026-03-20" })).toEqual(["ALREADY_REGISTERED"]);
});

test("what can be done next is listed with why not", () => {
	const allowed = (state: ReturnType<typeof drawn>["state"], who = OFFICE, on = "2026-04-01") =>
		drawActions(state, context(who, { on })).flatMap(({ verb, allowed: may }) => (may ? [verb] : []));
	expect(allowed(drawAfter(OPENED).state, OFFICE, "2026-03-20")).toEqual(["cancelDraw"]);
	expect(allowed(drawAfter(OPENED).state)).toEqual(["freezeFrame"]);
	expect(allowed(drawn().state)).toEqual(["assignChecker", "recordDrawn", "linkLookBack", "waiveDrawn"]);
	expect(allowed(drawn().state, CHECKER)).toEqual(["recordDrawn", "linkLookBack"]);
});

test("every event has its sentence in both languages", () => {
	const lookup = {
		unitName: (id: string) => (id === SUPERVISOR ? "督查室" : undefined),
		issueNumber: () => "5",
	};
	const said = assigned().events.map((event) => describeDrawEvent(event, lookup).summary);
	expect(said.map(({ zh }) => zh)).toEqual([
		"开立回头看抽查，2026年1月1日至2026年3月31日，自定种子“澄川市2026年一季度”",
		expect.stringMatching(/^冻结抽样框，共30项，哈希[0-9a-f]{12}$/),
		"以种子“澄川市2026年一季度”抽取6项",
		"指定督查室 何川核查5、5、5、5、5、5",
	]);
	for (const { en } of said) expect(en).toMatch(/^[A-Z\d督]/);
});
