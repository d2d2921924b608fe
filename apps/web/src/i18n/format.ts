import type { Deadline, Instant, IsoDate, Language } from "@zhenggai/domain/kernel";
import {
	formatDate,
	formatDaysLeft,
	formatDeadline,
	formatInstant,
	formatNames,
	type Labels,
	labelOr,
} from "@zhenggai/domain/vocabulary";
import { isInstant, isIsoDate } from "../iso-date.ts";
import { language } from "./index.ts";

/** Seconds as a short age: 45秒, 3分钟, 2小时, 5天. */
export function ageIn(seconds: number, lang: Language): string {
	const steps: readonly [number, number, string, string][] = [
		[60, 1, "秒", " s"],
		[3600, 60, "分钟", " min"],
		[86_400, 3600, "小时", " h"],
		[Number.POSITIVE_INFINITY, 86_400, "天", " d"],
	];
	for (const [below, unit, zh, en] of steps) {
		if (seconds < below) return `${Math.max(0, Math.floor(seconds / unit))}${lang === "en" ? en : zh}`;
	}
	return "";
}

/** A whole number with separators: 10,000. */
export const countText = (n: number): string => n.toLocaleString("en-US");

/** The number of rows, `10,000+` where the count stopped at its bound. */
export const totalText = (total: { count: number; exact: boolean }): string =>
	`${countText(total.count)}${total.exact ? "" : "+"}`;

// The same in the language of the interface; reactive where they are called in JSX.
/** A date that comes as plain text; what is no day of the calendar stays as it is. */
export const dateText = (value: string): string => (isIsoDate(value) ? formatDate(value, language()) : value);
export const date = (value: IsoDate): string => formatDate(value, language());
/** The same for a moment that comes as plain text; what is no moment stays as it is. */
export const momentText = (value: string): string =>
	isInstant(value) ? formatInstant(value, language()) : value;
export const moment = (value: Instant): string => formatInstant(value, language());
export const age = (seconds: number): string => ageIn(seconds, language());
export const deadlineText = (value: Deadline | null): string => formatDeadline(value, language());
export const daysLeftText = (value: number | null): string => formatDaysLeft(value, language());
export const names = (list: readonly string[]): string => formatNames(list, language());

/** The word of an enum's value. */
export const word = <K extends string>(labels: Labels<K>, value: string): string =>
	labelOr(labels, value, language());
