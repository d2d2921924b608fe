import { describe, expect, test } from "vitest";
import { type Issue, issueActions } from "../issues/index.ts";
import { until } from "../issues/testing/rules.ts";
import {
	actor,
	assignment,
	CITY,
	COUNTY,
	day,
	LEAD,
	LEAD_CLERK,
	PROVINCE,
	site,
	WORKER,
} from "../issues/testing.ts";
import { officialCalendar } from "../kernel/index.ts";
import type { CloseOutCommand } from "./commands.ts";
import { acceptanceTiers } from "./sequence.ts";
import { closeOutOf, gatesOf, opinionsOf, standingFalseReport } from "./state.ts";
import {
	ACCEPTOR,
	APPLY,
	acceptedIssue,
	another,
	applied,
	CITY_OFFICE,
	contextAt,
	doneIssue,
	EXPERTS,
	evidenceId,
	expert,
	FORM,
	file,
	GATES,
	GROUNDS,
	GROUP,
	gate,
	having,
	LEADER,
	MECHANISM,
	notice,
	OPINION,
	onPanel,
	ownOpinion,
	PASSES,
	PROV_OFFICE,
	progressWith,
	reading,
	refused,
	rulesOfSet,
	SCREENING,
	SECTOR,
	SELF_CHECK,
	siteCheck,
	verdict,
	WATCHER,
} from "./testing.ts";

const D2 = { on: "2026-06-02" };
const open = { ...site(1), state: "open" as const };
const checkedSite = { ...open, state: "selfChecked" as const };

describe("[close-out I8] self-check", () => {
	test("the owner says done once the measures are settled and the goal is met", () => {
		const done = having(doneIssue(), [LEAD_CLERK, SELF_CHECK]);
		expect(done.lifecycle).toBe("selfChecked");
		expect(closeOutOf(done)).toMatchObject({ round: 1, selfCheck: { on: "2026-06-01" } });
	});

	const unfinished = (state: "inProgress" | "waived" | "cancelled" | "done"): Partial<Issue> => ({
		measures: doneIssue().measures.map((measure, at) => (at === 0 ? { ...measure, state } : measure)),
	});
	test.each<[string, Partial<Issue>, object, string[]]>([
		["a measure is still going on", unfinished("inProgress"), {}, ["ACC-01"]],
		["a measure was let go", unfinished("waived"), {}, []],
		["a measure is done and not verified yet", unfinished("done"), {}, []],
		[
			"the figure misses the target",
			{ progress: progressWith({ readings: [reading(0.006)] }) },
			{},
			["ACC-02"],
		],
		["no figure yet", { progress: progressWith({ readings: [] }) }, {}, ["ACC-02"]],
		["a site is open", { sites: [open] }, {}, ["ACC-13"]],
		["a site came back", { sites: [{ ...open, state: "reopened" }] }, {}, ["ACC-13"]],
		["the sites are self-checked", { sites: [checkedSite] }, {}, []],
		["the day lies ahead", {}, { on: day("2026-06-02") }, ["ACC-01"]],
		["the day lies before the approval", {}, { on: day("2026-03-01") }, ["ACC-01"]],
		["the evidence is somebody else's", {}, { evidenceIds: [evidenceId(77)] }, ["UNKNOWN_EVIDENCE"]],
	])("%s", (_name, more, changes, rules) => {
		expect(refused(doneIssue(more), { ...SELF_CHECK, ...changes }, LEAD_CLERK)).toEqual(rules);
	});

	test("only the lead unit, and only while the work goes on", () => {
		expect(refused(doneIssue(), SELF_CHECK, CITY_OFFICE)).toEqual(["NOT_ALLOWED"]);
		expect(refused(having(doneIssue(), [LEAD_CLERK, SELF_CHECK]), SELF_CHECK, LEAD_CLERK)).not.toEqual([]);
	});

	test("[close-out I24] what has no end is kept up, not closed", () => {
		const longTerm = { ...until("2026-12-31"), category: "longTerm" as const };
		const deadline = { ...longTerm, point: { precision: "openEnded" as const } };
		expect(refused(doneIssue({ deadline }), SELF_CHECK, LEAD_CLERK)).toEqual(["LONG_TERM"]);
		expect(refused(doneIssue({ deadline: longTerm }), SELF_CHECK, LEAD_CLERK)).toEqual([]);
	});
});

