import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decideIssue, evaluateIssue, evolveIssue } from "../issues/index.ts";
import { around, contextOn, until } from "../issues/testing/rules.ts";
import { actor, CITY, day, LEAD, LEAD_CLERK, PROVINCE, site, stampOf } from "../issues/testing.ts";
import { planOf } from "../plans/index.ts";
import { approvedIssue } from "../plans/testing.ts";
import { goalsMet, NO_PROGRESS } from "../progress/index.ts";
import { scheduleStatus } from "../supervision/index.ts";
import { archiveIndex } from "./archive.ts";
import type { CloseOutCommand } from "./commands.ts";
import { isRecurrent, watchPoints, watchPointsDue } from "./look-back.ts";
import { closeOutOf } from "./state.ts";
import {
	ACCEPTOR,
	acceptedIssue,
	another,
	CITY_OFFICE,
	closedIssue,
	contextAt,
	doneIssue,
	evidenceId,
	FILE_IT,
	filing,
	GROUP,
	having,
	LEADER,
	lookBack,
	lookBackId,
	notice,
	PROV_OFFICE,
	reading,
	receive,
	refused,
	rulesOfSet,
	SELF_CHECK,
	SIGNATURES,
	sign,
	signing,
	WATCHER,
} from "./testing.ts";

const D17 = { on: "2026-06-17" };

describe("[close-out I16] [CLO-01] signatures", () => {
	test("everybody of the list signs in its order, and the last one leads on", () => {
		const signed = filing();
		expect(signed.lifecycle).toBe("filing");
		expect(closeOutOf(signed).signatures.map(({ signer }) => signer)).toEqual([
			"leadUnitPrincipal",
			"acceptanceUnit",
			"countyPrincipals",
			"rectificationOffice",
		]);
	});

	test.each([
		["out of turn", [], ACCEPTOR, "acceptanceUnit", ["CLO-01"]],
		["as another than whose turn it is", [], LEADER, "acceptanceUnit", ["CLO-01"]],
		["for another side", SIGNATURES.slice(0, 1), LEADER, "acceptanceUnit", ["CLO-01", "SOD-01"]],
		[
			"by somebody of the side that did the work",
			SIGNATURES.slice(0, 2),
			actor("leadingGroup", CITY, { unitId: LEAD }),
			"countyPrincipals",
			["SOD-01"],
		],
		["in turn", SIGNATURES.slice(0, 2), GROUP, "countyPrincipals", []],
	] as const)("%s", (_name, before, who, signer, rules) => {
		expect(refused(having(signing(), ...before), sign(signer), who, D17)).toEqual(rules);
	});

	test("nobody signs twice, whatever role he takes", () => {
		const twice = { ...GROUP, name: LEADER.kind === "person" ? LEADER.name : "" };
		const first = having(signing(), ...SIGNATURES.slice(0, 2));
		expect(refused(first, sign("countyPrincipals"), twice, D17)).toEqual(["CLO-01"]);
	});

	test("without an acceptance unit the office signs in its place", () => {
		const issue = signing();
		const alone = { ...issue, assignments: issue.assignments.filter(({ role }) => role !== "acceptance") };
		const first = having(alone, ...SIGNATURES.slice(0, 1));
		expect(refused(first, sign("acceptanceUnit"), CITY_OFFICE, D17)).toEqual([]);
	});

	const signers = (...v: string[]) => rulesOfSet("base", { signers: { v, src: "D" } });

	test("[close-out I37] a list that is changed while it is signed leaves nobody out and strands nothing", () => {
		// One more, and another list of as many: those who have not signed sign.
		const two = having(signing(), ...SIGNATURES.slice(0, 2));
		const other = signers("countyPrincipals", "rectificationOffice");
		const third = having(two, [GROUP, sign("countyPrincipals"), { ...D17, rules: other }]);
		expect(third.lifecycle).toBe("signing");
		expect(
			having(third, [CITY_OFFICE, sign("rectificationOffice"), { ...D17, rules: other }]).lifecycle,
		).toBe("filing");
		// A shorter one that everybody has signed: the office confirms it.
		const rules = signers("leadUnitPrincipal", "acceptanceUnit");
		expect(refused(two, sign("acceptanceUnit"), ACCEPTOR, { ...D17, rules })).not.toEqual([]);
		const confirmed = having(two, [CITY_OFFICE, sign("rectificationOffice"), { ...D17, rules }]);
		expect(confirmed.lifecycle).toBe("filing");
	});

	test("[close-out I37] an order that is changed on the way asks for no step twice and leaves none out", () => {
		const first = rulesOfSet("ah-huangshan", { tiers: { v: ["county", "city", "province"], src: "D" } });
		// Published first, then signed by the other order: nothing is left but the filing.
		const published = having(
			signing(),
			...SIGNATURES.map(([who, command, at]) => [who, command, { ...at, rules: first }] as const),
		);
		expect(published.lifecycle).toBe("filing");
		// Signed first, then published by the usual order: the same.
		const signed = having(
			acceptedIssue(),
			...SIGNATURES.map(([who, command, at]) => [who, command, { ...at, rules: first }] as const),
		);
		expect(signed.lifecycle).toBe("publicNotice");
		const noticed = having(signed, [CITY_OFFICE, notice(1, "2026-06-17"), D17]);
		expect(having(noticed, [CITY_OFFICE, { type: "endNotice" }, { on: "2026-07-02" }]).lifecycle).toBe(
			"filing",
		);
	});

	test("a rule set that names nobody has the office sign", () => {
		const rules = rulesOfSet("base", { signers: { v: [], src: "D" } });
		const signed = having(signing(), [CITY_OFFICE, sign("rectificationOffice"), { ...D17, rules }]);
		expect(signed.lifecycle).toBe("filing");
	});
});

