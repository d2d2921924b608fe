import type { IssueDetail, IssueRow } from "@zhenggai/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cast, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { endingNotice, file, lookBack, noticing, object, reopening, sign } from "../closed-loop/closing.ts";
import { decompose, type Followed, importFeedback } from "../closed-loop/feedback.ts";
import {
	accept,
	acceptAgain,
	apply,
	doubted,
	falseReport,
	finishWork,
	fourGates,
	lasting,
} from "../closed-loop/finishing.ts";
import { planAtOnce, planOfMain } from "../closed-loop/planning.ts";
import { type Stage, stageOf } from "../closed-loop/play.ts";
import { firstYellow, red, reportOfTalk, secondYellow, talk } from "../closed-loop/supervising.ts";
import {
	FIRST_REPORT,
	grantExtension,
	openMonth,
	refuseExtension,
	repeatedReport,
	report,
	secondMonth,
	twoMonths,
} from "../closed-loop/working.ts";

const clock = new StoryClock("2025-01-08");
let cast: Cast;
let stage: Stage;
let followed: Followed;
let rows: readonly IssueRow[];
let talkId: string;
/** What pages showed on a day in the middle. */
const shown = new Map<string, IssueDetail>();
let work: Awaited<ReturnType<typeof finishWork>>;
/** What stands in front of a notice as long as nothing was looked at. */
const WAY_OUT = ["ACC-06", "ACC-08", "ACC-11", "ACC-05", "ANTI-02", "CLO-04", "CLO-05", "SOD-02"];
let goals: { readonly metric: string; readonly document: string };

beforeAll(async () => {
	cast = await startStory(clock);
	stage = stageOf(cast);
});
afterAll(() => cast.stop());

