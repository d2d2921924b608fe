import { type ComplaintWait, ComplaintWait as ComplaintWaits, waitOf } from "@zhenggai/domain/complaints";
import type { InTrayList } from "@zhenggai/domain/in-tray";
import { type Actor, IsoDate } from "@zhenggai/domain/kernel";
import { inTrayListText } from "@zhenggai/domain/vocabulary";
import { expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { complaintOf } from "../testing/complaints.ts";
import { person, SYSTEM, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	OTHER_CITY,
	otherCity,
	PROVINCE,
	provOffice,
} from "../testing/ledger.ts";

const { services, database, setNow } = await testServices();
const world = await buildWorld(services);
const day = (text: string) => IsoDate.parse(text);

async function register(more: Parameters<typeof complaintOf>[1] = {}) {
	const command = complaintOf(world, more);
	const envelope = { expectedVersion: 0 };
	accepted(await services.complaints.commandComplaint(provOffice, command.complaintId, command, envelope));
	return command.complaintId;
}
const lists = async (who: Actor): Promise<InTrayList[]> =>
	(await services.inTray.listWaitingLists(who)).complaints;
const listed = async (who: Actor, waiting: ComplaintWait) =>
	services.complaints.listComplaints(who, {
		filter: { waiting },
		sort: "batch",
		descending: false,
		limit: 200,
	});

it("counts what waits, by what it waits for, with the first day and what is over it", async () => {
	expect(await lists(countyOffice)).toEqual([]);
	await register({ status: "open", batchDay: day("2026-02-22") });
	await register({ status: null, batchDay: day("2026-02-19") });
	await register({ status: "open", batchDay: null });
	await register({ status: null, verdict: null });
	await register({ status: "stageClosed" });
	await register({ status: "closed" });
	setNow("2026-03-02T02:00:00.000Z");
	const found = await lists(countyOffice);
	expect(found).toEqual([
		{
			waiting: "verify",
			total: { count: 1, exact: true },
			overdue: { count: 0, exact: true },
			firstDue: "2026-03-10",
		},
		{
			waiting: "reply",
			total: { count: 3, exact: true },
			overdue: { count: 1, exact: true },
			firstDue: "2026-03-01",
		},
		{
			waiting: "finish",
			total: { count: 1, exact: true },
			overdue: { count: 0, exact: true },
			firstDue: null,
		},
	]);
	expect(found.map((list) => inTrayListText(list).zh)).toEqual([
		"1件信访举报待调查核实，最早2026年3月10日到期",
		"3件信访举报待办理反馈，最早2026年3月1日到期，1件已超期",
		"1件信访举报阶段性办结待办结",
	]);
	expect(inTrayListText(found[1] ?? found[0] ?? never()).en).toBe(
		"3 complaints to be answered, the first by 1 Mar 2026, 1 overdue",
	);
});

const never = (): never => {
	throw new Error("no list");
};

it("is of the actor's part of the country, and of nobody whose role keeps no complaints", async () => {
	const counts = async (who: Actor) => (await lists(who)).map(({ total }) => total.count);
	const before = await counts(cityOffice);
	await register({ places: [OTHER_CITY], regionText: "云渡市", status: "open" });
	expect(await counts(cityOffice)).toEqual(before);
	expect(await counts(otherCity)).toEqual([1]);
	expect((await counts(provOffice)).toSorted()).toEqual([1, 1, 4]);
	expect(await counts(person("liaison", CITY))).toEqual(before);
	for (const who of [
		auditor,
		person("leadUnit", CITY, world.units.cityEco),
		person("respUnit", CITY, world.units.cityEco),
		person("leadingGroup", PROVINCE),
		person("discipline", PROVINCE),
		SYSTEM,
	]) {
		expect(await lists(who)).toEqual([]);
	}
	await expect(lists({ kind: "anonymous" })).rejects.toBeInstanceOf(ServiceError);
});

it("opens the list with exactly what it counted, and what was answered is gone", async () => {
	for (const waiting of ComplaintWaits.options) {
		const page = await listed(cityOffice, waiting);
		const head = (await lists(cityOffice)).find((list) => list.waiting === waiting);
		expect(page.total).toEqual(head?.total);
		expect(page.items.map((row) => waitOf(row))).toEqual(page.items.map(() => waiting));
	}
	const [first] = (await listed(cityOffice, "reply")).items;
	if (first === undefined) throw new Error("a complaint");
	const before = (await lists(cityOffice)).find(({ waiting }) => waiting === "reply")?.total.count ?? 0;
	const done = {
		type: "amendComplaint",
		changes: { status: "closed" },
		source: null,
		reason: "已办结",
		importId: null,
	} as const;
	const envelope = { expectedVersion: first.version };
	accepted(await services.complaints.commandComplaint(cityOffice, first.id, done, envelope));
	expect((await lists(cityOffice)).find(({ waiting }) => waiting === "reply")?.total.count).toBe(before - 1);
});

it("counts off an index of what waits, whatever else is on the ledger", async () => {
	const client = await database.pool.connect();
	try {
		await client.query("BEGIN");
		await client.query("SET LOCAL enable_seqscan = off");
		await client.query("SET LOCAL enable_bitmapscan = off");
		const { rows } = await client.query<{ "QUERY PLAN": string }>(
			`EXPLAIN SELECT c.batch_day FROM ledger.complaint c WHERE c.city = $1 AND NOT c.withdrawn AND c.status <> 1
				AND (CASE WHEN c.status = 2 THEN 3 WHEN c.verdict = 0 THEN 1 ELSE 2 END) = 2
				ORDER BY c.batch_day LIMIT 1001`,
			[6801],
		);
		const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
		expect(plan).toContain("complaint_city_waiting_idx");
		expect(plan).not.toContain("Sort");
	} finally {
		await client.query("ROLLBACK");
		client.release();
	}
});

it("is nothing for a county where nothing waits", async () => {
	expect(await lists(person("countyOffice", COUNTY))).not.toEqual([]);
	expect(await lists(person("countyOffice", OTHER_CITY))).toHaveLength(1);
});
