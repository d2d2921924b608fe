import { describeComplaintEvent } from "@zhenggai/domain/complaints";
import {
	beginningOf,
	describeEvent,
	type Issue,
	type IssueEvent,
	issueNumber,
	numeral,
	type UndoItem,
} from "@zhenggai/domain/issues";
import type { PersonId, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import type { Reader } from "@zhenggai/storage";
import { loadNames, type Names } from "@zhenggai/storage/issues";
import type { UndoPlan } from "./undo-plan.ts";

/** How many items a preview shows; the rest would be tens of megabytes. */
export const ITEMS_SHOWN = 1000;

type Restoring = Extract<IssueEvent, { type: "importUndone" }>;

const restoring = (events: readonly IssueEvent[]): Restoring[] =>
	events.filter((event): event is Restoring => event.type === "importUndone");

/** The units and people whom the restored parts name. */
function partiesOf(plan: UndoPlan): { units: UnitId[]; people: PersonId[]; regions: RegionCode[] } {
	const events = plan.issues.flatMap(({ events: all }) => restoring(all));
	const assignments = events.flatMap(({ takenBack, restored }) => [
		...takenBack.assignments,
		...restored.assignments.map(({ to }) => to),
	]);
	const regions = plan.complaints.flatMap(({ events: all }) =>
		all.flatMap((event) =>
			event.type === "complaintRestored"
				? [...(event.changes.from.places ?? []), ...(event.changes.to.places ?? [])]
				: [],
		),
	);
	return {
		units: assignments.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
		people: assignments.flatMap(({ personId }) => (personId === null ? [] : [personId])),
		regions,
	};
}

function issueItem({ issue, act, events, obstacles }: UndoPlan["issues"][number], names: Names): UndoItem {
	const lookup = {
		issue,
		unit: (id: UnitId) => names.units.get(id),
		person: (id: PersonId) => names.people.get(id),
		regionName: (code: RegionCode) => names.regions.get(code),
		inspectionName: (id: Issue["mandates"][number]["inspectionId"]) => names.inspections.get(id)?.name,
		issueNumber: () => undefined,
	};
	return {
		kind: "issue",
		id: issue.id,
		number: issueNumber(issue),
		text: beginningOf(issue.statement),
		act,
		changes: restoring(events).flatMap((event) => describeEvent(event, lookup).changes),
		obstacles: [...obstacles],
	};
}

function complaintItem(
	{ complaint, act, events, obstacles }: UndoPlan["complaints"][number],
	names: Names,
): UndoItem {
	const lookup = {
		regionName: (code: RegionCode) => names.regions.get(code),
		inspectionName: () => undefined,
		receiptOf: () => undefined,
	};
	return {
		kind: "complaint",
		id: complaint.id,
		number: complaint.receiptNumber,
		text: beginningOf(complaint.summary ?? ""),
		act,
		changes: events.flatMap((event) =>
			event.type === "complaintRestored" ? describeComplaintEvent(event, lookup).changes : [],
		),
		obstacles: [...obstacles],
	};
}

/** An item's place on a list, whichever way its number is written; a receipt's number is none. */
const order = ({ kind, number }: UndoItem): number =>
	(kind === "issue" && number !== null ? numeral(number) : null) ?? Number.MAX_SAFE_INTEGER;
const byText = (a: UndoItem, b: UndoItem): number => {
	const [one, other] = [a.number ?? "", b.number ?? ""];
	return one === other ? 0 : one < other ? -1 : 1;
};

/** The items of a plan in words: those with obstacles first, then by their numbers. */
export async function undoItems(reader: Reader, plan: UndoPlan): Promise<UndoItem[]> {
	const names = await loadNames(reader, partiesOf(plan));
	const items = [
		...plan.issues.map((one) => issueItem(one, names)),
		...plan.complaints.map((one) => complaintItem(one, names)),
	];
	const rank = ({ obstacles }: UndoItem) => (obstacles.length > 0 ? 0 : 1);
	return items.toSorted(
		(a, b) => rank(a) - rank(b) || a.kind.localeCompare(b.kind) || order(a) - order(b) || byText(a, b),
	);
}
