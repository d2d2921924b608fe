import { describe, expect, test } from "vitest";
import { decideIssue, type Issue, type IssueCommand, issueActions } from "../issues/index.ts";
import { actor, CITY, contextOf, day, LEAD, moment, OTHER_CITY, run } from "../issues/testing.ts";
import type { Actor, Instant } from "../kernel/index.ts";
import type { SupervisionCommand } from "./commands.ts";
import { supervisionOf } from "./content.ts";
import { describeSupervision } from "./history.ts";
import {
	CITY_CLERK,
	contestId,
	exposureId,
	forecast,
	LEAD_CLERK,
	progress,
	WORKER_CLERK,
	working,
} from "./testing.ts";

const MAY = moment("2026-05-06T02:00:00.000Z");
const SYSTEM: Actor = { kind: "system", name: "sweep" };
const at = (who: Actor, now: Instant = MAY) => contextOf(who, { now });
const refused = (issue: Issue, command: IssueCommand, who: Actor, now: Instant = MAY): string[] => {
	const decision = decideIssue(issue, command, at(who, now));
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};
const having = (issue: Issue, ...steps: readonly (readonly [SupervisionCommand, Actor, Instant?])[]): Issue =>
	steps.reduce((state, [command, who, now]) => run(state, command, at(who, now)).state, issue);

const RECORD = { type: "recordLight", cycle: null } satisfies SupervisionCommand;
const CONTEST = {
	type: "contestLight",
	contestId: contestId(1),
	reason: "节点已完成",
} satisfies SupervisionCommand;
const uphold = (
	light: "good" | "yellow" | "red" | "none" | null,
): Extract<SupervisionCommand, { type: "decideContest" }> => ({
	type: "decideContest",
	contestId: contestId(1),
	verdict: "upheld",
	light,
	reason: "经核实",
});
const DISMISS = { ...uphold(null), verdict: "dismissed" } satisfies SupervisionCommand;
const EXPOSE = {
	type: "recordExposure",
	exposureId: exposureId(1),
	kind: "circular",
	level: "province",
	document: "省整改办通报〔2026〕2号",
	on: day("2026-05-05"),
} satisfies SupervisionCommand;
const SETTLE = {
	type: "settleExposure",
	exposureId: exposureId(1),
	reason: "已整改",
} satisfies SupervisionCommand;

const late = () => working(progress(forecast("likely")));
const yellow = () => having(late(), [RECORD, SYSTEM]);
const contested = () => having(yellow(), [CONTEST, LEAD_CLERK]);

describe("[supervision I8] lights are journalled with their cause", () => {
	test("what the light is follows from the facts, not from who records it", () => {
		const issue = yellow();
		expect(supervisionOf(issue)).toMatchObject({ light: "yellow" });
		expect(supervisionOf(issue).changes).toMatchObject([
			{
				from: "none",
				to: "yellow",
				on: "2026-05-06",
				cycle: null,
				forecast: "likely",
				reasons: [{ rule: "WRN-02" }],
			},
		]);
	});
	test("the same light is recorded once a cycle and never twice", () => {
		expect(refused(yellow(), RECORD, SYSTEM)).toEqual(["NO_CHANGE"]);
		expect(refused(working(), RECORD, SYSTEM, moment("2026-03-05T02:00:00.000Z"))).toEqual(["NO_CHANGE"]);
		const cycle = {
			key: "2026-05",
			cadence: "month",
			from: day("2026-05-01"),
			to: day("2026-05-31"),
			dueOn: day("2026-05-25"),
			openedAt: moment("2026-05-01T00:00:00.000Z"),
		} as const;
		const inCycle = working(progress({ cycles: [cycle], ...forecast("likely") }));
		const command: SupervisionCommand = { type: "recordLight", cycle: "2026-05" };
		const recorded = having(inCycle, [RECORD, SYSTEM], [command, CITY_CLERK]);
		expect(supervisionOf(recorded).changes.map(({ cycle: key }) => key)).toEqual([null, "2026-05"]);
		expect(refused(recorded, command, CITY_CLERK)).toEqual(["NO_CHANGE"]);
		expect(refused(inCycle, { type: "recordLight", cycle: "2031-05" }, CITY_CLERK)).toEqual(["UNKNOWN"]);
	});
	test("a close-out puts it out", () => {
		const closed: Issue = { ...yellow(), lifecycle: "closed" };
		expect(supervisionOf(having(closed, [RECORD, SYSTEM])).light).toBe("none");
	});
	test("units, other offices and the public record none", () => {
		for (const who of [
			LEAD_CLERK,
			actor("cityOffice", OTHER_CITY),
			actor("public", CITY),
			actor("discipline", CITY),
		]) {
			expect(refused(late(), RECORD, who)).not.toEqual([]);
		}
	});
});

