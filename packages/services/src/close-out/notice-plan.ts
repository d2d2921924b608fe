import {
	bestWording,
	diffNotice,
	evaluateNotice,
	matchNotices,
	type NoticeContent,
	type NoticeDiff,
	type NoticeImportChoices,
	type NoticeImportContext,
	type NoticeMatch,
	noticeContent,
	type ProposedNotice,
} from "@zhenggai/domain/close-out";
import { receiptKey } from "@zhenggai/domain/complaints";
import type { ImportDraft, Inspection, Issue } from "@zhenggai/domain/issues";
import {
	type ComplaintId,
	type IsoDate,
	type IssueId,
	type RegionCode,
	regionPrefix,
} from "@zhenggai/domain/kernel";
import type { Finding, RuleContext } from "@zhenggai/domain/rules";
import type { Reader } from "@zhenggai/storage";
import { loadComplaints, receiptHolders } from "@zhenggai/storage/complaints";
import { listInspections, loadInspectionIssues, loadIssues, type RowLock } from "@zhenggai/storage/issues";
import { decideItem } from "../importing/decide-item.ts";
import {
	asFinding,
	contextMissing,
	inspectionUnknown,
	itemsRefused,
	nothingToApply,
} from "../importing/findings.ts";
import { WorkingLedger } from "../importing/ledger.ts";
import type { Asking, Change } from "../issues/index.ts";
import { isOwn, ownPrefix } from "../kit/authorise.ts";
import { lawOf } from "../kit/rules-for.ts";
import { doubtfulMatch, issueOutOfReach, noIssueFound, noNotices, scopeTooWide } from "./findings.ts";

/** What is to become of one notice of the document. */
export type PlannedNotice = {
	readonly key: string;
	readonly proposed: ProposedNotice;
	readonly content: NoticeContent;
	readonly kind: "new" | "same" | "changed" | "refused";
	readonly ledger: Issue | null;
	readonly match: { by: "number" | "text" | "clerk"; score: number; doubtful: boolean } | null;
	readonly candidates: readonly (NoticeMatch["candidates"][number] & { readonly issue: Issue })[];
	readonly complaints: readonly RelatedComplaint[];
	readonly differences: NoticeDiff["differences"];
	readonly findings: readonly Finding[];
	readonly chosen: boolean;
	readonly command: NoticeDiff["command"];
	readonly change: Change | null;
};

export type RelatedComplaint = {
	readonly complaintId: ComplaintId;
	readonly receiptNumber: string;
	readonly summary: string | null;
};

export type NoticePlan = { readonly items: readonly PlannedNotice[]; readonly blocking: readonly Finding[] };

export type NoticePlanRequest = {
	readonly asking: Asking;
	readonly draft: ImportDraft;
	readonly choices: NoticeImportChoices;
	readonly today: IsoDate;
	readonly newId: () => string;
	/** `update` holds the issues that the plan changes until the transaction ends. */
	readonly lock: RowLock;
};

/** So many issues are compared with each notice; a province's whole inspection has fewer (`D`). */
const ISSUES_COMPARED = 10_000;

const noticesOfDraft = ({ draft, choices }: NoticePlanRequest): ProposedNotice[] =>
	draft.proposal.notices.map((notice) => {
		const corrected = choices.corrections[notice.key];
		return corrected === undefined ? notice : { ...corrected, key: notice.key };
	});

/** The complaints that the receipts of the notices name, as far as the actor may know of them. */
async function complaintsOf(
	reader: Reader,
	notices: readonly ProposedNotice[],
	{ inspectionId }: NoticeImportContext,
	{ asking }: NoticePlanRequest,
): Promise<(notice: ProposedNotice) => RelatedComplaint[]> {
	const keys = [...new Set(notices.flatMap(({ receiptNumbers }) => receiptNumbers.map(receiptKey)))];
	const holders = await receiptHolders(reader, inspectionId, keys);
	const complaints = await loadComplaints(reader, [...new Set(holders.values())]);
	return ({ receiptNumbers }) =>
		receiptNumbers.flatMap((printed) => {
			const held = holders.get(receiptKey(printed));
			const found = held === undefined ? undefined : complaints.get(held);
			if (found === undefined || !isOwn(asking.actor, found.region)) return [];
			const { id, receiptNumber, summary } = found;
			return [{ complaintId: id, receiptNumber: receiptNumber ?? printed, summary }];
		});
}