describe("[close-out I9] application and tiers", () => {
	const checked = () => having(doneIssue(), [LEAD_CLERK, SELF_CHECK]);

	test("the application goes to the lowest tier that accepts", () => {
		const asked = having(checked(), [LEAD_CLERK, APPLY]);
		expect(asked.lifecycle).toBe("acceptance");
		expect(closeOutOf(asked)).toMatchObject({
			atTier: "city",
			application: { kind: "works", on: "2026-06-01" },
		});
	});

	test.each<[string, Partial<Issue>, Partial<typeof APPLY>, string[]]>([
		["no evidence at all", { progress: progressWith({ evidence: [] }) }, { dossier: [] }, ["ACC-03"]],
		[
			"enforcement without its papers",
			{ measures: doneIssue().measures.map((measure) => ({ ...measure, type: "enforcement" as const })) },
			{},
			["ACC-03"],
		],
		[
			"enforcement with its papers",
			{
				measures: doneIssue().measures.map((measure) => ({ ...measure, type: "enforcement" as const })),
				progress: progressWith({ evidence: [file(1), file(2), file(5, { kind: "decision" })] }),
			},
			{},
			[],
		],
		["works as non-works", {}, { kind: "nonWorks" }, ["ACC-11"]],
		[
			"an item that the dossier does not have",
			{},
			{ dossier: [{ item: "poem", evidenceIds: [], note: null }] },
			["UNKNOWN_ITEM"],
		],
		[
			"evidence that is not there",
			{},
			{ dossier: [{ item: "evidence", evidenceIds: [evidenceId(50)], note: null }] },
			["UNKNOWN_EVIDENCE"],
		],
	])("%s", (_name, more, changes, rules) => {
		const issue = { ...having(doneIssue(), [LEAD_CLERK, SELF_CHECK]), ...more };
		expect(refused(issue, { ...APPLY, ...changes }, LEAD_CLERK)).toEqual(rules);
	});

	const numbers = (province: string | null, city: string | null, county: string | null = null) => ({
		numberByTier: { central: null, province, city, county },
	});
	test.each<[string, Pick<Issue, "tier" | "numberByTier">, string, readonly string[]]>([
		[
			"a city's item of the province's list",
			{ tier: "city", ...numbers("55", "12") },
			"base",
			["city", "province"],
		],
		["a city's own item", { tier: "city", ...numbers(null, "12") }, "base", ["city"]],
		[
			"a county's item of the city's list",
			{ tier: "county", ...numbers(null, "12", "3") },
			"base",
			["county", "city"],
		],
		[
			"a county's item of the province's list",
			{ tier: "county", ...numbers("55", null, "3") },
			"base",
			["county", "city", "province"],
		],
		[
			"where no list says anything",
			{ tier: "county", ...numbers(null, null) },
			"base",
			["county", "city", "province"],
		],
		[
			"Anhui names city and province",
			{ tier: "county", ...numbers("55", "12", "3") },
			"ah",
			["city", "province"],
		],
		["the central list is the province's", { tier: "central", ...numbers("55", null) }, "base", ["province"]],
	])("%s", (_name, issue, set, tiers) => {
		expect(acceptanceTiers(issue, rulesOfSet(set))).toEqual(tiers);
	});

	test("each tier decides in its turn, the next one after it, and nobody for another", () => {
		const asked = having(applied(), ...GROUNDS);
		expect(refused(asked, verdict("city"), PROV_OFFICE, D2)).toEqual(["ACC-05"]);
		expect(refused(asked, verdict("province"), CITY_OFFICE, D2)).toEqual(["ACC-05"]);
		expect(refused(asked, verdict("city"), ACCEPTOR, D2)).toEqual([]);
		const once = having(asked, [CITY_OFFICE, verdict("city"), D2]);
		expect(closeOutOf(once)).toMatchObject({ atTier: "province" });
		expect(once.lifecycle).toBe("acceptance");
		expect(refused(once, verdict("province"), ACCEPTOR, D2)).toEqual(["ACC-05"]);
		const twice = having(once, [PROV_OFFICE, verdict("province"), D2]);
		expect(closeOutOf(twice).atTier).toBeNull();
		expect(refused(twice, verdict("province"), PROV_OFFICE, D2)).toEqual(["ACC-05"]);
	});
});

