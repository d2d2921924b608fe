import type { IssueRow } from "@zhenggai/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cast, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { decompose, type Followed, importFeedback } from "../closed-loop/feedback.ts";
import { type Stage, stageOf } from "../closed-loop/play.ts";

const clock = new StoryClock("2025-01-08");
let cast: Cast;
let stage: Stage;
let followed: Followed;
let rows: readonly IssueRow[];

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
		expect(followed.main).not.toBe("");
	});
});
