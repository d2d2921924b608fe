import type { ColumnKnowledge, ColumnTarget, TableKind } from "../issues/index.ts";
import { complaintField } from "./complaints.ts";
import { importField } from "./imports.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** What a column of a table can be mapped to. */
export const columnTarget: Labels<ColumnTarget> = {
	rowNumber: say("行号", "Row number"),
	number: importField.number,
	statement: importField.statement,
	responsibleUnits: importField.responsibleUnits,
	leadUnits: importField.leadUnits,
	supportingUnits: importField.supportingUnits,
	supervisingUnits: importField.supervisingUnits,
	acceptanceUnits: importField.acceptanceUnits,
	accountabilityUnits: say("追责单位", "Accountability units"),
	responsibleLeaders: importField.responsibleLeaders,
	responsiblePersons: importField.responsiblePersons,
	deadline: importField.deadline,
	goal: importField.goal,
	measures: importField.measures,
	progress: say("进展情况", "Progress"),
	statusText: say("完成状态", "Status wording"),
	contact: say("联系方式", "Contact"),
	remarks: importField.remarks,
	seq: complaintField.seq,
	receiptNumber: complaintField.receiptNumber,
	batch: complaintField.batch,
	channel: complaintField.channel,
	summary: complaintField.summary,
	regionText: complaintField.regionText,
	cityText: say("地市（与县区分列时）", "City, beside the county"),
	pollutionTypes: complaintField.pollutionTypes,
	investigation: complaintField.investigation,
	verdict: complaintField.verdict,
	closureTarget: complaintField.closureTarget,
	handling: complaintField.handling,
	status: complaintField.status,
	accountability: complaintField.accountability,
	other: say("其他（原文保留）", "Other, text is kept"),
	ignore: say("不读取", "Do not read"),
};

/** How a column came by its field. */
export const columnKnowledge: Labels<ColumnKnowledge> = {
	known: say("已识别", "Known"),
	mapped: say("人工对应", "Mapped"),
	guessed: say("建议", "Suggested"),
	unknown: say("未识别", "Unknown"),
};

export const tableKind: Labels<TableKind> = {
	plan: say("整改方案、任务或措施清单", "Plan or list of tasks"),
	complaints: say("信访举报件一览表", "Table of complaints"),
};
