import { expect, test } from "vitest";
import { BASE_RULES, day } from "../issues/testing.ts";
import {
	isSealedAuthor,
	publicAuthor,
	publicNotice,
	publicResult,
	REGISTERED_AUTHOR,
} from "./public-view.ts";
import { CITY_OFFICE, closedIssue, having, noticed, objection, rulesOfSet, signing } from "./testing.ts";

const NAMES = { region: "澄川市", unit: (id: string) => `单位${id.slice(-1)}` };
const on = day("2026-06-05");

test("[close-out I33] the public reads what the rule set publishes of a running notice, and nothing else", () => {
	const issue = having(noticed({ statement: "渗滤液外排，举报人13912345678" }), [
		CITY_OFFICE,
		objection(1),
		{ on: "2026-06-05" },
	]);
	const view = publicNotice(issue, NAMES, BASE_RULES, on);
	expect(view).toMatchObject({
		statement: expect.stringContaining("举报人〔已隐去〕"),
		responsibleUnits: ["单位1"],
	});
	const text = JSON.stringify(view);
	for (const inner of ["何川", "附近村民", "雨后仍有渗水", "防渗膜完整", "材料"])
		expect(text).not.toContain(inner);
	const few = rulesOfSet("base", { noticeFields: { v: ["completion", "period"], src: "D" } });
	expect(publicNotice(issue, NAMES, few, on)).toMatchObject({
		...{ statement: null, goal: null, measures: null, responsibleUnits: null, deadline: null },
	});
	expect(publicNotice(issue, NAMES, BASE_RULES, day("2026-06-02"))).toBeNull();
	expect(publicNotice(signing(), NAMES, BASE_RULES, on)).toBeNull();
});

test("[close-out I33] a close-out is the public's once its result is published", () => {
	const issue = closedIssue();
	expect(publicResult(issue, NAMES, BASE_RULES)).toBeNull();
	const result = { type: "publishResult", on: day("2026-06-20"), channel: "市政府网站" } as const;
	const published = having(issue, [CITY_OFFICE, result, { on: "2026-06-20" }]);
	expect(publicResult(published, NAMES, BASE_RULES)).toMatchObject({
		...{ closedOn: "2026-06-20", acceptedBy: ["city", "province"], statement: issue.statement },
	});
});

test("[close-out I40] what is written of who objected names nobody, and says where there is something to open", () => {
	expect([publicAuthor(true), REGISTERED_AUTHOR].map(isSealedAuthor)).toEqual([true, true]);
	expect([publicAuthor(false), "附近村民"].map(isSealedAuthor)).toEqual([false, false]);
});
