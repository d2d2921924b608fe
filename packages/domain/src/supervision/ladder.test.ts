import { describe, expect, test } from "vitest";
import { NO_CLOSE_OUT, NO_ROUND, type SiteCheck } from "../close-out/index.ts";
import type { Issue } from "../issues/index.ts";
import { contextOn } from "../issues/testing/rules.ts";
import { BASE_RULES, day, LEAD, LEAD_CLERK, moment, stampOf, uuid } from "../issues/testing.ts";
import { DoubtId, LookBackId, makeCalendar, officialCalendar, SiteCheckId } from "../kernel/index.ts";
import { isReplyOverdue, unansweredInstruments } from "./instrument.ts";
import { type LadderInstrument, ladderProposals, superviseIssue } from "./ladder.ts";
import { lightOf } from "./light.ts";
import { scheduleStatus } from "./schedule.ts";
import { change, forecast, instrumentId, progress, supervision, used, working, workOn } from "./testing.ts";

const by = stampOf(LEAD_CLERK);
const calendar = officialCalendar();
const MAY = "2026-05-06";

const proposed = (
	more: Partial<Issue>,
	instruments: readonly LadderInstrument[] = [],
	asOf = MAY,
	rules = BASE_RULES,
) => ladderProposals(working(more), instruments, rules, calendar, day(asOf));
const kinds = (...of: Parameters<typeof proposed>) => proposed(...of).map(({ kind }) => kind);
const rulesOf = (...of: Parameters<typeof proposed>) =>
	proposed(...of).flatMap(({ reasons }) => reasons.map(({ rule }) => rule));

const late = progress(forecast("likely"));
const red = progress(forecast("unlikely"));
const yellowBefore = supervision({ light: "yellow", changes: [change("yellow", "2026-04-25")] });
const issuedOn = (date: string): Partial<LadderInstrument> => ({
	issued: { on: day(date), by, at: moment(`${date}T02:00:00.000Z`), signer: "沈岚" },
});

describe("[supervision I5] [SUP-01] the ladder", () => {
	test("proposes nothing for an issue that goes well", () => {
		expect(proposed(progress(forecast("onTime")), [], "2026-04-01")).toEqual([]);
		expect(proposed({}, [], "2026-04-01")).toEqual([]);
	});

	test("the first yellow brings a reminder with its signer, addressees and reply day", () => {
		const [first, ...rest] = proposed(late);
		expect(rest).toEqual([]);
		expect(first).toMatchObject({
			kind: "reminderLetter",
			rung: 1,
			signer: { zh: "整改办" },
			skips: [],
			raises: [],
			addresseeUnitIds: [LEAD],
			// Ten working days after 6 May 2026; 9 May is a Saturday that is worked.
			replyDueOn: "2026-05-19",
			follows: null,
		});
		expect(first?.reasons.map(({ rule }) => rule)).toEqual(["WRN-02"]);
	});

	test("so does a lag shortly before the deadline, whatever the light says", () => {
		const behind = { ...progress({ work: [workOn(1, "2026-03-05")], ...forecast("onTime") }) };
		const { rules } = contextOn("2026-12-10", "base", { yellowLagPp: { v: 100, src: "D" } });
		const claimed = working(behind);
		const attained = {
			...behind,
			...progress({
				...forecast("onTime"),
				attainments: claimed.measures.flatMap((measure) =>
					measure.milestones.map((milestone) => ({
						key: `${milestone.due}|${milestone.text}`,
						measureId: measure.id,
						milestoneId: null,
						doneOn: milestone.due,
						evidenceIds: [],
						at: moment("2026-04-01T02:00:00.000Z"),
						by,
						verified: null,
					})),
				),
			}),
		};
		expect(kinds(attained, [], "2026-12-10", rules)).toEqual(["reminderLetter"]);
		expect(kinds(attained, [], "2026-11-30", rules)).toEqual([]);
	});

	test("a rule set may leave a rung out", () => {
		const { rules } = contextOn(MAY, "base", {
			ladder: { v: ["dispatch", "supervisionLetter", "circular"], src: "D" },
		});
		expect(kinds(late, [], MAY, rules)).toEqual([]);
	});

	test("nothing is proposed for an issue that is closed or has left", () => {
		for (const lifecycle of ["closed", "merged", "carriedOver", "withdrawn"] as const) {
			expect(proposed({ ...red, lifecycle }, [], "2027-02-01")).toEqual([]);
		}
	});

	test("[supervision I6] referral for accountability is never proposed, however bad it is", () => {
		const worst = {
			...red,
			...supervision({ light: "red", changes: [change("red", "2026-12-25")] }),
		};
		const all = proposed(worst, [], "2027-02-01").map(({ kind }): string => kind);
		expect(all).toEqual(["circular", "admonitoryTalk", "listedSupervision"]);
		expect(all).not.toContain("referral");
	});
});

