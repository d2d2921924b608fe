import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import type { OtherField, Reading, ReadingWarning } from "@zhenggai/domain/kernel";
import type { ComplaintField } from "../text/columns.ts";
import { flow } from "../text/flow.ts";
import { numeralValue } from "../text/numerals.ts";
import { readingOf } from "../text/reading-of.ts";
import { channelOf, findReceipts } from "../text/receipts.ts";
import { type Passage, placeOf } from "../text/view.ts";
import { warning } from "../warnings.ts";
import { readRegion, readStatus, readTypes, readVerdict } from "./values.ts";

/** One row of a complaint table, cut out but not yet read. */
export interface ComplaintDraft {
	cells: { field: ComplaintField; word: string; passage: Passage }[];
	lines: [number, number];
	confidence: number;
}

/** What the header lines above a table say for all its rows. */
export interface TableContext {
	batch: number | null;
	/** A prefix printed once for all receipts (访受〔2021〕). */
	receiptPrefix: string | null;
}

const CHANNELS: readonly (readonly [RegExp, "phone" | "letter" | "wechat" | "other"])[] = [
	[/来电|电话/, "phone"],
	[/来信|信件|邮/, "letter"],
	[/微信|网络|公众号/, "wechat"],
	[/来访|走访|其他/, "other"],
];

const integer = (text: string): number | null => {
	const digits = /^[^\d一二三四五六七八九十百]{0,2}(\d{1,5}|[一二三四五六七八九十百]{1,5})\D{0,2}$/.exec(
		text.replace(/\s+/g, ""),
	);
	return digits?.[1] ? numeralValue(digits[1]) : null;
};

const cleaned = (passage: Passage): string =>
	flow(passage.text).replace(/\n(?=[^\d一二三四五六七八九十(（①-⑳])/g, "");

/** Reads one row. A verdict or status that stands only inside the findings is not taken as the row's own. */
export function buildComplaint(
	draft: ComplaintDraft,
	key: string,
	context: TableContext,
): { complaint: ProposedComplaint; warnings: ReadingWarning[] } {
	const of = (field: ComplaintField): Passage | null =>
		draft.cells.find((cell) => cell.field === field)?.passage ?? null;
	const words = (field: ComplaintField): Reading<string> | null => {
		const passage = of(field);
		return passage ? readingOf(cleaned(passage), passage, draft.confidence) : null;
	};
	const read = <T>(field: ComplaintField, value: (text: string) => T | null): Reading<T> | null => {
		const passage = of(field);
		const found = passage ? value(passage.text) : null;
		return passage && found !== null ? readingOf(found, passage, draft.confidence) : null;
	};
	const receipt = receiptOf(of("receipt"), context);
	const channelText = of("channel")?.norm ?? "";
	const channel =
		CHANNELS.find(([pattern]) => pattern.test(channelText))?.[1] ??
		(receipt.number ? channelOf(receipt.number) : null);
	// 办理结果：属实，已办结 says both.
	const verdict =
		read("verdict", readVerdict) ?? read("status", (text) => (/属实/.test(text) ? readVerdict(text) : null));
	const cited = new Set(
		draft.cells
			.filter(({ field }) => field !== "receipt" && field !== "seq")
			.flatMap(({ passage }) =>
				findReceipts(passage.norm)
					.filter(({ number }) => /\d{6}/.test(number))
					.map(({ number }) => number),
			),
	);
	cited.delete(receipt.number ?? "");
	const star =
		/[*★☆]/.test(of("receipt")?.norm ?? "") || /[*★☆]|^是$|重点/.test(of("remarks")?.norm.trim() ?? "");
	const complaint: ProposedComplaint = {
		key,
		seq: integer(of("seq")?.norm ?? ""),
		receiptNumber: receipt.number,
		citedReceipts: [...cited],
		isKey: star,
		batch: integer((of("batch")?.norm ?? "").replace(/[第批]/g, "")) ?? receipt.batch ?? context.batch,
		channel,
		summary: words("summary"),
		region: regionOf(draft, of),
		pollutionTypes: read("types", readTypes),
		investigation: words("investigation"),
		verdict,
		closureTarget: words("target"),
		handling: words("handling"),
		status: read("status", readStatus),
		accountability: words("accountability"),
		remarks: words("remarks"),
		otherFields: draft.cells
			.filter(({ field }) => field === "other")
			.map(
				({ word, passage }): OtherField => ({ label: word, text: cleaned(passage), place: placeOf(passage) }),
			),
		lines: draft.lines,
	};
	return { complaint, warnings: review(complaint, draft) };
}

function receiptOf(
	passage: Passage | null,
	context: TableContext,
): { number: string | null; batch: number | null } {
	if (!passage) return { number: null, batch: null };
	const batch = /第\s?([一二三四五六七八九十\d]{1,4})\s?批/.exec(passage.norm);
	const dense = passage.norm.replace(/\s+/g, "");
	const found = findReceipts(dense.replace(/第[一二三四五六七八九十\d]{1,4}批/, " "))[0];
	const plain =
		found?.number ?? dense.replace(/第[一二三四五六七八九十\d]{1,4}批/, "").replace(/^[*★☆#]+|[*★☆#]+$/g, "");
	const number =
		plain === "" ? null : context.receiptPrefix && /^\d/.test(plain) ? context.receiptPrefix + plain : plain;
	return { number, batch: batch?.[1] ? numeralValue(batch[1]) : null };
}

function regionOf(
	draft: ComplaintDraft,
	of: (field: ComplaintField) => Passage | null,
): ProposedComplaint["region"] {
	const [city, county] = [of("city"), of("region")];
	const passage = county ?? city;
	const parts = [city, county].flatMap((part) => (part ? (readRegion(part.text) ?? []) : []));
	return passage && parts.length > 0
		? readingOf([...new Set(parts)].join(""), passage, draft.confidence)
		: null;
}

function review(complaint: ProposedComplaint, draft: ComplaintDraft): ReadingWarning[] {
	const about = { line: complaint.lines[0], item: complaint.key };
	const out: ReadingWarning[] = [];
	const verdictCell = draft.cells.find(({ field }) => field === "verdict");
	if (verdictCell && !complaint.verdict) {
		out.push(warning("damagedText", { ...about, field: "verdict" }));
	}
	const findings = complaint.investigation?.value ?? "";
	const says = complaint.verdict?.value;
	const conclusion = /(?:综上|综合来看|总体来看|因此|总之)[^。]{0,40}?(不属实|部分属实|基本属实|属实)/.exec(
		findings,
	)?.[1];
	if (conclusion && says && readVerdict(conclusion) !== says) {
		out.push(
			warning("conflictingVerdict", {
				...about,
				field: "verdict",
				words: `${complaint.verdict?.raw ?? ""} / ${conclusion}`,
			}),
		);
	}
	return out;
}
