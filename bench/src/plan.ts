import { utils, write } from "@e965/xlsx";
import { Document, Packer, Paragraph } from "docx";

/** Chinese numerals to 999, as plans number their issues. */
function numeral(n: number): string {
	const digits = "零一二三四五六七八九";
	const digit = (d: number) => digits[d] ?? "";
	if (n < 10) return digit(n);
	if (n < 20) return `十${n % 10 === 0 ? "" : digit(n % 10)}`;
	if (n < 100) return `${digit(Math.floor(n / 10))}十${n % 10 === 0 ? "" : digit(n % 10)}`;
	const rest = n % 100;
	return `${digit(Math.floor(n / 100))}百${rest === 0 ? "" : rest < 10 ? `零${digit(rest)}` : rest < 20 ? `一${numeral(rest)}` : numeral(rest)}`;
}

const PLACES = ["青屏市", "云渡市", "松泉县", "白鹭县", "铜岭县", "苇湖县", "赤坪县", "岚北区"];
const THEMES = [
	"污水管网雨污混接，雨天溢流口直排河道",
	"历史遗留渣场防渗不到位，渗滤液外渗",
	"到期矿山修复滞后，采面长期裸露",
	"规模以下养殖粪污资源化利用设施配套不足",
	"自然保护区缓冲区内仍有采砂作业",
	"工业园区污水处理厂二期推进缓慢",
];
const BODY =
	"督察发现，相关部门对问题底数掌握不清，任务分解停留在纸面，日常监管宽松软，直到督察进驻前才组织突击排查，部分点位整改后又出现反复，群众多次反映。";

const at = <T>(items: readonly T[], index: number): T => {
	const item = items[index % items.length];
	if (item === undefined) throw new Error("an empty list");
	return item;
};

export type PlanRow = {
	number: string;
	statement: string;
	units: string;
	supervising: string;
	deadline: string;
	goal: string;
	measures: string[];
};

/** The rows of a plan of a typical length: six measures an issue. */
export function planRows(count: number): PlanRow[] {
	return Array.from({ length: count }, (_, index) => {
		const place = at(PLACES, index);
		const theme = at(THEMES, index);
		return {
			number: numeral(index + 1),
			statement: `${place}${theme}（第${index + 1}处）。${BODY}`,
			units: `${place}党委、政府，省住房和城乡建设厅`,
			supervising: "省生态环境厅",
			deadline: `${2026 + (index % 3)}年${1 + (index % 12)}月底前`,
			goal: `${place}上述问题整改到位，相关指标达到要求，长效机制建立运行。`,
			measures: Array.from(
				{ length: 6 },
				(_, step) => `由${place}组织完成第${step + 1}项工作，明确专人负责，每月报送进展，市级核查。`,
			),
		};
	});
}

const PREAMBLE = [
	"岚江省贯彻落实督察反馈意见整改方案",
	"为切实抓好督察反馈意见整改落实，结合实际，制定本方案。",
	"一、指导思想",
	BODY.repeat(6),
	"二、整改目标",
	BODY.repeat(6),
	"三、保障措施",
	BODY.repeat(6),
	"附件：整改措施清单",
];

/** The plan in its commonest printed form: an ordinal heading and a label a line. */
export function planLines(rows: readonly PlanRow[]): string[] {
	return [
		...PREAMBLE,
		...rows.flatMap((row) => [
			`${row.number}、${row.statement}`,
			`责任单位：${row.units}`,
			`督导单位：${row.supervising}`,
			`整改时限：${row.deadline}`,
			`整改目标：${row.goal}`,
			"整改措施：",
			...row.measures.map((text, index) => `（${numeral(index + 1)}）${text}`),
		]),
	];
}

/** The same as a Word file. */
export async function planDocx(rows: readonly PlanRow[]): Promise<Uint8Array> {
	const children = planLines(rows).map((line) => new Paragraph(line));
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** The same as a workbook, one row an issue. */
export function planXlsx(rows: readonly PlanRow[]): Uint8Array {
	const head = ["序号", "反馈问题", "责任单位", "督导单位", "整改时限", "整改目标", "整改措施"];
	const body = rows.map((row, index) => [
		index + 1,
		row.statement,
		row.units,
		row.supervising,
		row.deadline,
		row.goal,
		row.measures.map((text, step) => `${step + 1}.${text}`).join("\n"),
	]);
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...body]), "清单");
	return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}
