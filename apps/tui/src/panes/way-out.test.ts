import { say } from "@zhenggai/domain/kernel";
import { expect, test } from "vitest";
import { clearsText } from "./way-out.ts";

test("what is for persons alone names the way to be one; all else stays as the rule says it", () => {
	const clears = say("由有权人员登录后制发", "Have somebody sign in and issue it");
	const reserved = clearsText({ rule: "RSP-03", clears });
	expect([reserved.zh, reserved.en]).toEqual([
		expect.stringContaining("zhenggai sign-in"),
		expect.stringContaining("zhenggai sign-in"),
	]);
	expect(reserved.zh).toContain(clears.zh);
	expect(clearsText({ rule: "SUP-07", clears })).toEqual(clears);
});
