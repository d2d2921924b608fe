import type {
	DocumentKind,
	ImportField,
	ImportProgress,
	ImportRecord,
	PreviewItem,
	SourceFormat,
	UndoItem,
	UnitChoice,
} from "../issues/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** What an import can bring into an issue. */
export const importField: Labels<ImportField> = {
	statement: say("反馈问题", "Finding"),
	number: say("编号", "Number"),
	goal: say("整改目标", "Goal"),
	deadline: say("整改时限", "Deadline"),
	leadUnits: say("牵头单位", "Lead units"),
	responsibleUnits: say("责任单位", "Responsible units"),
	supportingUnits: say("配合单位", "Supporting units"),
	supervisingUnits: say("督导单位", "Supervising units"),
	acceptanceUnits: say("验收单位", "Acceptance units"),
	responsibleLeaders: say("责任领导", "Responsible leaders"),
	responsiblePersons: say("责任人员", "Responsible persons"),
	measures: say("整改措施", "Measures"),
	remarks: say("备注", "Remarks"),
};

export const importState: Labels<ImportRecord["state"]> = {
	draft: say("待确认", "Draft"),
	applied: say("已入账", "Applied"),
	discarded: say("已放弃", "Discarded"),
	undone: say("已撤销", "Undone"),
};

export const importPhase: Labels<ImportProgress["phase"]> = {
	reading: say("读取文件", "Reading"),
	matching: say("比对台账", "Matching"),
	writing: say("写入台账", "Writing"),
	committed: say("完成入账", "Committed"),
};

/** What would happen to one proposed issue. */
export const previewKind: Labels<PreviewItem["kind"]> = {
	new: say("新增", "New"),
	changed: say("有变化", "Changed"),
	same: say("无变化", "Unchanged"),
	refused: say("不能入账", "Refused"),
};

/** What undoing an import does to one issue or complaint. */
export const undoAct: Labels<UndoItem["act"]> = {
	void: say("登记作废", "Registration voided"),
	restore: say("恢复原值", "As before"),
	nothing: say("无需处理", "Nothing left to do"),
};

/** What the clerk decides about a unit name of the document. */
export const unitChoice: Labels<UnitChoice["kind"]> = {
	use: say("对应现有单位", "Use existing unit"),
	create: say("新建单位", "Create unit"),
	leaveOut: say("不录入", "Leave out"),
};

export const documentKind: Labels<DocumentKind> = {
	plan: say("整改方案（任务、措施清单）", "Rectification plan or list"),
	complaints: say("信访举报办理情况一览表", "Complaint table"),
	notice: say("完成情况（销号）公示", "Completion or close-out notice"),
	unknown: say("未能识别", "Not recognised"),
};

export const sourceFormat: Labels<SourceFormat> = {
	txt: say("纯文本", "Plain text"),
	md: say("Markdown 文本", "Markdown"),
	html: say("网页", "Web page"),
	docx: say("Word 文档（docx）", "Word document (docx)"),
	xlsx: say("Excel 工作簿（xlsx）", "Excel workbook (xlsx)"),
	xls: say("Excel 工作簿（xls）", "Excel workbook (xls)"),
	csv: say("逗号分隔表（csv）", "Comma-separated table (csv)"),
	pasted: say("粘贴的文字", "Pasted text"),
	unknown: say("未知格式", "Unknown format"),
};
