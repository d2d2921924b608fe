import { dateOf, type IsoDate } from "../kernel/index.ts";
import type { ComplaintChannel } from "./schema.ts";

/**
 * A receipt number taken apart. `letters` stay letters: two of them can stand for several provinces (SX), so no
 * place is ever derived from a receipt number (domain.md §2.5).
 */
export type ParsedReceipt = {
	/** What two printings of one number share: the form in which numbers are compared. */
	readonly key: string;
	/** `national` D3SX202505280018; `regionCode` X370000201811280001; `dated` any prefix, a day and a number. */
	readonly form: "national" | "regionCode" | "dated" | "other";
	/** By the first letter: D and 电 are calls, X and 信 letters (INF). */
	readonly channel: Extract<ComplaintChannel, "phone" | "letter"> | null;
	readonly round: number | null;
	readonly letters: string | null;
	/** The day inside the number, which is the day of its batch (INF); null where none is a day of the calendar. */
	readonly day: IsoDate | null;
	readonly serial: string | null;
};

const NATIONAL = /^[DX](\d)([A-Z]{2})((?:19|20)\d{6})(\d{2,4})$/;
const REGION_CODE = /^[DX]([1-9]\d{5})((?:19|20)\d{6})(\d{2,4})$/;
/** Eight digits of a day with a number behind them, unbroken as printed: 〔2021〕0530001 names no day for certain. */
const DATED = /(?<!\d)((?:19|20)\d{6})(\d{2,5})号?$/;
const DECORATION = /[\s\p{P}\p{S}]+|^第[\d一二三四五六七八九十百]+批|号$/gu;

const dayOf = (digits: string | undefined): IsoDate | null =>
	digits === undefined
		? null
		: dateOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));

function channelOf(key: string): ParsedReceipt["channel"] {
	if (/^(?:D\d|电)/.test(key)) return "phone";
	return /^(?:X\d|信)/.test(key) ? "letter" : null;
}

/** The form in which receipt numbers are compared: one width, capitals, without marks, spaces and 号. */
export const receiptKey = (raw: string): string =>
	raw.normalize("NFKC").toUpperCase().replace(DECORATION, "");

/** Takes a receipt number apart, as far as its form is known. Never guesses: what does not fit stays null. */
export function parseReceipt(raw: string): ParsedReceipt {
	const key = receiptKey(raw);
	const rest = { key, channel: channelOf(key), round: null, letters: null, day: null, serial: null };
	const national = NATIONAL.exec(key);
	if (national !== null) {
		const [, round, letters, digits, serial] = national;
		return {
			...rest,
			form: "national",
			round: Number(round),
			letters: letters ?? null,
			day: dayOf(digits),
			serial: serial ?? null,
		};
	}
	const coded = REGION_CODE.exec(key);
	if (coded !== null) {
		return { ...rest, form: "regionCode", day: dayOf(coded[2]), serial: coded[3] ?? null };
	}
	const dated = DATED.exec(raw.normalize("NFKC").replace(/\s+/gu, ""));
	const day = dayOf(dated?.[1]);
	return day === null
		? { ...rest, form: "other" }
		: { ...rest, form: "dated", day, serial: dated?.[2] ?? null };
}