describe("[close-out I10] checks on the spot", () => {
	test.each<[string, Parameters<typeof siteCheck>[1], string, string[]]>([
		["two people, on the day", {}, "2026-06-02", []],
		["recorded on the third working day", {}, "2026-06-05", []],
		["recorded later", {}, "2026-06-08", ["ACC-06"]],
		["one person", { checkers: [{ name: "何川", unitId: null }] }, "2026-06-02", ["ACC-06"]],
		[
			"one person twice",
			{
				checkers: [
					{ name: "何川", unitId: null },
					{ name: "何川", unitId: null },
				],
			},
			"2026-06-02",
			["ACC-06"],
		],
		[
			"somebody of the lead unit among them",
			{
				checkers: [
					{ name: "何川", unitId: LEAD },
					{ name: "陆鸣", unitId: null },
				],
			},
			"2026-06-02",
			["SOD-01"],
		],
		["a day ahead", { on: day("2026-06-03") }, "2026-06-02", ["ACC-06"]],
		["a site that is not the issue's", { siteIds: [site(7).id] }, "2026-06-02", ["UNKNOWN_SITE"]],
		["evidence that is not there", { evidenceIds: [evidenceId(66)] }, "2026-06-02", ["UNKNOWN_EVIDENCE"]],
		[
			"what falls short, and how",
			{ finding: "partlyDone", failureModes: ["partlyDone", "slowlyDone"], fraud: "surface" },
			"2026-06-02",
			[],
		],
		["found done, and yet a fraud", { fraud: "surface" }, "2026-06-02", ["ACC-06"]],
		["found done, and yet not carried out", { failureModes: ["notDone"] }, "2026-06-02", ["ACC-06"]],
	])("%s", (_name, more, on, rules) => {
		expect(refused(applied(), siteCheck(1, more), CITY_OFFICE, { on })).toEqual(rules);
	});

	test("an id is used once, in all attempts", () => {
		expect(refused(having(applied(), ...GROUNDS), siteCheck(1), CITY_OFFICE, D2)).toEqual(["DUPLICATE_ID"]);
	});

	test("[close-out I38] on the last days of the calendar a record in time and supplements in time are taken", () => {
		const last = Math.max(...officialCalendar().years);
		const on = { on: `${last}-12-30` };
		const late = having(
			doneIssue(),
			[LEAD_CLERK, { ...SELF_CHECK, on: day(on.on) }, on],
			[LEAD_CLERK, APPLY, on],
		);
		expect(refused(late, siteCheck(1, { on: day(on.on) }), CITY_OFFICE, on)).toEqual([]);
		const missing = (due: string) =>
			verdict("city", { verdict: "conditional", supplements: ["补监测报告"], supplementsDueOn: day(due) });
		expect(refused(late, missing(`${last}-12-31`), CITY_OFFICE, on)).toEqual([]);
		expect(refused(late, missing(`${last + 1}-01-20`), CITY_OFFICE, on)).toEqual(["DL-08"]);
	});

	test("Qin'an wants a leader and a worker to be there", () => {
		const rules = rulesOfSet("gs-qinan");
		expect(refused(applied(), siteCheck(1), CITY_OFFICE, { ...D2, rules })).toEqual(["ACC-06"]);
		const attended = siteCheck(1, { attended: ["leader", "worker"] });
		expect(refused(applied(), attended, CITY_OFFICE, { ...D2, rules })).toEqual([]);
	});

	test("what was reported as done and is not stands as a false report until a later check finds it done", () => {
		const issue = applied({ sites: [checkedSite] });
		const found = having(issue, [CITY_OFFICE, siteCheck(1, { finding: "notDone", siteIds: [open.id] }), D2]);
		expect(standingFalseReport(found)?.id).toBe(siteCheck(1).check.id);
		expect(found.sites[0]?.state).toBe("open");
		const pass = verdict("city");
		expect(refused(found, pass, CITY_OFFICE, D2)).toEqual(["ANTI-02", "ACC-13"]);
		const failed = having(found, [CITY_OFFICE, verdict("city", { verdict: "fail", criteria: [] }), D2]);
		expect(failed.lifecycle).toBe("inProgress");
		expect(standingFalseReport(failed)).not.toBeNull();
		const again = having(failed, [WATCHER, siteCheck(2, { on: day("2026-06-10") }), { on: "2026-06-10" }]);
		expect(standingFalseReport(again)).toBeNull();
	});

	test("[ANTI-02] [ACC-13] a check of another place clears nothing, and a pass does not paint over a place found wanting", () => {
		const [first, second] = [checkedSite, { ...site(2), state: "selfChecked" as const }];
		const wanting = (finding: "notDone" | "partlyDone") =>
			having(
				applied({ sites: [first, second] }),
				...GROUNDS.slice(1),
				[CITY_OFFICE, siteCheck(1, { finding, siteIds: [first.id] }), D2],
				[CITY_OFFICE, siteCheck(2, { siteIds: [second.id] }), D2],
			);
		expect(standingFalseReport(wanting("notDone"))?.id).toBe(siteCheck(1).check.id);
		expect(refused(wanting("notDone"), verdict("city"), CITY_OFFICE, D2)).toEqual(["ANTI-02", "ACC-13"]);
		expect(refused(wanting("partlyDone"), verdict("city"), CITY_OFFICE, D2)).toEqual(["ACC-13"]);
		// Whoever sees the very place put right, or all of it, clears it.
		const again = siteCheck(3, { siteIds: [first.id], on: day("2026-06-03") });
		const seen = having(wanting("notDone"), [CITY_OFFICE, again, { on: "2026-06-03" }]);
		expect(standingFalseReport(seen)).toBeNull();
		const passed = having(seen, [CITY_OFFICE, verdict("city"), { on: "2026-06-03" }]);
		expect(closeOutOf(passed).atTier).toBe("province");
	});

	test("[close-out I36] what comes up once every tier has passed it takes it back to work, or is checked again", () => {
		const found = siteCheck(4, { finding: "notDone", on: day("2026-06-03"), siteIds: [checkedSite.id] });
		const D3 = { on: "2026-06-03" };
		const disproved = having(acceptedIssue({ sites: [checkedSite] }), [CITY_OFFICE, found, D3]);
		expect(closeOutOf(disproved).atTier).toBeNull();
		expect(refused(disproved, verdict("province"), PROV_OFFICE, D3)).toEqual([
			"ACC-05",
			"ANTI-02",
			"ACC-13",
			"ACC-06",
		]);
		const fail = verdict("province", { verdict: "fail", criteria: [], opinion: "复核发现未整改到位" });
		expect(refused(disproved, { ...fail, tier: "city" }, CITY_OFFICE, D3)).toEqual(["ACC-05"]);
		const back = having(disproved, [PROV_OFFICE, fail, D3]);
		expect([back.lifecycle, closeOutOf(back).round]).toEqual(["inProgress", 2]);
		// Put right at once and seen: nothing is left to take back.
		const D4 = { on: "2026-06-04" };
		const again = siteCheck(5, { on: day("2026-06-04"), siteIds: [checkedSite.id] });
		const cleared = having(disproved, [CITY_OFFICE, again, D4]);
		expect(refused(cleared, fail, PROV_OFFICE, D4)).toEqual(["ACC-05"]);
		expect(refused(cleared, notice(1, "2026-06-04"), CITY_OFFICE, D4)).toEqual([]);
	});

	test("[close-out I36] a tier that the rules ask for since gets it on its desk", () => {
		const rules = rulesOfSet("base", { tiers: { v: ["city"], src: "S18" } });
		const city = having(applied(), ...GROUNDS, [CITY_OFFICE, verdict("city"), { ...D2, rules }]);
		expect(closeOutOf(city).atTier).toBeNull();
		expect(refused(city, verdict("province"), PROV_OFFICE, { ...D2, rules })).toEqual(["ACC-05"]);
		expect(refused(city, verdict("city"), CITY_OFFICE, D2)).toEqual(["ACC-05"]);
		const both = having(city, [PROV_OFFICE, verdict("province"), D2]);
		expect(closeOutOf(both).acceptances.map(({ tier }) => tier)).toEqual(["city", "province"]);
	});

	test("[SOD-01] where a tier above begins, its acceptance is not the county's own", () => {
		const rules = rulesOfSet("ah");
		const numberByTier = { central: null, province: "55", city: "12", county: "3" };
		const own = actor("accUnit", CITY, { unitId: LEAD });
		const held = { role: "acceptance" as const, unitId: LEAD };
		const withOwn = (tier: "county" | "city"): Issue => {
			const issue = having(
				{ ...doneIssue(), tier, numberByTier },
				[LEAD_CLERK, SELF_CHECK, { rules }],
				[LEAD_CLERK, APPLY, { rules }],
			);
			return {
				...issue,
				assignments: issue.assignments.map((one) => (one.role === "acceptance" ? { ...one, ...held } : one)),
			};
		};
		const asked = (tier: "county" | "city") =>
			refused(withOwn(tier), verdict("city", { verdict: "fail", criteria: [] }), own, { ...D2, rules });
		expect(asked("county")).toEqual(["SOD-01"]);
		expect(asked("city")).toEqual([]);
	});

	test("work that nobody said was done is not falsely reported", () => {
		const going = doneIssue({
			measures: doneIssue().measures.map((measure) => ({ ...measure, state: "inProgress" as const })),
		});
		const seen = having(going, [CITY_OFFICE, siteCheck(1, { finding: "notDone" }), D2]);
		expect(standingFalseReport(seen)).toBeNull();
		const said = having(doneIssue(), [CITY_OFFICE, siteCheck(1, { finding: "notDone" }), D2]);
		expect(standingFalseReport(said)).not.toBeNull();
	});
});

