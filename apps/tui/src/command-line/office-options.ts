import type { OptionSpec } from "./command.ts";
import { option } from "./options.ts";

const REGION = option.value(
	"region",
	["区域", "region"],
	"行政区域的代码或名称（默认与自己相同）",
	"Region by code or name (your own unless given)",
);
const listFile = (zh: string, en: string): OptionSpec => ({
	...option.value("file", ["文件", "file"], zh, en),
	file: true,
});

/** Of `inspections add`. */
export const INSPECTION_OPTIONS: readonly OptionSpec[] = [
	option.value(
		"kind",
		["类型", "kind"],
		"类型，如 provincialInspection 或 省级督察（必填）",
		"Kind, such as provincialInspection (needed)",
	),
	REGION,
	option.value("round", ["轮次", "round"], "第几轮", "Which round"),
	option.value("batch", ["批次", "batch"], "第几批", "Which batch"),
	option.value("team", ["督察组", "team"], "督察组名称", "The team's name"),
	option.value("entered", ["日期", "date"], "进驻日期（YYYY-MM-DD）", "First day of the stay (YYYY-MM-DD)"),
	option.value("left", ["日期", "date"], "离驻日期（YYYY-MM-DD）", "Last day of the stay (YYYY-MM-DD)"),
];

/** Of `units add`. */
export const UNIT_OPTIONS: readonly OptionSpec[] = [
	option.value(
		"kind",
		["类别", "kind"],
		"类别，如 department 或 部门（默认按名称判断）",
		"Kind, such as department (by the name unless given)",
	),
	REGION,
	option.value("parent", ["单位", "unit"], "上级单位的名称或标识", "The unit above, by name or id"),
	{
		...option.value(
			"alias",
			["别名", "name"],
			"文件中的其他叫法（可多次）",
			"Another name in documents (repeatable)",
		),
		multiple: true,
	},
	listFile(
		"清单（CSV、TSV、xlsx）：名称、类别、区划、上级、别名；全部登记或全部不登记",
		"A list (CSV, TSV, xlsx): name, kind, region, parent, aliases; all or none",
	),
];

/** Of `users add`. */
export const USER_OPTIONS: readonly OptionSpec[] = [
	option.value("name", ["姓名", "name"], "姓名（必填）", "The person's name (needed)"),
	option.value(
		"role",
		["角色", "role"],
		"角色，如 cityOffice 或 市整改办（必填）",
		"Role, such as cityOffice (needed)",
	),
	REGION,
	option.value("unit", ["单位", "unit"], "单位的名称或标识", "Unit, by name or id"),
];

/** Of `regions add`. */
export const REGIONS_FILE: OptionSpec = listFile(
	"清单（CSV、TSV、xlsx）：代码、名称；全部登记或全部不登记",
	"A list (CSV, TSV, xlsx): code, name; all or none",
);
