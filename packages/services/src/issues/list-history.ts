import { can } from "@zhenggai/domain/access";
import {
	describeEvent,
	type HistoryEntry,
	type HistoryLookup,
	type Issue,
	IssueEvent,
	issueNumber,
	issueResource,
} from "@zhenggai/domain/issues";
import type { JournalEvent } from "@zhenggai/domain/journal";
import type { Actor, InspectionId, IssueId, PersonId, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import { type Reader, readerOf, readStream } from "@zhenggai/storage";
import { findIssue, loadIssues, loadNames } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import type { HistoryQuery } from "../services.ts";

type Parsed = { readonly entry: JournalEvent; readonly event: IssueEvent };

/** Ids that events refer to and the present state may not know any more. */
function wanted(issue: Issue, events: readonly IssueEvent[]) {
	const units: UnitId[] = [];
	const people: PersonId[] = [];
	const inspections: InspectionId[] = issue.mandates.map(({ inspectionId }) => inspectionId);
	const issues: IssueId[] = [...issue.childIds, ...(issue.parentId === null ? [] : [issue.parentId])];
	const regions: RegionCode[] = [issue.region];
	const measures = [...issue.measures];
	for (const event of events) {
		if (event.type === "issueRegistered" || event.type === "measuresAdded") measures.push(...event.measures);
		if (event.type === "importUndone") {
			measures.push(...event.takenBack.measures, ...event.restored.measures.map(({ to }) => to));
			inspections.push(...event.takenBack.mandates.map(({ inspectionId }) => inspectionId));
		}
		if (event.type === "mandateAdded") inspections.push(event.mandate.inspectionId);
		if (event.type === "issueEnded" && event.ending.kind === "merged") issues.push(event.ending.into);
		if (event.type === "issueEnded" && event.ending.kind === "carriedOver") issues.push(event.ending.to);
		if (event.type === "issueDecomposed") regions.push(...event.children.map(({ region }) => region));
		if (event.type === "notOursDeclared") regions.push(event.notOurs.region);
		if (event.type === "measureAmended") {
			const { from, to } = event.changes;
			for (const side of [from, to])
				units.push(...(side.responsibleUnitIds ?? []), ...(side.supportingUnitIds ?? []));
		}
	}
	const setAside = (issue.takenBack ?? []).flatMap(({ assignments }) => assignments);
	for (const { unitId, personId } of [...issue.assignments, ...setAside]) {
		if (unitId !== null) units.push(unitId);
		if (personId !== null) people.push(personId);
	}
	units.push(...measures.flatMap((measure) => [...measure.responsibleUnitIds, ...measure.supportingUnitIds]));
	return { units, people, inspections, issues, regions };
}

async function lookupFor(
	reader: Reader,
	issue: Issue,
	events: readonly IssueEvent[],
): Promise<HistoryLookup> {
	const ids = wanted(issue, events);
	const linked = await loadIssues(reader, [...new Set(ids.issues)]);
	const names = await loadNames(reader, {
		...ids,
		regions: [...ids.regions, ...[...linked.values()].map(({ region }) => region)],
	});
	return {
		issue,
		unit: (id) => names.units.get(id),
		person: (id) => names.people.get(id),
		regionName: (code) => names.regions.get(code),
		inspectionName: (id) => names.inspections.get(id)?.name,
		issueNumber: (id) => {
			const other = linked.get(id);
			return other === undefined ? undefined : issueNumber(other);
		},
	};
}

const toEntry = ({ entry, event }: Parsed, lookup: HistoryLookup): HistoryEntry => ({
	version: entry.version,
	type: entry.type,
	at: entry.at,
	actor: entry.actor,
	...describeEvent(event, lookup),
	hash: entry.hash,
});

/** The issue whose journal an actor may read. Throws NOT_FOUND, or NOT_ALLOWED where only the issue may be seen. */
export async function issueOfJournal(
	context: ServiceContext,
	actor: Actor,
	issueId: IssueId,
): Promise<Issue> {
	const issue = await findIssue(context.database, issueId, scopeOf(actor));
	if (issue === null) throw new ServiceError("NOT_FOUND");
	const refusal = can(actor, "viewJournal", issueResource(issue, momentOf(context).today));
	if (refusal !== null) throw new ServiceError("NOT_ALLOWED", refusal.message);
	return issue;
}

/** A page of an issue's timeline, the newest first, each entry in one sentence. */
export const listHistory =
	(context: ServiceContext) =>
	async (actor: Actor, query: HistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		const issue = await issueOfJournal(context, actor, query.issueId);
		const stream = await readStream(context.database, query.issueId);
		const { before } = query;
		const earlier = before === undefined ? stream : stream.filter(({ version }) => version < before);
		const shown = earlier
			.slice(-query.limit)
			.map((entry) => ({ entry, event: IssueEvent.parse(entry.payload) }))
			.toReversed();
		const lookup = await lookupFor(
			readerOf(context.database),
			issue,
			shown.map(({ event }) => event),
		);
		return { items: shown.map((parsed) => toEntry(parsed, lookup)), more: earlier.length > shown.length };
	};

/** Entries of an issue's journal with each in one sentence, the oldest first, and the name of its region. */
export async function describedEvents(
	reader: Reader,
	issue: Issue,
	entries: readonly JournalEvent[],
): Promise<{ entries: HistoryEntry[]; regionName: string }> {
	const parsed = entries.map((entry) => ({ entry, event: IssueEvent.parse(entry.payload) }));
	const lookup = await lookupFor(
		reader,
		issue,
		parsed.map(({ event }) => event),
	);
	return {
		entries: parsed.map((item) => toEntry(item, lookup)),
		regionName: lookup.regionName(issue.region) ?? issue.region,
	};
}