describe("[close-out I11] experts and bodies", () => {
	const checked = () =>
		having(applied(), [CITY_OFFICE, siteCheck(1), D2], [CITY_OFFICE, verdict("city"), D2]);
	const opinions = (...of: readonly ReturnType<typeof expert>[]): Issue =>
		having(checked(), ...of.map((opinion) => [CITY_OFFICE, opinion, D2] as const));

	test("an expert with an interest has no say", () => {
		expect(refused(applied(), expert(1, { noConflict: false }), CITY_OFFICE, D2)).toEqual(["ACC-11"]);
		expect(refused(applied(), expert(1, { on: day("2026-05-31") }), CITY_OFFICE, D2)).toEqual(["ACC-11"]);
	});

	test("[close-out I41] an expert of the panel speaks for himself, once, and nobody else does for him", () => {
		const [first, second] = EXPERTS;
		if (first === undefined || second === undefined) throw new Error("two experts");
		const invited = onPanel(applied());
		expect(refused(applied(), ownOpinion(), first, D2)).toEqual(["NOT_INVOLVED"]);
		for (const who of [CITY_OFFICE, PROV_OFFICE, LEAD_CLERK]) {
			expect(refused(invited, ownOpinion(), who, D2)).toEqual(["NOT_ALLOWED"]);
		}
		expect(refused(invited, ownOpinion({ noConflict: false }), first, D2)).toEqual(["ACC-11"]);
		const spoken = having(invited, [first, ownOpinion({ verdict: "disagree" }), D2]);
		expect(closeOutOf(spoken).expertOpinions).toMatchObject([
			{ expert: first.name, personId: first.personId, verdict: "disagree", on: "2026-06-02" },
		]);
		expect(refused(spoken, ownOpinion(), first, D2)).toEqual(["DONE_ALREADY"]);
		// Nobody enters another in his name; what came on paper before gives way to his own.
		const forHim = expert(1, { expert: first.name });
		expect(refused(spoken, forHim, CITY_OFFICE, D2)).toEqual(["ACC-11"]);
		const onPaper = having(invited, [CITY_OFFICE, forHim, D2], [CITY_OFFICE, expert(2), D2]);
		expect(opinionsOf(closeOutOf(onPaper)).map(({ expert: name }) => name)).toEqual([first.name, "专家2"]);
		const both = having(onPaper, [first, ownOpinion({ verdict: "disagree" }), D2]);
		expect(opinionsOf(closeOutOf(both)).map(({ verdict: of }) => of)).toEqual(["agree", "disagree"]);
		// Two experts of one name are two.
		const namesake = { ...second, name: first.name };
		const two = having(both, [namesake, ownOpinion(), D2]);
		expect(opinionsOf(closeOutOf(two))).toHaveLength(3);
	});

	test.each<[string, Issue, string[]]>([
		["none", opinions(), ["ACC-11"]],
		["two", opinions(expert(1), expert(2)), ["ACC-11"]],
		["three who agree", opinions(expert(1), expert(2), expert(3)), []],
		["four", opinions(expert(1), expert(2), expert(3), expert(4)), ["ACC-11"]],
		["one of three against", opinions(expert(1), expert(2), expert(3, { verdict: "disagree" })), []],
		[
			"two of three against",
			opinions(expert(1), expert(2, { verdict: "disagree" }), expert(3, { verdict: "disagree" })),
			["ACC-11"],
		],
		["the same one three times", opinions(expert(1), expert(1), expert(1)), ["ACC-11"]],
	])("%s", (_name, issue, rules) => {
		expect(refused(issue, verdict("province"), PROV_OFFICE, D2)).toEqual(rules);
	});

	test("what is not works is discussed together", () => {
		const measures = doneIssue().measures.map((measure) => ({ ...measure, type: "policy" as const }));
		const paper = having(
			doneIssue({ measures }),
			[LEAD_CLERK, SELF_CHECK],
			[LEAD_CLERK, { ...APPLY, kind: "nonWorks" }],
			[CITY_OFFICE, siteCheck(1), D2],
			[CITY_OFFICE, verdict("city"), D2],
		);
		expect(refused(paper, verdict("province"), PROV_OFFICE, D2)).toEqual(["ACC-11"]);
		const discuss = (agreed: boolean, on = "2026-06-02"): CloseOutCommand => ({
			type: "recordDiscussion",
			discussion: { body: "领导小组", on: day(on), present: ["甲", "乙"], conclusion: "一致意见", agreed },
		});
		expect(refused(paper, discuss(true, "2026-06-03"), LEAD_CLERK, D2)).toEqual(["ACC-11"]);
		const against = having(paper, [LEAD_CLERK, discuss(false), D2]);
		expect(refused(against, verdict("province"), PROV_OFFICE, D2)).toEqual(["ACC-11"]);
		const agreed = having(against, [LEAD_CLERK, discuss(true), D2]);
		expect(refused(agreed, verdict("province"), PROV_OFFICE, D2)).toEqual([]);
	});
});

