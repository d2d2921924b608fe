import { expect, test } from "vitest";
import { row } from "../../testing/rows.ts";
import { isActionVerb, primaryVerb } from "./verbs.ts";

const AT = row(1).updatedAt;

const lead = (acknowledged: boolean) => ({
	role: "lead" as const,
	until: null,
	acknowledged: acknowledged ? { at: AT, by: "李" } : null,
});

const next = (lifecycle: string, assignments: ReturnType<typeof lead>[] = []) =>
	primaryVerb({ row: row(1, { lifecycle }), assignments });

test("the one button says what comes next", () => {
	expect(next("registered")).toBe("assignIssue");
	expect(next("assigned", [lead(false)])).toBe("acknowledgeAssignment");
	expect(next("assigned", [lead(true)])).toBe("startPlanning");
	expect(next("planning")).toBe("addMeasure");
	expect(next("closed")).toBeNull();
});

test("registering has no form at an issue", () => {
	expect(isActionVerb("amendIssue")).toBe(true);
	expect(isActionVerb("registerIssue")).toBe(false);
	expect(isActionVerb("toString")).toBe(false);
});
