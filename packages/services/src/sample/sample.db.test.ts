import { IsoDate } from "@zhenggai/domain/kernel";
import { describe, expect, it } from "vitest";
import { testServices } from "../testing/index.ts";
import { personOf } from "./actors.ts";
import { SAMPLE_BATCHES, SAMPLE_CLOSINGS, SAMPLE_REPEATS } from "./data/complaints-second.ts";
import { loadSample } from "./index.ts";

const { services, dependencies } = await testServices();
await loadSample(dependencies, IsoDate.parse("2026-03-01"));
const office = personOf("provOffice", "680000");
const { items } = await services.complaints.listComplaints(office, {
	...{ filter: {}, sort: "batch", descending: false, limit: 200 },
});

describe("the sample's complaint tables", () => {
	it("are on the ledger as they were written, every region resolved", () => {
		const rows = SAMPLE_BATCHES.flatMap(({ rows: printed }) => printed);
		expect(items.map(({ regionText }) => regionText)).toEqual(rows.map(({ region }) => region));
		expect(items.map(({ isKey }) => isKey)).toEqual(rows.map(({ key = false }) => key));
		expect(items.filter(({ placeCount }) => placeCount === 0)).toEqual([]);
		expect(items.every(({ verdict, status }) => verdict !== null && status !== null)).toBe(true);
	});

	it("relate what cites and what repeats another, and close what a later edition closed", async () => {
		const related = items.filter(({ relationCount }) => relationCount > 0);
		const details = await Promise.all(related.map(({ id }) => services.complaints.getComplaint(office, id)));
		const relations = details.flatMap((detail) => detail.relations);
		expect(relations.filter(({ kind }) => kind === "repeats")).toHaveLength(SAMPLE_REPEATS.length);
		expect(relations.filter(({ kind }) => kind === "cites").length).toBeGreaterThan(0);
		expect(relations.filter(({ complaint }) => complaint === null)).toEqual([]);
		const twice = items.filter(({ relationCount, version }) => relationCount === 0 && version === 2);
		expect(twice.map(({ status }) => status)).toEqual(SAMPLE_CLOSINGS.map(() => "closed"));
	});

	it("add up: whatever differs from the cases says why", async () => {
		const [first] = items;
		if (first === undefined) throw new Error("the sample has no complaints");
		const totals = await services.complaints.getComplaintTotals(office, { inspectionId: first.inspectionId });
		const { tally, rates, findings } = totals;
		expect(tally.cases).toBe(items.length);
		expect(totals.regions.reduce((sum, region) => sum + region.tally.cases, 0)).toBe(tally.cases);
		expect(findings.map(({ rule, field, severity }) => [rule, field, severity])).toEqual([
			["DATA-05", "types", "inform"],
			["DATA-05", "crossRegion", "inform"],
		]);
		expect(rates.strict).toBe(tally.statuses.closed / tally.cases);
		expect(rates.broad).toBe((tally.statuses.closed + tally.statuses.stageClosed) / tally.cases);
	});
});
