import { z } from "zod";
import { NoticeImportChoices } from "../close-out/index.ts";
import { ComplaintImportChoices } from "../complaints/index.ts";
import {
	ImportId,
	InspectionId,
	Instant,
	IssueId,
	PersonId,
	RegionCode,
	Tier,
	UnitId,
} from "../kernel/index.ts";
import { Finding } from "../rules/index.ts";
import { StructureChange } from "./import-structure.ts";
import { DocumentKind, Proposal, ProposedIssue, ReadingHint } from "./proposal.ts";
import { NewInspection } from "./schema.ts";

/** A document to read: a file's bytes in base64, or text pasted into a box. */
export const ImportSource = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("file"), name: z.string().min(1).max(255), base64: z.base64().max(28_000_000) }),
	z.object({ kind: z.literal("pasted"), text: z.string().min(1).max(4_000_000) }),
]);
export type ImportSource = z.infer<typeof ImportSource>;

/** What an import was read from, byte for byte: a file, or pasted text in UTF-8. */
export const ImportedDocument = z.object({
	kind: z.enum(["file", "pasted"]),
	name: z.string(),
	base64: z.string(),
});
export type ImportedDocument = z.infer<typeof ImportedDocument>;

/** Under which inspection, for which region and tier the document speaks. */
export const ImportContext = z.object({
	inspection: z.discriminatedUnion("kind", [
		z.object({ kind: z.literal("existing"), inspectionId: InspectionId }),
		z.object({ kind: z.literal("new"), inspection: NewInspection }),
	]),
	region: RegionCode,
	tier: Tier,
	parentByNumber: z.boolean(),
});
export type ImportContext = z.infer<typeof ImportContext>;

/** What the clerk decided about a unit name of the document. */
export const UnitChoice = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("use"), unitId: UnitId }),
	z.object({ kind: z.literal("create"), region: RegionCode }),
	z.object({ kind: z.literal("leaveOut") }),
]);
export type UnitChoice = z.infer<typeof UnitChoice>;

/** Keys of what an import can bring into an issue. */
export const ImportField = z.enum([
	"statement",
	"number",
	"goal",
	"deadline",
	"leadUnits",
	"responsibleUnits",
	"supportingUnits",
	"supervisingUnits",
	"acceptanceUnits",
	"responsibleLeaders",
	"responsiblePersons",
	"measures",
	"remarks",
]);
export type ImportField = z.infer<typeof ImportField>;

/** What the clerk decided about one proposed issue. */
export const ItemChoice = z.object({
	apply: z.boolean(),
	/** For an issue that differs: which fields to take from the document. All of them when left out. */
	fields: z.array(ImportField).optional(),
});
export type ItemChoice = z.infer<typeof ItemChoice>;

export const ImportChoices = z.object({
	context: ImportContext.nullable(),
	units: z.record(z.string(), UnitChoice),
	items: z.record(z.string(), ItemChoice),
	/** Corrections made in the wizard: whole proposed issues by key. */
	corrections: z.record(z.string(), ProposedIssue),
	/** Splits and joins made in the wizard, in the order in which they were made. */
	structure: z.array(StructureChange).max(2000).optional(),
	/**
	 * Issues that the clerk had worked on and that a reading with another hint does not have, as they were read: their
	 * corrections come back when a later reading has them again.
	 */
	setAside: z.array(ProposedIssue).optional(),
	/** The same about the rows of a complaint table, where the document is one. */
	complaints: ComplaintImportChoices.optional(),
	/** The same about completion and close-out notices. */
	notices: NoticeImportChoices.optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

export const FieldDifference = z.object({
	field: ImportField,
	/** As the ledger has it, as text; null when it has none. */
	ledger: z.string().nullable(),
	/** As the document has it. */
	document: z.string().nullable(),
});
export type FieldDifference = z.infer<typeof FieldDifference>;

/** What would happen to one proposed issue. */
export const PreviewItem = z.object({
	key: z.string(),
	kind: z.enum(["new", "same", "changed", "refused"]),
	issueId: IssueId.nullable(),
	number: z.string().nullable(),
	statement: z.string(),
	differences: z.array(FieldDifference),
	findings: z.array(Finding),
	chosen: z.boolean(),
});
export type PreviewItem = z.infer<typeof PreviewItem>;

export const UnitMatch = z.object({
	name: z.string(),
	/** How many proposed issues name it. */
	count: z.int(),
	/** The unit that is meant beyond doubt (same name or alias in reach), null otherwise. */
	matched: z.object({ unitId: UnitId, name: z.string() }).nullable(),
	suggestions: z.array(z.object({ unitId: UnitId, name: z.string(), score: z.number() })),
	/** A collective (各市州党委和政府): cannot be one unit. */
	collective: z.boolean(),
	choice: UnitChoice.nullable(),
});
export type UnitMatch = z.infer<typeof UnitMatch>;

export const ImportPreview = z.object({
	importId: ImportId,
	items: z.array(PreviewItem),
	units: z.array(UnitMatch),
	/** Issues of this inspection and region that the document no longer names. Shown, never removed. */
	vanished: z.array(z.object({ issueId: IssueId, number: z.string(), statement: z.string() })),
	summary: z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int(), vanished: z.int() }),
	/** What keeps it from being applied, empty when it can be. */
	blocking: z.array(Finding),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** `undone`: applied, and taken back by a compensating act. */
export const ImportState = z.enum(["draft", "applied", "discarded", "undone"]);
export const ImportRecord = z.object({
	id: ImportId,
	state: ImportState,
	/** What the document was read as. */
	kind: DocumentKind,
	sourceName: z.string(),
	sha256: z.string(),
	startedAt: Instant,
	startedBy: z.string(),
	appliedAt: Instant.nullable(),
	result: z.object({ created: z.int(), changed: z.int(), units: z.int() }).nullable(),
	/** When, by whom and why it was undone. */
	undone: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** A draft with what was read and what was chosen so far. */
export const ImportDraft = ImportRecord.extend({
	/** Counts its journal entries: a reading with another hint raises it. */
	version: z.int().min(1),
	proposal: Proposal,
	/** What the clerk said about the document for this reading; empty when it was read as it came. */
	hint: ReadingHint,
	/** Whether what it was read from is kept, so that it can be read again. */
	sourceKept: z.boolean(),
	choices: ImportChoices,
});
export type ImportDraft = z.infer<typeof ImportDraft>;

/** A draft that was read again, with what became of the clerk's work on it. */
export const RereadDraft = ImportDraft.extend({
	carried: z.object({
		/** How many corrections, splits and joins stand in the new reading. */
		kept: z.int(),
		/** The issues or rows whose corrections have no place in it. They are kept in case a later reading has one. */
		lost: z.array(z.object({ key: z.string(), number: z.string().nullable(), statement: z.string() })),
	}),
});
export type RereadDraft = z.infer<typeof RereadDraft>;

export const ImportProgress = z.object({
	importId: ImportId,
	done: z.int(),
	total: z.int(),
	phase: z.enum(["reading", "matching", "writing", "committed"]),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const ImportResult = z.object({
	importId: ImportId,
	created: z.array(IssueId),
	changed: z.array(IssueId),
	unitsCreated: z.array(UnitId),
	peopleCreated: z.array(PersonId),
});
export type ImportResult = z.infer<typeof ImportResult>;
