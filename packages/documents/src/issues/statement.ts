import { findMarks, type Mark } from "../text/marks.ts";
import { numeralValue } from "../text/numerals.ts";
import { type Passage, part } from "../text/view.ts";

/** A statement without its number, heading mark, reference and quotation, and the number that it carried. */
export interface Statement {
	passage: Passage;
	mark: Mark | null;
}

const REFERENCE =
	/^[^。,;:\n]{0,30}?(?:清单|方案|报告|意见|任务|问题)?(第\s?(?:[一二三四五六七八九十百零〇]{1,6}|\d{1,3})\s?(?:项|号|条|个问题|个))(?:第\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?[项条个点])?(?:整改任务|整改问题|反馈问题|整改措施|任务|问题|措施)?\s?[:,、](?!第)\s?/;
/** A number in brackets before the sentence: (任务编号26), (第十二项), (12-02). */
const BRACKETED =
	/^\(\s?((?:整改)?(?:任务|问题|事项|清单)?(?:序号|编号|号)?\s?(?:第\s?)?(?:\d{1,3}-\d{1,2}|[一二三四五六七八九十百零〇]{1,6}|\d{1,3})\s?(?:项|号|条|个问题)?)\s?\)\s?[:,、]?\s?/;
/** What the template tells the writer to do, left in by him: （按照整改方案表述填写）. */
const INSTRUCTION = /^\((?=[^()]{0,40}(?:填写|表述|描述|照抄|注明|说明))[^()]{4,40}\)/;
const LABEL_REST =
	/^(?:[^。,;:\n]{0,16}指出\s?(?=:)|整改任务|反馈问题|问题描述|问题表述|具体问题|督察报告指出|督察指出|督察反馈指出|指出)\s?[:,]\s?/;
/** 第1号河段, 第三条生产线: with nothing between it and the next word the number belongs to a thing, not to the issue. */
const NAMES_A_THING = /[号条个]$/;
const ABOUT = /^关于\s?"/;

/**
 * Takes apart the beginning of a statement: `自治区整改任务清单第十二项：…`, `十三、…`, `关于“…”的问题`. The text that
 * remains is the issue itself; its number, if it had one, is handed back as a mark.
 */
export function readStatement(passage: Passage): Statement {
	let rest = passage;
	let mark: Mark | null = null;
	for (let round = 0; round < 3; round++) {
		const reference = REFERENCE.exec(rest.norm);
		const opening = findMarks(rest.norm.slice(0, 40)).find((m) => m.start === 0);
		const label = LABEL_REST.exec(rest.norm);
		const numbered = opening && opensStatement(opening, rest) ? opening : null;
		const bracket = numbered ? null : BRACKETED.exec(rest.norm);
		const told = INSTRUCTION.exec(rest.norm);
		const end = numbered ? numbered.end : ((bracket ?? reference ?? label ?? told)?.[0].length ?? 0);
		if (end === 0) break;
		if (!mark && numbered) mark = numbered;
		else if (!mark && bracket) mark = bracketMark(bracket[1] ?? "");
		else if (!mark && reference) {
			const inner = reference[1] ?? "";
			mark = findMarks(inner)[0] ?? null;
		}
		const stop = /^[\s。.,、:]*/.exec(rest.norm.slice(end))?.[0].length ?? 0;
		const next = part(rest, end + stop, rest.text.length);
		if (!next) break;
		rest = next;
	}
	return { passage: unquoted(rest), mark };
}

/** The number between brackets as a mark: its digits are what counts, its words are kept as printed. */
function bracketMark(inner: string): Mark | null {
	const digits = /\d+|[一二三四五六七八九十百零〇]+/.exec(inner)?.[0];
	const value = digits === undefined ? null : numeralValue(digits);
	if (value === null) return null;
	const label = inner.replace(/\s+/g, "");
	return {
		style: "worded",
		value,
		label,
		printed: label,
		start: 0,
		end: inner.length,
		lineStart: true,
		boundary: true,
		glued: false,
	};
}

/** Whether a mark numbers the statement as a whole rather than the first of several points inside it. */
function opensStatement(mark: Mark, passage: Passage): boolean {
	if (mark.style === "cnIs" || mark.style === "ordinal") return false;
	if (NAMES_A_THING.test(mark.printed) && !/^[\s"]/.test(passage.norm.slice(mark.end))) return false;
	if (mark.value !== 1) return true;
	return !findMarks(passage.norm).some((m) => m.style === mark.style && m.value === 2 && m.boundary);
}

/** 关于“原文”的问题 → 原文. Quotation marks inside the quoted text are kept. */
function unquoted(passage: Passage): Passage {
	const about = ABOUT.exec(passage.norm);
	const opens = about
		? about[0].length
		: passage.norm.startsWith('"') && /"[。]?$/.test(passage.norm)
			? 1
			: 0;
	if (opens === 0) return passage;
	const close = passage.norm.lastIndexOf('"');
	const tail = passage.norm.slice(close + 1).trim();
	const closes =
		close > opens && /^(?:的?(?:问题|反馈问题|整改任务|事项|情况|整改情况|整改))?[。,;]?$/.test(tail);
	if (!closes && !about) return passage;
	return part(passage, opens, closes ? close : passage.text.length) ?? passage;
}
