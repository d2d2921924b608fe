import type {
	ComplaintChange,
	ComplaintCommand,
	ComplaintDetail,
	ComplaintFilter,
	ComplaintImportChoices,
	ComplaintImportPreview,
	ComplaintImportResult,
	ComplaintListQuery,
	ComplaintPage,
	ComplaintTotals,
	ComplaintTotalsQuery,
} from "@zhenggai/domain/complaints";
import type { HistoryEntry } from "@zhenggai/domain/issues";
import type { JournalCursor } from "@zhenggai/domain/journal";
import type { Actor, CommandEnvelope, ComplaintId, ImportId, Outcome } from "@zhenggai/domain/kernel";

/** The same of a complaint. */
export type ComplaintHistoryQuery = { complaintId: ComplaintId; before?: number | undefined; limit: number };

/** Live changes of the complaints that the actor may see, after a cursor. Ends when the signal aborts. */
export type ComplaintLiveQuery = { after?: JournalCursor | undefined; filter?: ComplaintFilter | undefined };

/** The use cases of the room `complaints`. */
export interface ComplaintsService {
	listComplaints(actor: Actor, query: ComplaintListQuery): Promise<ComplaintPage>;
	getComplaint(actor: Actor, complaintId: ComplaintId): Promise<ComplaintDetail>;
	/** What happened to it, the newest first; for whoever may see it. */
	listComplaintHistory(
		actor: Actor,
		query: ComplaintHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }>;
	/** What the tables add up to, with both closure rates, and what of it does not reconcile. */
	getComplaintTotals(actor: Actor, query: ComplaintTotalsQuery): Promise<ComplaintTotals>;
	watchComplaints(
		actor: Actor,
		query: ComplaintLiveQuery,
		signal: AbortSignal,
	): AsyncIterable<ComplaintChange>;
	/** Any command on an existing or new complaint, by its verb. */
	commandComplaint(
		actor: Actor,
		complaintId: ComplaintId,
		command: ComplaintCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<ComplaintDetail>>;
	/** Keeps the choices with a draft of `startImport` and says what its rows would do. */
	previewComplaintImport(
		actor: Actor,
		importId: ImportId,
		choices: ComplaintImportChoices,
	): Promise<ComplaintImportPreview>;
	/** All or nothing, in one transaction. */
	applyComplaintImport(
		actor: Actor,
		importId: ImportId,
		envelope: Omit<CommandEnvelope, "expectedVersion">,
	): Promise<Outcome<ComplaintImportResult>>;
}
