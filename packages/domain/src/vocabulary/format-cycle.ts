import type { Language } from "../kernel/index.ts";

// A file of its own: nothing of the first page shows a cycle.

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const monthOf = (n: number): string => MONTHS.slice(3 * (n - 1), 3 * n);

/**
 * A reporting cycle by its key: `2026年3月`, `2026年第一季度`, `2026年上半年`, `2026年`; a fortnight by its first day. A
 * key of another form stays as it is.
 */
export function formatCycle(key: string, language: Language): string {
	const found = /^(\d{4})(?:-([QH]?)(\d{1,2}))?(?:-(\d{2}))?$/.exec(key);
	if (found === null) return key;
	const [, year = "", kind = "", part = "", day = ""] = found;
	const nth = Number(part);
	const isEn = language === "en";
	if (day !== "") {
		return isEn
			? `the fortnight of ${Number(day)} ${monthOf(nth)} ${year}`
			: `${year}年${nth}月${Number(day)}日起两周`;
	}
	if (part === "") return isEn ? year : `${year}年`;
	if (kind !== "" && isEn) return `${kind}${nth} ${year}`;
	if (kind === "Q") return `${year}年第${"一二三四".charAt(nth - 1)}季度`;
	if (kind === "H") return `${year}年${nth === 1 ? "上" : "下"}半年`;
	return isEn ? `${monthOf(nth)} ${year}` : `${year}年${nth}月`;
}
