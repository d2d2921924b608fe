import type { OptionSpec } from "./command.ts";
import { listOptions, option } from "./options.ts";

/** What a column of a table holds, where the reader does not know its header. */
export const MAP_OPTION: OptionSpec = {
	...option.value(
		"map",
		["列名=字段", "column=field"],
		"指明表格中某列是什么，如 '承办科室=责任单位'（可多次）",
		"Say what a column of the table holds, such as 'Who=responsibleUnits' (repeatable)",
	),
	multiple: true,
};

/** Where the list begins in a document whose preface was read as issues. */
export const START_LINE_OPTION = option.value(
	"start-line",
	["行号", "line"],
	"从此行（parse --json 的 lines）起才是清单",
	"The list begins at this line (as in lines of parse --json)",
);

/** Of `import`. */
export const IMPORT_OPTIONS: readonly OptionSpec[] = [
	option.flag("dry-run", "只看会改变什么，不入账", "Only show what would change"),
	option.flag("apply", "入账：全部成功或全部不做", "Apply: all or nothing"),
	START_LINE_OPTION,
	MAP_OPTION,
	option.flag(
		"remember",
		"记住 --map 的对应，以后同样表头自动套用",
		"Remember what --map says for tables with the same header",
	),
	option.value(
		"inspection",
		["督察", "inspection"],
		"文件属于哪次督察（名称或标识）",
		"Which inspection the document belongs to",
	),
	option.value(
		"region",
		["区域", "region"],
		"文件针对的区域（名称或六位代码）",
		"Region the document speaks for (name or code)",
	),
	option.value("batch", ["批次", "batch"], "信访件清单是第几批", "Which batch a table of complaints is"),
	option.value(
		"batch-day",
		["日期", "date"],
		"信访件清单的交办日期（YYYY-MM-DD）",
		"Day on which a table's complaints were handed over (YYYY-MM-DD)",
	),
	{
		...option.value(
			"place",
			["文字=区域", "text=region"],
			"信访件清单中印出的区域指哪里，几个用逗号分开（可多次）",
			"Which region a printed one of a table means; several with commas (repeatable)",
		),
		multiple: true,
	},
	option.value(
		"tier",
		["层级", "tier"],
		"编号所在清单：central、province、city 或 county",
		"List of the numbers: central, province, city or county",
	),
	{
		...option.value(
			"issue",
			["项=编号", "item=number"],
			"公示附到哪个问题，如 n1=12（可多次；只有一项时可只写编号）",
			"Issue that a notice goes to, such as n1=12 (repeatable; the number alone where there is one notice)",
		),
		multiple: true,
	},
	option.flag(
		"parent-by-number",
		"按编号挂到上级问题之下",
		"Put issues below those with the same upper number",
	),
	option.flag("create-units", "新建台账中没有的单位", "Make units that the ledger does not know"),
	option.flag("leave-out-units", "略去台账中没有的单位", "Leave out units that the ledger does not know"),
	option.value(
		"justification",
		["理由", "text"],
		"规则警示时的书面理由",
		"Written justification where a rule warns",
	),
];

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

const INSPECTION = option.value(
	"inspection",
	["督察", "inspection"],
	"督察的名称或标识",
	"Inspection by name or id",
);
const BATCH = option.value("batch", ["批次", "batch"], "第几批", "Which batch");
const PART = option.value("region", ["区域", "region"], "只看某区域及以下", "Only this region and below");

/** Of `complaints list`. */
export const COMPLAINT_OPTIONS: readonly OptionSpec[] = [
	INSPECTION,
	BATCH,
	PART,
	option.value(
		"verdict",
		["是否属实", "verdict"],
		"true、mostlyTrue、partlyTrue、untrue",
		"true, mostlyTrue, partlyTrue, untrue",
	),
	option.value("status", ["是否办结", "status"], "closed、stageClosed、open", "closed, stageClosed, open"),
	...listOptions("batch、receipt、updated、region", "batch, receipt, updated, region", "件"),
];

/** Of `complaints totals`. */
export const TOTAL_OPTIONS: readonly OptionSpec[] = [INSPECTION, BATCH, PART];

/** Of `regions add`. */
export const REGIONS_FILE: OptionSpec = listFile(
	"清单（CSV、TSV、xlsx）：代码、名称；全部登记或全部不登记",
	"A list (CSV, TSV, xlsx): code, name; all or none",
);

const RULE_REGION = option.value(
	"region",
	["区域", "region"],
	"哪个地方的规则（名称或六位代码，默认本级）",
	"Whose rules (name or code, your own region unless given)",
);
const RULE_FROM = option.value(
	"from",
	["日期", "date"],
	"自哪天起生效（YYYY-MM-DD，默认今天）",
	"From which day it holds (YYYY-MM-DD, today unless given)",
);
const WITHDRAW = option.flag("withdraw", "撤销调整，恢复原取值", "Take the change back");

/** Of what changes the rules of a region. */
export const RULE_OPTIONS: readonly OptionSpec[] = [
	RULE_REGION,
	RULE_FROM,
	option.value("reason", ["原因", "reason"], "原因，记入履历", "Why, for the journal"),
];
export const RULE_SET_OPTIONS: readonly OptionSpec[] = [...RULE_OPTIONS, WITHDRAW];
export const RULE_PREVIEW_OPTIONS: readonly OptionSpec[] = [
	RULE_REGION,
	RULE_FROM,
	WITHDRAW,
	option.value(
		"rule-set",
		["规则集", "set"],
		"看选用某个规则集会怎样",
		"Look at choosing a rule set instead",
	),
];
export const RULE_SHOW_OPTIONS: readonly OptionSpec[] = [
	RULE_REGION,
	option.value("on", ["日期", "date"], "哪一天的规则（默认今天）", "On which day (today unless given)"),
];
export const RULE_HISTORY_OPTIONS: readonly OptionSpec[] = [RULE_REGION];
