import type { IssueRow } from "@zhenggai/client";
import { afterAll, beforeAll, describe, test } from "vitest";
import { type Cast, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { decompose, type Followed, importFeedback } from "../closed-loop/feedback.ts";
import { planAtOnce, planOfMain } from "../closed-loop/planning.ts";
import { type Stage, stageOf } from "../closed-loop/play.ts";

const clock = new StoryClock("2025-01-08");
let cast: Cast;
let stage: Stage;
let followed: Followed;
let rows: readonly IssueRow[];
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
});