describe("[supervision I5] [SUP-02] the second yellow", () => {
	test("brings a supervision letter beside the reminder", () => {
		const more = { ...late, ...yellowBefore };
		expect(kinds(more)).toEqual(["reminderLetter", "supervisionLetter"]);
		expect(rulesOf(more)).toEqual(["WRN-02", "SUP-02"]);
	});
	test("two changes of one cycle are one yellow", () => {
		const twice = supervision({
			light: "yellow",
			changes: [change("yellow", "2026-05-02"), change("yellow", "2026-05-05")],
		});
		expect(kinds({ ...late, ...twice })).toEqual(["reminderLetter"]);
	});
	test("the rule set says how many", () => {
		const { rules } = contextOn(MAY, "base", { yellowToLetter: { v: 3, src: "D" } });
		expect(kinds({ ...late, ...yellowBefore }, [], MAY, rules)).toEqual(["reminderLetter"]);
	});
});

describe("[supervision I5] [SUP-03] red", () => {
	test("brings a circular and a talk, each naming the rungs that were left out [SUP-07]", () => {
		const found = proposed(red);
		expect(found.map(({ kind }) => kind)).toEqual(["circular", "admonitoryTalk"]);
		expect(found.map(({ skips }) => skips)).toEqual([
			["reminderLetter", "supervisionLetter"],
			["reminderLetter", "supervisionLetter", "circular"],
		]);
		expect(found[1]?.replyDueOn).toBe("2026-06-05");
	});
	test("no rung is left out once it was used", () => {
		const before = [used(1, "supervisionLetter", { state: "lifted", ...issuedOn("2026-03-10") })];
		expect(proposed(red, before).map(({ skips }) => skips)).toEqual([[], ["circular"]]);
	});
	test("false or surface rectification brings a talk at once, until one was held about it", () => {
		const doubt = {
			id: DoubtId.parse(uuid(1, 41)),
			rule: "EV-04" as const,
			about: "photo",
			evidenceId: null,
			message: { zh: "照片拍摄于整改前", en: "The photo was taken before" },
			at: moment("2026-03-20T02:00:00.000Z"),
			by,
			against: [],
			resolved: { outcome: "upheld" as const, reason: "属实", at: moment("2026-03-25T02:00:00.000Z"), by },
		};
		const more = progress({ doubts: [doubt], ...forecast("onTime") });
		const cleared = progress({ doubts: [{ ...doubt, resolved: { ...doubt.resolved, outcome: "cleared" } }] });
		expect(kinds(more, [], "2026-04-01")).toEqual(["admonitoryTalk"]);
		expect(kinds(cleared, [], "2026-04-01")).toEqual([]);
		const talked = [used(1, "admonitoryTalk", { state: "lifted", ...issuedOn("2026-03-26") })];
		expect(kinds(more, talked, "2026-04-28")).toEqual([]);
		const before = [used(1, "admonitoryTalk", { state: "lifted", ...issuedOn("2026-03-05") })];
		expect(kinds(more, before, "2026-04-28")).toEqual(["admonitoryTalk"]);
	});
});

