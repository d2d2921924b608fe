import {
	type Complaint,
	type ComplaintCommand,
	type ComplaintContext,
	type ComplaintDifference,
	type ComplaintEvent,
	type ComplaintImportAct,
	type ComplaintImportChoices,
	type ComplaintImportContext,
	decideComplaint,
	diffComplaint,
	elementsOfRow,
	evaluateElements,
	evolveComplaint,
	isVoided,
	matchComplaints,
	type ProposedComplaint,
	receiptKey,
	resolvePlaces,
	suggestPlaces,
} from "@zhenggai/domain/complaints";
import type { ImportDraft, Inspection } from "@zhenggai/domain/issues";
import {
	ComplaintId,
	type IsoDate,
	type Refusal,
	type Region,
	type RegionCode,
	regionPrefix,
} from "@zhenggai/domain/kernel";
import type { Finding, RuleContext } from "@zhenggai/domain/rules";
import type { Reader } from "@zhenggai/storage";
import { loadComplaints, loadMatchable, receiptHolders } from "@zhenggai/storage/complaints";
import { listInspections } from "@zhenggai/storage/issues";
import { listRegions } from "@zhenggai/storage/responsibilities";
import {
	asFinding,
	contextMissing,
	inspectionUnknown,
	itemsRefused,
	nothingRead,
	nothingToApply,
} from "../importing/findings.ts";
import type { Asking } from "../issues/index.ts";
import { isOwn, ownPrefix } from "../kit/authorise.ts";
import { ruleContext } from "../kit/rules-for.ts";
import type { ComplaintChanged } from "./write-complaints.ts";

/** What is to become of one row of the table. */
export type PlannedRow = {
	readonly key: string;
	readonly row: ProposedComplaint;
	readonly kind: "new" | "same" | "changed" | "refused";
	readonly ledger: Complaint | null;
	readonly differences: readonly ComplaintDifference[];
	readonly findings: readonly Finding[];
	readonly chosen: boolean;
	readonly change: ComplaintChanged | null;
};

export type ComplaintImportPlan = {
	readonly rows: readonly PlannedRow[];
	readonly regions: readonly {
		readonly text: string;
		readonly count: number;
		readonly places: RegionCode[];
		readonly suggestions: Region[];
	}[];
	readonly vanished: readonly Complaint[];
	readonly blocking: readonly Finding[];
};

export type ComplaintPlanRequest = {
	readonly asking: Asking;
	readonly draft: ImportDraft;
	readonly choices: ComplaintImportChoices;
	readonly today: IsoDate;
	readonly newId: () => string;
	/** `update` holds the complaints that the plan changes until the transaction ends. */
	readonly lock: "none" | "update";
};

type Places = {
	readonly of: (text: string) => RegionCode[];
	/** The regions that a text may mean that means none beyond doubt. */
	readonly like: (text: string) => Region[];
};

/** What a printed region means: as the clerk said, else as the names of the table's region tell beyond doubt. */
async function placesFor(
	reader: Reader,
	{ listRegion }: ComplaintImportContext,
	{ places: said }: ComplaintImportChoices,
): Promise<Places> {
	const regions = await listRegions(reader, regionPrefix(listRegion));
	const known = new Map<string, RegionCode[]>(Object.entries(said));
	return {
		of: (text) => {
			const found = known.get(text) ?? resolvePlaces(text, regions, listRegion);
			known.set(text, found);
			return found;
		},
		like: (text) => suggestPlaces(text, regions, listRegion),
	};
}

const keysOf = (rows: readonly ProposedComplaint[]): string[] => [
	...new Set(
		rows.flatMap(({ receiptNumber }) => (receiptNumber === null ? [] : [receiptKey(receiptNumber)])),
	),
];

/** The complaints that the rows may be, those on the ledger first, each only where the actor may know of it. */
async function ledgerFor(
	reader: Reader,
	rows: readonly ProposedComplaint[],
	context: ComplaintImportContext,
	{ asking, lock }: ComplaintPlanRequest,
): Promise<Complaint[]> {
	const batches = [...new Set(rows.map(({ batch }) => batch ?? context.batch ?? 0))];
	const found = await loadMatchable(reader, {
		inspectionId: context.inspectionId,
		keys: keysOf(rows),
		batches,
	});
	// A void registration is no complaint: the table brings its row anew.
	const own = found.filter((one) => isOwn(asking.actor, one.region) && !isVoided(one));
	const locked =
		lock === "none"
			? null
			: await loadComplaints(
					reader,
					own.map(({ id }) => id),
					"update",
				);
	const rank = ({ state }: Complaint) => (state === "withdrawn" ? 1 : 0);
	return own.map((one) => locked?.get(one.id) ?? one).toSorted((a, b) => rank(a) - rank(b));
}

type Decided = { readonly change: ComplaintChanged | null; readonly refusals: readonly Refusal[] };