describe("[close-out I12] [ACC-10 ACC-12] verdicts", () => {
	const asked = () => having(applied(), ...GROUNDS);
	const [first, ...others] = FORM;
	if (first === undefined) throw new Error("a form");
	const line = (more: object): ReturnType<typeof verdict>["criteria"] => [{ ...first, ...more }, ...others];
	const conditional: Parameters<typeof verdict>[1] = {
		verdict: "conditional",
		supplements: ["补充处罚材料"],
		supplementsDueOn: day("2026-06-16"),
	};
	const text = (standard: string) => ({ standard });

	test.each<[string, Parameters<typeof verdict>[1], string[]]>([
		["a whole form", {}, []],
		["another set of criteria", { criteriaSet: "hn3" }, ["ACC-07"]],
		["a line is missing", { criteria: others }, ["ACC-07"]],
		["a line twice", { criteria: [first, ...FORM] }, ["ACC-07"]],
		["a line of its own", { criteria: [...FORM, { ...first, criterion: "beautiful" }] }, ["ACC-07"]],
		["yes without evidence", { criteria: line({ evidenceIds: [] }) }, ["ACC-07"]],
		["not applicable without a word", { criteria: line({ answer: "notApplicable" }) }, ["ACC-07"]],
		[
			"not applicable with the reason",
			{ criteria: line({ answer: "notApplicable", note: "无违法行为" }) },
			[],
		],
		["no, and yet passed", { criteria: line({ answer: "no", note: "未处罚" }) }, ["ACC-07"]],
		["no, conditional", { ...conditional, criteria: line({ answer: "no", note: "未处罚" }) }, []],
		[
			"evidence that is not there",
			{ criteria: line({ evidenceIds: [evidenceId(70)] }) },
			["UNKNOWN_EVIDENCE"],
		],
		["conditional for ten working days", conditional, []],
		["conditional for eleven", { ...conditional, supplementsDueOn: day("2026-06-17") }, ["ACC-10"]],
		["conditional until yesterday", { ...conditional, supplementsDueOn: day("2026-06-01") }, ["ACC-10"]],
		["conditional without a day", { ...conditional, supplementsDueOn: null }, ["ACC-10"]],
		["conditional without a list", { ...conditional, supplements: [] }, ["ACC-10"]],
		["passed with a list", { supplements: ["补充"] }, ["ACC-10"]],
		["failed, form or not", { verdict: "fail", criteria: [] }, []],
		["by the plan's own words", text("渣库渗漏得到控制，断面稳定达标。"), []],
		["by a laxer figure", text("出境断面镉浓度不超过0.01 mg/L"), ["ANTI-10"]],
		["by a laxer word", text("出境断面原则上达标"), ["ANTI-10"]],
		["by another standard that nobody has ruled on", text("出境断面镉浓度不超过0.004 mg/L"), ["ACC-12"]],
	])("%s", (_name, more, rules) => {
		expect(refused(asked(), verdict("city", more), CITY_OFFICE, D2)).toEqual(rules);
	});

	test("another standard passes once the sector department has ruled, a laxer one never", () => {
		const ruling: CloseOutCommand = {
			type: "ruleStandard",
			ruling: { question: "镉执行何标准", ruling: "执行0.004", unit: "省生态环境厅", on: day("2026-06-02") },
		};
		expect(refused(asked(), ruling, CITY_OFFICE, D2)).toEqual(["NOT_ALLOWED"]);
		expect(refused(asked(), ruling, another(SECTOR, "某"), { on: "2026-06-01" })).toEqual(["ACC-12"]);
		const own = actor("sector", PROVINCE, { unitId: LEAD });
		expect(refused(asked(), ruling, own, D2)).toEqual(["SOD-01"]);
		const ruled = having(asked(), [SECTOR, ruling, D2]);
		const stricter = verdict("city", text("出境断面镉浓度不超过0.004 mg/L"));
		expect(refused(ruled, stricter, CITY_OFFICE, D2)).toEqual([]);
		expect(refused(ruled, verdict("city", text("出境断面镉浓度0.01 mg/L")), CITY_OFFICE, D2)).toEqual([
			"ANTI-10",
		]);
	});

	test("a conditional verdict waits for what it asked for, and then decides again", () => {
		const waiting = having(asked(), [CITY_OFFICE, verdict("city", conditional), D2]);
		expect(waiting.lifecycle).toBe("supplementing");
		expect(refused(waiting, verdict("city"), CITY_OFFICE, D2)).toEqual(["ACC-10"]);
		const submit: CloseOutCommand = {
			type: "submitSupplements",
			text: "补充处罚决定书",
			evidenceIds: [evidenceId(2)],
		};
		expect(refused(waiting, submit, LEAD_CLERK, { on: "2026-06-17" })).toEqual(["ACC-10"]);
		expect(refused(waiting, { ...submit, evidenceIds: [evidenceId(80)] }, LEAD_CLERK, D2)).toEqual([
			"UNKNOWN_EVIDENCE",
		]);
		const added = having(waiting, [LEAD_CLERK, submit, { on: "2026-06-16" }]);
		expect(added.lifecycle).toBe("acceptance");
		expect(closeOutOf(added).acceptances.at(-1)).toMatchObject({
			supplements: [{ done: true }],
			submitted: { text: "补充处罚决定书" },
		});
		expect(closeOutOf(added).atTier).toBe("city");
		expect(refused(added, verdict("city"), CITY_OFFICE, { on: "2026-06-16" })).toEqual([]);
		const failed = having(waiting, [
			CITY_OFFICE,
			verdict("city", { verdict: "fail", criteria: [] }),
			{ on: "2026-06-17" },
		]);
		expect(failed.lifecycle).toBe("inProgress");
	});

	test("the last tier's pass rests on a check on the spot", () => {
		const asking = having(applied(), [CITY_OFFICE, verdict("city"), D2]);
		expect(refused(asking, verdict("province"), PROV_OFFICE, D2)).toEqual(["ACC-06", "ACC-11"]);
	});

	test("[close-out I19] a failed attempt stays to be read, and the next one begins with an empty desk", () => {
		const failed = having(asked(), [
			CITY_OFFICE,
			verdict("city", { verdict: "fail", opinion: "渗滤液仍外溢", criteria: [] }),
			D2,
		]);
		const state = closeOutOf(failed);
		expect(state).toMatchObject({
			round: 2,
			selfCheck: null,
			application: null,
			siteChecks: [],
			acceptances: [],
		});
		expect(state.earlier).toHaveLength(1);
		expect(state.earlier[0]).toMatchObject({
			round: 1,
			ended: { how: "acceptanceFailed", reason: "渗滤液仍外溢" },
			application: { kind: "works" },
			acceptances: [{ verdict: "fail" }],
		});
		expect(refused(failed, SELF_CHECK, LEAD_CLERK, { on: "2026-06-03" })).toEqual(["ACC-01"]);
		expect(
			refused(failed, { ...SELF_CHECK, on: day("2026-06-03") }, LEAD_CLERK, { on: "2026-06-03" }),
		).toEqual([]);
	});
});