describe("the closed loop, over the API with one actor a role", () => {
	test("the feedback of twelve issues is entered and handed down over three tiers", async () => {
		rows = await importFeedback(cast);
		clock.moveTo("2025-01-10");
		followed = await decompose(stage, cast, rows);
	});

	test("plans are written, refused by the rules, returned once and approved", async () => {
		clock.moveTo("2025-01-13");
		const days = { first: "2025-03-10", second: "2025-06-10" };
		await planAtOnce(stage, cast, followed.slow, { ...days, deadline: "2025-07-10" }, cast.province);
		await planAtOnce(stage, cast, followed.weak, { ...days, deadline: "2025-07-31" }, cast.province);
		({ goals } = await planOfMain(stage, cast, clock, followed.main));
	});

	test("two months of reports with evidence, a yellow, a red, and what is shown on a day in the middle", async () => {
		await twoMonths(stage, cast, clock, followed.main);
		for (const city of [followed.slow, followed.weak])
			await openMonth(stage, cast.city, city, "2025-03", "31");
		clock.moveTo("2025-03-25");
		await report(stage, cast.lead, followed.main, "2025-03", FIRST_REPORT, "onTime");
		await firstYellow(stage, cast, followed.slow);
		talkId = await red(stage, cast, followed.weak);
		clock.moveTo("2025-04-01");
		await openMonth(stage, cast.city, followed.slow, "2025-04", "30");
		await talk(stage, cast, clock, talkId);
		await secondMonth(stage, cast, clock, followed.main);
		for (const issueId of Object.values(followed)) shown.set(issueId, await stage.get(issueId));
		clock.moveTo("2025-04-25");
		await repeatedReport(stage, cast, followed.main);
		await secondYellow(stage, cast, followed.slow);
		await reportOfTalk(stage, cast, talkId);
	});

	test("an extension is granted in time, another refused for lateness", async () => {
		clock.moveTo("2025-05-20");
		await grantExtension(stage, cast, followed.main);
		clock.moveTo("2025-06-20");
		await refuseExtension(stage, cast, clock, followed.slow);
	});

	test("what was falsely reported as done is found on the spot and goes back to work", async () => {
		const { main } = followed;
		clock.moveTo("2025-07-21");
		work = await finishWork(stage, cast, clock, main, goals);
		await apply(stage, cast, clock, main);
		clock.moveTo("2025-07-24");
		await falseReport(stage, cast, clock, main, work.evidence);
		clock.moveTo("2025-07-28");
		await doubted(stage, cast, clock, main);
		await apply(stage, cast, clock, main);
	});

	test("every tier accepts it, one with supplements, and the four gates have four signers", async () => {
		const { main } = followed;
		clock.moveTo("2025-07-29");
		await stage.mayNot(cast.county, main, WAY_OUT, noticing(clock.today));
		await accept(stage, cast, clock, main, work.evidence);
		await fourGates(stage, cast, main, work.evidence);
		await lasting(stage, cast, clock, main, work.document);
	});

	test("an upheld objection goes back to acceptance, a dismissed one does not", async () => {
		const { main } = followed;
		clock.moveTo("2025-08-04");
		await stage.does(cast.county, main, noticing(clock.today));
		clock.moveTo("2025-08-07");
		await stage.mayNot(cast.county, main, ["PUB-01"], endingNotice);
		const upheld = await object(stage, cast, clock, main, "upheld");
		expect(upheld.row.lifecycle).toBe("acceptance");
		clock.moveTo("2025-08-11");
		await acceptAgain(stage, cast, clock, main, work.evidence);
		await stage.mayNot(cast.county, main, ["ACC-08"], noticing(clock.today));
		await fourGates(stage, cast, main, work.evidence);
		clock.moveTo("2025-08-12");
		await stage.does(cast.county, main, noticing(clock.today));
		clock.moveTo("2025-08-15");
		expect((await object(stage, cast, clock, main, "dismissed")).row.lifecycle).toBe("publicNotice");
		clock.moveTo("2025-08-25");
		await stage.mayNot(cast.county, main, ["PUB-01"], endingNotice);
		clock.moveTo("2025-08-26");
		expect((await stage.does(cast.county, main, endingNotice)).row.lifecycle).toBe("signing");
	});

	test("it is signed in order, filed and closed", async () => {
		await sign(stage, cast, followed.main);
		clock.moveTo("2025-08-27");
		await file(stage, cast, clock, followed.main);
	});

	test("a look-back finds it held, a later one rebounded: it comes back under its number", async () => {
		const { main } = followed;
		const { row } = await stage.get(main);
		clock.moveTo("2025-11-27");
		const held = await lookBack(stage, cast.supervisor, clock, main, "held");
		await stage.mayNot(cast.city, main, ["LB-04"], reopening(held));
		clock.moveTo("2025-12-10");
		const rebound = await lookBack(stage, cast.city, clock, main, "rebounded");
		await stage.mayNot(cast.lead, main, ["NOT_ALLOWED"], reopening(rebound));
		const reopened = await stage.does(cast.city, main, reopening(rebound));
		expect(reopened.row).toMatchObject({ number: row.number, lifecycle: "reopened", due: "2026-01-09" });
		expect(reopened.plan.originalDue).toBe("2025-07-15");
		expect(reopened.light.light).toBe("red");
	});

	test("a day in the middle is shown as it was shown then", async () => {
		for (const [issueId, then] of shown) {
			const again = await stage.get(issueId, then.asOf);
			expect({ ...again, actions: [] }).toEqual({ ...then, actions: [] });
			const { asOf, schedule, light, proposals, findings } = then;
			const simulated = await cast.observer.supervision.simulate.query({ issueId, asOf });
			expect(simulated).toMatchObject({ when: "past", onDay: { schedule, light, proposals }, findings });
		}
	});

	test("the ledger of that day has the lights of that day, and says what is otherwise today", async () => {
		const [then] = shown.values();
		const asOf = then?.asOf ?? "";
		const page = await cast.observer.supervision.simulateLedger.query({ asOf, show: "all", limit: 200 });
		expect(page).toMatchObject({ when: "past", nextCursor: null });
		const lightOn = new Map<string, string>(page.items.map(({ issueId, onDay }) => [issueId, onDay.light]));
		for (const [issueId, { light }] of shown) expect(lightOn.get(issueId)).toBe(light.light);
		const { onDay, now } = page.items.find(({ issueId }) => issueId === followed.main) ?? {};
		expect([onDay?.light, now?.light]).toEqual(["good", "red"]);
	});

	test("every journal verifies whole", async () => {
		for (const { id } of rows) {
			const check = await cast.auditor.client.journal.verifyIssue.query({ issueId: id });
			expect(check).toMatchObject({ whole: true, firstBroken: null });
		}
		for (const issueId of Object.values(followed)) {
			const check = await cast.auditor.client.journal.verifyIssue.query({ issueId });
			expect(check).toMatchObject({ whole: true, firstBroken: null });
		}
	});
});
