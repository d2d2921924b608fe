import {
	correctedIssues,
	diffIssue,
	evaluateIssue,
	type ImportChoices,
	type ImportContext,
	type ImportDiff,
	type ImportDraft,
	type Issue,
	isEnded,
	matchProposal,
	type ProposedIssue,
} from "@zhenggai/domain/issues";
import { type IsoDate, IssueId, type RegionCode } from "@zhenggai/domain/kernel";
import type { Finding, RuleContext } from "@zhenggai/domain/rules";
import type { Reader } from "@zhenggai/storage";
import { loadListIssues, type RowLock } from "@zhenggai/storage/issues";
import type { Asking, Change } from "../issues/changes.ts";
import { freshFindings } from "../issues/judge.ts";
import { surroundingsOnSave } from "../issues/neighbours.ts";
import { lawOf } from "../kit/rules-for.ts";
import { decideItem } from "./decide-item.ts";
import {
	asFinding,
	contextMissing,
	itemsRefused,
	nothingRead,
	nothingToApply,
	noticeIsNoPlan,
	numberAlone,
	unitsUndecided,
} from "./findings.ts";
import { type ImportInspection, importInspection } from "./inspection.ts";
import { WorkingLedger } from "./ledger.ts";
import { type Neighbours, neighboursOf, parentsByNumber, partiesOf } from "./plan-facts.ts";
import type { Parties } from "./resolve.ts";

/** One proposed issue and what would become of it. */
export type PlannedItem = {
	readonly key: string;
	readonly proposed: ProposedIssue;
	readonly kind: "new" | "same" | "changed" | "refused";
	readonly ledger: Issue | null;
	readonly differences: ImportDiff["differences"];
	readonly findings: readonly Finding[];
	/** Warnings that need a justification. */
	readonly warnings: readonly Finding[];
	readonly chosen: boolean;
	/** What it does to the ledger; null where nothing is done. */
	readonly change: Change | null;
};

/** Everything that applying a draft would do, and what keeps it from being applied. */
export type ImportPlan = {
	readonly items: readonly PlannedItem[];
	readonly parties: Parties;
	readonly inspection: ImportInspection | null;
	readonly vanished: readonly Issue[];
	readonly blocking: readonly Finding[];
};

export type PlanRequest = {
	readonly asking: Asking;
	readonly draft: ImportDraft;
	readonly choices: ImportChoices;
	readonly today: IsoDate;
	readonly newId: () => string;
	readonly lock: RowLock;
};

/** Above this many items the preview shows only what holds them up: the rest would be tens of megabytes. */
const FINDINGS_IN_FULL = 1000;

type Setting = {
	readonly request: PlanRequest;
	readonly context: ImportContext;
	readonly inspection: ImportInspection;
	readonly parties: Parties;
	readonly ledger: WorkingLedger;
	readonly lawIn: (region: RegionCode) => RuleContext;
	readonly neighbours: Neighbours;
	readonly above: ReadonlyMap<string, Issue>;
	readonly inFull: boolean;
};

/** What the rules say about a change: what is new and hard, and, in full, everything worth a warning. */
function findingsOf(
	setting: Setting,
	change: Change,
): { fresh: readonly Finding[]; shown: readonly Finding[] } {
	const { inspection, neighbours, above, lawIn, inFull } = setting;
	const { issue } = change;
	const parent =
		issue.parentId === null
			? undefined
			: (neighbours.parents.get(issue.parentId) ??
				[...above.values()].find(({ id }) => id === issue.parentId));
	const around = surroundingsOnSave(inspection.inspection, parent, neighbours.children.get(issue.id) ?? []);
	const asked = lawIn(issue.region);
	const fresh = freshFindings(change, around, asked);
	return { fresh, shown: inFull ? evaluateIssue(issue, around, { ...asked, least: "warn" }) : fresh };
}

/** One item as its match tells; a doubtful match is shown with both wordings and waits for the clerk. */
function planItem(
	setting: Setting,
	proposed: ProposedIssue,
	known: Issue | null,
	doubtful: boolean,
): PlannedItem {
	const doubt = doubtful && known !== null ? [numberAlone(proposed.statement.value, known.statement)] : [];
	const planned = planMatched(setting, proposed, known, doubt.length === 0);
	return { ...planned, findings: [...doubt, ...planned.findings] };
}

