import { type ComplaintTotals, createZhenggaiClient, failureOf, type ZhenggaiClient } from "@zhenggai/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";

let server: LiveServer;
let operator: ZhenggaiClient;
let client: ZhenggaiClient;
let region: string;
let inspectionId: string;

/** A key of the province's office with these verbs. */
async function keyWith(verbs: ("read" | "write" | "import")[]): Promise<ZhenggaiClient> {
	const made = await operator.access.createApiKey.mutate({
		...{ name: "信访对接", role: "provOffice", region, unitId: null, verbs, days: 1 },
	});
	if (!made.ok) throw new Error(JSON.stringify(made.refusals));
	return createZhenggaiClient({ url: server.url, token: made.value.key });
}

beforeAll(async () => {
	server = await startServer();
	operator = createZhenggaiClient({ url: server.url, token: server.token });
	region = (await operator.access.me.query()).region;
	client = await keyWith(["read", "write", "import"]);
	// One without complaints: those of the sample belong to the central inspection.
	const inspections = await client.issues.listInspections.query();
	const film = inspections.find(({ kind }) => kind === "provincialFilm");
	if (film === undefined) throw new Error("the sample has no warning film");
	inspectionId = film.id;
});
afterAll(() => server.stop());

const table = (status: string): string =>
	[
		"序号,受理编号,交办问题基本情况,行政区域,污染类型,调查核实情况,是否属实,办结目标,处理和整改情况,是否办结,责任人被处理情况",
		`1,D3QL202603010001,某砂石场夜间生产噪声扰民。,某地,噪声,经查属夜间生产。,属实,,责令限时生产。,已办结,无`,
		`2,X3QL202603010002,某养殖场粪污外溢，与D3QL202603010001反映的不是一处。,某地,水,经查储粪池破损。,部分属实,2026年6月底前修复。,已清理沟渠。,${status},无`,
	].join("\n");

async function importTable(status: string) {
	const base64 = Buffer.from(table(status)).toString("base64");
	const draft = await client.issues.startImport.mutate({
		source: { kind: "file", name: "第1批公开表.csv", base64 },
	});
	const preview = await client.complaints.previewImport.mutate({
		importId: draft.id,
		choices: {
			context: { inspectionId, listRegion: region, batch: 1, batchDay: null },
			places: {},
			items: {},
			corrections: {},
		},
	});
	const apply = () => client.complaints.applyImport.mutate({ importId: draft.id, envelope: {} });
	return { preview, apply };
}
const totals = (): Promise<ComplaintTotals> => client.complaints.totals.query({ inspectionId, batch: 1 });

test("a table goes in over HTTP, is listed and counted, and its later edition closes what was open, live", async () => {
	const first = await importTable("未办结");
	expect(first.preview).toMatchObject({ summary: { new: 2 }, blocking: [] });
	expect(await first.apply()).toMatchObject({ ok: true, value: { changed: [] } });
	const page = await client.complaints.list.query({ filter: { inspectionId } });
	expect(page.items.map(({ receiptNumber }) => receiptNumber)).toEqual([
		"D3QL202603010001",
		"X3QL202603010002",
	]);
	const second = page.items[1];
	if (second === undefined) throw new Error("the second row is missing");
	const detail = await client.complaints.get.query({ complaintId: second.id });
	expect(detail.relations[0]?.complaint?.id).toBe(page.items[0]?.id);
	expect(await totals()).toMatchObject({ tally: { cases: 2 }, rates: { strict: 0.5, broad: 0.5 } });

	const heard: (string | null)[] = [];
	const subscription = client.complaints.watch.subscribe(
		{ after: page.liveFrom, filter: { inspectionId } },
		{ onData: ({ data }) => heard.push(data.row?.status ?? null) },
	);
	const later = await importTable("已办结");
	expect(later.preview.items[1]?.differences).toEqual([
		{ field: "status", ledger: "open", document: "closed" },
	]);
	expect(await later.apply()).toMatchObject({ ok: true, value: { created: [], changed: [second.id] } });
	await vi.waitFor(() => expect(heard).toEqual(["closed"]), { timeout: 10_000 });
	subscription.unsubscribe();
	expect((await totals()).rates).toEqual({ strict: 1, broad: 1 });
	expect((await importTable("已办结")).preview.summary).toMatchObject({ same: 2, new: 0, changed: 0 });
});

test("a command with an old version is a conflict, as data; a key that only reads is refused", async () => {
	const [row] = (await client.complaints.list.query({ filter: { inspectionId } })).items;
	if (row === undefined) throw new Error("nothing is listed");
	const request = {
		complaintId: row.id,
		command: { type: "withdrawComplaint", reason: "督察组收回", document: null },
		envelope: { expectedVersion: row.version + 5 },
	} as const;
	const late = await client.complaints.withdrawComplaint.mutate(request);
	expect(late).toMatchObject({ ok: false, refusals: [{ rule: "VERSION_CONFLICT" }] });
	const reader = await keyWith(["read"]);
	const refused = await reader.complaints.withdrawComplaint.mutate({
		...request,
		envelope: { expectedVersion: row.version },
	});
	expect(refused).toMatchObject({ ok: false, refusals: [{ rule: "KEY_LACKS_VERB" }] });
	const writer = await keyWith(["write"]);
	const failed = await writer.complaints.list.query({}).catch((thrown: unknown) => failureOf(thrown));
	expect(failed).toMatchObject({ code: "NOT_ALLOWED" });
});
