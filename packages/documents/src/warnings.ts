import { type Bilingual, type ReadingWarning, type ReadingWarningCode, say } from "@zhenggai/domain/kernel";

/** Details that a warning may name. */
interface About {
	line?: number | null;
	item?: string | null;
	field?: string | null;
	/** Words of the document that the warning is about. */
	words?: string;
}

const SENTENCES: Readonly<Record<ReadingWarningCode, (words: string) => Bilingual>> = {
	missingField: (w) => say(`本项没有“${w}”，其他各项都有。`, `This item has no ${w}; the others have.`),
	missingDeadline: () => say("没有写明整改时限。", "No deadline is stated."),
	ambiguousDeadline: (w) =>
		say(`时限“${w}”没有写全，未推算日期。`, `The deadline “${w}” is not complete; no date was inferred.`),
	conflictingDeadline: (w) => say(`时限前后不一致：${w}。`, `Deadlines disagree: ${w}.`),
	damagedDate: (w) =>
		say(`日期“${w}”缺字，未推算。`, `The date “${w}” lost characters; nothing was inferred.`),
	redactedDate: (w) => say(`日期“${w}”已被隐去。`, `The date “${w}” is redacted.`),
	definedDeadline: (w) =>
		say(
			`文件前言对此类时限另有规定：${w}，供参考。`,
			`The preamble defines this kind of deadline: ${w}; offered only.`,
		),
	interimDeadline: (w) =>
		say(`措施中的日期${w}晚于整改时限。`, `A date inside the measures, ${w}, is later than the deadline.`),
	missingUnit: () => say("没有写明责任单位。", "No responsible unit is stated."),
	collectiveUnit: (w) =>
		say(`“${w}”是集合称谓，不能对应到一个单位。`, `“${w}” names many units and matches no single one.`),
	missingMeasures: () => say("没有整改措施。", "No measures are stated."),
	missingNumber: () => say("本项没有序号。", "This item has no number."),
	duplicateNumber: (w) => say(`序号${w}重复出现。`, `Number ${w} occurs more than once.`),
	brokenSequence: (w) => say(`序号不连续：${w}。`, `The numbers do not run on: ${w}.`),
	conflictingNumber: (w) => say(`序号前后不一致：${w}。`, `The numbers disagree: ${w}.`),
	damagedText: () => say("本行文字有损坏。", "This line is damaged."),
	truncated: () => say("文件在此处中断，后文缺失。", "The document breaks off here."),
	unassignedText: (w) => say(`这段文字没有归入任何字段：${w}`, `This text belongs to no field: ${w}`),
	unknownColumn: (w) => say(`不认识的列：${w}。`, `Unknown column: ${w}.`),
	conflictingVerdict: (w) =>
		say(`“是否属实”与调查情况不一致：${w}。`, `The verdict and the findings disagree: ${w}.`),
	totalsDisagree: (w) => say(`件数与正文不符：${w}。`, `The stated total and the rows disagree: ${w}.`),
	duplicateBody: () => say("正文重复出现，已合并。", "The body occurs twice; the copies were merged."),
	imageOnly: () =>
		say("正文是图片，读不出文字，请提供文字版。", "The list is an image; please supply a text version."),
	attachmentOnly: (w) =>
		say(`清单在附件中，本页没有：${w}`, `The list is in an attachment, not on this page: ${w}`),
	bulletinOnly: () =>
		say("这是只有件数的简报，没有逐件清单。", "This is a bulletin with counts only; it has no list."),
	noList: () => say("没有找到问题清单。", "No list of issues was found."),
	unsupportedFormat: (w) => say(`不支持的文件格式：${w}。`, `Unsupported file format: ${w}.`),
	tooLarge: (w) => say(`文件太大：${w}。`, `The file is too large: ${w}.`),
	unreadableFile: (w) => say(`文件无法读取：${w}。`, `The file cannot be read: ${w}.`),
	formulaCell: (w) =>
		say(`单元格${w}是公式，取的是文件中保存的结果。`, `Cell ${w} is a formula; its saved result was read.`),
	limitReached: (w) =>
		say(`超过上限，只读了一部分：${w}。`, `A limit was reached and only part was read: ${w}.`),
};

/** Makes a warning: one sentence per language for its code. */
export function warning(code: ReadingWarningCode, about: About = {}): ReadingWarning {
	const words = (about.words ?? "").replace(/\s+/g, " ").slice(0, 120);
	return {
		code,
		message: SENTENCES[code](words),
		line: about.line ?? null,
		item: about.item ?? null,
		field: about.field ?? null,
	};
}
