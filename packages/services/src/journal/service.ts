import type { JournalEvent } from "@zhenggai/domain/journal";
import type {
	Actor,
	ComplaintId,
	DrawId,
	InstrumentId,
	IssueId,
	ReferralId,
	RegionCode,
	ScreeningId,
} from "@zhenggai/domain/kernel";

/** Whether a chain of hashes is whole, and from which entry on it is not. */
export type ChainCheck = { whole: boolean; firstBroken: number | null; events: number };

/** The use cases of the room `journal`. */
export interface JournalService {
	listEvents(actor: Actor, issueId: IssueId): Promise<JournalEvent[]>;
	/** Each checks one chain of hashes, for those who may see what it is about. */
	verifyIssue(actor: Actor, issueId: IssueId): Promise<ChainCheck>;
	verifyRegionRules(actor: Actor, region: RegionCode): Promise<ChainCheck>;
	verifyCalendarYear(actor: Actor, year: number): Promise<ChainCheck>;
	verifyComplaint(actor: Actor, complaintId: ComplaintId): Promise<ChainCheck>;
	verifyInstrument(actor: Actor, instrumentId: InstrumentId): Promise<ChainCheck>;
	verifyDraw(actor: Actor, drawId: DrawId): Promise<ChainCheck>;
	verifyScreening(actor: Actor, screeningId: ScreeningId): Promise<ChainCheck>;
	/** Only for those who may know of all of it. */
	verifyReferral(actor: Actor, referralId: ReferralId): Promise<ChainCheck>;
}
