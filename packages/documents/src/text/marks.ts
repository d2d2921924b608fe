import { CN, numeralValue } from "./numerals.ts";

/** How an enumeration mark is written. Marks of one style form one sequence. */
export type MarkStyle =
	| "cnDun" // 一、
	| "cnParen" // （一）
	| "arDot" // 1.
	| "arDun" // 1、
	| "arParen" // (1)
	| "arHalf" // 1)
	| "circled" // ①
	| "arDotted" // ⒈
	| "arWrapped" // ⑴
	| "cnWrapped" // ㈠
	| "cnIs" // 一是
	| "ordinal" // 第一，
	| "worded" // 序号一 问题二十 第12项 第07号 编号8
	| "measure" // 措施1：
	| "sub"; // 38-2

export interface Mark {
	style: MarkStyle;
	value: number;
	/** The number as printed, without the punctuation around it. */
	label: string;
	/** The mark as printed, with its punctuation. */
	printed: string;
	start: number;
	end: number;
	/** Nothing but space stands before it in its line. */
	lineStart: boolean;
	/** A sentence end, a closing bracket or a space stands before it. */
	boundary: boolean;
	/** A bracketed Chinese number between two words, as lost line ends leave it: …不够到位(一)一些…. */
	glued: boolean;
}

const WORDED = `(?:整改任务|反馈问题|任务|问题|序号|编号|整改事项|事项)[^\\S\\n]{0,2}(?:${CN}{1,5}|\\d{1,3}(?:-\\d{1,2})?)(?=[:、,\\s(【"]|关于)[:、,]?|第\\s?(?:${CN}{1,5}|\\d{1,3})\\s?(?:项(?!目)|号|条|个)(?!、第)(?:整改)?(?:任务|问题)?[:.、,。]?`;

const MEASURE = `(?:整改|具体|工作)?措施[^\\S\\n]?(?:${CN}{1,3}|\\d{1,2}|\\([^\\S\\n]?(?:${CN}{1,3}|\\d{1,2})[^\\S\\n]?\\))[^\\S\\n]?:`;

const PATTERNS: readonly (readonly [MarkStyle, string])[] = [
	["measure", MEASURE],
	["worded", WORDED],
	["cnParen", `\\(\\s?${CN}{1,5}\\s?\\)[、.,]?`],
	["arParen", "\\(\\s?\\d{1,3}\\s?\\)[、.,]?"],
	["cnIs", `(?:${CN}{1,3})是(?=[^否不])`],
	["ordinal", `第${CN}{1,3}(?=[,:、是])[,:、是]`],
	["cnDun", `${CN}{1,5}\\s?,?[、.](?![一二三四五六七八九十]{1,3}[、级类号])`],
	[
		"sub",
		"\\d{1,3}-\\d{1,2}(?=[、.\\s\\u4e00-\\u9fff])(?!月|日|年|时|号|天|个|万|亿|米|吨|倍|公里|家)[、.]?",
	],
	["arDot", "\\d{1,3}\\s?\\.(?!\\d)|\\d{1,3}\\.(?=(?:19|20)\\d\\d\\s?年|\\d{1,2}月(?!份))"],
	["arDun", "\\d{1,3}\\s?,?、(?!\\d+(?:号|#|级))"],
	["arHalf", "\\d{1,2}\\)"],
	["circled", "[①-⑳㉑-㉟]"],
	["arDotted", "[⒈-⒛]"],
	["arWrapped", "[⑴-⒇]"],
	["cnWrapped", "[㈠-㈩]"],
];

const ALL = new RegExp(PATTERNS.map(([style, source]) => `(?<${style}>${source})`).join("|"), "gu");

const BASES: Readonly<Partial<Record<MarkStyle, number>>> = {
	arDotted: 0x2488,
	arWrapped: 0x2474,
	cnWrapped: 0x3220,
};

function numberIn(style: MarkStyle, printed: string): number | null {
	if (style === "circled") {
		const unit = printed.charCodeAt(0);
		return unit >= 0x3251 ? unit - 0x3251 + 21 : unit - 0x2460 + 1;
	}
	const base = BASES[style];
	if (base !== undefined) return printed.charCodeAt(0) - base + 1;
	const digits = /\d+|[零〇一二两三四五六七八九十百]+/.exec(printed);
	return digits ? numeralValue(digits[0]) : null;
}

/** The number inside a mark as the document prints it: 十七, 序号十, 第12项, 38-2. */
function labelOf(style: MarkStyle, printed: string): string {
	if (style === "worded" || style === "sub") return printed.replace(/[\s:.、,]+/g, "");
	return /\d+|[零〇一二两三四五六七八九十百]+/.exec(printed)?.[0] ?? printed;
}

const BOUNDARY = /[。;!?)"】|\s:]/;

/**
 * Every enumeration mark of a folded text, in order. `boundary` and `lineStart` say how well each stands; a caller
 * that follows a sequence may take marks without either. Decimals, ranges (1-12月份), standards (HJ/T433) and
 * numbers inside words are not marks.
 */
export function findMarks(norm: string): Mark[] {
	const marks: Mark[] = [];
	for (const match of norm.matchAll(ALL)) {
		const style = PATTERNS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
		if (!style) continue;
		const start = match.index;
		const value = numberIn(style, match[0]);
		if (value === null || value > 999) continue;
		const before = norm.charAt(start - 1);
		if (/[\dA-Za-z.第约/-]/.test(before)) continue;
		if (style.startsWith("cn") && /[零〇一二两三四五六七八九十百第]/.test(before)) continue;
		const lineStart = onlySpaceBefore(norm, start);
		const boundary = lineStart || BOUNDARY.test(before) || opensGlued(norm, start, start + match[0].length);
		if (!boundary && (style === "worded" || style === "measure" || style === "sub" || style === "arHalf"))
			continue;
		const printed = match[0];
		marks.push({
			style,
			value,
			label: labelOf(style, printed),
			printed,
			start,
			end: start + printed.length,
			lineStart,
			boundary,
			glued:
				(style === "cnParen" || style === "arDot") &&
				/[\u4e00-\u9fff]/.test(before) &&
				/^[\u4e00-\u9fff\d"](?<![期类级号标至项款条])/.test(
					norm.slice(start + printed.length, start + printed.length + 1),
				) &&
				!/[件表图条款第]/.test(before),
		});
	}
	return marks;
}

/** A number that a lost line end glued to a title (…整改进展清单一、关于“…”) or that opens 关于“…”. */
const opensGlued = (norm: string, start: number, end: number): boolean =>
	norm.startsWith("关于", end) ||
	/(?:清单|方案|公示|一览表|情况表|任务表)$/.test(norm.slice(Math.max(0, start - 4), start));

/** Signs that decorate the beginning of a line and mean nothing: bullets, Markdown marks. */
export const BULLETS = "#*>•●■◆▲★·◇◎☆※▶►▷▸▪➢➤✦❖○〇□";

const DECORATION = new Set([" ", "【", "|", "-", ...BULLETS]);

function onlySpaceBefore(norm: string, offset: number): boolean {
	for (let i = offset - 1; i >= 0 && offset - i < 40; i--) {
		const char = norm.charAt(i);
		if (char === "\n") return true;
		if (!DECORATION.has(char)) return false;
	}
	return offset < 40;
}

/** Numbers such as 38-2 do not count on by one. */
export const isSubNumber = (mark: Mark): boolean => mark.style === "sub" || /\d-\d/.test(mark.label);