describe("[close-out I18] filing", () => {
	const D18 = { on: "2026-06-18" };
	const filed = () => having(filing(), [CITY_OFFICE, FILE_IT(), D18]);

	test.each([
		["ahead of its day", FILE_IT("2026-06-19"), ["CLO-03"]],
		["before the last signature", FILE_IT("2026-06-16"), ["CLO-03"]],
		["on the day of the last signature", FILE_IT("2026-06-17"), []],
	])("it is filed %s", (_name, command, rules) => {
		expect(refused(filing(), command, CITY_OFFICE, D18)).toEqual(rules);
	});

	test("it is answered once it is filed, by the tier above, and not by the one who filed it", () => {
		expect(refused(filing(), receive("accepted"), PROV_OFFICE, D18)).toEqual(["CLO-03"]);
		expect(refused(filed(), FILE_IT(), CITY_OFFICE, D18)).toEqual(["DONE_ALREADY"]);
		expect(refused(filed(), receive("accepted"), CITY_OFFICE, D18)).not.toEqual([]);
		expect(
			refused(filed(), receive("accepted"), actor("provOffice", PROVINCE, { unitId: LEAD }), D18),
		).toEqual(["SOD-01"]);
		expect(closeOutOf(filed()).filings[0]).toMatchObject({ to: "province", receipt: null });
	});

	test("silence never counts at the province, and below it only after its time", () => {
		expect(refused(filed(), receive("noted"), PROV_OFFICE, { on: "2026-09-01" })).toEqual(["CLO-03"]);
		const county = { ...filed(), tier: "county" as const };
		const state = closeOutOf(county);
		const below = {
			...county,
			closeOut: { ...state, filings: state.filings.map((held) => ({ ...held, to: "city" as const })) },
		};
		const receiver = another(CITY_OFFICE, "接收人");
		expect(refused(below, receive("noted"), receiver, { on: "2026-07-10" })).toEqual(["CLO-03"]);
		expect(refused(below, receive("noted"), receiver, { on: "2026-07-11" })).toEqual([]);
	});

	test("[close-out I19] a returned one says why and begins another attempt", () => {
		expect(refused(filed(), receive("returned"), PROV_OFFICE, D18)).toEqual(["CLO-03"]);
		const returned = having(filed(), [PROV_OFFICE, receive("returned", "缺监测报告"), D18]);
		expect(returned.lifecycle).toBe("acceptance");
		expect(closeOutOf(returned)).toMatchObject({ round: 2, atTier: "city", signatures: [] });
		expect(closeOutOf(returned).earlier[0]).toMatchObject({
			ended: { how: "filingReturned", reason: "缺监测报告" },
			filings: [{ receipt: { verdict: "returned" } }],
		});
	});

	test("[CLO-06] the close-out freezes the archive: its hash is that of the index of what was there", () => {
		const before = filed();
		const closed = having(before, [PROV_OFFICE, receive("accepted"), { on: "2026-06-20" }]);
		const text = archiveIndex(before);
		const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
		expect(closed.lifecycle).toBe("closed");
		expect(closeOutOf(closed)).toMatchObject({
			closedOn: "2026-06-20",
			archive: { sha256, version: closed.version },
			filings: [{ receipt: { verdict: "accepted" } }],
		});
		expect(closeOutOf(closed).archive?.files.map(({ name }) => name)).toEqual(
			[1, 2, 3, 4].map((n) => `材料${n}.jpg`),
		);
		expect(JSON.parse(text)).toMatchObject({ format: "zhenggai-archive/1", issue: { id: before.id } });
		expect(archiveIndex(structuredClone(before))).toBe(text);
		expect(archiveIndex({ ...before, goal: "另一目标" })).not.toBe(text);
	});

	test("sites are accepted with the last tier and closed with the issue", () => {
		const sites = [{ ...site(1), state: "selfChecked" as const }];
		expect(filing({ sites }).sites[0]?.state).toBe("accepted");
		expect(closedIssue({ sites }).sites[0]?.state).toBe("closed");
	});

	test("the result is published once, after the close-out", () => {
		const publish = (on: string): CloseOutCommand => ({
			type: "publishResult",
			on: day(on),
			channel: "市政府网站",
		});
		expect(refused(closedIssue(), publish("2026-06-19"), CITY_OFFICE, { on: "2026-06-22" })).toEqual([
			"PUB-04",
		]);
		const published = having(closedIssue(), [CITY_OFFICE, publish("2026-06-21"), { on: "2026-06-22" }]);
		expect(refused(published, publish("2026-06-22"), CITY_OFFICE, { on: "2026-06-22" })).toEqual([
			"DONE_ALREADY",
		]);
	});
});

