// Times the reading of full-length documents: `node scripts/speed.ts`.
import { utils, write } from "@e965/xlsx";
import { Document, Packer, Paragraph } from "docx";
import { readDocument } from "../src/index.ts";
import { Dice, LAYOUTS, preamble, specs } from "../src/testing/render.ts";

async function time(name: string, bytes: Uint8Array): Promise<void> {
	const times: number[] = [];
	let items = 0;
	for (let i = 0; i < 3; i++) {
		const started = performance.now();
		const proposal = await readDocument({ name, bytes });
		times.push(performance.now() - started);
		items = proposal.issues.length + proposal.complaints.length;
	}
	console.log(
		`${name.padEnd(24)} ${items} items, ${Math.round(bytes.length / 1024)} kB, ${times.map((t) => Math.round(t)).join(" / ")} ms`,
	);
}

for (const layout of ["A1", "A2", "A5", "A6", "A11", "A12", "A13"]) {
	const dice = new Dice(42);
	const text = preamble(dice, 6000) + (LAYOUTS[layout]?.render(specs(150, dice), dice).text ?? "");
	await time(`${layout}-150.txt`, new TextEncoder().encode(text));
	if (layout === "A1") {
		const paragraphs = text.split("\n").map((line) => new Paragraph(line));
		await time(
			`${layout}-150.docx`,
			await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })),
		);
	}
}
const header = [
	"序号",
	"受理编号",
	"交办问题基本情况",
	"行政区域",
	"污染类型",
	"调查核实情况",
	"是否属实",
	"办结目标",
	"处理和整改情况",
	"是否办结",
	"责任人被处理情况",
];
const rows = Array.from({ length: 10_000 }, (_, i) => [
	i + 1,
	`D3JX20240524${String(i).padStart(4, "0")}`,
	`某处夜间施工噪声扰民，影响居民休息，已多次反映。第${i}件。`.repeat(3),
	"清河县",
	"噪声、大气",
	"经查，该工地夜间连续浇筑，手续齐全，噪声监测值超标2.1分贝。".repeat(5),
	"部分属实",
	"规范施工",
	"1.责令停止夜间施工。2.加强巡查。".repeat(3),
	"已办结",
	"无",
]);
const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet([["边督边改公开情况一览表"], header, ...rows]), "一览表");
await time("10000-rows.xlsx", write(book, { type: "buffer", bookType: "xlsx", compression: true }));
await time("10000-rows.xls", write(book, { type: "buffer", bookType: "biff8" }));
await time("10000-rows.csv", new TextEncoder().encode(utils.sheet_to_csv(book.Sheets.一览表 ?? {})));
await time(
	"10000-rows-lines.txt",
	new TextEncoder().encode([header, ...rows.slice(0, 10_000)].flat().join("\n\n")),
);
