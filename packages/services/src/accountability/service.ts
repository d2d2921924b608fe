import type {
	ReferralCommand,
	ReferralDetail,
	ReferralListQuery,
	ReferralRow,
} from "@zhenggai/domain/accountability";
import type { HistoryEntry } from "@zhenggai/domain/issues";
import type { Actor, CommandEnvelope, Outcome, Page, ReferralId } from "@zhenggai/domain/kernel";

/** The same of a referral. */
export type ReferralHistoryQuery = { referralId: ReferralId; before?: number | undefined; limit: number };

/** The use cases of the room `accountability`. */
export interface AccountabilityService {
	/** Those that the actor may know of, each as far as it may. Nobody else learns that there are any. */
	listReferrals(actor: Actor, query: ReferralListQuery): Promise<Page<ReferralRow>>;
	getReferral(actor: Actor, referralId: ReferralId): Promise<ReferralDetail>;
	listReferralHistory(
		actor: Actor,
		query: ReferralHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }>;
	/** Any command on a referral, by its verb. Only people, known by name, are let through (RSP-03). */
	commandReferral(
		actor: Actor,
		referralId: ReferralId,
		command: ReferralCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<ReferralDetail>>;
}