describe("[close-out I13] [SOD-01] nobody decides on the work of his own side", () => {
	test("acceptance, checks, gates and opinions", () => {
		const own = (who: Parameters<typeof actor>[0]) =>
			actor(who, who === "provOffice" ? PROVINCE : CITY, { unitId: LEAD });
		const asked = having(applied(), ...GROUNDS);
		expect(refused(asked, siteCheck(9), own("cityOffice"), D2)).toEqual(["SOD-01"]);
		expect(refused(asked, expert(9), own("cityOffice"), D2)).toEqual(["SOD-01"]);
		expect(refused(asked, gate("foundOut"), own("cityOffice"), D2)).toEqual(["SOD-01"]);
		const once = having(asked, [CITY_OFFICE, verdict("city"), D2]);
		expect(refused(once, verdict("province"), own("provOffice"), D2)).toEqual(["SOD-01"]);
	});

	test("a place may accept its own first, but not by the one who applied, and never last", () => {
		const asked = having(applied(), ...GROUNDS);
		const own = actor("cityOffice", CITY, { unitId: LEAD });
		expect(refused(asked, verdict("city"), own, D2)).toEqual([]);
		const only = applied({ numberByTier: { central: null, province: null, city: "12", county: null } });
		expect(refused(having(only, ...GROUNDS), verdict("city"), own, D2)).toEqual(["SOD-01"]);
		expect(refused(having(only, ...GROUNDS), verdict("city"), CITY_OFFICE, D2)).toEqual([]);
		const state = closeOutOf(asked);
		if (state.application === null) throw new Error("applied");
		const mine = {
			...asked,
			closeOut: { ...state, application: { ...state.application, by: contextAt(CITY_OFFICE).stamp } },
		};
		expect(refused(mine, verdict("city"), CITY_OFFICE, D2)).toEqual(["SOD-01"]);
	});

	test("a supervising unit that does the work as well gives no opinion", () => {
		const both = applied({
			assignments: [
				...doneIssue().assignments,
				{
					...assignment(8, "supervising", LEAD),
					until: null,
					acknowledged: null,
					takesOverFrom: null,
					endReason: null,
				},
			],
		});
		expect(refused(both, OPINION, actor("supUnit", CITY, { unitId: LEAD }), D2)).toEqual(["SOD-01"]);
		expect(refused(both, OPINION, WATCHER, D2)).toEqual([]);
	});
});

