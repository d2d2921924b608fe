import type {
	HistoryEntry,
	IssueSimulation,
	LedgerSimulationPage,
	LedgerSimulationQuery,
} from "@zhenggai/domain/issues";
import type { JournalCursor } from "@zhenggai/domain/journal";
import type {
	Actor,
	CommandEnvelope,
	InstrumentId,
	IsoDate,
	IssueId,
	Outcome,
} from "@zhenggai/domain/kernel";
import type {
	ExposureListQuery,
	ExposurePage,
	InstrumentChange,
	InstrumentCommand,
	InstrumentDetail,
	InstrumentFilter,
	InstrumentListQuery,
	InstrumentPage,
	SweepResult,
	SweepRow,
	UnitPointPage,
	UnitPointQuery,
	UnitScorePage,
	UnitScoreQuery,
} from "@zhenggai/domain/supervision";

/** The same of a supervision instrument. */
export type InstrumentHistoryQuery = {
	instrumentId: InstrumentId;
	before?: number | undefined;
	limit: number;
};

/** Live changes of the instruments that the actor may see, after a cursor. Ends when the signal aborts. */
export type InstrumentLiveQuery = {
	after?: JournalCursor | undefined;
	filter?: InstrumentFilter | undefined;
};

/** The use cases of the room `supervision`. */
export interface SupervisionService {
	/** How the nightly sweep stands in each city's part of the actor's region. */
	listSweeps(actor: Actor): Promise<SweepRow[]>;
	/** Sweeps what is missing through today, as the night would have. */
	runSweep(actor: Actor, signal?: AbortSignal): Promise<SweepResult>;
	/** One issue on any day beside today: what was known then, or what lapses if nothing is done. */
	simulateIssue(actor: Actor, issueId: IssueId, asOf: IsoDate): Promise<IssueSimulation>;
	/** The same of the whole ledger, a stretch at a time; its totals are to be added up. */
	simulateLedger(
		actor: Actor,
		query: LedgerSimulationQuery,
		signal?: AbortSignal,
	): Promise<LedgerSimulationPage>;
	/** What units lost in a period (RSP-05), who lost most first. */
	listUnitScores(actor: Actor, query: UnitScoreQuery): Promise<UnitScorePage>;
	/** The points that make up a unit's score, each with its rule, day and issue. */
	listUnitPoints(actor: Actor, query: UnitPointQuery): Promise<UnitPointPage>;
	/** The register of circulars and exposures, the newest first. */
	listExposures(actor: Actor, query: ExposureListQuery): Promise<ExposurePage>;
	/** Those of the actor's region, the newest first; the late ones longest waiting first. */
	listInstruments(actor: Actor, query: InstrumentListQuery): Promise<InstrumentPage>;
	watchInstruments(
		actor: Actor,
		query: InstrumentLiveQuery,
		signal: AbortSignal,
	): AsyncIterable<InstrumentChange>;
	getInstrument(actor: Actor, instrumentId: InstrumentId): Promise<InstrumentDetail>;
	listInstrumentHistory(
		actor: Actor,
		query: InstrumentHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }>;
	/** Any command on an existing or new instrument, by its verb. */
	commandInstrument(
		actor: Actor,
		instrumentId: InstrumentId,
		command: InstrumentCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<InstrumentDetail>>;
}
