import type {
	ComplaintChannel,
	ComplaintElements,
	ComplaintStatus,
	PollutionType,
	Verdict,
} from "@zhenggai/domain/complaints";
import { isLabelled, type Labels, vocab } from "@zhenggai/domain/vocabulary";
import type { ComplaintCommandOf } from "../../types.ts";

const TEXTS = [
	"seq",
	"receiptNumber",
	"batch",
	"batchDay",
	"regionText",
	"typesText",
	"summary",
	"investigation",
	"closureTarget",
	"handling",
	"accountability",
	"remarks",
] as const;
type TextKey = (typeof TEXTS)[number];

/** The contents of a complaint as a form holds them: texts as typed, empty for "not stated". */
export type ElementDraft = Record<TextKey, string> & {
	channel: ComplaintChannel | "";
	isKey: boolean;
	places: string[];
	pollutionTypes: PollutionType[];
	verdict: Verdict | "";
	status: ComplaintStatus | "";
	/** One a line, as `栏目：内容`. */
	otherFields: string;
};

/** What an amendment may change, as the API takes it. */
export type ElementChanges = ComplaintCommandOf<"amendComplaint">["changes"];
type Values = Required<{ [K in keyof ElementChanges]: Exclude<ElementChanges[K], undefined> }>;

/** The draft of a complaint as it stands; of nothing for a new one. */
export function draftOf(elements: ComplaintElements | null): ElementDraft {
	const text = (key: TextKey): string => {
		const value = elements?.[key] ?? null;
		return value === null ? "" : String(value);
	};
	return {
		seq: text("seq"),
		receiptNumber: text("receiptNumber"),
		batch: text("batch"),
		batchDay: text("batchDay"),
		regionText: text("regionText"),
		typesText: text("typesText"),
		summary: text("summary"),
		investigation: text("investigation"),
		closureTarget: text("closureTarget"),
		handling: text("handling"),
		accountability: text("accountability"),
		remarks: text("remarks"),
		channel: elements?.channel ?? "",
		isKey: elements?.isKey ?? false,
		places: [...(elements?.places ?? [])],
		pollutionTypes: [...(elements?.pollutionTypes ?? [])],
		verdict: elements?.verdict ?? "",
		status: elements?.status ?? "",
		otherFields: (elements?.otherFields ?? [])
			.map(({ label, text: words }) => `${label}：${words.replace(/\s*\n\s*/g, " ")}`)
			.join("\n"),
	};
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** A whole number; null for nothing, undefined for what is none. */
function numberOf(text: string, least: number): number | null | undefined {
	if (text.trim() === "") return null;
	const n = Number(text);
	return Number.isInteger(n) && n >= least ? n : undefined;
}

const otherFieldsOf = (text: string): { label: string; text: string }[] =>
	text.split("\n").flatMap((line) => {
		const [, label, words] = /^\s*([^：:]+)[：:]\s*(.+)$/.exec(line) ?? [];
		return label === undefined || words === undefined ? [] : [{ label: label.trim(), text: words.trim() }];
	});

/** The fields whose text is not what it has to be: numbers that are none. */
export const malformed = (draft: ElementDraft): readonly ("seq" | "batch")[] => [
	...(numberOf(draft.seq, 0) === undefined ? (["seq"] as const) : []),
	...(numberOf(draft.batch, 1) === undefined ? (["batch"] as const) : []),
];

/** What the draft says, as a command takes it. */
export const valuesOfDraft = (draft: ElementDraft): Values => ({
	seq: numberOf(draft.seq, 0) ?? null,
	receiptNumber: orNull(draft.receiptNumber),
	channel: draft.channel === "" ? null : draft.channel,
	isKey: draft.isKey,
	batch: numberOf(draft.batch, 1) ?? null,
	batchDay: orNull(draft.batchDay),
	regionText: orNull(draft.regionText),
	places: [...draft.places],
	pollutionTypes: [...draft.pollutionTypes],
	typesText: orNull(draft.typesText),
	summary: orNull(draft.summary),
	investigation: orNull(draft.investigation),
	verdict: draft.verdict === "" ? null : draft.verdict,
	closureTarget: orNull(draft.closureTarget),
	handling: orNull(draft.handling),
	status: draft.status === "" ? null : draft.status,
	accountability: orNull(draft.accountability),
	remarks: orNull(draft.remarks),
	otherFields: otherFieldsOf(draft.otherFields),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs from what the form was opened with: the rest is somebody else's to change. */
export function changesBetween(start: ElementDraft, draft: ElementDraft): ElementChanges {
	const values = valuesOfDraft(draft);
	const changed = Object.entries(values).filter(
		([key]) => Object.hasOwn(draft, key) && !same(Reflect.get(start, key), Reflect.get(draft, key)),
	);
	return Object.fromEntries(changed);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const valueOrNothing = <K extends string>(labels: Labels<K>, value: unknown): K | "" =>
	typeof value === "string" && isLabelled(labels, value) ? value : "";

const list = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

/** A draft that the browser kept; null where it is none. */
export function readElementDraft(value: unknown): ElementDraft | null {
	if (!isRecord(value)) return null;
	const empty = draftOf(null);
	const texts = Object.fromEntries(
		TEXTS.map((key) => [key, typeof value[key] === "string" ? value[key] : ""]),
	);
	return {
		...empty,
		...texts,
		channel: valueOrNothing(vocab.complaintChannel, value.channel),
		isKey: value.isKey === true,
		places: list(value.places).filter((code) => /^[1-9]\d{5}$/.test(code)),
		pollutionTypes: list(value.pollutionTypes).filter((type): type is PollutionType =>
			isLabelled(vocab.pollutionType, type),
		),
		verdict: valueOrNothing(vocab.verdict, value.verdict),
		status: valueOrNothing(vocab.complaintStatus, value.status),
		otherFields: typeof value.otherFields === "string" ? value.otherFields : "",
	};
}
