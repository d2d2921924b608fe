import type {
	ColumnLayout,
	Coverage,
	HistoryEntry,
	ImportChoices,
	ImportDraft,
	ImportedDocument,
	ImportPreview,
	ImportProgress,
	ImportRecord,
	ImportResult,
	ImportSource,
	ImportUndoPreview,
	ImportUndoResult,
	InspectionCommand,
	InspectionRow,
	IssueChange,
	IssueCommand,
	IssueDetail,
	IssueFilter,
	IssueListQuery,
	IssuePage,
	LayoutFingerprint,
	NewColumnLayout,
	ReadingHint,
	RereadDraft,
} from "@zhenggai/domain/issues";
import type { JournalCursor } from "@zhenggai/domain/journal";
import type {
	Actor,
	CommandEnvelope,
	ImportId,
	InspectionId,
	IsoDate,
	IssueId,
	Outcome,
} from "@zhenggai/domain/kernel";

/** What a page of the timeline is asked with: newest first, `before` a version. */
export type HistoryQuery = { issueId: IssueId; before?: number | undefined; limit: number };

/** Live changes of the ledger that the actor may see, after a cursor. Ends when the signal aborts. */
export type LiveQuery = { after?: JournalCursor | undefined; filter?: IssueFilter | undefined };

/** The use cases of the room `issues`. */
export interface IssuesService {
	listIssues(actor: Actor, query: IssueListQuery): Promise<IssuePage>;
	getIssue(actor: Actor, issueId: IssueId, asOf?: IsoDate): Promise<IssueDetail>;
	listHistory(actor: Actor, query: HistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }>;
	getCoverage(actor: Actor, issueId: IssueId): Promise<Coverage>;
	watchIssues(actor: Actor, query: LiveQuery, signal: AbortSignal): AsyncIterable<IssueChange>;
	/** Any command on an existing or new issue, by its verb. */
	commandIssue(
		actor: Actor,
		issueId: IssueId,
		command: IssueCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<IssueDetail>>;
	listInspections(actor: Actor): Promise<InspectionRow[]>;
	commandInspection(
		actor: Actor,
		inspectionId: InspectionId,
		command: InspectionCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<InspectionRow>>;
	/** Reads a document, with what the clerk says about it, and keeps both the reading and the document. */
	startImport(actor: Actor, source: ImportSource, hint?: ReadingHint): Promise<ImportDraft>;
	/** Reads the kept document again; an empty hint forgets the one before. The clerk's work is carried over. */
	rereadImport(
		actor: Actor,
		importId: ImportId,
		hint: ReadingHint,
		expectedVersion?: number,
	): Promise<RereadDraft>;
	/** The document itself, byte for byte. */
	getImportSource(actor: Actor, importId: ImportId): Promise<ImportedDocument>;
	getImport(actor: Actor, importId: ImportId): Promise<ImportDraft>;
	listImports(actor: Actor): Promise<ImportRecord[]>;
	/** What the office remembers of the columns of layouts, then what the offices above it do. */
	listColumnLayouts(actor: Actor): Promise<ColumnLayout[]>;
	saveColumnLayout(actor: Actor, layout: NewColumnLayout): Promise<ColumnLayout>;
	forgetColumnLayout(actor: Actor, layout: LayoutFingerprint): Promise<void>;
	/** Keeps the choices with the draft, unless it was read again since the given version, and says what they would do. */
	previewImport(
		actor: Actor,
		importId: ImportId,
		choices: ImportChoices,
		version?: number,
	): Promise<ImportPreview>;
	/** All or nothing, in one transaction. */
	applyImport(
		actor: Actor,
		importId: ImportId,
		envelope: Omit<CommandEnvelope, "expectedVersion">,
	): Promise<Outcome<ImportResult>>;
	discardImport(actor: Actor, importId: ImportId): Promise<void>;
	/** What undoing an applied import would do, and what is in the way. */
	previewUndoImport(actor: Actor, importId: ImportId): Promise<ImportUndoPreview>;
	/** A compensating act on everything that the import did: all or nothing, in one transaction. */
	undoImport(
		actor: Actor,
		importId: ImportId,
		reason: string,
		envelope: Omit<CommandEnvelope, "expectedVersion">,
	): Promise<Outcome<ImportUndoResult>>;
	watchImport(actor: Actor, importId: ImportId, signal: AbortSignal): AsyncIterable<ImportProgress>;
}
