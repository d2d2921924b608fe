import type { ComplaintId, ImportId, InspectionId, IsoDate, RegionCode } from "../kernel/index.ts";
import type { ComplaintCommand } from "./commands.ts";
import { masked } from "./elements.ts";
import type { ComplaintDifference, ComplaintImportField } from "./import.ts";
import type { ProposedComplaint } from "./proposal.ts";
import { parseReceipt, receiptKey } from "./receipt.ts";
import { newRelations } from "./relations.ts";
import type { Complaint, ComplaintElements, ComplaintSource } from "./schema.ts";

/** Under which inspection, for whose table and from which document an import speaks. */
export type ComplaintImportAct = {
	readonly importId: ImportId;
	readonly inspectionId: InspectionId;
	readonly listRegion: RegionCode;
	readonly batch: number | null;
	readonly batchDay: IsoDate | null;
	readonly document: { readonly name: string; readonly sha256: string | null };
	/** The regions that a printed region means; none where nobody can tell. */
	readonly placesOf: (text: string) => readonly RegionCode[];
};

/** What a row of a table means for the ledger. */
export type ComplaintDiff = {
	readonly kind: "new" | "same" | "changed";
	/** Every field that differs, chosen or not; empty for a new complaint. */
	readonly differences: readonly ComplaintDifference[];
	/** What brings about the chosen fields, in an order that `decideComplaint` accepts. */
	readonly commands: readonly ComplaintCommand[];
};

function cut(text: string, length: number): string {
	const characters = [...text.trim()];
	return characters.length <= length ? text.trim() : characters.slice(0, length).join("");
}
const words = (reading: ProposedComplaint["summary"], length = 20_000): string | null =>
	reading === null ? null : cut(reading.value, length) || null;

/** The contents of a row, as they would stand on the ledger but for the masking (CMP-08). */
export function elementsOfRow(row: ProposedComplaint, act: ComplaintImportAct): ComplaintElements {
	const receiptNumber = row.receiptNumber === null ? null : cut(row.receiptNumber, 80) || null;
	const receipt = receiptNumber === null ? null : parseReceipt(receiptNumber);
	const regionText = words(row.region, 300);
	return {
		seq: row.seq,
		receiptNumber,
		channel: row.channel ?? receipt?.channel ?? null,
		isKey: row.isKey,
		batch: row.batch ?? act.batch,
		batchDay: receipt?.day ?? act.batchDay,
		regionText,
		places: regionText === null ? [] : [...act.placesOf(regionText)],
		pollutionTypes: row.pollutionTypes === null ? [] : [...new Set(row.pollutionTypes.value)],
		typesText: row.pollutionTypes === null ? null : cut(row.pollutionTypes.raw, 300) || null,
		summary: words(row.summary),
		investigation: words(row.investigation),
		verdict: row.verdict?.value ?? null,
		closureTarget: words(row.closureTarget),
		handling: words(row.handling),
		status: row.status?.value ?? null,
		accountability: words(row.accountability),
		remarks: words(row.remarks),
		otherFields: row.otherFields
			.slice(0, 20)
			.map(({ label, text }) => ({ label: cut(label, 100), text: cut(text, 20_000) })),
	};
}

const fold = (text: string): string => text.normalize("NFKC").replace(/[\s\p{P}]+/gu, "");

/** A value as the two sides of a difference show it. */
function shown(value: ComplaintElements[keyof ComplaintElements]): string | null {
	if (value === null) return null;
	if (!Array.isArray(value)) return String(value);
	const parts = value.map((item) => (typeof item === "string" ? item : `${item.label}：${item.text}`));
	return parts.join("、") || null;
}

/** Whether two values say the same: white space and punctuation of texts, and the order of lists, say nothing. */
function same(field: ComplaintImportField, ledger: string | null, document: string | null): boolean {
	if (ledger === document) return true;
	if (ledger === null || document === null) return false;
	if (field === "receiptNumber") return receiptKey(ledger) === receiptKey(document);
	if (field === "pollutionTypes" || field === "places") {
		return ledger.split("、").toSorted().join() === document.split("、").toSorted().join();
	}
	return fold(ledger) === fold(document);
}

/** Fields of the ledger that each field of an import changes. */
const CHANGES: Readonly<
	Record<Exclude<ComplaintImportField, "relations">, readonly (keyof ComplaintElements)[]>
