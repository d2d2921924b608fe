import type { ApiKeyRow, Me, NewApiKey, User } from "@zhenggai/domain/access";
import type {
	ReferralCommand,
	ReferralDetail,
	ReferralListQuery,
	ReferralRow,
} from "@zhenggai/domain/accountability";
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
	PublicNoticeView,
	PublicObjection,
	PublicObjectionReceipt,
	PublicQuery,
	PublicResultView,
} from "@zhenggai/domain/close-out";
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
import type { InTrayCount, InTrayPage, InTrayQuery } from "@zhenggai/domain/in-tray";
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
	IssueSimulation,
	IssueVerb,
	LayoutFingerprint,
	LedgerSimulationPage,
	LedgerSimulationQuery,
	NewColumnLayout,
	ReadingHint,
	RereadDraft,
} from "@zhenggai/domain/issues";
import type { JournalCursor, JournalEvent } from "@zhenggai/domain/journal";
import type {
	Actor,
	CommandEnvelope,
	ComplaintId,
	DrawId,
	EvidenceId,
	ImportId,
	InspectionId,
	InstrumentId,
	IsoDate,
	IssueId,
	NoticeId,
	ObjectionId,
	Outcome,
	Page,
	ReferralId,
	Region,
	RegionCode,
	ScreeningId,
	UnitId,
} from "@zhenggai/domain/kernel";
import type {
	Evidence,
	PrefilledReport,
	Rehearsal,
	RehearsedCommands,
	StoredFile,
	UploadLimit,
} from "@zhenggai/domain/progress";
import type {
	NewPerson,
	NewUnit,
	NewUnitOfList,
	Person,
	PersonQuery,
	PersonRow,
	Unit,
	UnitQuery,
	UnitRow,
} from "@zhenggai/domain/responsibilities";
import type {
	Finding,
	ListedRule,
	RegionRulesCommand,
	RegionRulesRow,
	RegionRulesView,
	RuleChangePreview,
	RuleSet,
} from "@zhenggai/domain/rules";

import type {
	ScreeningCommand,
	ScreeningDetail,
	ScreeningListQuery,
	ScreeningRow,
} from "@zhenggai/domain/screening";
import type {
	InstrumentChange,
	InstrumentCommand,
	InstrumentDetail,
	InstrumentFilter,
	InstrumentListQuery,
	InstrumentPage,
	SweepResult,
	SweepRow,
} from "@zhenggai/domain/supervision";

/** A command of the given verb without the fields that the edge fills in. */
export type IssueCommandOf<V extends IssueVerb> = Extract<IssueCommand, { type: V }>;

/** What a page of the timeline is asked with: newest first, `before` a version. */
export type HistoryQuery = { issueId: IssueId; before?: number | undefined; limit: number };

/** The same of a complaint. */
export type ComplaintHistoryQuery = { complaintId: ComplaintId; before?: number | undefined; limit: number };

/** The same of a supervision instrument. */
export type InstrumentHistoryQuery = {
	instrumentId: InstrumentId;
	before?: number | undefined;
	limit: number;
};

/** What a page of a region's history is asked with: newest first, `before` a version. */
export type RegionRulesHistoryQuery = { region: RegionCode; before?: number | undefined; limit: number };

/** The same of a referral. */
export type ReferralHistoryQuery = { referralId: ReferralId; before?: number | undefined; limit: number };

/** The same of a sweep for similar problems. */
export type ScreeningHistoryQuery = { screeningId: ScreeningId; before?: number | undefined; limit: number };

/** The same of a look-back draw. */
export type DrawHistoryQuery = { drawId: DrawId; before?: number | undefined; limit: number };

/** Whether a chain of hashes is whole, and from which entry on it is not. */
export type ChainCheck = { whole: boolean; firstBroken: number | null; events: number };

/** A file of evidence: what it is by its bytes, and the bytes, compared with their hash. Read them or cancel. */
export type EvidenceFile = Pick<Evidence, "name" | "mediaType" | "sha256"> & {
	readonly bytes: number;
	readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
};

/** The archive of a closed issue as one ZIP; `sha256` is that of the index that was frozen. */
export type ArchivePackage = {
	readonly name: string;
	readonly sha256: string;
	readonly stream: ReadableStream<Uint8Array>;
};

/** Live changes of the ledger that the actor may see, after a cursor. Ends when the signal aborts. */
export type LiveQuery = { after?: JournalCursor | undefined; filter?: IssueFilter | undefined };

/** Live changes of the complaints that the actor may see, after a cursor. Ends when the signal aborts. */
export type ComplaintLiveQuery = { after?: JournalCursor | undefined; filter?: ComplaintFilter | undefined };

/** Live changes of the instruments that the actor may see, after a cursor. Ends when the signal aborts. */
export type InstrumentLiveQuery = {
	after?: JournalCursor | undefined;
	filter?: InstrumentFilter | undefined;
};

/**
 * Every use case of the system, one function each. All of them authorise first (deny by default), see only the
 * actor's region and below, and return domain types. Unexpected failures throw `ServiceError`; expected refusals
 * are data.
 */