type Setting = {
	readonly request: NoticePlanRequest;
	readonly context: NoticeImportContext;
	readonly ledger: WorkingLedger;
	/** The rules that notices of a region are under. */
	readonly lawIn: (region: RegionCode) => RuleContext;
	readonly complaintsOf: (notice: ProposedNotice) => RelatedComplaint[];
};

type Aim = Pick<PlannedNotice, "match"> & { readonly issueId: IssueId | null; readonly findings: Finding[] };

/** Which issue a notice goes to: as the clerk says, else as it was matched. */
function aimOf(proposed: ProposedNotice, match: NoticeMatch, { request, ledger }: Setting): Aim {
	const said = request.choices.items[proposed.key]?.issueId;
	const statement = proposed.statement?.value ?? null;
	if (said !== undefined && said !== match.issueId) {
		const issue = ledger.get(said);
		if (issue === undefined) return { issueId: null, match: null, findings: [issueOutOfReach()] };
		const { score } = bestWording(statement, issue);
		return { issueId: said, match: { by: "clerk", score, doubtful: false }, findings: [] };
	}
	const { issueId, by, score } = match;
	if (issueId === null || by === null) return { issueId: null, match: null, findings: [noIssueFound()] };
	if (said !== undefined) return { issueId, match: { by: "clerk", score, doubtful: false }, findings: [] };
	const issue = ledger.get(issueId);
	const doubt =
		match.doubtful && issue !== undefined
			? [doubtfulMatch(match, statement, bestWording(statement, issue).text)]
			: [];
	return { issueId, match: { by, score, doubtful: match.doubtful }, findings: doubt };
}

/** What does not depend on what becomes of a notice. */
function baseOf(proposed: ProposedNotice, matched: NoticeMatch, setting: Setting) {
	const { request, context, ledger } = setting;
	return {
		key: proposed.key,
		proposed,
		content: noticeContent(proposed, request.draft.proposal.title, context),
		candidates: matched.candidates.flatMap((one) => {
			const issue = ledger.get(one.issueId);
			return issue === undefined ? [] : [{ ...one, issue }];
		}),
		complaints: setting.complaintsOf(proposed),
	};
}

function planNotice(proposed: ProposedNotice, matched: NoticeMatch, setting: Setting): PlannedNotice {
	const { request, ledger, context, lawIn } = setting;
	const { asking, draft, choices, newId } = request;
	const choice = choices.items[proposed.key];
	const base = baseOf(proposed, matched, setting);
	const { issueId, match, findings } = aimOf(proposed, matched, setting);
	const issue = issueId === null ? null : (ledger.get(issueId) ?? null);
	const refused = (why: readonly Finding[]): PlannedNotice => ({
		...base,
		ledger: issue,
		match,
		kind: "refused",
		differences: [],
		findings: [...findings, ...why],
		chosen: choice?.apply === true,
		command: null,
		change: null,
	});
	if (issue === null || match === null) return refused([]);
	const document = { name: draft.sourceName, sha256: draft.sha256 };
	const act = { importId: draft.id, document, lines: proposed.lines, newId };
	const { kind, differences, command } = diffNotice(base.content, issue, act, choice?.fields);
	const said = evaluateNotice(base.content, lawIn(issue?.region ?? context.region));
	const decided = command === null ? null : decideItem(ledger, asking, issue, [command]);
	if (decided?.ok === false) return refused([...decided.refusals.map(asFinding), ...said]);
	const change = decided?.change ?? null;
	const chosen = kind !== "same" && (choice?.apply ?? !match.doubtful);
	if (chosen && change !== null) ledger.set(change.issue);
	const outcome = { kind, differences, findings: [...findings, ...said], chosen, command, change };
	return { ...base, ledger: issue, match, ...outcome };
}