> = {
	seq: ["seq"],
	receiptNumber: ["receiptNumber"],
	channel: ["channel"],
	isKey: ["isKey"],
	batch: ["batch"],
	batchDay: ["batchDay"],
	summary: ["summary"],
	regionText: ["regionText", "places"],
	places: ["places"],
	pollutionTypes: ["pollutionTypes", "typesText"],
	investigation: ["investigation"],
	verdict: ["verdict"],
	closureTarget: ["closureTarget"],
	handling: ["handling"],
	status: ["status"],
	accountability: ["accountability"],
	remarks: ["remarks"],
	otherFields: ["otherFields"],
};
const isElementField = (field: ComplaintImportField): field is keyof typeof CHANGES => field !== "relations";
const FIELDS = Object.keys(CHANGES).filter((key): key is keyof typeof CHANGES => Object.hasOwn(CHANGES, key));

/** What the row says otherwise than the ledger. What it does not say differs in nothing; a missing star is no star. */
function differencesOf(row: ComplaintElements, ledger: Complaint): ComplaintDifference[] {
	return FIELDS.flatMap((field) => {
		const [before, after] = [shown(ledger[field]), shown(row[field])];
		const silent = after === null || (field === "isKey" && !row.isKey);
		if (silent || same(field, before, after)) return [];
		return [{ field, ledger: before, document: after }];
	});
}

function registration(
	row: ProposedComplaint,
	complaintId: ComplaintId,
	act: ComplaintImportAct,
): ComplaintCommand {
	return {
		type: "registerComplaint",
		...elementsOfRow(row, act),
		complaintId,
		inspectionId: act.inspectionId,
		listRegion: act.listRegion,
		cited: row.citedReceipts.slice(0, 100).flatMap((receipt) => cut(receipt, 80) || []),
		source: sourceOf(row, act),
		importId: act.importId,
	};
}

const sourceOf = (row: ProposedComplaint, act: ComplaintImportAct): Omit<ComplaintSource, "recordedAt"> => ({
	document: cut(act.document.name, 300) || "—",
	sha256: act.document.sha256,
	lines: row.lines,
});

/** The chosen fields of a row as changes of the ledger. */
function changesOf(
	row: ComplaintElements,
	fields: readonly ComplaintImportField[],
): Partial<ComplaintElements> {
	const changes: Partial<ComplaintElements> = {};
	for (const field of fields) {
		if (!isElementField(field)) continue;
		for (const key of CHANGES[field]) Object.assign(changes, { [key]: row[key] });
	}
	// Places that nobody could tell are left as they are.
	if (changes.places?.length === 0) delete changes.places;
	return changes;
}

/**
 * What a row of a table means for the ledger: new, the same, or changed field by field, and the commands that bring
 * about the chosen fields (all of them when `fields` is left out). Applying the commands and asking again gives `same`
 * without commands.
 */
export function diffComplaint(
	row: ProposedComplaint,
	ledger: Complaint | null,
	act: ComplaintImportAct & { readonly complaintId: ComplaintId },
	fields?: readonly ComplaintImportField[],
): ComplaintDiff {
	if (ledger === null) {
		return { kind: "new", differences: [], commands: [registration(row, act.complaintId, act)] };
	}
	const elements = masked(elementsOfRow(row, act));
	const wanted = row.citedReceipts
		.slice(0, 100)
		.map((receiptNumber) => ({
			kind: "cites" as const,
			receiptNumber: cut(receiptNumber, 80),
			complaintId: null,
		}))
		.filter(({ receiptNumber }) => receiptNumber !== "");
	const cited = newRelations(ledger, wanted);
	const related: ComplaintDifference = {
		field: "relations",
		ledger: ledger.relations.map(({ receiptNumber }) => receiptNumber ?? "").join("、") || null,
		document: cited.map(({ receiptNumber }) => receiptNumber).join("、"),
	};
	const differences = [...differencesOf(elements, ledger), ...(cited.length === 0 ? [] : [related])];
	const chosen = differences.map(({ field }) => field).filter((field) => fields?.includes(field) ?? true);
	const changes = changesOf(elements, chosen);
	const { importId } = act;
	const commands: ComplaintCommand[] = [];
	if (Object.keys(changes).length > 0) {
		const reason = cut(`按《${act.document.name}》更正`, 2000);
		commands.push({ type: "amendComplaint", changes, source: sourceOf(row, act), reason, importId });
	}
	if (chosen.includes("relations")) commands.push({ type: "relateComplaint", relations: cited, importId });
	return { kind: differences.length === 0 ? "same" : "changed", differences, commands };
}
