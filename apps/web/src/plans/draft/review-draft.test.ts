import { ReviewPlan } from "@zhenggai/domain/plans";
import { expect, test } from "vitest";
import { newId } from "../../ids.ts";
import { shiftAll, shifted } from "./extension-draft.ts";
import { partOf } from "./findings-at.ts";
import { isReviewReady, mustReturn, passSound, type ReviewDraft, reviewCommand } from "./review-draft.ts";

const MET = { reachable: true, feasible: true, landed: true, reasonable: true };
const ASKED = ["reachable", "feasible", "landed", "reasonable"];
const review = (more: Partial<ReviewDraft> = {}): ReviewDraft => ({
	items: [
		{ item: "goal", verdict: "pass", reason: "" },
		{ item: "deadline", verdict: "pass", reason: "" },
	],
	criteria: MET,
	relations: { pointAndArea: true, commonAndIndividual: false, formAndSubstance: false, nowAndLong: false },
	...{ opinion: "", conclusion: "approve" },
	...more,
});
const returned = (reason: string) =>
	review({ items: [{ item: `measure:${newId()}`, verdict: "return", reason }] });

test("passing what is sound leaves what somebody judged and what a rule speaks of", () => {
	const items: ReviewDraft["items"] = [
		{ item: "goal", verdict: "", reason: "" },
		{ item: "deadline", verdict: "", reason: "" },
		{ item: "assignments", verdict: "return", reason: "不具体" },
	];
	expect(passSound(items, (item) => item !== "deadline").map(({ verdict }) => verdict)).toEqual([
		...["pass", "", "return"],
	]);
});

test("a returned item or a criterion that is not met leaves only the way back", () => {
	expect(mustReturn(review(), ASKED)).toBe(false);
	expect(mustReturn(returned("缺少规模"), ASKED)).toBe(true);
	const unmet = review({ criteria: { ...MET, landed: false } });
	expect(mustReturn(unmet, ASKED)).toBe(true);
	expect(mustReturn(unmet, ["reachable"])).toBe(false);
});

test("a review is sent once it says enough, and as the command takes it", () => {
	expect(isReviewReady(review(), "approve")).toBe(true);
	expect(isReviewReady(review({ items: [{ item: "goal", verdict: "", reason: "" }] }), "approve")).toBe(
		false,
	);
	expect(isReviewReady(returned(""), "return")).toBe(false);
	expect(isReviewReady(returned("缺少规模"), "return")).toBe(true);
	expect(isReviewReady(review(), "return")).toBe(false);
	expect(isReviewReady(review({ opinion: "整体偏虚" }), "return")).toBe(true);
	const sent = ReviewPlan.parse(reviewCommand(returned(" 缺少规模 "), "return"));
	expect(sent).toMatchObject({
		items: [{ reason: "缺少规模" }],
		opinion: null,
		relations: { pointAndArea: true },
	});
});

test("findings are told where they are about", () => {
	const [first, second, goal] = [newId(), newId(), newId()];
	const detail: Parameters<typeof partOf>[1] = JSON.parse(
		JSON.stringify({ measures: [{ id: first }, { id: second }], plan: { goals: [{ id: goal }] } }),
	);
	expect(partOf("measures.1.entity", detail)).toBe(`measure:${second}`);
	expect(partOf("measures", detail)).toBe("measures");
	expect(partOf("measures.9.text", detail)).toBe("measures");
	expect(partOf("plan.goals.0.target", detail)).toBe(`goal:${goal}`);
	expect(partOf("plan.goals", detail)).toBe("goals");
	expect(partOf("childIds", detail)).toBe("children");
	expect(partOf("plan.publications", detail)).toBeNull();
	expect(partOf(null, detail)).toBeNull();
});

test("what is still to come moves with the deadline and never beyond it; what is past stays", () => {
	expect(shifted("2026-05-01", 30, "2026-04-01", "2026-08-01")).toBe("2026-05-31");
	expect(shifted("2026-03-01", 30, "2026-04-01", "2026-08-01")).toBe("2026-03-01");
	expect(shifted("2026-07-20", 30, "2026-04-01", "2026-08-01")).toBe("2026-08-01");
	expect(shifted("", 30, "2026-04-01", "2026-08-01")).toBe("");
	const moved = shiftAll(
		[{ id: "a", due: "2026-06-30", steps: [{ due: "2026-03-01" }, { due: "2026-06-15" }] }],
		"2026-07-01",
		"2026-07-31",
		"2026-04-01",
	);
	expect(moved).toEqual([
		{ id: "a", due: "2026-07-30", steps: [{ due: "2026-03-01" }, { due: "2026-07-15" }] },
	]);
});