/** Runs the commands of one row, each on what the one before left: all of them, or why not. */
function decideRow(
	before: Complaint | null,
	commands: readonly ComplaintCommand[],
	context: ComplaintContext,
): Decided {
	let state = before;
	const events: ComplaintEvent[] = [];
	for (const command of commands) {
		const decision = decideComplaint(state, command, context);
		if (!decision.ok) return { change: null, refusals: decision.refusals };
		events.push(...decision.events);
		state = decision.events.reduce<Complaint | null>(evolveComplaint, state);
	}
	if (state === null || events.length === 0) return { change: null, refusals: [] };
	return { change: { before, complaint: state, events }, refusals: [] };
}

type Planning = {
	readonly request: ComplaintPlanRequest;
	readonly act: ComplaintImportAct;
	readonly rules: RuleContext;
	/** Kept up as the plan goes on: a receipt that stands twice in the document is found. */
	readonly receipts: Map<string, ComplaintId>;
	readonly inspections: ReadonlyMap<Inspection["id"], Inspection>;
};

function planRow(row: ProposedComplaint, ledger: Complaint | null, planning: Planning): PlannedRow {
	const { request, act, rules, receipts, inspections } = planning;
	const choice = request.choices.items[row.key];
	const complaintId = ledger?.id ?? ComplaintId.parse(request.newId());
	const diff = diffComplaint(row, ledger, { ...act, complaintId }, choice?.fields);
	const decided = decideRow(ledger, diff.commands, {
		actor: request.asking.actor,
		now: request.asking.now,
		importing: true,
		surroundings: { inspections, receipts, complaints: new Set() },
	});
	const findings = evaluateElements(elementsOfRow(row, act), rules);
	const stops = findings.some(({ severity, gate }) => severity === "block" && gate === "save");
	const refused = decided.refusals.length > 0 || (stops && diff.kind !== "same");
	const kind = refused ? "refused" : diff.kind;
	const chosen = choice?.apply ?? (kind === "new" || kind === "changed");
	if (chosen && decided.change !== null && !refused) {
		const { receiptNumber } = decided.change.complaint;
		if (receiptNumber !== null) receipts.set(receiptKey(receiptNumber), complaintId);
	}
	return {
		key: row.key,
		row,
		kind,
		ledger,
		differences: diff.differences,
		findings: [...decided.refusals.map(asFinding), ...findings],
		chosen,
		change: refused ? null : decided.change,
	};
}

function regionsOf(rows: readonly ProposedComplaint[], places: Places): ComplaintImportPlan["regions"] {
	const counts = Map.groupBy(
		rows.flatMap(({ region }) => (region === null ? [] : [region.value.trim()])),
		(text) => text,
	);
	return [...counts].map(([text, same]) => {
		const meant = places.of(text);
		return {
			text,
			count: same.length,
			places: meant,
			suggestions: meant.length === 0 ? places.like(text) : [],
		};
	});
}

/** What keeps the whole from being applied. */
function blockingOf(rows: readonly PlannedRow[]): Finding[] {
	const refused = rows.filter(({ chosen, kind }) => chosen && kind === "refused").map(({ key }) => key);
	if (refused.length > 0) return [itemsRefused(refused)];
	return rows.some(({ chosen, change }) => chosen && change !== null) ? [] : [nothingToApply()];
}

const nothing = (blocking: Finding): ComplaintImportPlan => ({
	rows: [],
	regions: [],
	vanished: [],
	blocking: [blocking],
});

/** Works out what a table does to the ledger as it is now. Changes nothing. */
export async function planComplaintImport(
	reader: Reader,
	request: ComplaintPlanRequest,
): Promise<ComplaintImportPlan> {
	const { asking, draft, choices, today } = request;
	const { context } = choices;
	const rows = draft.proposal.complaints.map((row) => choices.corrections[row.key] ?? row);
	if (rows.length === 0) return nothing(nothingRead());
	if (context === null) return nothing(contextMissing());
	const visible = await listInspections(reader, ownPrefix(asking.actor), context.inspectionId);
	const inspection = visible[0]?.inspection;
	if (inspection === undefined) return nothing(inspectionUnknown());
	const places = await placesFor(reader, context, choices);
	const ledger = await ledgerFor(reader, rows, context, request);
	const act: ComplaintImportAct = {
		importId: draft.id,
		inspectionId: context.inspectionId,
		listRegion: context.listRegion,
		batch: context.batch,
		batchDay: context.batchDay,
		document: { name: draft.sourceName, sha256: draft.sha256 },
		placesOf: places.of,
	};
	const planning: Planning = {
		request,
		act,
		rules: await ruleContext(reader, inspection, context.listRegion, today),
		receipts: new Map(await receiptHolders(reader, context.inspectionId, keysOf(rows))),
		inspections: new Map([[inspection.id, inspection]]),
	};
	const matches = matchComplaints(
		rows.map((row) => elementsOfRow(row, act)),
		ledger,
	);
	const planned = rows.map((row, at) => planRow(row, ledger[matches[at] ?? -1] ?? null, planning));
	const met = new Set(matches);
	const vanished = ledger.filter(
		(one, at) => !met.has(at) && one.state === "registered" && one.listRegion === context.listRegion,
	);
	return { rows: planned, regions: regionsOf(rows, places), vanished, blocking: blockingOf(planned) };
}
