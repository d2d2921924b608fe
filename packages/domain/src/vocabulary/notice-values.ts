import type { NoticeField, PublicityLength, PublicityPeriod } from "../close-out/index.ts";
import type { IsoDate, Language } from "../kernel/index.ts";
import { formatDate } from "./format.ts";
import { isLabelled, labelOr } from "./label.ts";
import { noticeKind, publicityUnit } from "./notices.ts";

const lengthText = (days: number, unit: PublicityLength["unit"], language: Language): string =>
	language === "zh-CN"
		? `${days}${publicityUnit[unit].zh}`
		: `${days} ${publicityUnit[unit].en.toLowerCase()}`;

/** A publicity as people read it: its days, its printed length, or both. Empty where a notice states neither. */
export function formatPublicity(
	publicity: Pick<PublicityPeriod, "start" | "end"> | null,
	length: PublicityLength | null,
	language: Language,
): string {
	const stated = length === null ? "" : lengthText(length.days, length.unit, language);
	if (publicity === null) return stated;
	const [from, to] = [formatDate(publicity.start, language), formatDate(publicity.end, language)];
	const zh = language === "zh-CN";
	const period = zh ? `${from}至${to}` : `${from} – ${to}`;
	if (stated === "") return period;
	return zh ? `${period}（${stated}）` : `${period} (${stated})`;
}

const isDate = (text: string | undefined): text is IsoDate =>
	text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

function publicityText(text: string, language: Language): string {
	const [start, end] = (text.split(" ").find((part) => part.includes("/")) ?? "").split("/");
	const [, days, unit] = /(\d+) ([a-zA-Z]+)$/.exec(text) ?? [];
	const period = isDate(start) && isDate(end) ? { start, end } : null;
	const length = unit !== undefined && isLabelled(publicityUnit, unit) ? { days: Number(days), unit } : null;
	return formatPublicity(period, length, language) || text;
}

/**
 * One side of a difference as people read it: `text` as a preview gives it (the kind as its code, the publicity as
 * `2026-03-02/2026-03-13 10 workingDay`), in the words of the trade.
 */
export function noticeValueText(field: NoticeField, text: string, language: Language): string {
	switch (field) {
		case "kind":
			return labelOr(noticeKind, text, language);
		case "publicity":
			return publicityText(text, language);
		default:
			return text;
	}
}
