import type { ReadingWarningCode } from "../kernel/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** What a reader doubts: the short name of each code. The reader's own sentence says the particulars. */
export const readingWarning: Labels<ReadingWarningCode> = {
	missingField: say("缺少内容", "Field missing"),
	missingDeadline: say("缺少时限", "Deadline missing"),
	ambiguousDeadline: say("时限不明确", "Deadline ambiguous"),
	conflictingDeadline: say("时限前后不一", "Deadlines conflict"),
	damagedDate: say("日期残缺", "Date damaged"),
	redactedDate: say("日期被隐去", "Date redacted"),
	definedDeadline: say("时限另有定义", "Deadline defined elsewhere"),
	interimDeadline: say("仅有阶段时限", "Interim deadline only"),
	missingUnit: say("缺少单位", "Unit missing"),
	collectiveUnit: say("单位为统称", "Collective unit"),
	missingMeasures: say("缺少措施", "Measures missing"),
	missingNumber: say("缺少编号", "Number missing"),
	duplicateNumber: say("编号重复", "Number repeated"),
	brokenSequence: say("编号不连续", "Sequence broken"),
	conflictingNumber: say("编号前后不一", "Numbers conflict"),
	damagedText: say("文字残缺", "Text damaged"),
	truncated: say("内容被截断", "Text cut off"),
	unassignedText: say("文字未归类", "Text without a field"),
	unknownColumn: say("列名未识别", "Unknown column"),
	conflictingVerdict: say("属实结论前后不一", "Verdicts conflict"),
	totalsDisagree: say("合计不符", "Totals disagree"),
	duplicateBody: say("正文重复", "Text repeated"),
	imageOnly: say("仅有图片", "Image only"),
	attachmentOnly: say("仅有附件", "Attachment only"),
	bulletinOnly: say("仅有数字通报", "Figures only"),
	noList: say("没有问题清单", "No list found"),
	unsupportedFormat: say("格式不支持", "Unsupported format"),
	tooLarge: say("文件过大", "Too large"),
	unreadableFile: say("文件无法读取", "Unreadable file"),
	formulaCell: say("含公式单元格", "Formula cell"),
	limitReached: say("超出读取上限", "Reading limit reached"),
};