describe("[close-out I20] [LB-05] look-back and rebound", () => {
	const later = { on: "2026-09-20" };

	test.each([
		["before the close-out", lookBack(1, { on: day("2026-06-19") }), WATCHER, ["LB-05"]],
		["ahead", lookBack(1, { on: day("2026-09-21") }), WATCHER, ["LB-05"]],
		[
			"with evidence that is not there",
			lookBack(1, { evidenceIds: [evidenceId(60)] }),
			WATCHER,
			["UNKNOWN_EVIDENCE"],
		],
		["by the side that did the work", lookBack(1), actor("cityOffice", CITY, { unitId: LEAD }), ["SOD-01"]],
		["by the lead unit", lookBack(1), LEAD_CLERK, ["NOT_ALLOWED"]],
		["by the supervising unit", lookBack(1), WATCHER, []],
	] as const)("a look-back %s", (_name, command, who, rules) => {
		expect(refused(closedIssue(), command, who, later)).toEqual(rules);
	});

	const REOPEN: CloseOutCommand = { type: "reopenIssue", lookBackId: lookBackId(1), reason: "渗漏再次出现" };
	const rebounded = (result: "rebounded" | "neverDone" | "weakened" = "rebounded") =>
		having(closedIssue({ sites: [{ ...site(1), state: "selfChecked" }] }), [
			WATCHER,
			lookBack(1, { result }),
			later,
		]);

	test("only what a look-back found rebounded or never done comes back", () => {
		expect(refused(closedIssue(), REOPEN, CITY_OFFICE, later)).toEqual(["LB-04"]);
		expect(refused(rebounded("weakened"), REOPEN, CITY_OFFICE, later)).toEqual(["LB-04"]);
		expect(refused(rebounded(), { ...REOPEN, lookBackId: lookBackId(2) }, CITY_OFFICE, later)).toEqual([
			"LB-04",
		]);
		expect(refused(rebounded("neverDone"), REOPEN, CITY_OFFICE, later)).toEqual([]);
	});

	test("it comes back under its number, due in thirty days, with its lineage and who accepted it", () => {
		const before = rebounded();
		const back = having(before, [CITY_OFFICE, REOPEN, later]);
		expect(back.lifecycle).toBe("reopened");
		expect([back.id, back.mandates, back.numberByTier]).toEqual([
			before.id,
			before.mandates,
			before.numberByTier,
		]);
		expect(back.deadline?.point).toEqual({ precision: "day", date: "2026-10-20" });
		expect(back.sites[0]?.state).toBe("reopened");
		const state = closeOutOf(back);
		expect(state).toMatchObject({
			round: 2,
			selfCheck: null,
			mechanisms: [],
			screening: null,
			closedOn: null,
		});
		expect(state.rebounds[0]).toMatchObject({
			count: 1,
			deadlineBefore: before.deadline,
			dueOn: "2026-10-20",
		});
		expect(state.rebounds[0]?.acceptors).toEqual([stampOf(CITY_OFFICE), stampOf(PROV_OFFICE)]);
		expect(state.earlier[0]).toMatchObject({ ended: { how: "reopened" }, closedOn: "2026-06-20" });
		expect(state.earlier[0]?.archive?.sha256).toBe(closeOutOf(before).archive?.sha256);
		expect(planOf(back).originalDeadline).toEqual(planOf(approvedIssue()).originalDeadline);
	});

	test("[ACC-02] what came back is measured anew: a figure of before the rebound meets no goal", () => {
		const back = { ...having(rebounded(), [CITY_OFFICE, REOPEN, later]), lifecycle: "inProgress" as const };
		expect(goalsMet(rebounded())).toBe("met");
		expect(goalsMet(back)).toBe("unknown");
		const { progress = NO_PROGRESS } = back;
		const measured = (on: string): typeof back => ({
			...back,
			progress: { ...progress, readings: [...progress.readings, reading(0.004, on)] },
		});
		expect([goalsMet(measured("2026-09-19")), goalsMet(measured("2026-09-20"))]).toEqual(["unknown", "met"]);
	});

	test("reinforced rectification is ordered once and is over with the next close-out", () => {
		const order: CloseOutCommand = { type: "reinforceIssue", reason: "整改不彻底" };
		const ordered = having(rebounded("weakened"), [CITY_OFFICE, order, later]);
		expect(closeOutOf(ordered).reinforced?.reason).toBe("整改不彻底");
		expect(refused(ordered, order, CITY_OFFICE, later)).toEqual(["DONE_ALREADY"]);
		expect(ordered.lifecycle).toBe("closed");
	});

	test("[close-out I25] watch points come three, six and twelve months after, twice as long where it is recurrent", () => {
		const closed = closedIssue();
		const rules = rulesOfSet("base");
		const due = (on: string) => watchPointsDue(closed, rules, day(on)).map(({ months }) => months);
		expect([due("2026-09-19"), due("2026-09-20"), due("2027-06-20")]).toEqual([[], [3], [3, 6, 12]]);
		const seen = having(closed, [WATCHER, lookBack(1), later]);
		expect(watchPointsDue(seen, rules, day("2026-12-20")).map(({ months }) => months)).toEqual([6]);
		const state = closeOutOf(closed);
		const rebound = {
			count: 1,
			lookBackId: lookBackId(9),
			dueOn: day("2026-01-01"),
			deadlineBefore: null,
			reason: "反弹",
			acceptors: [],
			at: contextAt(CITY_OFFICE).now,
			by: stampOf(CITY_OFFICE),
		};
		const twice = { ...closed, closeOut: { ...state, rebounds: [rebound, { ...rebound, count: 2 }] } };
		expect(isRecurrent(twice, rules, day("2026-06-30"))).toBe(true);
		expect(isRecurrent(twice, rules, day("2028-06-02"))).toBe(false);
		// As long as it is watched: two years on the rebounds are no longer lately, and the last points still stand.
		const lateDue = watchPointsDue(twice, rules, day("2028-06-20")).map(({ months }) => months);
		expect(lateDue).toEqual([3, 6, 12, 15, 18, 24]);
		expect(watchPoints(twice, rules).map(({ months }) => months)).toEqual([3, 6, 12, 15, 18, 24]);
	});

	test("what is closed is still watched by the rules, and by no others", () => {
		const found = evaluateIssue(rebounded(), around(), contextOn("2026-09-21"));
		expect(found.map(({ rule }) => rule)).toEqual(["PUB-04", "LB-04"]);
	});
});

