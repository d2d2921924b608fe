import { dateOf, type IsoDate } from "@zhenggai/domain/kernel";

const TITLE =
	/(?:方案|清单|任务表|台账|公示|通报|一览表|情况表|通告|公告|报告|说明|公开|意见|情况|总表|明细表)(?:\(.{0,20}\))?$/;

/** The line that names the document: the first that ends like a title, above the text. Null when none does. */
export function documentTitle(
	folded: readonly string[],
	lines: readonly string[],
	chrome: ReadonlySet<number>,
): string | null {
	for (let i = 0; i < Math.min(folded.length, 40); i++) {
		const line = (folded[i] ?? "").replace(/^[#\s|]+|[\s|]+$/g, "");
		if (chrome.has(i + 1) || line.length < 6 || line.length > 80 || /[。;:,]/.test(line)) continue;
		if (TITLE.test(line)) return (lines[i] ?? "").replace(/^[#\s|｜]+|[\s|｜]+$/g, "");
	}
	return null;
}

const STATED =
	/(?:发布(?:时间|日期)|成文日期|印发日期|时间)\s?:\s?((?:19|20)\d{2})\s?[-年./]\s?(\d{1,2})\s?[-月./]\s?(\d{1,2})/;

/** The publication date, where a line of the page states it outright. */
export function documentDate(folded: readonly string[]): IsoDate | null {
	for (const line of folded.slice(0, 40)) {
		const match = line.length < 200 ? STATED.exec(line) : null;
		const date = match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
		if (date) return date;
	}
	return null;
}