describe("[supervision I5] [SUP-09] what is not answered goes up a rung", () => {
	const open = used(1, "reminderLetter", {
		state: "acknowledged",
		...issuedOn("2026-04-01"),
		replyDueOn: day("2026-04-16"),
	});
	const calm = progress(forecast("onTime"));
	test("a reminder without an answer brings the letter that follows it", () => {
		expect(kinds(calm, [open], "2026-04-16")).toEqual([]);
		const [next] = proposed(calm, [open], "2026-04-17");
		expect(next).toMatchObject({ kind: "supervisionLetter", follows: instrumentId(1), skips: [] });
		expect(next?.reasons.map(({ rule }) => rule)).toEqual(["SUP-09"]);
	});
	test("an answer that waits for its verification is one; a rejected answer is none", () => {
		expect(isReplyOverdue({ ...open, state: "replied" }, day("2026-06-01"))).toBe(false);
		expect(isReplyOverdue(open, day("2026-06-01"))).toBe(true);
	});
	test("a letter whose answer was found not done brings a circular", () => {
		const reply = { text: "已完成", evidenceIds: [], at: moment("2026-04-10T02:00:00.000Z"), by };
		const verification = { verdict: "rejected" as const, reason: "未开工", at: reply.at, by };
		const letter = used(1, "supervisionLetter", {
			state: "acknowledged",
			...issuedOn("2026-04-01"),
			replyDueOn: day("2026-04-16"),
			replies: [{ ...reply, verification }],
		});
		expect(kinds(calm, [letter], "2026-04-12")).toEqual(["circular"]);
		expect(rulesOf(calm, [letter], "2026-04-20")).toEqual(["SUP-01", "SUP-09"]);
	});
	test("the list of the unanswered begins with the longest waiting", () => {
		const later = used(2, "supervisionLetter", { replyDueOn: day("2026-04-20") });
		const lifted = used(3, "reminderLetter", { state: "lifted", replyDueOn: day("2026-04-01") });
		const unasked = used(4, "circular", { replyDueOn: null });
		const found = unansweredInstruments([later, lifted, open, unasked], day("2026-05-01"));
		expect(found.map(({ id }) => id)).toEqual([instrumentId(1), instrumentId(2)]);
	});
});

describe("[supervision I7] the same rung is not proposed twice", () => {
	test("while it is open, also as a draft", () => {
		expect(kinds(late, [used(1, "reminderLetter", { state: "drafted", issued: null })])).toEqual([]);
		expect(kinds(late, [used(1, "reminderLetter", { ...issuedOn("2026-03-01") })])).toEqual([]);
	});
	test("nor within the cooling time after it went out; a repeat is raised a level [SUP-08]", () => {
		const lifted = (date: string) => [used(1, "reminderLetter", { state: "lifted", ...issuedOn(date) })];
		expect(kinds(late, lifted("2026-04-22"))).toEqual([]);
		const [again] = proposed(late, lifted("2026-04-21"));
		expect(again).toMatchObject({
			kind: "reminderLetter",
			raises: ["reportingBody", "format", "deadline", "channel"],
		});
		expect(again?.reasons.at(-1)?.rule).toBe("SUP-08");
	});
	test("a discarded draft counts for nothing", () => {
		expect(kinds(late, [used(1, "reminderLetter", { state: "discarded", issued: null })])).toEqual([
			"reminderLetter",
		]);
	});
	test("a higher rung in use holds the lower ones back, never the other way round", () => {
		expect(kinds(late, [used(1, "circular")])).toEqual([]);
		expect(kinds(red, [used(1, "reminderLetter")])).toEqual(["circular", "admonitoryTalk"]);
	});
});

