/** What a label introduces. One vocabulary serves plans, tables and notices. */
export type LabelField =
	| "statement"
	| "responsible"
	| "lead"
	| "support"
	| "supervise"
	| "acceptance"
	| "accountability"
	| "leader"
	| "person"
	| "deadline"
	| "goal"
	| "measures"
	| "progress"
	| "status"
	| "contact"
	| "publicity"
	| "number"
	| "rowNumber"
	| "region"
	| "verdict"
	| "remarks"
	| "verification"
	| "opinion"
	/** Text of a column without a field, kept under the words above it. */
	| "other";

/**
 * Label words, by field. Order inside a list does not matter: the longest word wins. Spaces and line breaks inside
 * a word are tolerated when a document is matched. To teach the reader a new label, add it here.
 */
export const LABELS: readonly (readonly [LabelField, string])[] = [
	[
		"statement",
		`反馈问题 整改问题 整改任务 整改事项 问题表述 问题名称 问题描述 存在问题 督察问题 督查问题
		督察反馈问题 督查反馈问题 整改任务概述 信访事项 督察报告指出 督查报告指出 督察指出
		督察反馈指出 反馈意见指出 具体问题 反馈问题内容 反馈的问题 问题内容 问题概述 问题表现
		整改任务内容 任务内容 反馈意见 督察反馈意见 反馈问题情况 整改问题内容 反馈问题描述 存在的问题
		主要问题 突出问题 问题情况 问题清单内容 督察整改任务 督察整改问题 整改任务名称 警示片披露问题
		披露问题 移交问题 交办问题 反馈问题(整改任务) 反馈问题及整改任务 群众信访问题 投诉问题 问题
		督察组反馈问题 巡查反馈问题 任务
		督察发现问题 发现问题 发现的问题 具体问题描述 问题简述 问题详情 督察反馈问题表述 问题清单 反馈问题概述
		督察整改事项 整改问题描述 整改任务概况`,
	],
	[
		"responsible",
		`责任单位 整改责任单位 责任部门 整改实施主体 主体责任单位 整改责任主体 牵头部门(责任单位)
		涉及区县及部门 责任主体 整改主体 实施主体 整改单位 整改责任部门 落实单位 承办单位
		主要责任单位 责任地区 责任单位及部门 整改责任地区 整改落实单位 实施单位 主责单位 主体责任
		属地责任单位 责任县区 责任市州
		承办部门 责任牵头单位 整改承办单位 整改主体单位 整改责任单位及部门`,
	],
	[
		"lead",
		`牵头单位 牵头部门 牵头责任单位 整改牵头单位 牵头整改单位 牵头负责单位 总牵头单位 省级牵头单位
		市级牵头单位 牵头责任部门
		主办单位 主办部门 县级牵头单位 省直牵头单位 市直牵头单位`,
	],
	[
		"support",
		`配合单位 协办单位 配合部门 协助单位 协同单位 参与单位 配合责任单位 责任配合单位 参加单位
		协作单位
		协办部门 协同部门 配合整改单位`,
	],
	[
		"supervise",
		`督导单位 督办单位 督查部门 监管责任单位 牵头督导部门 督导部门 督查单位 督办部门 监督单位
		监管单位 督导责任单位 牵头督导单位 省级督导单位 市级督导单位 监督部门 监管部门 督察单位
		督促单位 整改督导单位 指导单位 督促指导单位 调度单位 市级督办单位 省级督办单位
		牵头督办单位 县级督导单位 省直督导单位 督导落实单位 监督指导单位 行业监管单位`,
	],
	[
		"acceptance",
		`验收单位 牵头验收单位 配合验收单位 销号单位 验收部门 验收销号单位 组织验收单位 核查单位
		验收责任单位 验收主体`,
	],
	["accountability", `追责单位 问责单位 追责部门 责任追究单位 追责问责单位`],
	[
		"leader",
		`责任领导 督办省领导 包案领导 包抓领导 牵头领导 分管领导 包保领导 责任省领导 督办领导
		督办市领导 责任市领导 市级责任领导 省级领导 市级领导 挂帅领导 包联领导 整改责任领导 督导领导
		联系领导 包抓市级领导 牵头省领导 牵头市领导
		包案市领导 包保市领导 县级责任领导 县级领导 责任县领导 牵头县领导 包案县领导`,
	],
	[
		"person",
		`责任人 整改责任人 责任人员 直接责任人 具体责任人 第一责任人 主要责任人 单位责任人 负责人
		具体负责人`,
	],
	[
		"deadline",
		`整改时限 完成时限 整改期限 完成期限 整改完成时限 整改时间 时限 完成时间 整改完成时间
		整改完成期限 时限要求 整改时限要求 办结时限 计划完成时间 目标时限 整改到位时限 整改时间节点
		完成整改时限 完成整改时间 时间要求 销号时限 整改限期
		时间节点 节点时间 完成节点 整改节点 完成日期 整改完成日期 计划完成日期 计划完成时限 截止时间 整改截止时间
		预计完成时间`,
	],
	[
		"goal",
		`整改目标 目标任务 办结目标 整改目标任务 整改要求 目标要求 预期目标 整改工作目标 工作目标
		目标 整改标准`,
	],
	[
		"measures",
		`整改措施 重点措施 主要举措 整治措施 整改措施及成效 整改举措 主要措施 整改工作措施 整改内容
		具体措施 工作措施 整改具体措施 重点举措 主要整改措施 整改方案措施 整改任务措施 措施
		具体举措 整改主要措施 整改落实措施 推进措施 工作举措 主要整改举措 整改工作举措`,
	],
	[
		"progress",
		`整改完成情况 完成情况 整改落实情况 整改目标完成情况 整改措施落实情况 整改主要工作及成效
		整改进展 整改进展情况 整改(进展)情况 目前进展情况及存在问题 目前进展情况 整改成效 整改情况
		整改任务完成情况 主要工作及成效 工作进展 进展情况 落实情况 整改工作及成效 整改工作完成情况
		整改工作情况 整改落实及成效 整改结果 取得成效 整改进度情况 整改主要工作 主要整改成效
		主要整改工作及成效 整改措施完成情况 具体整改情况 整改工作开展情况 整改工作进展 目前整改进展情况
		整改进展情况及成效 整改情况说明 整改任务落实情况 完成整改情况 整改措施落实情况及成效
		落实整改情况`,
	],
	[
		"status",
		`完成进度 整改状态 整改进度 进展状态 办理状态 完成状态 是否完成 是否完成整改 整改完成进度
		当前状态`,
	],
	[
		"contact",
		`社会监督联系人及电话 联系电话 监督电话 联系人 联系方式 举报电话 问效电话 受理电话
		社会监督联系人 联系人及电话 社会监督电话 咨询电话 联系人及联系方式 监督举报电话 联系单位
		通讯地址 通信地址 联系地址 电子邮箱 邮箱 电话`,
	],
	["publicity", `公示时间 公示期 公示期限 公示日期 公示起止时间 公示时限`],
	[
		"number",
		`整改任务编号 任务编号 问题编号 任务序号 问题序号 原序号 清单序号 整改编号 整改任务序号
		反馈问题序号 反馈问题编号 省序号 台账编号 方案序号`,
	],
	["rowNumber", `序号 编号 行号`],
	["region", `行政区域 所在区域 所属区域 涉及区域 涉及地区 所在地 地区 行政区划 属地`],
	["verdict", `是否属实`],
	["remarks", `备注 备注说明 说明`],
	["verification", `核查情况 调查核实情况 调查情况 核实情况 现场核查情况 问题核查情况 现场核实情况`],
	[
		"opinion",
		`验收意见 验收销号意见 销号意见 验收结论 验收情况 验收结果 核查意见 受理部门 受理单位
		审核意见 公示单位 整改依据 公示方式 异议受理部门 反馈方式 公示内容 公示意见 资金投入
		整改类型 问题类别 问题类型 任务来源 问题来源 督察类型 销号情况`,
	],
];

