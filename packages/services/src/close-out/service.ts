import type {
	ClosingCounts,
	ClosingQuery,
	ClosingRow,
	DrawCommand,
	DrawDetail,
	DrawListQuery,
	DrawRepeat,
	DrawRow,
	NoticeImportChoices,
	NoticeImportPreview,
	NoticeImportResult,
	ObjectionContact,
	ObjectionNumber,
	PublicDesk,
	PublicNoticeView,
	PublicObjection,
	PublicObjectionAnswer,
	PublicObjectionReceipt,
	PublicQuery,
	PublicResultView,
} from "@zhenggai/domain/close-out";
import type { HistoryEntry } from "@zhenggai/domain/issues";
import type {
	Actor,
	CommandEnvelope,
	DrawId,
	ImportId,
	IssueId,
	NoticeId,
	ObjectionId,
	Outcome,
	Page,
	RegionCode,
} from "@zhenggai/domain/kernel";

/** The same of a look-back draw. */
export type DrawHistoryQuery = { drawId: DrawId; before?: number | undefined; limit: number };

/** The archive of a closed issue as one ZIP; `sha256` is that of the index that was frozen. */
export type ArchivePackage = {
	readonly name: string;
	readonly sha256: string;
	readonly stream: ReadableStream<Uint8Array>;
};

/** The use cases of the room `close-out`. */
export interface CloseOutService {
	/** Keeps the choices with a draft of `startImport` and says to which issues its notices would go. */
	previewNoticeImport(
		actor: Actor,
		importId: ImportId,
		choices: NoticeImportChoices,
	): Promise<NoticeImportPreview>;
	/** All or nothing, in one transaction. */
	applyNoticeImport(
		actor: Actor,
		importId: ImportId,
		envelope: Omit<CommandEnvelope, "expectedVersion">,
	): Promise<Outcome<NoticeImportResult>>;
	/** The archive of the last close-out, for those who may read the issue's journal (CLO-06). */
	archiveOf(actor: Actor, issueId: IssueId): Promise<ArchivePackage>;
	/** The desk's lists of what is on the last steps of the way out. */
	listClosing(actor: Actor, query: ClosingQuery): Promise<Page<ClosingRow>>;
	countClosingLists(actor: Actor, region?: RegionCode): Promise<ClosingCounts>;
	/** Whether people without an account are let in; asked by them. */
	getPublicDesk(): Promise<PublicDesk>;
	/** What is published, for everybody; for those without an account where the server is configured for it. */
	listPublicNotices(actor: Actor, query: PublicQuery): Promise<Page<PublicNoticeView>>;
	getPublicNotice(actor: Actor, asked: { issueId: IssueId; noticeId: NoticeId }): Promise<PublicNoticeView>;
	listPublicResults(actor: Actor, query: PublicQuery): Promise<Page<PublicResultView>>;
	/** An objection of the public; `address` is what it is counted by, and is not kept. */
	objectPublicly(
		actor: Actor,
		objection: PublicObjection,
		address: string,
	): Promise<Outcome<PublicObjectionReceipt>>;
	/** What became of an objection, by its receipt number alone; `address` is what it is counted by. */
	lookUpObjection(actor: Actor, number: ObjectionNumber, address: string): Promise<PublicObjectionAnswer>;
	/** How to reach who objected; for a person of an office that may answer, and journalled each time. */
	readObjectionContact(actor: Actor, issueId: IssueId, objectionId: ObjectionId): Promise<ObjectionContact>;
	/** Draws of closed issues that are looked at again; those whose work may be drawn see none (LB-02, LB-03). */
	listDraws(actor: Actor, query: DrawListQuery): Promise<Page<DrawRow>>;
	getDraw(actor: Actor, drawId: DrawId): Promise<DrawDetail>;
	listDrawHistory(actor: Actor, query: DrawHistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }>;
	/** What anybody needs to draw again, and whether it gives the same. */
	repeatDraw(actor: Actor, drawId: DrawId): Promise<DrawRepeat>;
	/** Any command on a draw, by its verb; the result of a drawn issue is recorded on the issue with it. */
	commandDraw(
		actor: Actor,
		drawId: DrawId,
		command: DrawCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<DrawDetail>>;
}