describe("[supervision I9] [WRN-05] contests", () => {
	test("an upheld one changes the light at once and is journalled", () => {
		const { state, events } = run(contested(), uphold("good"), at(CITY_CLERK));
		expect(events.map(({ type }) => type)).toEqual(["contestDecided", "lightChanged"]);
		expect(supervisionOf(state)).toMatchObject({
			light: "good",
			contests: [{ decision: { verdict: "upheld" } }],
		});
		// The sweep of the same day finds the light that was fixed.
		expect(refused(state, RECORD, SYSTEM)).toEqual(["NO_CHANGE"]);
		const later = moment("2026-05-26T02:00:00.000Z");
		expect(supervisionOf(having(state, [RECORD, SYSTEM, later])).light).toBe("yellow");
	});
	test("a dismissed one leaves it, and another may be filed then", () => {
		const { state, events } = run(contested(), DISMISS, at(CITY_CLERK));
		expect(events.map(({ type }) => type)).toEqual(["contestDecided"]);
		expect(supervisionOf(state).light).toBe("yellow");
		expect(refused(state, CONTEST, LEAD_CLERK)).toEqual(["DUPLICATE_ID"]);
		expect(refused(state, { ...CONTEST, contestId: contestId(2) }, LEAD_CLERK)).toEqual([]);
	});
	test.each<[string, Issue, SupervisionCommand, Actor, string[]]>([
		["nothing to object to", late(), CONTEST, LEAD_CLERK, ["WRN-05"]],
		["one waits already", contested(), { ...CONTEST, contestId: contestId(2) }, LEAD_CLERK, ["PENDING"]],
		["an office objects", yellow(), CONTEST, CITY_CLERK, ["NOT_ALLOWED"]],
		["a unit that has no part objects", yellow(), CONTEST, WORKER_CLERK, ["NOT_INVOLVED"]],
		["nothing waits", yellow(), uphold("good"), CITY_CLERK, ["NOTHING_PENDING"]],
		[
			"another one waits",
			contested(),
			{ ...uphold("good"), contestId: contestId(9) },
			CITY_CLERK,
			["NOTHING_PENDING"],
		],
		["upheld without a light", contested(), uphold(null), CITY_CLERK, ["WRN-05"]],
		["upheld with the same light", contested(), uphold("yellow"), CITY_CLERK, ["WRN-05"]],
		["upheld with a worse light", contested(), uphold("red"), CITY_CLERK, ["WRN-05"]],
		[
			"dismissed with a light",
			contested(),
			{ ...uphold("good"), verdict: "dismissed" },
			CITY_CLERK,
			["WRN-05"],
		],
		["the owner decides", contested(), uphold("good"), LEAD_CLERK, ["NOT_ALLOWED"]],
		[
			"a clerk of the unit that does the work decides as office",
			contested(),
			uphold("good"),
			actor("cityOffice", CITY, { unitId: LEAD }),
			["SOD-01"],
		],
	])("refused: %s", (_name, issue, command, who, rules) => {
		const found = refused(issue, command, who);
		if (rules[0] === "NOT_INVOLVED" || rules[0] === "NOT_ALLOWED") expect(found).toHaveLength(1);
		else expect(found).toEqual(rules);
	});
});