/** Words that are too common in prose to count without a colon or a cell of their own. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
	"问题 任务 目标 措施 时限 说明 电话 邮箱 地区 属地 负责人 主要问题 存在问题 存在的问题 突出问题 完成情况 整改情况 落实情况 进展情况 责任主体 整改主体 监管部门 监督部门 整改要求 整改内容 工作目标 整改结果 反馈意见 具体措施 工作措施 指导单位 整改依据 完成时间 整改工作情况 编号 取得成效 发现问题 发现的问题 问题清单 时间节点 推进措施 工作举措 具体举措 截止时间 主办单位 主办部门".split(
		" ",
	),
);

/** Half words that are labels only where a line begins with them and a colon follows: 责任：甲. No header words. */
export const SHORT_LABELS: readonly (readonly [string, LabelField])[] = [
	["责任", "responsible"],
	["牵头", "lead"],
	["配合", "support"],
	["督导", "supervise"],
	["验收", "acceptance"],
];

/** Word (without brackets' content changed) → field, longest first. */
export const LABEL_WORDS: readonly (readonly [string, LabelField])[] = fieldPairs().toSorted(
	(a, b) => b[0].length - a[0].length,
);

function fieldPairs(): [string, LabelField][] {
	return LABELS.flatMap(([field, words]) =>
		words.split(/\s+/).map((word): [string, LabelField] => [word, field]),
	);
}

const FIELD_OF: ReadonlyMap<string, LabelField> = new Map(LABEL_WORDS);

/** What character recognition makes of the words of labels, where the wrong word means nothing else. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
	[/日标|目际|曰标/g, "目标"],
	[/时眼|吋限|时陌/g, "时限"],
	[/责仟|贵任|责住/g, "责任"],
	[/单住|単位|单仿/g, "单位"],
	[/措旋|指施|措拖/g, "措施"],
	[/整政(?=目标|措施|时限|责任|任务|问题)/g, "整改"],
];
const MISREADABLE = /[际曰眼吋陌仟贵住単仿旋指拖政]|日标/;

/** A folded text with the misread words of labels set right; as long as before, so that offsets stay. */
export const mendLabelWords = (norm: string): string =>
	MISREADABLE.test(norm) ? MISREAD.reduce((text, [wrong, right]) => text.replace(wrong, right), norm) : norm;

/** The field of a header cell or a lone label, spaces, marks and brackets ignored; null when it is no label. */
export function fieldOfLabel(norm: string): LabelField | null {
	const word = mendLabelWords(norm.replace(/[\s:"【】|*#]+/g, "")).replace(
		/^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])/,
		"",
	);
	if (word.length === 0 || word.length > 24) return null;
	// A header cell that keeps only half of 序号.
	if (word === "序" || word === "号") return "rowNumber";
	const whole = FIELD_OF.get(word);
	if (whole) return whole;
	const bare = word.replace(/\([^()]*\)/g, "");
	return FIELD_OF.get(bare) ?? null;
}
