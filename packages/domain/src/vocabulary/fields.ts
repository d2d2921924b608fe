import type {
	Inspection,
	IssueElements,
	IssueFilter,
	IssueRow,
	NewMeasure,
	RequiredElement,
	Site,
} from "../issues/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** The seven elements of an issue (七要素), as the `missing` of a ledger line names them. */
export const requiredElement: Labels<RequiredElement> = {
	goal: say("整改目标", "Goal"),
	deadline: say("整改时限", "Deadline"),
	responsibleUnit: say("责任单位", "Responsible unit"),
	responsibleLeader: say("责任领导", "Responsible leader"),
	responsiblePersons: say("责任人员", "Responsible persons"),
	supervisingUnit: say("督导单位", "Supervising unit"),
	measures: say("整改措施", "Measures"),
};

/** The elements that may be corrected. */
export const issueElement: Labels<keyof IssueElements> = {
	numberByTier: say("问题编号", "Number"),
	field: say("问题领域", "Field"),
	generality: say("共性/个性", "Common or individual"),
	goal: say("整改目标", "Goal"),
	deadline: say("整改时限", "Deadline"),
	constraints: say("约束条件", "Constraints"),
	remarks: say("备注", "Remarks"),
};

export const measureField: Labels<keyof NewMeasure> = {
	id: say("标识", "Identifier"),
	number: say("措施序号", "Measure number"),
	text: say("措施内容", "Measure text"),
	type: say("措施类型", "Measure type"),
	term: say("当下改/长久立", "Term"),
	deadline: say("完成时限", "Deadline"),
	responsibleUnitIds: say("责任单位", "Responsible units"),
	supportingUnitIds: say("配合单位", "Supporting units"),
	milestones: say("节点", "Milestones"),
	provisional: say("临时措施", "Provisional stop"),
	entity: say("涉及企业", "Enterprise concerned"),
	options: say("方案比选", "Options considered"),
	similarScreening: say("举一反三", "Similar-problem screening"),
};

export const siteField: Labels<keyof Site> = {
	id: say("标识", "Identifier"),
	name: say("点位名称", "Site name"),
	region: say("行政区域", "Region"),
	address: say("地址", "Address"),
	position: say("经纬度", "Position"),
	state: say("点位状态", "Site state"),
};

export const inspectionField: Labels<keyof Inspection> = {
	id: say("标识", "Identifier"),
	version: say("版本", "Version"),
	kind: say("督察类型", "Kind"),
	name: say("督察名称", "Name"),
	round: say("轮次", "Round"),
	batch: say("批次", "Batch"),
	team: say("督察组", "Inspection team"),
	region: say("被督察地区", "Inspected region"),
	enteredOn: say("进驻日期", "Stationed from"),
	leftOn: say("离驻日期", "Stationed until"),
	feedback: say("反馈", "Feedback"),
	ruleSet: say("适用规则集", "Rule set"),
};

/** Headings of the ledger, in the order of a printed 台账. */
export const ledgerColumn: Labels<keyof IssueRow> = {
	number: say("编号", "Number"),
	sourceKind: say("来源", "Source"),
	inspectionName: say("督察名称", "Inspection"),
	round: say("轮次", "Round"),
	batch: say("批次", "Batch"),
	numberByTier: say("各级编号", "Number by tier"),
	statement: say("反馈问题", "Finding"),
	field: say("问题领域", "Field"),
	generality: say("共性/个性", "Generality"),
	tier: say("层级", "Tier"),
	regionName: say("行政区域", "Region"),
	goal: say("整改目标", "Goal"),
	deadline: say("整改时限", "Deadline"),
	due: say("到期日", "Due"),
	daysLeft: say("剩余天数", "Days left"),
	standing: say("时限状态", "Standing"),
	leadUnits: say("牵头单位", "Lead units"),
	responsibleUnits: say("责任单位", "Responsible units"),
	supportingUnits: say("配合单位", "Supporting units"),
	responsibleLeaders: say("责任领导", "Responsible leaders"),
	responsiblePersons: say("责任人员", "Responsible persons"),
	supervisingUnits: say("督导单位", "Supervising units"),
	acceptanceUnits: say("验收单位", "Acceptance units"),
	measureCount: say("措施数", "Measures"),
	missing: say("缺失要素", "Missing elements"),
	mandateCount: say("来源数", "Mandates"),
	childCount: say("下级问题数", "Children"),
	lifecycle: say("状态", "State"),
	remarks: say("备注", "Remarks"),
	updatedAt: say("更新时间", "Last change"),
	region: say("区划代码", "Region code"),
	id: say("标识", "Identifier"),
	inspectionId: say("督察标识", "Inspection identifier"),
	version: say("版本", "Version"),
};

/** Names of the ledger's filters. */
export const issueFilter: Labels<keyof IssueFilter> = {
	text: say("关键词", "Words"),
	region: say("行政区域", "Region"),
	unitId: say("单位", "Unit"),
	unitRole: say("单位角色", "Role of the unit"),
	sourceKinds: say("来源", "Source"),
	inspectionId: say("督察", "Inspection"),
	round: say("轮次", "Round"),
	tier: say("层级", "Tier"),
	states: say("状态", "State"),
	field: say("问题领域", "Field"),
	generality: say("共性/个性", "Generality"),
	dueFrom: say("到期日不早于", "Due from"),
	dueTo: say("到期日不晚于", "Due until"),
	standing: say("时限状态", "Standing"),
	parentId: say("上级问题", "Parent issue"),
	importId: say("导入批次", "Import"),
	incomplete: say("要素不全", "Elements missing"),
};
