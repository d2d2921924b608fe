import {
	type ComplaintUndo,
	type ComplaintUndoContext,
	planComplaintUndo,
	receiptsBack,
} from "@zhenggai/domain/complaints";
import {
	type Dependent,
	type Issue,
	type IssueUndo,
	issueNumber,
	listRegion,
	numbersBack,
	planUndo,
	type TakenNumber,
	type UndoContext,
} from "@zhenggai/domain/issues";
import type { Actor, ComplaintId, ImportId, InspectionId, Instant, IssueId } from "@zhenggai/domain/kernel";
import { readStreams, type Tx } from "@zhenggai/storage";
import { receiptHolders } from "@zhenggai/storage/complaints";
import { importNames } from "@zhenggai/storage/imports";
import { loadChildrenOf, loadEndedInto, takenNumbers } from "@zhenggai/storage/issues";
import { type Touched, touchedBy } from "./undo-entries.ts";

export type UndoRequest = {
	readonly actor: Actor;
	readonly importId: ImportId;
	readonly now: Instant;
	readonly reason: string;
	/** `update` holds everything that the import touched until the transaction ends. */
	readonly lock: "none" | "update";
};

/** What undoing an import does to everything that it touched. */
export type UndoPlan = {
	readonly issues: readonly (IssueUndo & { readonly issue: Issue })[];
	readonly complaints: readonly (ComplaintUndo & {
		readonly complaint: NonNullable<ComplaintUndo["complaint"]>;
	})[];
	readonly others: Touched["others"];
};

type Own = Pick<UndoContext, "actor" | "now" | "reason" | "importName">;

/** Who carries the numbers that would come back, without the issues that are undone in the same act. */
async function numbersTaken(tx: Tx, undos: ReadonlyMap<IssueId, IssueUndo>): Promise<readonly TakenNumber[]> {
	const lists = new Map<string, { issue: Issue; numbers: ReturnType<typeof numbersBack> }>();
	for (const undo of undos.values()) {
		const numbers = numbersBack(undo);
		if (undo.issue === null || numbers.length === 0) continue;
		const key = `${undo.issue.tier} ${listRegion(undo.issue.tier, undo.issue.region)}`;
		const known = lists.get(key);
		lists.set(key, { issue: undo.issue, numbers: [...(known?.numbers ?? []), ...numbers] });
	}
	const taken: TakenNumber[] = [];
	for (const { issue, numbers } of lists.values()) taken.push(...(await takenNumbers(tx, numbers, issue)));
	return taken.filter(({ issueId }) => !undos.has(issueId));
}

/** The imports that registered these issues. */
async function registeredBy(tx: Tx, issues: readonly Issue[]): Promise<ReadonlyMap<string, ImportId | null>> {
	const streams = await readStreams(
		tx,
		issues.map(({ id }) => id),
	);
	return new Map([...streams].map(([id, events]) => [id, events[0]?.cause.importId ?? null]));
}

type Leaning = {
	readonly dependents: ReadonlyMap<IssueId, readonly Dependent[]>;
	readonly names: ReadonlyMap<ImportId, string>;
};

/** What leans on the issues that would be voided and is not voided with them. */
async function leaningOn(tx: Tx, voided: ReadonlySet<IssueId>): Promise<Leaning> {
	type On = { readonly issue: Issue; readonly on: IssueId | null; readonly how: Dependent["how"] };
	const below = (await loadChildrenOf(tx, [...voided])).map(
		(issue): On => ({ issue, on: issue.parentId, how: "below" }),
	);
	const ended = (await loadEndedInto(tx, [...voided])).flatMap((issue): On[] => {
		const { ending } = issue;
		if (ending?.kind === "merged") return [{ issue, on: ending.into, how: "merged" }];
		return ending?.kind === "carriedOver" ? [{ issue, on: ending.to, how: "carriedOver" }] : [];
	});
	const leaning = [...below, ...ended].filter(
		({ issue, how }) => !voided.has(issue.id) && (how !== "below" || issue.ending?.kind !== "voided"),
	);
	const origins = await registeredBy(
		tx,
		leaning.map(({ issue }) => issue),
	);
	const dependents = new Map<IssueId, Dependent[]>();
	for (const { issue, on, how } of leaning) {
		if (on === null) continue;
		const importId = origins.get(issue.id) ?? null;
		const one: Dependent = { id: issue.id, number: issueNumber(issue), how, importId };
		dependents.set(on, [...(dependents.get(on) ?? []), one]);
	}
	const ids = [...origins.values()].filter((id) => id !== null);
	return { dependents, names: await importNames(tx, [...new Set(ids)]) };
}

