import { NewInspection } from "@zhenggai/domain/issues";
import { expect, test } from "vitest";
import { emptyInspection, inspectionOf } from "./inspection-draft.ts";

const typed = { ...emptyInspection("620000"), kind: "centralInspection" as const, name: "第三轮督察" };

test("an inspection that was typed is one that the domain accepts", () => {
	const full = {
		...typed,
		round: "3",
		batch: "2",
		feedbackDate: "2026-03-01",
		feedbackNumber: "〔2026〕1号",
	};
	const parsed = NewInspection.safeParse(inspectionOf(full));
	expect(parsed.success).toBe(true);
	expect(parsed.data?.feedback?.title).toBe("第三轮督察");
});

test("without a day of feedback there is no feedback", () => {
	expect(inspectionOf({ ...typed, feedbackTitle: "反馈意见" })?.feedback).toBeNull();
});

test.each([
	["a kind", { ...typed, kind: "" as const }],
	["a name", { ...typed, name: " " }],
	["a region", { ...typed, region: "" }],
])("without %s it is incomplete", (_name, draft) => {
	expect(inspectionOf(draft)).toBeNull();
});
