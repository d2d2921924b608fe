import { describe, expect, test } from "vitest";
import {
	CITY_OFFICE,
	FILE_IT,
	having,
	LEADER,
	lookBack,
	notice,
	OPINION,
	objection,
	rulesOfSet,
	SELF_CHECK,
	sign,
	WATCHER,
} from "../close-out/testing.ts";
import { partyKey } from "../in-tray/index.ts";
import type { Actor } from "../kernel/index.ts";
import { SUBMIT } from "../plans/testing.ts";
import { reporting } from "../progress/testing.ts";
import { exposureId, workOn } from "../supervision/testing.ts";
import type { IssueCommand } from "./commands.ts";
import { inTrayOf } from "./in-tray.ts";
import type { Issue } from "./schema.ts";
import { INSTRUMENTS, ISSUES, trayAt } from "./testing/in-tray-issues.ts";
import {
	assignmentId,
	BASE_RULES,
	day,
	LEAD,
	LEAD_CLERK,
	LEADER as PERSON,
	region,
	STRANGER,
	SUPERVISOR,
	WORKER,
} from "./testing.ts";

type Name = keyof typeof ISSUES;
const of = (name: Name): Issue => ISSUES[name];
/** What waits on a day, as `kind side due`. */
const waiting = (
	issue: Issue,
	on = "2026-03-02",
	instruments: Parameters<typeof inTrayOf>[1] = [],
): string[] =>
	inTrayOf(issue, instruments, trayAt(day(on))).map(({ kind, whose, due }) =>
		[kind, partyKey(whose), due ?? "-"].join(" "),
	);

const CITY_OF = "cityOffice:990100";
const ABOVE = "provOffice:990000";