describe("[supervision I10] circulars and exposures light red until they are settled", () => {
	test("recorded, red, settled, no longer red", () => {
		const calm = working(progress(forecast("onTime")));
		const now = moment("2026-04-01T02:00:00.000Z");
		const expose = { ...EXPOSE, on: day("2026-03-30") };
		const exposed = having(calm, [expose, CITY_CLERK, now], [RECORD, SYSTEM, now]);
		expect(supervisionOf(exposed).light).toBe("red");
		const settled = having(exposed, [SETTLE, CITY_CLERK, now], [RECORD, SYSTEM, now]);
		expect(supervisionOf(settled)).toMatchObject({
			light: "good",
			exposures: [{ settled: { reason: "已整改" } }],
		});
	});
	test("refused: in the future, twice, settled twice, unknown, by a unit", () => {
		const exposed = having(late(), [EXPOSE, CITY_CLERK]);
		expect(refused(late(), { ...EXPOSE, on: day("2026-05-07") }, CITY_CLERK)).toEqual(["WRN-03"]);
		expect(refused(exposed, EXPOSE, CITY_CLERK)).toEqual(["DUPLICATE_ID"]);
		expect(refused(exposed, { ...SETTLE, exposureId: exposureId(2) }, CITY_CLERK)).toEqual(["UNKNOWN"]);
		expect(refused(having(exposed, [SETTLE, CITY_CLERK]), SETTLE, CITY_CLERK)).toEqual(["UNKNOWN"]);
		expect(refused(late(), EXPOSE, LEAD_CLERK)).toHaveLength(1);
		expect(refused(exposed, SETTLE, LEAD_CLERK)).toHaveLength(1);
	});
});

test("what the list of actions refuses is refused, and what it allows can be done", () => {
	const verbs = (issue: Issue, who: Actor) =>
		issueActions(issue, at(who))
			.filter(
				({ verb, allowed }) =>
					allowed &&
					["recordLight", "contestLight", "decideContest", "recordExposure", "settleExposure"].includes(verb),
			)
			.map(({ verb }) => verb);
	expect(verbs(late(), CITY_CLERK)).toEqual(["recordLight", "recordExposure"]);
	expect(verbs(late(), LEAD_CLERK)).toEqual([]);
	expect(verbs(yellow(), LEAD_CLERK)).toEqual(["contestLight"]);
	expect(verbs(contested(), LEAD_CLERK)).toEqual([]);
	expect(verbs(contested(), CITY_CLERK)).toEqual(["recordLight", "decideContest", "recordExposure"]);
});

test("every event has its sentence in both languages", () => {
	const lookup = {
		issue: late(),
		unit: () => undefined,
		person: () => undefined,
		regionName: () => undefined,
		issueNumber: () => undefined,
		inspectionName: () => undefined,
	};
	const { events: changed } = run(late(), RECORD, at(SYSTEM));
	const { events: filed } = run(yellow(), CONTEST, at(LEAD_CLERK));
	const { events: upheld } = run(contested(), uphold("good"), at(CITY_CLERK));
	const { events: dismissed } = run(contested(), DISMISS, at(CITY_CLERK));
	const { state: exposed, events: recorded } = run(late(), EXPOSE, at(CITY_CLERK));
	const { events: settled } = run(exposed, SETTLE, at(CITY_CLERK));
	const told = [...changed, ...filed, ...upheld, ...dismissed, ...recorded, ...settled].map((event) => {
		if (
			event.type === "lightChanged" ||
			event.type === "lightContested" ||
			event.type === "contestDecided" ||
			event.type === "exposureRecorded" ||
			event.type === "exposureSettled"
		) {
			return describeSupervision(event, lookup).zh;
		}
		return "";
	});
	expect(told).toEqual([
		"预警由“未亮灯”转为“黄牌”：节点“完成设计”等2个节点未达到，最长逾期6天",
		"对“黄牌”提出申诉：节点已完成",
		"申诉成立，按“正常”显示：经核实",
		"预警由“黄牌”转为“正常”：申诉成立：经核实",
		"申诉驳回：经核实",
		"被省级通报批评：省整改办通报〔2026〕2号",
		"通报曝光核销：已整改",
	]);
});

test("the version counts the events, and the lifecycle never moves", () => {
	const steps: readonly [SupervisionCommand, Actor][] = [
		[RECORD, SYSTEM],
		[CONTEST, LEAD_CLERK],
		[uphold("good"), CITY_CLERK],
		[EXPOSE, CITY_CLERK],
		[SETTLE, CITY_CLERK],
	];
	let state = late();
	for (const [command, who] of steps) {
		const { state: next, events } = run(state, command, at(who));
		expect(next.version).toBe(state.version + events.length);
		expect(next.lifecycle).toBe(state.lifecycle);
		state = next;
	}
	expect(supervisionOf(state).changes.length).toBe(2);
});
