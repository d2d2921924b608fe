import { IssueDetail } from "@zhenggai/domain/issues";
import { IsoDate } from "@zhenggai/domain/kernel";
import { describe, expect, it } from "vitest";
import { toJson } from "../kit/json.ts";
import { testServices } from "../testing/index.ts";
import { personOf } from "./actors.ts";
import { SAMPLE_BATCHES, SAMPLE_CLOSINGS, SAMPLE_REPEATS } from "./data/complaints-second.ts";
import { loadSample } from "./index.ts";

const { services, dependencies, setNow } = await testServices();
await loadSample(dependencies, IsoDate.parse("2026-03-01"));
const office = personOf("provOffice", "680000");
const { items } = await services.complaints.listComplaints(office, {
	...{ filter: {}, sort: "batch", descending: false, limit: 200 },
});

const CITY_STORIES = ["省级-2", "省级-8", "省级-9", "省级-10", "警示片-第3项", "自查-3"];

/** The issues that the sample carries along the loop, by inspection and number. */
async function stories(ledger: Pick<typeof services, "issues">) {
	const query = { filter: {}, sort: "number", descending: false, limit: 200 } as const;
	const page = await ledger.issues.listIssues(office, query);
	const short = (name: string) => ["省级", "警示片", "自查"].find((part) => name.includes(part)) ?? name;
	const named = page.items.map((row) => ({ row, key: `${short(row.inspectionName)}-${row.number}` }));
	const chosen = named.filter(({ row, key }) => row.region.startsWith("6801") && CITY_STORIES.includes(key));
	const found = chosen.filter(({ row }) => row.lifecycle !== "planning" && row.tier === "city");
	const pages = found.map(
		async ({ row, key }) => [key, await ledger.issues.getIssue(office, row.id)] as const,
	);
	return new Map(await Promise.all(pages));
}

describe("the sample's issues on their way along the loop", () => {
	it("have something for every desk", async () => {
		setNow("2026-03-01T10:00:00.000Z");
		const pages = await stories(services);
		const shown = [...pages].map(([key, { row, schedule, light }]) => [
			...[key, row.lifecycle, schedule, light.light],
		]);
		expect(shown.toSorted()).toEqual([
			["省级-10", "inProgress", "lagging", "yellow"],
			["省级-2", "acceptance", "onSchedule", "none"],
			["省级-8", "inProgress", "overdue", "red"],
			["省级-9", "closed", "completed", "none"],
			["自查-3", "publicNotice", "completed", "good"],
			["警示片-第3项", "inProgress", "onSchedule", "good"],
		]);
		const instruments = (key: string) =>
			pages
				.get(key)
				?.instruments.map(({ kind, state }) => `${kind} ${state}`)
				.toSorted();
		expect(instruments("省级-10")).toEqual(["reminderLetter acknowledged"]);
		expect(instruments("省级-8")).toEqual(["admonitoryTalk approved", "supervisionLetter issued"]);
		const work = pages.get("警示片-第3项")?.progress;
		expect(work?.reports).toHaveLength(2);
		expect(work?.actualPercent).toBeCloseTo(100 / 3);
		expect(pages.get("省级-2")?.closeOut.gates.filter(({ decision }) => decision !== null)).toHaveLength(2);
		const objections = pages.get("自查-3")?.closeOut.state.notices.flatMap((held) => held.objections);
		expect(objections?.map(({ answer }) => answer)).toEqual([null]);
		expect(pages.get("省级-9")?.findings.map(({ rule }) => rule)).toEqual(["LB-01"]);
		for (const { progress } of pages.values()) expect(progress.doubts).toEqual([]);
	});

	it("rest where nobody knows the holidays yet, and are not lost", async () => {
		const later = await testServices();
		await loadSample(later.dependencies, IsoDate.parse("2042-06-30"));
		later.setNow("2042-06-30T10:00:00.000Z");
		const states = [...(await stories(later.services)).values()].map(({ row }) => row.lifecycle);
		expect(states).toHaveLength(CITY_STORIES.length);
		expect(states).toContain("acceptance");
	});
});

describe("the pages of the sample's issues", () => {
	it("hold what their schema says, and nothing else: the API sends them as they are", async () => {
		setNow("2026-03-01T10:00:00.000Z");
		const query = { filter: {}, sort: "number", descending: false, limit: 200 } as const;
		const readers = [office, personOf("cityOffice", "680100"), personOf("auditor", "680000")];
		let pages = 0;
		for (const reader of readers) {
			for (const { id } of (await services.issues.listIssues(reader, query)).items) {
				const page = await services.issues.getIssue(reader, id);
				expect(toJson(page)).toEqual(toJson(IssueDetail.parse(page)));
				pages += 1;
			}
		}
		expect(pages).toBeGreaterThan(100);
	});
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