describe("what waits for whom", () => {
	test.each<[string, Name, string, readonly string[]]>([
		["nobody is named yet", "registered", "2026-03-02", [`assignOwners ${CITY_OF} -`]],
		[
			"everybody who was named takes it on, a person where no unit is named",
			"assigned",
			"2026-03-02",
			[LEAD, SUPERVISOR, WORKER, STRANGER]
				.map((id) => `acknowledge unit:${id} -`)
				.concat(`acknowledge person:${PERSON} -`),
		],
		[
			"a lead that has taken it on plans in time (PLAN-04)",
			"takenOn",
			"2026-03-02",
			[`startPlan unit:${LEAD} 2026-04-10`],
		],
		["a returned plan goes back to its lead", "returned", "2026-03-02", [`mendPlan unit:${LEAD} 2026-04-10`]],
		["a plan is reviewed one tier up", "submitted", "2026-03-02", [`reviewPlan ${ABOVE} -`]],
		["of a county by its city", "countyIssue", "2026-03-02", [`reviewPlan ${CITY_OF} -`]],
		["of the top tier by the leading group", "topIssue", "2026-03-02", ["reviewPlan leadingGroup:990000 -"]],
		["a change is decided where the plan was", "changing", "2026-03-02", [`decidePlanChange ${ABOVE} -`]],
		[
			"more time is decided before the day is over",
			"extending",
			"2026-03-02",
			[`decideExtension ${ABOVE} 2026-12-31`],
		],
		[
			"an approved plan is published in time",
			"approved",
			"2026-03-02",
			[`publishPlan ${CITY_OF} 2026-03-30`],
		],
		["a cycle is reported about by its lead", "cycling", "2026-03-02", [`report unit:${LEAD} 2026-03-25`]],
		[
			"a returned report keeps its day",
			"reportReturned",
			"2026-03-22",
			[`mendReport unit:${LEAD} 2026-03-25`],
		],
		[
			"what is said to be reached is looked at by the supervising unit",
			"claimed",
			"2026-03-02",
			[`verifyMilestone unit:${SUPERVISOR} -`],
		],
		["what was sent back is done again", "rejected", "2026-03-04", [`milestone unit:${LEAD} 2026-04-30`]],
		["a doubt is the office's", "doubted", "2026-03-02", [`resolveDoubt ${CITY_OF} -`]],
		[
			"a contest is the office's",
			"contested",
			"2026-05-06",
			[`decideContest ${CITY_OF} -`, `light unit:${LEAD} -`],
		],
		["what is exposed is answered by its lead", "exposed", "2026-03-02", [`exposure unit:${LEAD} -`]],
		["then it is settled by the office", "exposureAnswered", "2026-03-06", [`settleExposure ${CITY_OF} -`]],
		["done work is checked by its lead", "done", "2026-06-01", [`selfCheck unit:${LEAD} 2026-12-31`]],
		[
			"the tier that has it on the desk accepts it",
			"applied",
			"2026-06-01",
			[`accept ${CITY_OF} 2026-06-23`, `siteCheck ${CITY_OF} 2026-06-23`],
		],
		[
			"the last tier hears its experts",
			"atLastTier",
			"2026-06-01",
			[`expertOpinion unit:${STRANGER} -`, `gate ${CITY_OF} -`],
		],
		[
			"or has what is no works discussed",
			"atLastTierNonWorks",
			"2026-06-01",
			[`discussion unit:${STRANGER} -`],
		],
		["gates and opinions go on beside supplements", "supplementing", "2026-06-03", [`gate ${CITY_OF} -`]],
		["supplements are the lead's", "supplementing", "2026-06-03", [`supplements unit:${LEAD} 2026-06-10`]],
		["once they are late it is decided", "supplementing", "2026-06-11", [`accept ${CITY_OF} 2026-06-10`]],
		["an accepted issue is published", "accepted", "2026-06-03", [`startNotice ${CITY_OF} -`]],
		["an objection is answered first", "objected", "2026-06-20", [`answerObjection ${CITY_OF} 2026-06-22`]],
		["a notice ends on the day after its term", "noticed", "2026-06-17", [`endNotice ${CITY_OF} 2026-06-17`]],
		["the next signer", "signing", "2026-06-17", [`sign unit:${LEAD} -`]],
		["what is filed is answered above", "filed", "2026-06-18", [`receiveFiling ${ABOVE} 2026-07-10`]],
		[
			"a closed issue is published and looked back at",
			"closed",
			"2026-09-21",
			[`lookBack ${CITY_OF} 2026-09-20`, `publishResult ${CITY_OF} 2026-06-20`],
		],
		["a rebound is reopened", "rebounded", "2026-09-21", [`reopen ${CITY_OF} 2026-09-20`]],
		["what is kept up is reviewed", "keptUp", "2027-05-25", [`reviewLongTerm ${CITY_OF} 2027-05-30`]],
	])("%s", (_title, name, on, expected) => {
		expect(waiting(of(name), on)).toEqual(expect.arrayContaining([...expected]));
	});

	test.each<[string, Name, string]>([
		["startNotice", "accepted", "2026-06-03"],
		["endNotice", "noticed", "2026-06-17"],
		["fileCloseOut", "filing", "2026-06-18"],
		["publishResult", "closed", "2026-09-21"],
	])("%s waits for the lead unit where the rule set has it close out (CLO-02)", (kind, name, on) => {
		const byLead = rulesOfSet("base", { closeoutBody: { v: "leadUnit", src: "S20" } });
		const items = inTrayOf(of(name), [], trayAt(day(on), byLead)).filter((item) => item.kind === kind);
		expect(items.map(({ whose }) => partyKey(whose))).toEqual([`unit:${LEAD}`]);
	});

	test("a notice that stands waits for nobody", () => {
		expect(waiting(of("noticed"), "2026-06-10").filter((item) => item.startsWith("endNotice"))).toEqual([]);
	});

	test("a milestone comes up when it is near", () => {
		const late = (on: string) => waiting(of("approved"), on).filter((item) => item.startsWith("milestone"));
		expect(late("2026-04-22")).toEqual([]);
		expect(late("2026-04-23")).toHaveLength(2);
	});

	test.each<[keyof typeof INSTRUMENTS, readonly string[]]>([
		["drafted", [`issueInstrument ${CITY_OF} -`]],
		["draftedCircular", ["approveInstrument leadingGroup:990100 -"]],
		["issued", [`acknowledgeInstrument unit:${LEAD} -`, `replyInstrument unit:${LEAD} 2026-03-16`]],
		["replied", [`verifyReply ${CITY_OF} -`]],
		["rejected", [`replyInstrument unit:${LEAD} 2026-03-16`]],
		["held", [`minuteTalk ${CITY_OF} -`]],
		["preAccepted", ["unlist leadingGroup:990100 -"]],
	])("an instrument that is %s", (name, expected) => {
		const items = waiting(of("approved"), "2026-03-02", [INSTRUMENTS[name]]);
		expect(items).toEqual(expect.arrayContaining([...expected]));
	});
});