describe("[close-out I14] the four gates", () => {
	const asked = () => having(applied(), ...GROUNDS, ...PASSES);
	const D3 = { on: "2026-06-03" };

	test("each is its own decision, with evidence and with a signer of its own", () => {
		const done = having(asked(), ...GATES);
		expect(gatesOf(done).map(({ gate: of, decision }) => [of, decision?.verdict, decision?.by.role])).toEqual(
			[
				["foundOut", "yes", "cityOffice"],
				["putRight", "yes", "provOffice"],
				["answeredFor", "yes", "leadingGroup"],
				["publicSatisfied", "yes", "accUnit"],
			],
		);
		const first = having(asked(), [CITY_OFFICE, gate("foundOut"), D3]);
		expect(refused(first, gate("putRight"), CITY_OFFICE, D3)).toEqual(["ACC-08"]);
		expect(refused(first, gate("putRight"), another(CITY_OFFICE, "第二人"), D3)).toEqual([]);
		expect(refused(first, gate("foundOut", { verdict: "no" }), CITY_OFFICE, D3)).toEqual([]);
	});

	test("a yes needs evidence, a no needs none, and the latest decision counts", () => {
		expect(refused(asked(), gate("foundOut", { evidenceIds: [] }), CITY_OFFICE, D3)).toEqual(["ACC-08"]);
		expect(refused(asked(), gate("foundOut", { evidenceIds: [evidenceId(90)] }), CITY_OFFICE, D3)).toEqual([
			"UNKNOWN_EVIDENCE",
		]);
		const no = gate("foundOut", { verdict: "no", evidenceIds: [] });
		const denied = having(
			asked(),
			[CITY_OFFICE, no, D3],
			[CITY_OFFICE, gate("foundOut"), D3],
			[CITY_OFFICE, no, D3],
		);
		expect(gatesOf(denied)[0]?.decision?.verdict).toBe("no");
		expect(closeOutOf(denied).gates).toHaveLength(3);
	});

	test("neither the lead unit nor anybody else without a part decides one", () => {
		expect(refused(asked(), gate("foundOut"), LEADER, D3)).toEqual(["NOT_ALLOWED"]);
		expect(refused(asked(), gate("foundOut"), actor("countyOffice", COUNTY), D3)).not.toEqual([]);
		expect(refused(asked(), gate("foundOut"), GROUP, D3)).toEqual([]);
	});
});

