import { describe, expect, test } from "vitest";
import { diffComplaint, elementsOfRow, matchComplaints } from "./index.ts";
import {
	act,
	COUNTY,
	complaint,
	complaintId,
	contextOf,
	day,
	elements,
	reading,
	row,
	stateAfter,
} from "./testing/complaints.ts";

const on = { ...act(), complaintId: complaintId(1) };

describe("matchComplaints", () => {
	const known = elements();
	test.each([
		[
			"by receipt number, however printed",
			{ receiptNumber: "★D3QS 202605280007", seq: 99, summary: "改写。" },
			0,
		],
		[
			"by batch and sequence number with alike summaries",
			{ receiptNumber: null, summary: "河边有一处洗砂场，向河道排放泥浆水。" },
			0,
		],
		["not by number alone", { receiptNumber: null, summary: "某饭店油烟直排扰民。" }, null],
		["by alike summaries alone", { receiptNumber: null, seq: null }, 0],
		["not across batches", { receiptNumber: null, seq: null, batch: 2 }, null],
		["a misprinted receipt when nearly everything is alike", { receiptNumber: "D3QS202605280070" }, 0],
		[
			"not another receipt with a similar text",
			{ receiptNumber: "D3QS202605280070", summary: "河边一处洗砂场夜间噪声扰民。" },
			null,
		],
	] as const)("%s", (_name, more, at) => {
		expect(matchComplaints([elements(more)], [known])).toEqual([at]);
	});

	test("one entry is taken once", () => {
		expect(matchComplaints([elements(), elements()], [known])).toEqual([0, null]);
	});
});

describe("diffComplaint", () => {
	test("a row that is new registers what the table says, the batch day from its receipt", () => {
		const { kind, commands } = diffComplaint(row({ batch: null }), null, { ...on, batch: 3 });
		expect(kind).toBe("new");
		expect(commands).toMatchObject([
			{ type: "registerComplaint", batch: 3, batchDay: day("2026-05-28"), places: [COUNTY], typesText: "水" },
		]);
	});

	test("[complaints I9] the same table in other punctuation is the same", () => {
		const state = complaint();
		const reprinted = row({
			receiptNumber: "D3QS 202605280007",
			summary: reading("河边一处 洗砂场向河道排放泥浆水"),
		});
		expect(diffComplaint(reprinted, state, on)).toMatchObject({ kind: "same", commands: [] });
	});

	test("[complaints I10] 未办结 that has become 已办结 is proposed with both sides, and one amendment brings it", () => {
		const state = complaint({ status: "open", handling: null });
		const diff = diffComplaint(row(), state, on);
		expect(diff.differences).toEqual([
			{ field: "handling", ledger: null, document: "责令停止排放并扩建沉淀池。" },
			{ field: "status", ledger: "open", document: "closed" },
		]);
		const changed = stateAfter(diff.commands, contextOf(), state);
		expect(changed).toMatchObject({ status: "closed", version: 2 });
		expect(changed.sources).toHaveLength(2);
	});

	test("only the chosen fields are changed", () => {
		const state = complaint({ status: "open", verdict: null });
		const { commands } = diffComplaint(row(), state, on, ["verdict"]);
		expect(stateAfter(commands, contextOf(), state)).toMatchObject({ verdict: "true", status: "open" });
	});

	test("[complaints I9] what a table does not say changes nothing", () => {
		const silent = row({
			investigation: null,
			verdict: null,
			region: null,
			pollutionTypes: null,
			handling: null,
		});
		expect(diffComplaint(silent, complaint({ isKey: true }), on).kind).toBe("same");
	});

	test("receipts that are cited for the first time become relations", () => {
		const diff = diffComplaint(row({ citedReceipts: ["X3QS202605270003"] }), complaint(), on);
		expect(diff.differences).toEqual([{ field: "relations", ledger: null, document: "X3QS202605270003" }]);
		expect(stateAfter(diff.commands, contextOf(), complaint()).relations).toHaveLength(1);
	});

	test("a region that nobody can tell leaves the places as they are", () => {
		const diff = diffComplaint(row({ region: reading("城关区") }), complaint(), on);
		expect(stateAfter(diff.commands, contextOf(), complaint())).toMatchObject({
			regionText: "城关区",
			places: [COUNTY],
		});
	});
});

test("texts longer than the ledger keeps are cut between characters", () => {
	const long = elementsOfRow(row({ summary: reading("𠮷".repeat(20_001)) }), act());
	expect([...(long.summary ?? "")]).toHaveLength(20_000);
});
