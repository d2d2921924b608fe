import { utils, write } from "@e965/xlsx";

const HEAD = [
	"序号",
	"受理编号",
	"交办问题基本情况",
	"行政区域",
	"问题类型",
	"调查核实情况",
	"是否属实",
	"办结目标",
	"处理和整改情况",
	"是否办结",
	"责任人被处理情况",
];
const PLACES = ["青屏市", "云渡市", "松泉县", "白鹭县", "铜岭县", "苇湖县"];
const TYPES = ["大气", "水", "噪声、油烟", "固废", "生态、水", "扬尘"];
const VERDICTS = ["属实", "部分属实", "基本属实", "不属实"];
const STATUSES = ["已办结", "阶段性办结", "未办结"];

/** The rows of a 边督边改 table in the national form of eleven columns, with texts of a usual length. */
export function complaintRows(count: number): string[][] {
	return Array.from({ length: count }, (_, i) => {
		const place = PLACES[i % PLACES.length] ?? "";
		const day = String(1 + (Math.floor(i / 9999) % 28)).padStart(2, "0");
		return [
			String(i + 1),
			`${i % 3 === 0 ? "X" : "D"}3LJ202405${day}${String(1 + (i % 9999)).padStart(4, "0")}`,
			`${place}群众反映第${i + 1}处作坊夜间生产，气味和噪声扰民，已多次投诉未果，希望彻底解决。`.repeat(2),
			place,
			TYPES[i % TYPES.length] ?? "",
			`经现场核查，该处作坊位于${place}，手续不全，治理设施运行不正常。（一）气味问题属实。（二）噪声监测达标，不属实。`.repeat(
				3,
			),
			VERDICTS[i % VERDICTS.length] ?? "",
			"规范生产，消除扰民。",
			"1.责令停产整改。2.立案查处。3.纳入日常巡查，防止反弹。".repeat(2),
			STATUSES[i % STATUSES.length] ?? "",
			"无",
		];
	});
}

const TITLE = "岚江省群众信访举报转办和边督边改公开情况一览表";

export function complaintsXlsx(rows: readonly (readonly string[])[]): Uint8Array {
	const book = utils.book_new();
	const sheet = utils.aoa_to_sheet([[TITLE], HEAD, ...rows.map((row) => [...row])]);
	utils.book_append_sheet(book, sheet, "一览表");
	return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }));
}

export const complaintsCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
	new TextEncoder().encode(
		[[TITLE], HEAD, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n"),
	);
