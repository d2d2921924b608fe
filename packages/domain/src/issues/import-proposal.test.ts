import { describe, expect, test } from "vitest";
import { matchProposal } from "./import-proposal.ts";
import type { ProposedIssue } from "./proposal.ts";
import { proposedIssue, readAt } from "./testing/proposed-issue.ts";
import { INSPECTION, issueAfter, NOW } from "./testing.ts";

const SLAG = "青石县渣库防渗层破损，下游断面镉、锌多次超标，治理工程推进缓慢。";
const HEAT = "某园区集中供热管线老化，沿途居民多次反映夜间蒸汽放空。";

const proposed = (number: string, statement: string): ProposedIssue => ({
	...proposedIssue("i1", [1, 1]),
	number,
	statement: readAt(statement, [1, 1]),
});

describe("[issues I50] a match that nothing but the number speaks for is doubtful", () => {
	const issue = issueAfter({ statement: SLAG });
	const match = (number: string, statement: string, among = [issue]) =>
		matchProposal([proposed(number, statement)], among, INSPECTION).matches[0];

	test("under a very different wording", () => {
		expect(match("12", HEAT)).toMatchObject({ issueId: issue.id, by: "number", doubtful: true });
	});

	test.each([
		["the same wording", SLAG],
		["a wording corrected here and there", SLAG.replace("推进缓慢", "滞后").replace("多次", "")],
		["the finding's main sentence alone", "青石县渣库防渗层破损，下游断面镉、锌多次超标"],
	])("not under %s", (_name, statement) => {
		expect(match("12", statement)).toMatchObject({ issueId: issue.id, by: "number", doubtful: false });
	});

	test("not where an earlier edition's wording is kept beside the first", () => {
		const source = { text: HEAT, document: "更正版", sha256: null, lines: null, recordedAt: NOW };
		const known = { ...issue, sourceTexts: [source] };
		expect(match("12", HEAT, [known])).toMatchObject({ by: "number", doubtful: false });
	});

	test("not where the wording speaks and the number does not", () => {
		expect(match("88", SLAG)).toMatchObject({ issueId: issue.id, by: "text", doubtful: false });
	});

	test("nor where nothing is found", () => {
		expect(match("88", HEAT)).toMatchObject({ issueId: null, by: null, doubtful: false });
	});
});