test("[close-out I12] mechanism and screening are recorded with sound figures", () => {
	const asked = applied();
	const later = { ...MECHANISM, mechanism: { ...MECHANISM.mechanism, on: day("2026-06-03") } };
	expect(refused(asked, later, LEAD_CLERK, D2)).toEqual(["CLO-04"]);
	const more = { ...SCREENING, result: { ...SCREENING.result, opened: 3 } };
	expect(refused(asked, more, LEAD_CLERK, D2)).toEqual(["CLO-05"]);
	expect(refused(asked, SCREENING, LEAD_CLERK, D2)).toEqual([]);
	expect(refused(asked, MECHANISM, actor("respUnit", CITY, { unitId: WORKER }), D2)).not.toEqual([]);
});

test("[close-out I8] what stands in front of a step is listed with its verb, each reason once", () => {
	const going = doneIssue({
		measures: doneIssue().measures.map((measure) => ({ ...measure, state: "inProgress" as const })),
	});
	const actions = issueActions(going, contextAt(LEAD_CLERK));
	const selfCheck = actions.find(({ verb }) => verb === "selfCheck");
	expect(selfCheck?.refusals.map(({ rule }) => rule)).toEqual(["ACC-01"]);
	const ready = issueActions(doneIssue(), contextAt(LEAD_CLERK)).find(({ verb }) => verb === "selfCheck");
	expect(ready).toMatchObject({ allowed: true });
	const accepted = issueActions(acceptedIssue(), contextAt(CITY_OFFICE, { on: "2026-06-03" }));
	expect(accepted.find(({ verb }) => verb === "startNotice")).toMatchObject({ allowed: true });
	expect(accepted.find(({ verb }) => verb === "signCloseOut")?.refusals.map(({ rule }) => rule)).toEqual([
		"CLO-02",
	]);
});
