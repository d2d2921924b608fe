import { receiptKey } from "@zhenggai/domain/complaints";
import {
	type Actor,
	addDays,
	type ComplaintId,
	type InspectionId,
	type IsoDate,
	RegionCode,
} from "@zhenggai/domain/kernel";
import { personOf } from "./actors.ts";
import type { SampleBatch, SampleComplaint } from "./data/complaint-kinds.ts";
import { SAMPLE_BATCHES, SAMPLE_CLOSINGS, SAMPLE_REPEATS } from "./data/complaints-second.ts";
import { PROVINCE } from "./data/places.ts";
import { workMoment } from "./dates.ts";
import { accepted, type Setting } from "./setting.ts";

const HEAD =
	"序号,受理编号,交办问题基本情况,行政区域,污染类型,调查核实情况,是否属实,办结目标,处理和整改情况,是否办结,责任人被处理情况";

type Tables = {
	readonly setting: Setting;
	readonly office: Actor;
	readonly inspectionId: InspectionId;
	/** The receipt number of `D0001` in a batch. */
	readonly receiptOf: (batch: number, receipt: string) => string;
};

/** Receipt numbers carry the day of their batch (domain.md §2.5). */
function receiptsOn(today: IsoDate): Tables["receiptOf"] {
	const days = new Map(
		SAMPLE_BATCHES.map(({ number, day }) => [number, addDays(today, day).replaceAll("-", "")]),
	);
	return (batch, receipt) => `${receipt.slice(0, 1)}3LJ${days.get(batch)}${receipt.slice(1)}`;
}

function lineOf(row: SampleComplaint, seq: number, batch: number, { receiptOf }: Tables): string {
	const cited = (text: string): string =>
		text.replace(/\{(\d)-([DX]\d{4})\}/g, (_, other: string, receipt: string) =>
			receiptOf(Number(other), receipt),
		);
	return [
		seq,
		`${row.key === true ? "★" : ""}${receiptOf(batch, row.receipt)}`,
		cited(row.summary),
		row.region,
		row.types,
		row.investigation,
		row.verdict,
		row.target ?? "",
		row.handling,
		row.status,
		row.accountability ?? "无",
	].join(",");
}

type Edition = {
	readonly name: string;
	readonly batch: SampleBatch;
	/** The rows that it prints, each with its number in the batch's table. */
	readonly rows: readonly (readonly [number, SampleComplaint])[];
	/** When the office took it in, in days from today. */
	readonly day: number;
};

/** Takes a published table in as an office does: read, looked at, applied. */
async function importEdition(tables: Tables, { name, batch, rows, day }: Edition): Promise<void> {
	const { setting, office, inspectionId } = tables;
	const { services, setClock, today } = setting;
	setClock(workMoment(addDays(today, day), batch.number));
	const text = [HEAD, ...rows.map(([seq, row]) => lineOf(row, seq, batch.number, tables))].join("\n");
	const base64 = Buffer.from(text).toString("base64");
	const draft = await services.issues.startImport(office, { kind: "file", name, base64 });
	await services.complaints.previewComplaintImport(office, draft.id, {
		context: {
			inspectionId,
			listRegion: RegionCode.parse(PROVINCE),
			batch: batch.number,
			batchDay: addDays(today, batch.day),
		},
		places: {},
		items: {},
		corrections: {},
	});
	accepted(name, await services.complaints.applyComplaintImport(office, draft.id, {}));
}

/** The rows of a batch that its later edition prints again, closed by then. */
function closedRows({ number, rows }: SampleBatch): Edition["rows"] {
	return rows.flatMap((row, at) => {
		const closing = SAMPLE_CLOSINGS.find(({ batch, receipt }) => batch === number && receipt === row.receipt);
		if (closing === undefined) return [];
		return [[at + 1, { ...row, handling: closing.handling, status: "已办结" }] as const];
	});
}

/** Records which complaints somebody found to be about the same thing. */
async function relateRepeats({ setting, office, inspectionId, receiptOf }: Tables): Promise<void> {
	const { services, setClock, today } = setting;
	const query = { filter: { inspectionId }, sort: "batch", descending: false, limit: 200 } as const;
	const { items } = await services.complaints.listComplaints(office, query);
	const found = new Map<string, { id: ComplaintId; version: number }>();
	for (const { id, version, receiptNumber } of items) {
		if (receiptNumber !== null) found.set(receiptKey(receiptNumber), { id, version });
	}
	setClock(workMoment(addDays(today, -190), 3));
	for (const [batch, receipt, otherBatch, otherReceipt] of SAMPLE_REPEATS) {
		const name = receiptOf(batch, receipt);
		const complaint = found.get(receiptKey(name));
		if (complaint === undefined) throw new Error(`the sample has no complaint ${name}`);
		const receiptNumber = receiptOf(otherBatch, otherReceipt);
		const relations = [{ kind: "repeats" as const, receiptNumber, complaintId: null }];
		const command = { type: "relateComplaint", relations, importId: null } as const;
		const envelope = { expectedVersion: complaint.version };
		const outcome = await services.complaints.commandComplaint(office, complaint.id, command, envelope);
		accepted(name, outcome);
	}
}

/**
 * The complaint tables of the sample's central inspection: two batches, a later edition of the first that closes what
 * was open, and what the office found to be repeated. They go in through the import, as in an office.
 */
export async function loadComplaints(setting: Setting): Promise<void> {
	const inspectionId = setting.inspections.get("中央");
	if (inspectionId === undefined) throw new Error("the sample has no central inspection");
	const office = personOf("provOffice", PROVINCE);
	const tables: Tables = { setting, office, inspectionId, receiptOf: receiptsOn(setting.today) };
	for (const batch of SAMPLE_BATCHES) {
		const rows = batch.rows.map((row, at) => [at + 1, row] as const);
		const name = `边督边改公开情况一览表（第${batch.number}批）.csv`;
		await importEdition(tables, { name, batch, rows, day: batch.day + 10 });
	}
	await relateRepeats(tables);
	for (const batch of SAMPLE_BATCHES) {
		const rows = closedRows(batch);
		if (rows.length === 0) continue;
		const name = `边督边改办结情况更新（第${batch.number}批）.csv`;
		await importEdition(tables, { name, batch, rows, day: -150 });
	}
}
