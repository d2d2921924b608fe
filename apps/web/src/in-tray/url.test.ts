import { expect, test } from "vitest";
import { itemHref } from "./url.ts";

const issue = { id: "i" };

test.each([
	[
		"a step of the issue opens on its page",
		"reportProgress",
		null,
		"/issues/i?tab=progress&do=reportProgress",
	],
	["a plan to hand in opens where it is written", "submitPlan", null, "/issues/i?tab=plan"],
	["what belongs to no part opens on the overview", "assignIssue", null, "/issues/i?do=assignIssue"],
	[
		"a step of an instrument opens on the instrument's",
		"replyInstrument",
		"x",
		"/supervision/x?do=replyInstrument",
	],
	[
		"a proposal opens the draft of its kind on the issue",
		"draftInstrument",
		"circular",
		"/issues/i?tab=supervision&do=draftInstrument&part=circular",
	],
])("%s", (_name, verb, part, href) => {
	expect(itemHref({ verb, part, issue })).toBe(href);
});