describe("[close-out I24] long-term issues", () => {
	const deadline = { ...until("2026-12-31"), category: "longTerm" as const };
	const mark = (since: string): CloseOutCommand => ({ type: "markLongTerm", since: day(since) });
	const review = (on: string): CloseOutCommand => ({
		type: "reviewLongTerm",
		on: day(on),
		result: "held",
		text: "持续达标",
	});
	const D1 = { on: "2026-06-01" };

	test("the one-off measures are done, and what is kept up is reviewed in the order of the days", () => {
		expect(refused(doneIssue(), mark("2026-06-01"), CITY_OFFICE, D1)).toEqual(["DL-01"]);
		const going = doneIssue({
			deadline,
			measures: doneIssue().measures.map((measure) => ({ ...measure, state: "inProgress" as const })),
		});
		expect(refused(going, mark("2026-06-01"), CITY_OFFICE, D1)).toEqual(["ACC-01"]);
		expect(refused(doneIssue({ deadline }), mark("2026-06-02"), CITY_OFFICE, D1)).toEqual(["DL-04"]);
		expect(refused(doneIssue({ deadline }), review("2026-06-01"), CITY_OFFICE, D1)).toEqual(["DL-04"]);
		const kept = having(doneIssue({ deadline }), [CITY_OFFICE, mark("2026-06-01"), D1]);
		expect(kept.lifecycle).toBe("inProgress");
		expect(refused(kept, mark("2026-06-01"), CITY_OFFICE, D1)).toEqual(["DONE_ALREADY"]);
		expect(refused(kept, review("2026-05-31"), CITY_OFFICE, D1)).toEqual(["DL-04"]);
		const reviewed = having(kept, [CITY_OFFICE, review("2026-06-01"), D1]);
		expect(closeOutOf(reviewed).longTerm?.reviews).toHaveLength(1);
	});

	const kept = (more: Parameters<typeof doneIssue>[0] = {}) =>
		having(doneIssue({ deadline, ...more }), [CITY_OFFICE, mark("2026-06-01"), D1]);

	test("one that was given a fixed term since is closed out by it, and is no longer kept up", () => {
		expect(refused(kept(), SELF_CHECK, LEAD_CLERK, D1)).toEqual(["LONG_TERM"]);
		const fixed = { ...kept(), deadline: until("2026-12-31") };
		expect(refused(fixed, SELF_CHECK, LEAD_CLERK, D1)).toEqual([]);
		expect(refused(fixed, review("2026-06-01"), CITY_OFFICE, D1)).toEqual(["DL-04"]);
		const status = (issue: ReturnType<typeof kept>) =>
			scheduleStatus(issue, rulesOfSet("base"), day("2027-01-01"));
		expect([status(kept()), status(fixed)]).toEqual(["longTerm", "overdue"]);
	});

	test("[DL-04] only a review counts as one: what comes in by itself does not put it off", () => {
		const touched = { ...kept(), updatedAt: contextAt(CITY_OFFICE, { on: "2027-05-31" }).now };
		const asked = (issue: ReturnType<typeof kept>, on: string) =>
			evaluateIssue(issue, around(), contextOn(on))
				.filter(({ rule, field }) => rule === "DL-04" && field !== "measures")
				.map(({ message }) => message.zh);
		expect(asked(touched, "2027-05-31")).toEqual([]);
		expect(asked(touched, "2027-06-01")).toEqual(["长期坚持的问题已12个月没有评估，应每12个月评估一次"]);
		const reviewed = having(touched, [CITY_OFFICE, review("2027-06-01"), { on: "2027-06-01" }]);
		expect(asked(reviewed, "2027-06-01")).toEqual([]);
	});
});

test("[close-out I23] the events of the whole way replay to the state", () => {
	const start = filing();
	const decision = decideIssue(start, FILE_IT(), contextAt(CITY_OFFICE, { on: "2026-06-18" }));
	if (!decision.ok) throw new Error("accepted");
	const once = decision.events.reduce(evolveIssue, start);
	expect(once).toEqual(having(start, [CITY_OFFICE, FILE_IT(), { on: "2026-06-18" }]));
});