function planMatched(
	setting: Setting,
	proposed: ProposedIssue,
	known: Issue | null,
	byDefault: boolean,
): PlannedItem {
	const { request, context, inspection, parties, ledger, above } = setting;
	const { asking, draft, choices, today, newId } = request;
	const choice = choices.items[proposed.key];
	const parent = proposed.number === null ? undefined : above.get(proposed.number);
	const diff = diffIssue(
		proposed,
		known,
		parties.resolutionOf(proposed, known),
		parties.lookup,
		{
			importId: draft.id,
			issueId: known?.id ?? IssueId.parse(newId()),
			inspectionId: inspection.inspection.id,
			region: context.region,
			tier: context.tier,
			parentId: parent?.id ?? null,
			document: { name: draft.sourceName, sha256: draft.sha256 },
			assignedFrom: today,
			asOf: today,
			newId,
		},
		choice?.fields,
	);
	const item = { key: proposed.key, proposed, ledger: known, differences: diff.differences };
	const decided = decideItem(ledger, asking, known, diff.commands);
	if (!decided.ok) {
		const findings = decided.refusals.map(asFinding);
		return { ...item, kind: "refused", findings, warnings: [], chosen: choice?.apply === true, change: null };
	}
	const { change } = decided;
	if (change === null) {
		const chosen = diff.kind !== "same" && (choice?.apply ?? byDefault);
		return { ...item, kind: diff.kind, findings: [], warnings: [], chosen, change };
	}
	const { fresh, shown } = findingsOf(setting, change);
	if (fresh.some(({ severity }) => severity === "block")) {
		return {
			...item,
			kind: "refused",
			findings: shown,
			warnings: [],
			chosen: choice?.apply === true,
			change: null,
		};
	}
	const chosen = choice?.apply ?? byDefault;
	if (chosen) ledger.set(change.issue);
	return { ...item, kind: diff.kind, findings: shown, warnings: fresh, chosen, change };
}

/** Without a context nothing can be compared: everything stands as new. */
const uncompared = (proposed: ProposedIssue, { choices }: PlanRequest): PlannedItem => ({
	key: proposed.key,
	proposed,
	kind: "new",
	ledger: null,
	differences: [],
	findings: [],
	warnings: [],
	chosen: choices.items[proposed.key]?.apply ?? true,
	change: null,
});

function blockingOf(items: readonly PlannedItem[], parties: Parties): Finding[] {
	const chosen = items.filter((item) => item.chosen);
	const refused = chosen.filter(({ kind }) => kind === "refused").map(({ key }) => key);
	const undecided = parties.undecided(
		chosen.filter(({ kind }) => kind !== "same").map(({ proposed }) => proposed),
	);
	const changes = chosen.some(({ change }) => change !== null);
	return [
		...(items.length === 0 ? [nothingRead()] : []),
		...(undecided.length > 0 ? [unitsUndecided(undecided)] : []),
		...(refused.length > 0 ? [itemsRefused(refused)] : []),
		...(items.length > 0 && !changes && refused.length === 0 ? [nothingToApply()] : []),
	];
}

/**
 * Works out what applying a draft would do: which issue each item is, what differs, the commands that bring it about
 * and what they make, what the rules say. Writes nothing. The same plan is shown before and carried out at the end.
 */
export async function planImport(reader: Reader, request: PlanRequest): Promise<ImportPlan> {
	const { asking, choices, newId, lock } = request;
	const { context } = choices;
	const isNotice = request.draft.proposal.kind === "notice";
	const issues = isNotice ? [] : correctedIssues(request.draft.proposal, request.choices);
	const { parties, units } = await partiesOf(reader, issues, request);
	if (isNotice) return { items: [], parties, inspection: null, vanished: [], blocking: [noticeIsNoPlan()] };
	const found =
		context === null
			? { inspection: null, blocking: [contextMissing()] }
			: await importInspection(reader, asking, context, newId);
	const { inspection } = found;
	if (context === null || inspection === null) {
		const items = issues.map((proposed) => uncompared(proposed, request));
		return { items, parties, inspection: null, vanished: [], blocking: found.blocking };
	}
	const isNew = inspection.events.length > 0;
	const list = isNew ? [] : await loadListIssues(reader, inspection.inspection.id, context, lock);
	const known = new Map(list.map((issue) => [issue.id, issue]));
	const matched = matchProposal(issues, list, inspection.inspection.id);
	const above = await parentsByNumber(reader, context, inspection);
	const law = await lawOf(reader);
	const lawIn = (region: RegionCode) => law.context(inspection.inspection, region, request.today);
	const setting: Setting = {
		request,
		context,
		inspection,
		parties,
		lawIn,
		above,
		neighbours: await neighboursOf(reader, list),
		// People are resolved issue by issue: the facts are read after, through the getter.
		ledger: new WorkingLedger({
			inspection: inspection.inspection,
			lawIn,
			issues: [...list, ...above.values()],
			units,
			people: () => parties.allPeople,
		}),
		inFull: issues.length <= FINDINGS_IN_FULL,
	};
	const items = issues.map((proposed, at) => {
		const { issueId = null, doubtful = false } = matched.matches[at] ?? {};
		const issue = issueId === null ? null : (known.get(issueId) ?? null);
		return planItem(setting, proposed, issue, doubtful);
	});
	const vanished = matched.vanished
		.flatMap((id) => known.get(id) ?? [])
		.filter(({ lifecycle }) => !isEnded(lifecycle));
	return {
		items,
		parties,
		inspection,
		vanished,
		blocking: [...found.blocking, ...blockingOf(items, parties)],
	};
}
