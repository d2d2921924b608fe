import type { HistoryEntry, IssueCommand } from "@zhenggai/domain/issues";
import type { Actor, CommandEnvelope, Outcome, Page, ScreeningId } from "@zhenggai/domain/kernel";
import type {
	ScreeningCommand,
	ScreeningDetail,
	ScreeningListQuery,
	ScreeningRow,
} from "@zhenggai/domain/screening";

/** The same of a sweep for similar problems. */
export type ScreeningHistoryQuery = { screeningId: ScreeningId; before?: number | undefined; limit: number };

/** The use cases of the room `screening`. */
export interface ScreeningService {
	/** Those that have something to do with the actor's region. */
	listScreenings(actor: Actor, query: ScreeningListQuery): Promise<Page<ScreeningRow>>;
	getScreening(actor: Actor, screeningId: ScreeningId): Promise<ScreeningDetail>;
	listScreeningHistory(
		actor: Actor,
		query: ScreeningHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }>;
	/**
	 * Any command on a sweep, by its verb. `registration` makes the issue that `openFound` names, in the same
	 * transaction; closing a sweep writes its result to the issue that it started from.
	 */
	commandScreening(
		actor: Actor,
		screeningId: ScreeningId,
		command: ScreeningCommand,
		envelope: CommandEnvelope,
		registration?: Extract<IssueCommand, { type: "registerIssue" }> | null,
	): Promise<Outcome<ScreeningDetail>>;
}
