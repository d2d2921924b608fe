import type { Actor, EvidenceId, IssueId } from "@zhenggai/domain/kernel";
import type {
	Evidence,
	PrefilledReport,
	Rehearsal,
	RehearsedCommands,
	StoredFile,
	UploadLimit,
} from "@zhenggai/domain/progress";

/** A file of evidence: what it is by its bytes, and the bytes, compared with their hash. Read them or cancel. */
export type EvidenceFile = Pick<Evidence, "name" | "mediaType" | "sha256"> & {
	readonly bytes: number;
	readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
};

/** The use cases of the room `progress`. */
export interface ProgressService {
	/** Keeps a file for an issue by the hash of its bytes; `attachEvidence` then makes it evidence. */
	storeEvidence(actor: Actor, issueId: IssueId, source: AsyncIterable<Uint8Array>): Promise<StoredFile>;
	openEvidence(actor: Actor, issueId: IssueId, evidenceId: EvidenceId): Promise<EvidenceFile>;
	/** The form of a reporting cycle, filled with what is known. */
	getReportForm(actor: Actor, issueId: IssueId, cycle: string): Promise<PrefilledReport>;
	/** Which doubts commands would raise, and what of them would be refused; nothing is written. */
	rehearseProgress(actor: Actor, issueId: IssueId, commands: RehearsedCommands): Promise<Rehearsal>;
	getUploadLimit(): Promise<UploadLimit>;
}