export interface Services {
	readonly issues: {
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
	};
	readonly progress: {
		/** Keeps a file for an issue by the hash of its bytes; `attachEvidence` then makes it evidence. */
		storeEvidence(actor: Actor, issueId: IssueId, source: AsyncIterable<Uint8Array>): Promise<StoredFile>;
		openEvidence(actor: Actor, issueId: IssueId, evidenceId: EvidenceId): Promise<EvidenceFile>;
		/** The form of a reporting cycle, filled with what is known. */
		getReportForm(actor: Actor, issueId: IssueId, cycle: string): Promise<PrefilledReport>;
		/** Which doubts commands would raise, and what of them would be refused; nothing is written. */
		rehearseProgress(actor: Actor, issueId: IssueId, commands: RehearsedCommands): Promise<Rehearsal>;
		getUploadLimit(): Promise<UploadLimit>;
	};
	readonly complaints: {
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
	};
	readonly closeOut: {
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
	};
	readonly accountability: {
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
	};
	readonly screening: {
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
			registration?: IssueCommandOf<"registerIssue"> | null,
		): Promise<Outcome<ScreeningDetail>>;
	};
	readonly inTray: {
		/** A page of what waits for the actor: what is over and due soonest first. */
		listInTray(actor: Actor, query: InTrayQuery): Promise<InTrayPage>;
		/** How much waits, is over, and is due within three days: each counted up to a bound. */
		countInTray(actor: Actor): Promise<InTrayCount>;
	};
	readonly supervision: {
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
	};
	readonly responsibilities: {
		listUnits(actor: Actor, query: UnitQuery): Promise<Page<UnitRow>>;
		registerUnit(actor: Actor, unit: NewUnit, idempotencyKey?: string): Promise<Outcome<Unit>>;
		/** A whole list, all or nothing. */
		registerUnits(
			actor: Actor,
			units: readonly NewUnitOfList[],
			idempotencyKey?: string,
		): Promise<Outcome<Unit[]>>;
		amendUnit(
			actor: Actor,
			unitId: UnitId,
			changes: Partial<NewUnit & { active: boolean }>,
			envelope: CommandEnvelope,
		): Promise<Outcome<Unit>>;
		listPeople(actor: Actor, query: PersonQuery): Promise<Page<PersonRow>>;
		registerPerson(actor: Actor, person: NewPerson, idempotencyKey?: string): Promise<Outcome<Person>>;
		listRegions(actor: Actor, within?: RegionCode): Promise<Region[]>;
		/**
		 * Adds places or gives them another name. Only offices of a province, within it, and the system; the first ones
		 * by the operator of the machine.
		 */
		registerRegions(actor: Actor, regions: readonly Region[]): Promise<Outcome<Region[]>>;
	};
	readonly rules: {
		/** The catalogue of all rules with their parameters; with the tests that show each where asked for. */
		listRules(actor: Actor, listing?: { readonly tests?: boolean | undefined }): Promise<ListedRule[]>;
		listRuleSets(actor: Actor): Promise<RuleSet[]>;
		checkIssue(actor: Actor, issueId: IssueId, asOf?: IsoDate): Promise<Finding[]>;
		/** The province and the cities of it that the actor may look at, each with what it works by today. */
		listRegionRules(actor: Actor): Promise<RegionRulesRow[]>;
		/** The rules of a region on a day, each parameter with source, limits and who set it; the actor's own region. */
		getRegionRules(actor: Actor, region?: RegionCode, on?: IsoDate): Promise<RegionRulesView>;
		/** What a region said about its rules, the newest first. */
		listRegionRulesHistory(
			actor: Actor,
			query: RegionRulesHistoryQuery,
		): Promise<{ items: HistoryEntry[]; more: boolean }>;
		/** Chooses a rule set or changes a parameter from a day on; effective on every node as soon as it is journalled. */
		commandRegionRules(
			actor: Actor,
			region: RegionCode,
			command: RegionRulesCommand,
			envelope: CommandEnvelope,
		): Promise<Outcome<RegionRulesView>>;
		/** What a change would do to the open issues of the region, worked out for a few seconds at most. Changes nothing. */
		previewRuleChange(
			actor: Actor,
			region: RegionCode,
			command: RegionRulesCommand,
		): Promise<RuleChangePreview>;
	};
	readonly journal: {
		listEvents(actor: Actor, issueId: IssueId): Promise<JournalEvent[]>;
		/** Each checks one chain of hashes, for those who may see what it is about. */
		verifyIssue(actor: Actor, issueId: IssueId): Promise<ChainCheck>;
		verifyRegionRules(actor: Actor, region: RegionCode): Promise<ChainCheck>;
		verifyComplaint(actor: Actor, complaintId: ComplaintId): Promise<ChainCheck>;
		verifyInstrument(actor: Actor, instrumentId: InstrumentId): Promise<ChainCheck>;
		verifyDraw(actor: Actor, drawId: DrawId): Promise<ChainCheck>;
		verifyScreening(actor: Actor, screeningId: ScreeningId): Promise<ChainCheck>;
		/** Only for those who may know of all of it. */
		verifyReferral(actor: Actor, referralId: ReferralId): Promise<ChainCheck>;
	};
	readonly access: {
		getMe(actor: Actor): Promise<Me>;
		listUsers(actor: Actor): Promise<User[]>;
		registerUser(actor: Actor, user: Omit<User, "id" | "active">): Promise<Outcome<User>>;
		/** A one-time link for a person, valid for 15 minutes. Only the operator of the server's own machine may ask. */
		createSignInLink(actor: Actor, username: string): Promise<{ url: string; expiresAt: string }>;
		listApiKeys(actor: Actor): Promise<ApiKeyRow[]>;
		/** The key is returned this once and never again. */
		createApiKey(actor: Actor, key: NewApiKey): Promise<Outcome<{ key: string; row: ApiKeyRow }>>;
		revokeApiKey(actor: Actor, id: string): Promise<void>;
	};
}
