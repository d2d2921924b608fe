/** What a column of a complaint table holds. */
export type ComplaintField =
	| "seq"
	| "receipt"
	| "batch"
	| "channel"
	| "summary"
	| "region"
	| "city"
	| "types"
	| "investigation"
	| "verdict"
	| "target"
	| "handling"
	| "status"
	| "accountability"
	| "remarks"
	| "other";

/** Header words by field, without spaces and brackets. To teach the reader a new form, add its words here. */
const WORDS: readonly (readonly [ComplaintField, string])[] = [
	["seq", "序号 序"],
	[
		"receipt",
		`受理编号 受理号 编号 信访编号 转办编号 案件编号 举报编号 交办编号 信访件编号 来电编号 投诉编号 受理序号 转办件编号 举报件编号
		交办件编号 信访受理编号 问题编号 任务编号 案号 案件号 信访件受理编号 批次及编号 批次编号 转办序号 件号`,
	],
	["batch", "批次 交办批次 转办批次"],
	[
		"channel",
		"受理方式 举报方式 信访形式 来源 信访方式 投诉方式 受理形式 来访方式 举报形式 交办形式 信访渠道",
	],
	[
		"summary",
		`交办问题基本情况 举报内容 信访内容 反映问题 问题基本情况 交办问题 举报问题 信访问题 投诉内容 反映的主要问题 群众反映问题 案件内容
		交办问题内容 来电来信内容 举报事项 信访事项 反映内容 交办内容 反映问题基本情况 信访基本情况 举报基本情况 交办信访问题 信访举报问题 举报问题基本情况
		信访举报内容 交办问题情况 反映情况 反映主要问题 群众反映的问题 投诉问题 举报内容摘要 主要内容 问题概况 转办问题基本情况 信访举报问题基本情况 反映的问题 举报反映问题 群众举报内容 问题内容 转办内容 信访问题基本情况`,
	],
	[
		"region",
		`行政区域 所属区域 行政区 涉及区县及部门 责任区域 所在区县 县市区 辖区 举报地点 被举报地区 区县 涉及区县 区域 所属县区 所在区域 行政区划
		所属地区 责任区县 办理区县 涉及地区 所在地 县区 举报县区 属地 所属县市区 涉及县区 涉及县市区 所在县区 地区 县 所属行政区域 市县 市区 承办地区 承办单位 责任单位 涉及区域`,
	],
	["city", "举报地市 地市 市州 所属市州 所属地市 所在地市 市 设区市 州市"],
	[
		"types",
		"污染类型 问题类型 污染类别 问题类别 类型 环境要素 污染要素 类别 污染种类 案件类型 举报类型 要素",
	],
	[
		"investigation",
		`调查核实情况 调查情况 核实情况 现场调查情况 核查情况 调查核实 现场核实情况 查处情况 调查核查情况 现场核查情况 调查处理情况 调查核实及处理情况
		办理情况 调查核实及整改情况 调查核实情况及处理整改情况 调查结果 调查核实处理情况 调查及处理情况 核查处理情况`,
	],
	[
		"verdict",
		"是否属实 属实情况 举报是否属实 问题是否属实 反映是否属实 属实与否 是否属实性质 信访是否属实 属实性 反映问题是否属实",
	],
	["target", "办结目标 整改目标 办理目标 处理目标"],
	[
		"handling",
		`处理和整改情况 处理及整改情况 整改情况 处理情况 处理整改情况 处理和处罚情况 整改及处理情况 处理处罚和问责情况 处置情况 处理和整改措施 处理整改
		整改措施 整改处理情况 处理与整改情况 整改落实情况 处理处罚情况 边督边改情况 整改进展情况 处理和整改 采取的措施 处理及处罚情况 处理结果 处理意见 查处整改情况 处罚和整改情况 处罚及整改情况`,
	],
	[
		"status",
		"是否办结 办结情况 办理状态 是否已办结 办结状态 完成情况 办结与否 办理进度 整改状态 是否完成整改 是否整改完成 办理结果 办理结论 办理进展 整改完成情况 是否完成",
	],
	[
		"accountability",
		`责任人被处理情况 问责情况 责任追究情况 追责问责情况 责任人处理情况 责任人员处理情况 问责处理情况 问责 追责情况 责任人被问责情况 问责人数 责任人问责情况 问责及处理情况 相关责任人处理情况 责任人被处理 党纪政务处分情况`,
	],
	["remarks", "备注 是否加星 备注是否加星 是否重点 是否重点件 重点件 星标"],
	[
		"other",
		"办案人 符合办结条件 办理时限 办结时间 公开时间 交办时间 受理时间 转办时间 办理单位 主办单位 联系人 联系电话 责任人 包案领导 交办日期 受理日期 是否符合办结条件 转办日期 督办领导 责任领导",
	],
];

const FIELD_OF: ReadonlyMap<string, ComplaintField> = new Map(
	WORDS.flatMap(([field, words]) =>
		words.split(/\s+/).map((word): [string, ComplaintField] => [word, field]),
	),
);

/** The field of a folded header cell, spaces and brackets ignored; null for other texts. */
export function fieldOfColumn(norm: string): ComplaintField | null {
	const word = norm.replace(/[\s:"|*#]+/g, "");
	if (word.length === 0 || word.length > 30) return null;
	const bare = word.replace(/\([^()]*\)/g, "").replace(/[()、和及]/g, "");
	return FIELD_OF.get(word) ?? FIELD_OF.get(word.replace(/\([^()]*\)/g, "")) ?? FIELD_OF.get(bare) ?? null;
}

const TELLING: ReadonlySet<ComplaintField> = new Set([
	"receipt",
	"verdict",
	"types",
	"region",
	"summary",
	"status",
	"investigation",
	"accountability",
]);
const DECISIVE: ReadonlySet<ComplaintField> = new Set(["receipt", "verdict", "summary", "types"]);

/** Whether these columns make a complaint table rather than a plan. */
export function isComplaintHeader(fields: readonly (ComplaintField | null)[]): boolean {
	const known = new Set(fields.filter((field) => field !== null));
	return (
		[...known].filter((field) => TELLING.has(field)).length >= 3 &&
		[...known].filter((field) => DECISIVE.has(field)).length >= 2
	);
}

/** The columns of the national form, for a table whose header is lost. */
export const NATIONAL_COLUMNS: readonly ComplaintField[] = [
	"seq",
	"receipt",
	"summary",
	"region",
	"types",
	"investigation",
	"verdict",
	"target",
	"handling",
	"status",
	"accountability",
];

/** All header words, longest first, for finding a header that has lost its borders. */
export const COLUMN_WORDS: readonly string[] = [...FIELD_OF.keys()].toSorted((a, b) => b.length - a.length);
