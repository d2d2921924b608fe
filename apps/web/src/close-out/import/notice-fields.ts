import type { NoticeField, ProposedNotice } from "@zhenggai/domain/close-out";
import type { IsoDate, Language, Reading } from "@zhenggai/domain/kernel";
import { formatPublicity } from "@zhenggai/domain/vocabulary";
import { type Trust, trustOf } from "../../importing/trust.ts";

/** The fields of a notice that the wizard shows, in the order of a notice. */
export const NOTICE_FIELDS = [
	"number",
	"statement",
	"receiptNumbers",
	"responsibleUnits",
	"supervisingUnits",
	"acceptanceUnits",
	"deadline",
	"goal",
	"measures",
	"completion",
	"publicity",
	"contact",
] as const satisfies readonly (NoticeField & keyof ProposedNotice)[];
export type ReadField = (typeof NOTICE_FIELDS)[number];

const TEXTS = [
	"number",
	"statement",
	"goal",
	"completion",
	"contact",
] as const satisfies readonly ReadField[];
const LISTS = [
	"receiptNumbers",
	"responsibleUnits",
	"supervisingUnits",
	"acceptanceUnits",
] as const satisfies readonly ReadField[];

/** What a clerk says of one field. An empty text is "the notice does not say". */
export type NoticeCorrection =
	| { readonly field: (typeof TEXTS)[number] | (typeof LISTS)[number]; readonly value: string }
	| { readonly field: "publicity"; readonly value: { start: IsoDate; end: IsoDate } | null };

/** A field whose words are corrected as they stand. */
export const isTextField = (field: ReadField): field is Exclude<NoticeCorrection["field"], "publicity"> =>
	TEXTS.some((other) => other === field) || LISTS.some((other) => other === field);

/** One field of a notice as the wizard shows it. */
export type NoticeReading = {
	readonly field: ReadField;
	readonly text: string;
	readonly lines: readonly [number, number] | null;
	readonly trust: Trust;
	readonly confidence: number | null;
};

/** A field of a notice in words; empty where it says nothing. */
export function noticeText(notice: ProposedNotice, field: ReadField, language: Language): string {
	switch (field) {
		case "number":
			return notice.number ?? "";
		case "receiptNumbers":
			return notice.receiptNumbers.join("、");
		case "deadline":
			return notice.deadline?.value.text ?? "";
		case "measures":
			return (notice.measures?.value ?? []).map(({ number, text }) => `${number ?? ""}${text}`).join("\n");
		case "publicity":
			return formatPublicity(
				notice.publicity?.value ?? null,
				notice.publicityLength?.value ?? null,
				language,
			);
		case "responsibleUnits":
		case "supervisingUnits":
		case "acceptanceUnits":
			return notice[field]?.value.join("、") ?? "";
		default:
			return notice[field]?.value ?? "";
	}
}

function readingOf(notice: ProposedNotice, field: ReadField): Reading<unknown> | null {
	if (field === "number" || field === "receiptNumbers") return null;
	return field === "publicity" ? (notice.publicity ?? notice.publicityLength) : notice[field];
}

/** What every notice is expected to say; the rest is shown where it is said. */
const EXPECTED: ReadonlySet<ReadField> = new Set(["statement", "completion", "publicity"]);

/** The fields of a notice with their places and how far each is to be trusted. */
export function noticeReadings(notice: ProposedNotice, language: Language): NoticeReading[] {
	return NOTICE_FIELDS.flatMap((field): NoticeReading[] => {
		const text = noticeText(notice, field, language);
		const read = readingOf(notice, field);
		if (text === "") {
			return EXPECTED.has(field) ? [{ field, text, lines: null, trust: "missing", confidence: null }] : [];
		}
		const lines = read === null ? notice.lines : ([read.place.line, read.place.endLine] as const);
		const confidence = read?.confidence ?? null;
		return [{ field, text, lines, trust: trustOf(confidence ?? 1), confidence }];
	});
}

/** Whether anything of the notice was read with doubt, or what it is about or says is missing. */
export const noticeNeedsEye = (notice: ProposedNotice): boolean =>
	noticeReadings(notice, "zh-CN").some(({ trust }) => trust !== "sure");

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
		case "number":
			return { ...notice, number: correction.value.trim() || null };
		case "receiptNumbers":
			return { ...notice, receiptNumbers: split(correction.value) };
		case "publicity":
			return {
				...notice,
				publicity:
					correction.value === null
						? null
						: certain(notice, readingOf(notice, "publicity"), correction.value),
			};
		case "responsibleUnits":
		case "supervisingUnits":
		case "acceptanceUnits": {
			const names = split(correction.value);
			const units = names.length === 0 ? null : certain(notice, notice[correction.field], names);
			return { ...notice, [correction.field]: units };
		}
		default: {
			const text = correction.value.trim();
			const said = text === "" ? null : certain(notice, notice[correction.field], text);
			return { ...notice, [correction.field]: said };
		}
	}
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that a clerk has set otherwise than they were read. */
export const correctedNoticeFields = (
	notice: ProposedNotice,
	asRead: ProposedNotice,
): ReadonlySet<ReadField> => new Set(NOTICE_FIELDS.filter((field) => !same(notice[field], asRead[field])));

/** The notice with one field as it was read. */
export const restoreNoticeField = (
	notice: ProposedNotice,
	asRead: ProposedNotice,
	field: ReadField,
): ProposedNotice => ({ ...notice, [field]: asRead[field] });
