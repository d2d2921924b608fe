import type { NoticeField, ProposedNotice } from "@zhenggai/domain/close-out";
import type { Language, Reading } from "@zhenggai/domain/kernel";
import { formatPublicity } from "@zhenggai/domain/vocabulary";
import type { Numbered } from "../../importing/measure-drafts.ts";
import type { OtherEdited } from "../../importing/other-texts.ts";
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
export const isReadField = (name: string | null): name is ReadField =>
	NOTICE_FIELDS.some((field) => field === name);

/** What of a notice is being corrected. */
export type Edited = ReadField | OtherEdited;

/** One field of a notice as the wizard shows it. */
export type NoticeReading = {
	readonly field: ReadField;
	readonly text: string;
	readonly lines: readonly [number, number] | null;
	readonly trust: Trust;
	readonly confidence: number | null;
};

const numbered = (items: readonly Numbered[]): string =>
	items.map(({ number, text }) => `${number ?? ""}${text}`).join("\n");

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
			return numbered(notice.measures?.value ?? []);
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
		case "completion":
			return notice.completion?.value ?? numbered(notice.completionItems);
		default:
			return notice[field]?.value ?? "";
	}
}

/** Where a field was read and how; null for what stands in the notice without a place of its own. */
export function readingOf(notice: ProposedNotice, field: ReadField): Reading<unknown> | null {
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

/** The notice that a line of the source belongs to. */
export const noticeAtLine = (notices: readonly ProposedNotice[], line: number): ProposedNotice | undefined =>
	notices.find((notice) => notice.lines[0] <= line && line <= notice.lines[1]);

/** The narrowest field of a notice that covers a line. */
export function fieldAtLine(notice: ProposedNotice, line: number): ReadField | null {
	const covering = noticeReadings(notice, "zh-CN")
		.flatMap(({ field, lines }) => (lines === null ? [] : [{ field, from: lines[0], to: lines[1] }]))
		.filter(({ from, to }) => from <= line && line <= to)
		.sort((a, b) => a.to - a.from - (b.to - b.from));
	return covering[0]?.field ?? null;
}
