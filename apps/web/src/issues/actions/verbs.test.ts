import { expect, test } from "vitest";
import { isActionVerb, roomOf } from "./verbs.ts";

test("registering has no form at an issue", () => {
	expect(isActionVerb("amendIssue")).toBe(true);
	expect(isActionVerb("registerIssue")).toBe(false);
	expect(isActionVerb("toString")).toBe(false);
});

test("every form is found in its room", () => {
	expect(roomOf("assignIssue")).toBe("issues");
	expect(roomOf("selfCheck")).toBe("closeOut");
});
