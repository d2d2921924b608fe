import { readdirSync, readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";

export interface Seed {
	name: string;
	bytes: Uint8Array;
}

const fixtures = new URL("../../fixtures/", import.meta.url);

/** Every fixture as a file. */
export const fixtureFiles = (): Seed[] =>
	readdirSync(fixtures, { recursive: true, encoding: "utf8" })
		.filter((file) => /\.(?:txt|md|html|csv)$/.test(file))
		.toSorted()
		.map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(new URL(file, fixtures))) }));

/** A Word file of paragraphs, followed by a table where rows are given. */
export async function wordFile(
	lines: readonly string[],
	rows: readonly (readonly string[])[] = [],
): Promise<Uint8Array> {
	const cell = (text: string) =>
		new TableCell({ children: text.split("\n").map((line) => new Paragraph(line)) });
	const table =
		rows.length > 0
			? [new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })]
			: [];
	const children = [...lines.map((line) => new Paragraph(line)), ...table];
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** A workbook of one sheet. */
export function workbook(
	rows: readonly (readonly (string | number)[])[],
	bookType: "xlsx" | "biff8",
): Uint8Array {
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "台账");
	return new Uint8Array(write(book, { type: "buffer", bookType }));
}

export const TABLE_ROWS: readonly (readonly string[])[] = [
	["序号", "反馈问题", "责任单位", "整改时限", "整改目标", "整改措施"],
	[
		"1",
		"甲县垃圾填埋场渗滤液直排，群众反映强烈。",
		"甲县委、县政府",
		"2022年12月底",
		"完成整治",
		"1.建设设施。\n2.加强监管。",
	],
	[
		"2",
		"乙县河道黑臭，长期未治理到位。",
		"乙县政府、市水务局",
		"长期坚持",
		"消除黑臭",
		"（一）清淤。（二）截污。（三）管护。",
	],
];

/** Fixtures and office files to mutate. */
export async function seedFiles(): Promise<Seed[]> {
	return [
		...fixtureFiles(),
		{ name: "table.docx", bytes: await wordFile(["甲市整改措施清单"], TABLE_ROWS) },
		{ name: "table.xlsx", bytes: workbook(TABLE_ROWS, "xlsx") },
		{ name: "table.xls", bytes: workbook(TABLE_ROWS, "biff8") },
	];
}
