import type { ComplaintCommand, ComplaintImportChoices } from "@zhenggai/domain/complaints";
import { type Actor, ComplaintId, type ImportId, IsoDate } from "@zhenggai/domain/kernel";
import { newId } from "./index.ts";
import { COUNTY, PROVINCE, type World } from "./ledger.ts";

type Register = Extract<ComplaintCommand, { type: "registerComplaint" }>;
let serial = 0;

/** A registration with everything that tests do not care about filled in. */
export function complaintOf(world: Pick<World, "inspectionId">, more: Partial<Register> = {}): Register {
	serial += 1;
	return {
		type: "registerComplaint",
		complaintId: ComplaintId.parse(newId()),
		inspectionId: world.inspectionId,
		listRegion: PROVINCE,
		seq: serial,
		receiptNumber: `D3LJ20260228${String(serial).padStart(4, "0")}`,
		channel: "phone",
		isKey: false,
		batch: 1,
		batchDay: IsoDate.parse("2026-02-28"),
		regionText: "松泉县",
		places: [COUNTY],
		pollutionTypes: ["water"],
		typesText: "水",
		summary: `第${serial}件：养殖场粪污外溢流入沟渠。`,
		investigation: "经查，储粪池破损，雨天外溢。",
		verdict: "true",
		closureTarget: null,
		handling: "责令修复储粪池。",
		status: "closed",
		accountability: null,
		remarks: null,
		otherFields: [],
		cited: [],
		source: null,
		importId: null,
		...more,
	};
}

/** A row of a published table. */
export type TableRow = {
	receipt: string;
	summary?: string;
	region?: string;
	types?: string;
	verdict?: string;
	handling?: string;
	status?: string;
};

const HEAD =
	"序号,受理编号,交办问题基本情况,行政区域,污染类型,调查核实情况,是否属实,办结目标,处理和整改情况,是否办结,责任人被处理情况";

/** A table as an office exports it, in our own words. */
export const tableText = (rows: readonly TableRow[]): string =>
	[
		HEAD,
		...rows.map((row, at) =>
			[
				at + 1,
				row.receipt,
				row.summary ?? `第${at + 1}件反映：村口养殖场第${at + 1}号棚舍粪污外溢，流入沟渠，气味较大。`,
				row.region ?? "松泉县",
				row.types ?? "水",
				`经查，第${at + 1}号棚舍储粪池破损，雨天外溢，情况与反映一致。`,
				row.verdict ?? "属实",
				"",
				row.handling ?? "责令修复储粪池，清理沟渠。",
				row.status ?? "已办结",
				"无",
			].join(","),
		),
	].join("\n");

export const tableChoices = (
	world: Pick<World, "inspectionId">,
	more: Partial<ComplaintImportChoices> = {},
): ComplaintImportChoices => ({
	context: { inspectionId: world.inspectionId, listRegion: PROVINCE, batch: 1, batchDay: null },
	places: {},
	items: {},
	corrections: {},
	...more,
});

/** Reads a table into a draft. */
export async function readTable(world: World, actor: Actor, rows: readonly TableRow[]): Promise<ImportId> {
	const base64 = Buffer.from(tableText(rows)).toString("base64");
	const draft = await world.services.issues.startImport(actor, { kind: "file", name: "公开表.csv", base64 });
	return draft.id;
}