describe("[supervision I5] [ANTI-02] a false report found on the spot", () => {
	const check: SiteCheck = {
		...{ id: SiteCheckId.parse(uuid(1, 41)), on: day("2026-04-20"), siteIds: [], checkers: [] },
		...{ finding: "notDone", record: "未完成", evidenceIds: [], falseReport: true },
		...{ at: moment("2026-04-20T02:00:00.000Z"), by },
	};
	const found = { ...NO_ROUND, siteChecks: [check] };
	const talks = (more: Partial<Issue>, instruments: readonly LadderInstrument[] = []) =>
		proposed({ ...progress(forecast("onTime")), ...more }, instruments).filter(
			({ kind, reasons }) => kind === "admonitoryTalk" && reasons.some(({ rule }) => rule === "ANTI-02"),
		);
	test("brings a talk, also after the acceptance was failed for it", () => {
		expect(talks({ closeOut: { ...NO_CLOSE_OUT, ...found, round: 1 } })).toHaveLength(1);
		const ended = { how: "acceptanceFailed", reason: "未完成", at: check.at } as const;
		const earlier = [{ ...found, round: 1, ended }];
		expect(talks({ closeOut: { ...NO_CLOSE_OUT, round: 2, earlier } })).toHaveLength(1);
		expect(talks({ closeOut: { ...NO_CLOSE_OUT, round: 1 } })).toEqual([]);
	});
	test("once: a talk since then has answered it", () => {
		const closeOut = { ...NO_CLOSE_OUT, ...found, round: 1 };
		const held = used(1, "admonitoryTalk", { state: "lifted", ...issuedOn("2026-04-20") });
		expect(talks({ closeOut }, [held])).toEqual([]);
	});
});

describe("[supervision I5] listed supervision", () => {
	const OVER = "2027-02-01";
	test("overdue alone is not enough; red for the second time is", () => {
		expect(kinds({}, [], OVER)).toEqual(["circular", "admonitoryTalk"]);
		const again = supervision({ light: "red", changes: [change("red", "2027-01-25")] });
		expect(kinds(again, [], OVER)).toContain("listedSupervision");
	});
	test("a report that never came after a talk", () => {
		const talk = used(1, "admonitoryTalk", {
			state: "minuted",
			...issuedOn("2026-12-01"),
			replyDueOn: day("2027-01-05"),
		});
		expect(kinds({}, [talk], OVER)).toEqual(["listedSupervision"]);
	});
	test("coming back again and again", () => {
		const rebound = (count: number) => ({
			count,
			lookBackId: LookBackId.parse(uuid(count, 42)),
			dueOn: day("2026-12-31"),
			deadlineBefore: null,
			reason: "反弹",
			acceptors: [],
			at: moment("2026-03-01T02:00:00.000Z"),
			by,
		});
		const more = { closeOut: { ...NO_CLOSE_OUT, rebounds: [rebound(1), rebound(2)] } };
		expect(kinds({ ...more, lifecycle: "reopened" }, [], MAY)).toContain("listedSupervision");
	});
});

test("a year without a calendar leaves the reply day open instead of guessing it", () => {
	const unknown = makeCalendar({ source: "none", years: [] });
	const [first] = ladderProposals(working(late), [], BASE_RULES, unknown, day(MAY));
	expect(first).toMatchObject({ kind: "reminderLetter", replyDueOn: null });
});

test("everything together says what each says alone", () => {
	for (const more of [{}, late, red, { ...late, ...yellowBefore }]) {
		for (const asOf of ["2026-03-05", MAY, "2026-10-05", "2027-03-01"].map(day)) {
			const issue = working(more);
			expect(superviseIssue(issue, [], BASE_RULES, calendar, asOf)).toEqual({
				schedule: scheduleStatus(issue, BASE_RULES, asOf),
				light: lightOf(issue, BASE_RULES, asOf),
				proposals: ladderProposals(issue, [], BASE_RULES, calendar, asOf),
			});
		}
	}
});