/** The issues' part: decided twice, since what has to be looked up follows from what would come back. */
async function planIssues(
	tx: Tx,
	touched: Touched,
	importId: ImportId,
	own: Own,
): Promise<ReadonlyMap<IssueId, IssueUndo>> {
	const alone: UndoContext = { ...own, takenNumbers: [], dependents: [] };
	const first = new Map(
		[...touched.issues].map(([id, entries]) => [id, planUndo(entries, importId, alone)] as const),
	);
	const voided = new Set([...first].flatMap(([id, { act }]) => (act === "void" ? [id] : [])));
	const taken = await numbersTaken(tx, first);
	const { dependents, names } = await leaningOn(tx, voided);
	const importName = (id: ImportId) => own.importName(id) ?? names.get(id);
	const undos = new Map(first);
	for (const [id, undo] of first) {
		const leaning = dependents.get(id) ?? [];
		if (leaning.length === 0 && numbersBack(undo).length === 0) continue;
		const context = { ...own, importName, takenNumbers: taken, dependents: leaning };
		undos.set(id, planUndo(touched.issues.get(id) ?? [], importId, context));
	}
	return undos;
}

async function planComplaints(
	tx: Tx,
	touched: Touched,
	importId: ImportId,
	own: Own,
): Promise<ReadonlyMap<ComplaintId, ComplaintUndo>> {
	const alone: ComplaintUndoContext = { ...own, receipts: new Map() };
	const undos = new Map(
		[...touched.complaints].map(
			([id, entries]) => [id, planComplaintUndo(entries, importId, alone)] as const,
		),
	);
	const wanted = new Map<InspectionId, string[]>();
	for (const undo of undos.values()) {
		if (undo.complaint === null) continue;
		const { inspectionId } = undo.complaint;
		wanted.set(inspectionId, [...(wanted.get(inspectionId) ?? []), ...receiptsBack(undo)]);
	}
	for (const [inspectionId, keys] of wanted) {
		const holders = await receiptHolders(tx, inspectionId, keys);
		const receipts = new Map([...holders].filter(([, holder]) => !undos.has(holder)));
		if (receipts.size === 0) continue;
		for (const [id, undo] of undos) {
			if (undo.complaint?.inspectionId !== inspectionId || receiptsBack(undo).length === 0) continue;
			const entries = touched.complaints.get(id) ?? [];
			undos.set(id, planComplaintUndo(entries, importId, { ...own, receipts }));
		}
	}
	return undos;
}

/** Works out what undoing an import does to the ledger as it is now, and everything in the way. Writes nothing. */
export async function planImportUndo(tx: Tx, request: UndoRequest): Promise<UndoPlan> {
	const { importId, actor, now, reason, lock } = request;
	const touched = await touchedBy(tx, importId, lock);
	const own: Own = { actor, now, reason, importName: touched.importName };
	const issues = await planIssues(tx, touched, importId, own);
	const complaints = await planComplaints(tx, touched, importId, own);
	return {
		issues: [...issues.values()].flatMap(({ issue, ...undo }) =>
			issue === null ? [] : [{ ...undo, issue }],
		),
		complaints: [...complaints.values()].flatMap(({ complaint, ...undo }) =>
			complaint === null ? [] : [{ ...undo, complaint }],
		),
		others: touched.others,
	};
}

/** How many of the plan's items come to what. */
export function countActs({ issues, complaints }: UndoPlan): {
	voided: number;
	restored: number;
	nothing: number;
	obstructed: number;
} {
	const all = [...issues, ...complaints];
	const clear = all.filter(({ obstacles }) => obstacles.length === 0);
	const count = (act: IssueUndo["act"]) => clear.filter((undo) => undo.act === act).length;
	return {
		voided: count("void"),
		restored: count("restore"),
		nothing: count("nothing"),
		obstructed: all.length - clear.length,
	};
}
