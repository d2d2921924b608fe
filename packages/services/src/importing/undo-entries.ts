import { type ComplaintEntry, ComplaintEvent } from "@zhenggai/domain/complaints";
import { type IssueEntry, IssueEvent } from "@zhenggai/domain/issues";
import type { JournalEvent } from "@zhenggai/domain/journal";
import { ComplaintId, type ImportId, IssueId } from "@zhenggai/domain/kernel";
import { type Database, readStreams, streamsOfImport, type Tx } from "@zhenggai/storage";
import { loadComplaints } from "@zhenggai/storage/complaints";
import { importNames } from "@zhenggai/storage/imports";
import { loadIssues } from "@zhenggai/storage/issues";

/** Everything that an import wrote to, with whole journals: what its undoing is decided on. */
export type Touched = {
	readonly issues: ReadonlyMap<IssueId, readonly IssueEntry[]>;
	readonly complaints: ReadonlyMap<ComplaintId, readonly ComplaintEntry[]>;
	/** Inspections, units and people that it entered. */
	readonly others: {
		readonly inspections: readonly string[];
		readonly units: number;
		readonly people: number;
	};
	/** The names of other imports in these journals. */
	readonly importName: (id: ImportId) => string | undefined;
};

/** Streams that are read at once: a few megabytes. */
const CHUNK = 500;

const entryOf = <E>({ payload, cause, actor, at }: JournalEvent, parse: (payload: unknown) => E) => ({
	event: parse(payload),
	importId: cause.importId,
	by: actor.name,
	at,
});

async function journalsOf<Id extends string, E>(
	from: Database | Tx,
	ids: readonly Id[],
	parse: (payload: unknown) => E,
): Promise<Map<Id, ReturnType<typeof entryOf<E>>[]>> {
	const found = new Map<Id, ReturnType<typeof entryOf<E>>[]>();
	for (let at = 0; at < ids.length; at += CHUNK) {
		const chunk = ids.slice(at, at + CHUNK);
		const streams = await readStreams(from, chunk);
		for (const id of chunk) {
			found.set(
				id,
				(streams.get(id) ?? []).map((event) => entryOf(event, parse)),
			);
		}
	}
	return found;
}

/**
 * Reads what an import wrote to. `update` holds the issues and complaints, in the order of their ids, until the
 * transaction ends. The cost is that of the import and the histories of what it touched.
 */
export async function touchedBy(from: Tx, importId: ImportId, lock: "none" | "update"): Promise<Touched> {
	const streams = await streamsOfImport(from, importId);
	const idsOf = (kind: (typeof streams)[number]["kind"]) =>
		streams.filter((stream) => stream.kind === kind).map(({ id }) => id);
	const issueIds = idsOf("issue").map((id) => IssueId.parse(id));
	const complaintIds = idsOf("complaint").map((id) => ComplaintId.parse(id));
	if (lock === "update") {
		await loadIssues(from, issueIds, "update");
		await loadComplaints(from, complaintIds, "update");
	}
	const issues = await journalsOf(from, issueIds, (payload) => IssueEvent.parse(payload));
	const complaints = await journalsOf(from, complaintIds, (payload) => ComplaintEvent.parse(payload));
	const others = new Set<ImportId>();
	for (const entries of [...issues.values(), ...complaints.values()]) {
		for (const entry of entries) {
			if (entry.importId !== null && entry.importId !== importId) others.add(entry.importId);
		}
	}
	const names = await importNames(from, [...others]);
	return {
		issues,
		complaints,
		others: {
			inspections: idsOf("inspection"),
			units: idsOf("unit").length,
			people: idsOf("person").length,
		},
		importName: (id) => names.get(id),
	};
}