test.each<[string, Name, readonly [Actor, IssueCommand], string, string]>([
	["submitPlan", "planning", [LEAD_CLERK, SUBMIT], "2026-03-02", "submitPlan"],
	["selfCheck", "done", [LEAD_CLERK, SELF_CHECK], "2026-06-01", "selfCheck"],
	["opinion", "applied", [WATCHER, OPINION], "2026-06-02", "opinion"],
	["startNotice", "accepted", [CITY_OFFICE, notice(1)], "2026-06-03", "startNotice"],
	["sign", "signing", [LEADER, sign("leadUnitPrincipal")], "2026-06-17", "sign"],
	["file", "filing", [CITY_OFFICE, FILE_IT()], "2026-06-18", "fileCloseOut"],
	["lookBack", "closed", [CITY_OFFICE, lookBack(1)], "2026-09-20", "lookBack"],
	[
		"acknowledge",
		"assigned",
		[LEAD_CLERK, { type: "acknowledgeAssignment", assignmentId: assignmentId(1) }],
		"2026-03-02",
		"acknowledge",
	],
	[
		"exposure",
		"exposed",
		[
			LEAD_CLERK,
			{
				type: "logWork",
				workId: workOn(2, "2026-03-05").id,
				on: day("2026-03-05"),
				kind: "work",
				text: "已封堵排口",
				measureId: null,
			},
		],
		"2026-03-05",
		"exposure",
	],
	[
		"settleExposure",
		"exposureAnswered",
		[CITY_OFFICE, { type: "settleExposure", exposureId: exposureId(1), reason: "现场核查属实" }],
		"2026-03-06",
		"settleExposure",
	],
	["report", "cycling", [LEAD_CLERK, reporting(3, "2026-03")], "2026-03-20", "report"],
])("[in-tray I5] doing it takes it out: %s", (_title, name, [who, command], on, kind) => {
	const ofKind = (issue: Issue) =>
		inTrayOf(issue, [], trayAt(day(on)))
			.filter((item) => item.kind === kind)
			.map(({ key }) => key);
	const before = ofKind(of(name));
	const [gone] = before;
	expect(gone).toBeDefined();
	expect(ofKind(having(of(name), [who, command, { on }]))).not.toContain(gone);
});

describe("what hangs in neutral (PLAN-05)", () => {
	const hanging = (issue: Issue, names: readonly string[]) => {
		const uncovered = names.map((name, at) => ({ region: region(String(990110 + at)), name }));
		const items = inTrayOf(issue, [], trayAt(day("2026-03-02"), BASE_RULES, uncovered));
		return items.filter(({ kind }) => kind === "handDown");
	};
	const counties = ["甲县", "乙县", "丙县", "丁县", "戊县", "己县"];

	test("waits for the office of its list, due with the plan, and names the regions", () => {
		const [item, ...more] = hanging(of("takenOn"), counties.slice(0, 2));
		expect(more).toEqual([]);
		expect(item).toMatchObject({ verb: "decomposeIssue", part: null, due: "2026-04-10", rule: "PLAN-05" });
		expect(item === undefined ? null : partyKey(item.whose)).toBe(CITY_OF);
		expect(item?.reason.zh).toBe("甲县、乙县尚未承接，问题挂空挡");
	});

	test("names five of more, and counts them", () => {
		const [item] = hanging(of("approved"), counties);
		expect(item?.due).toBeNull();
		expect(item?.reason.zh).toBe("甲县、乙县、丙县、丁县、戊县等6个地区尚未承接，问题挂空挡");
		expect(item?.reason.en).toContain("in 6 regions");
	});

	test("is asked of nobody where nothing can be handed down any more", () => {
		for (const name of ["selfChecked", "closed", "withdrawn", "countyIssue"] as const) {
			expect(hanging(of(name), counties)).toEqual([]);
		}
		expect(hanging(of("takenOn"), [])).toEqual([]);
	});
});

test("the reason of a returned plan is what the reviewer wrote", () => {
	const [item] = inTrayOf(of("returned"), [], trayAt(day("2026-03-02"))).filter(
		({ kind }) => kind === "mendPlan",
	);
	expect(item?.reason.zh).toContain("目标不可核验，请补充");
	expect(item).toMatchObject({ verb: "submitPlan", rule: "PLAN-07" });
});

test("an objection that is registered comes with its own words", () => {
	const item = inTrayOf(of("objected"), [], trayAt(day("2026-06-06"))).find(
		({ kind }) => kind === "answerObjection",
	);
	expect(item?.part).toBe(objection(1).objectionId);
	expect(item?.reason.zh).toContain("雨后仍有渗水");
});