/** Without a context nothing can be matched: everything waits for it. */
const unmatched = (proposed: ProposedNotice, { draft, choices }: NoticePlanRequest): PlannedNotice => ({
	key: proposed.key,
	proposed,
	content: noticeContent(proposed, draft.proposal.title, { tier: null }),
	kind: "refused",
	ledger: null,
	match: null,
	candidates: [],
	complaints: [],
	differences: [],
	findings: [],
	chosen: choices.items[proposed.key]?.apply ?? false,
	command: null,
	change: null,
});

function blockingOf(items: readonly PlannedNotice[]): Finding[] {
	const chosen = items.filter((item) => item.chosen);
	const refused = chosen.filter(({ kind }) => kind === "refused").map(({ key }) => key);
	if (refused.length > 0) return [itemsRefused(refused)];
	return chosen.some(({ change }) => change !== null) ? [] : [nothingToApply()];
}

/** The issues of the inspection in the region that the actor may know of; null where they are too many. */
async function issuesOf(
	reader: Reader,
	{ inspectionId, region }: NoticeImportContext,
	{ asking }: NoticePlanRequest,
): Promise<readonly Issue[] | null> {
	const own = ownPrefix(asking.actor);
	const asked = regionPrefix(region);
	const prefix = asked.startsWith(own) ? asked : own.startsWith(asked) ? own : null;
	if (prefix === null) return [];
	const found = await loadInspectionIssues(reader, inspectionId, prefix, ISSUES_COMPARED + 1);
	return found.length > ISSUES_COMPARED ? null : found;
}

/** Holds the issues that the notices may go to, as they are now. */
async function held(
	reader: Reader,
	issues: readonly Issue[],
	matches: readonly NoticeMatch[],
	{ choices, lock }: NoticePlanRequest,
): Promise<readonly Issue[]> {
	if (lock === "none") return issues;
	const said = Object.values(choices.items).flatMap(({ issueId }) => issueId ?? []);
	const aims = new Set([...said, ...matches.flatMap(({ issueId }) => issueId ?? [])]);
	const ids = issues.map(({ id }) => id).filter((id) => aims.has(id));
	const locked = await loadIssues(reader, ids, lock);
	return issues.map((issue) => locked.get(issue.id) ?? issue);
}

const inspectionOf = async (
	reader: Reader,
	{ inspectionId }: NoticeImportContext,
	{ asking }: NoticePlanRequest,
): Promise<Inspection | undefined> =>
	(await listInspections(reader, ownPrefix(asking.actor), inspectionId))[0]?.inspection;

/**
 * Works out what the notices of a draft do to the ledger as it is now: which issue each is about, what differs from an
 * earlier edition, the commands and what they make, what the rules say. Changes nothing.
 */
export async function planNoticeImport(reader: Reader, request: NoticePlanRequest): Promise<NoticePlan> {
	const { context } = request.choices;
	const notices = noticesOfDraft(request);
	const waiting = (finding: Finding): NoticePlan => ({
		items: notices.map((proposed) => unmatched(proposed, request)),
		blocking: [finding],
	});
	if (notices.length === 0) return waiting(noNotices());
	if (context === null) return waiting(contextMissing());
	const inspection = await inspectionOf(reader, context, request);
	if (inspection === undefined) return waiting(inspectionUnknown());
	const found = await issuesOf(reader, context, request);
	if (found === null) return waiting(scopeTooWide(ISSUES_COMPARED));
	const open = found.filter(({ lifecycle }) => lifecycle !== "merged");
	const matches = matchNotices(notices, open, context);
	const issues = await held(reader, open, matches, request);
	const law = await lawOf(reader);
	const lawIn = (region: RegionCode) => law.context(inspection, region, request.today);
	const setting: Setting = {
		request,
		context,
		ledger: new WorkingLedger({
			inspection,
			lawIn,
			issues,
			units: new Map(),
			people: () => new Map(),
		}),
		lawIn,
		complaintsOf: await complaintsOf(reader, notices, context, request),
	};
	const items = notices.flatMap((proposed, at) => {
		const match = matches[at];
		return match === undefined ? [] : [planNotice(proposed, match, setting)];
	});
	return { items, blocking: blockingOf(items) };
}
