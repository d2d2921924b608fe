import type { ProposedNotice } from "@zhenggai/domain/close-out";
import { numeral } from "@zhenggai/domain/issues";
import type { IsoDate, Place, Reading } from "@zhenggai/domain/kernel";
import type { MeasureDraft } from "../../importing/measure-drafts.ts";
import { withOther } from "../../importing/other-texts.ts";
import { NOTICE_FIELDS, noticeText, type ReadField, readingOf } from "./notice-fields.ts";

const TEXTS = ["number", "statement", "deadline", "goal", "completion", "contact"] as const;
const LISTS = ["receiptNumbers", "responsibleUnits", "supervisingUnits", "acceptanceUnits"] as const;
type TextField = (typeof TEXTS)[number] | (typeof LISTS)[number];

/** A field whose words are corrected as they stand. */
export const isTextField = (field: ReadField): field is TextField =>
	TEXTS.some((other) => other === field) || LISTS.some((other) => other === field);

/** The fields that a text without a field of its own can be made. */
export const ASSIGNABLE = NOTICE_FIELDS.filter(isTextField);

/** What a clerk says of one field. An empty text is "the notice does not say". */
export type NoticeCorrection =
	| { readonly field: TextField; readonly value: string }
	| { readonly field: "publicity"; readonly value: { start: IsoDate; end: IsoDate } | null }
	| { readonly field: "measures"; readonly value: readonly MeasureDraft[] }
	/** One of the texts without a field; empty leaves it out. */
	| { readonly field: "otherFields"; readonly index: number; readonly value: string }
	/** The same put into a field, behind what stands there. */
	| { readonly field: "otherFields"; readonly index: number; readonly as: TextField };

function certain<T>(notice: ProposedNotice, old: Reading<unknown> | null, value: T): Reading<T> {
	const place = old?.place ?? { line: notice.lines[0], endLine: notice.lines[1], cells: null };
	return { value, raw: old?.raw ?? "", place, confidence: 1 };
}

const split = (text: string): string[] => [
	...new Set(
		text
			.split(/[、，,;；\n]+/)
			.map((part) => part.trim())
			.filter((part) => part !== ""),
	),
];

/** The notice with one field as the clerk says. */
export function correctNotice(notice: ProposedNotice, correction: NoticeCorrection): ProposedNotice {
	switch (correction.field) {
		case "publicity": {
			const { value } = correction;
			const publicity = value === null ? null : certain(notice, readingOf(notice, "publicity"), value);
			return { ...notice, publicity };
		}
		case "measures": {
			const measures = correction.value.flatMap(({ number, text }) =>
				text.trim() === "" ? [] : [{ number: number.trim() || null, text: text.trim() }],
			);
			return {
				...notice,
				measures: measures.length === 0 ? null : certain(notice, notice.measures, measures),
			};
		}
		case "otherFields":
			if ("as" in correction) return assignOther(notice, correction.index, correction.as);
			return { ...notice, otherFields: withOther(notice.otherFields, correction.index, correction.value) };
		default:
			return correctText(notice, correction.field, correction.value.trim());
	}
}

function correctText(notice: ProposedNotice, field: TextField, text: string): ProposedNotice {
	switch (field) {
		case "number":
			return { ...notice, number: text || null, seq: text === "" ? null : numeral(text) };
		case "receiptNumbers":
			return { ...notice, receiptNumbers: split(text) };
		case "responsibleUnits":
		case "supervisingUnits":
		case "acceptanceUnits": {
			const names = split(text);
			return { ...notice, [field]: names.length === 0 ? null : certain(notice, notice[field], names) };
		}
		case "deadline": {
			if (text === notice.deadline?.value.text) return notice;
			// The date belonged to the words that were read; a notice shows its deadline in words.
			const value = { text, category: null, point: null };
			return { ...notice, deadline: text === "" ? null : certain(notice, notice.deadline, value) };
		}
		case "completion":
			// Its items belonged to the words that were read.
			return {
				...notice,
				completion: text === "" ? null : certain(notice, notice.completion, text),
				completionItems: [],
			};
		default:
			return { ...notice, [field]: text === "" ? null : certain(notice, notice[field], text) };
	}
}

function assignOther(notice: ProposedNotice, index: number, field: TextField): ProposedNotice {
	const other = notice.otherFields[index];
	if (other === undefined) return notice;
	const before = noticeText(notice, field, "zh-CN");
	const without = { ...notice, otherFields: withOther(notice.otherFields, index, "") };
	const next = correctText(without, field, before === "" ? other.text : `${before}\n${other.text}`);
	return before === "" ? at(next, field, other.place) : next;
}

/** A field that stood nowhere stands where its text was. */
function at(notice: ProposedNotice, field: TextField, place: Place): ProposedNotice {
	const read = readingOf(notice, field);
	return read === null ? notice : { ...notice, [field]: { ...read, place } };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of a notice can be otherwise than it was read. */
export type Corrected = ReadField | "otherFields";
const CORRECTED: readonly Corrected[] = [...NOTICE_FIELDS, "otherFields"];

/** The fields that a clerk has set otherwise than they were read. */
export const correctedNoticeFields = (
	notice: ProposedNotice,
	asRead: ProposedNotice,
): ReadonlySet<Corrected> =>
	new Set(
		CORRECTED.filter(
			(field) =>
				!same(notice[field], asRead[field]) ||
				(field === "completion" && !same(notice.completionItems, asRead.completionItems)),
		),
	);

/** The notice with one field as it was read. */
export const restoreNoticeField = (
	notice: ProposedNotice,
	asRead: ProposedNotice,
	field: ReadField,
): ProposedNotice => ({
	...notice,
	[field]: asRead[field],
	...(field === "number" ? { seq: asRead.seq } : {}),
	...(field === "completion" ? { completionItems: asRead.completionItems } : {}),
});
