import type {
	ComplaintEvent,
	ComplaintField,
	ComplaintFilter,
	ComplaintImportField,
	ComplaintRow,
	ComplaintSort,
	ComplaintState,
	ComplaintVerb,
	RelationKind,
} from "../complaints/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** What can be asked of a complaint. */
export const complaintVerb: Labels<ComplaintVerb> = {
	registerComplaint: say("登记信访件", "Register complaint"),
	amendComplaint: say("更正信访件", "Amend complaint"),
	relateComplaint: say("关联信访件", "Relate complaint"),
	unrelateComplaint: say("解除信访件关联", "Unrelate complaint"),
	withdrawComplaint: say("撤销信访件", "Withdraw complaint"),
};

/** What happened to a complaint. */
export const complaintEvent: Labels<ComplaintEvent["type"]> = {
	complaintRegistered: say("登记", "Registered"),
	complaintAmended: say("更正", "Amended"),
	complaintRelated: say("关联", "Related"),
	complaintUnrelated: say("解除关联", "Relation taken back"),
	complaintWithdrawn: say("撤销", "Withdrawn"),
	complaintRestored: say("撤销导入", "Import undone"),
};

export const complaintState: Labels<ComplaintState> = {
	registered: say("在账", "On the ledger"),
	withdrawn: say("已撤销", "Withdrawn"),
};

export const relationKind: Labels<RelationKind> = {
	cites: say("文中提及", "Cites"),
	repeats: say("重复件", "Repeats"),
};

/** The columns of a published table (边督边改公开情况一览表), in its order. */
export const complaintField: Labels<ComplaintField> = {
	seq: say("序号", "Sequence number"),
	receiptNumber: say("受理编号", "Receipt number"),
	channel: say("受理方式", "Channel"),
	isKey: say("重点关注", "Key item"),
	batch: say("批次", "Batch"),
	batchDay: say("交办日期", "Batch day"),
	summary: say("交办问题基本情况", "Summary"),
	regionText: say("行政区域", "Region"),
	places: say("所涉地区", "Places"),
	pollutionTypes: say("污染类型", "Pollution types"),
	typesText: say("污染类型原文", "Pollution types as printed"),
	investigation: say("调查核实情况", "Investigation"),
	verdict: say("是否属实", "Verdict"),
	closureTarget: say("办结目标", "Closure target"),
	handling: say("处理和整改情况", "Handling"),
	status: say("是否办结", "Status"),
	accountability: say("责任人被处理情况", "Accountability"),
	remarks: say("备注", "Remarks"),
	otherFields: say("其他栏目", "Other columns"),
};

/** What an import can bring into a complaint. */
export const complaintImportField: Labels<ComplaintImportField> = {
	seq: complaintField.seq,
	receiptNumber: complaintField.receiptNumber,
	channel: complaintField.channel,
	isKey: complaintField.isKey,
	batch: complaintField.batch,
	batchDay: complaintField.batchDay,
	summary: complaintField.summary,
	regionText: complaintField.regionText,
	places: complaintField.places,
	pollutionTypes: complaintField.pollutionTypes,
	investigation: complaintField.investigation,
	verdict: complaintField.verdict,
	closureTarget: complaintField.closureTarget,
	handling: complaintField.handling,
	status: complaintField.status,
	accountability: complaintField.accountability,
	remarks: complaintField.remarks,
	otherFields: complaintField.otherFields,
	relations: say("提及的受理编号", "Receipts that it cites"),
};

/** Headings of the list, in the order of a published table. */
export const complaintColumn: Labels<keyof ComplaintRow> = {
	batch: complaintField.batch,
	batchDay: complaintField.batchDay,
	seq: complaintField.seq,
	receiptNumber: complaintField.receiptNumber,
	channel: complaintField.channel,
	isKey: complaintField.isKey,
	summary: complaintField.summary,
	regionText: complaintField.regionText,
	regionName: say("所在地区", "Kept by"),
	placeCount: say("涉及地区数", "Number of places"),
	pollutionTypes: complaintField.pollutionTypes,
	verdict: complaintField.verdict,
	closureTarget: complaintField.closureTarget,
	status: complaintField.status,
	relationCount: say("关联数", "Relations"),
	inspectionName: say("督察名称", "Inspection"),
	state: say("在账状态", "State"),
	updatedAt: say("更新时间", "Last change"),
	region: say("区划代码", "Region code"),
	id: say("标识", "Identifier"),
	inspectionId: say("督察标识", "Inspection identifier"),
	version: say("版本", "Version"),
};

/** Names of the list's filters. */
export const complaintFilter: Labels<keyof ComplaintFilter> = {
	text: say("关键词", "Words"),
	region: say("行政区域", "Region"),
	inspectionId: say("督察", "Inspection"),
	batch: say("批次", "Batch"),
	batchFrom: say("交办日期不早于", "Batch day from"),
	batchTo: say("交办日期不晚于", "Batch day until"),
	channels: say("受理方式", "Channel"),
	isKey: say("重点关注", "Key item"),
	pollutionTypes: say("污染类型", "Pollution types"),
	verdicts: say("是否属实", "Verdict"),
	statuses: say("是否办结", "Status"),
	importId: say("导入批次", "Import"),
	waiting: say("待办", "Waits for"),
	withdrawn: say("已撤销", "Withdrawn"),
};

export const complaintSort: Labels<ComplaintSort> = {
	batch: say("批次", "Batch"),
	receipt: say("受理编号", "Receipt number"),
	updated: say("更新时间", "Last change"),
	region: say("行政区域", "Region"),
};
