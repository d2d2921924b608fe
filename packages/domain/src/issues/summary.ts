import type { IsoDate } from "../kernel/index.ts";
import { lastDay } from "../kernel/index.ts";
import type { Assignment, AssignmentRole, NameLookup } from "../responsibilities/index.ts";
import { isActive, isPersonRole } from "../responsibilities/index.ts";
import { isEnded } from "./lifecycle.ts";
import { isLive } from "./rules-elements.ts";
import type { Inspection, Issue } from "./schema.ts";
import { daysLeft, deadlineStanding, issueDue } from "./standing.ts";
import type { AssignmentView, IssueLink, IssueRow, MeasureView } from "./view.ts";

/** How many characters of a long text a line of the ledger shows. */
export const ROW_TEXT_LENGTH = 200;

/** The beginning of a text, cut between characters, never within one. */
export function beginningOf(text: string, length: number = ROW_TEXT_LENGTH): string {
	const characters = [...text];
	return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** The number that an issue goes by on its own tier's list; the first mandate's where it has none of its own. */
export const issueNumber = (issue: Pick<Issue, "numberByTier" | "tier" | "mandates">): string =>
	issue.numberByTier[issue.tier] ?? issue.mandates[0]?.number ?? "";

/** The unit or person that an assignment names, the one that its role is about first. */
export const partyName = ({ unitId, personId, role }: Assignment, lookup: NameLookup): string => {
	const person = personId === null ? null : (lookup.person(personId)?.name ?? personId);
	const unit = unitId === null ? null : (lookup.unit(unitId)?.name ?? unitId);
	const ofPerson = isPersonRole(role);
	return (ofPerson ? (person ?? unit) : (unit ?? person)) ?? "";
};

/** The names that hold each role on a day, in the order in which they were named. */
export function namesByRole(
	assignments: readonly Assignment[],
	lookup: NameLookup,
	asOf: IsoDate,
): Readonly<Record<AssignmentRole, string[]>> {
	const names: Record<AssignmentRole, string[]> = {
		lead: [],
		responsible: [],
		supporting: [],
		supervising: [],
		acceptance: [],
		materials: [],
		responsibleLeader: [],
		responsiblePerson: [],
		contact: [],
		expert: [],
	};
	for (const assignment of assignments) {
		if (isActive(assignment, asOf)) names[assignment.role].push(partyName(assignment, lookup));
	}
	return names;
}

/** Measures that count: cancelled ones stay in the history only. */
export const liveMeasures = (issue: Pick<Issue, "measures">): Issue["measures"] =>
	issue.measures.filter(isLive);

export type RowContext = {
	readonly regionName: string;
	readonly inspection: Pick<Inspection, "id" | "kind" | "name" | "round" | "batch">;
	readonly lookup: NameLookup;
	/** Keys of the missing elements, from the rules. */
	readonly missing: readonly string[];
	readonly asOf: IsoDate;
};

/** The line of the ledger for an issue on a day. */
export function issueRow(issue: Issue, context: RowContext): IssueRow {
	const { inspection, asOf } = context;
	const names = namesByRole(issue.assignments, context.lookup, asOf);
	const due = issueDue(issue);
	return {
		id: issue.id,
		version: issue.version,
		region: issue.region,
		regionName: context.regionName,
		tier: issue.tier,
		sourceKind: inspection.kind,
		inspectionId: inspection.id,
		inspectionName: inspection.name,
		round: inspection.round,
		batch: inspection.batch,
		number: issueNumber(issue),
		numberByTier: issue.numberByTier,
		statement: beginningOf(issue.statement),
		field: issue.field,
		generality: issue.generality,
		goal: issue.goal === null ? null : beginningOf(issue.goal),
		deadline: issue.deadline,
		due,
		standing: deadlineStanding(due, asOf, isEnded(issue.lifecycle)),
		daysLeft: daysLeft(due, asOf),
		leadUnits: names.lead,
		responsibleUnits: names.responsible,
		supportingUnits: names.supporting,
		supervisingUnits: names.supervising,
		acceptanceUnits: names.acceptance,
		responsibleLeaders: names.responsibleLeader,
		responsiblePersons: names.responsiblePerson,
		measureCount: liveMeasures(issue).length,
		missing: [...context.missing],
		mandateCount: issue.mandates.length,
		childCount: issue.childIds.length,
		lifecycle: issue.lifecycle,
		remarks: issue.remarks === null ? null : beginningOf(issue.remarks),
		updatedAt: issue.updatedAt,
	};
}

/** An assignment with its names; those that are over stay in the list. */
export const assignmentView = (assignment: Assignment, lookup: NameLookup): AssignmentView => {
	const { unitId, personId } = assignment;
	const person = personId === null ? undefined : lookup.person(personId);
	return {
		id: assignment.id,
		role: assignment.role,
		unit: unitId === null ? null : { id: unitId, name: lookup.unit(unitId)?.name ?? unitId },
		person:
			personId === null
				? null
				: { id: personId, name: person?.name ?? personId, title: person?.title ?? null },
		from: assignment.from,
		until: assignment.until,
		acknowledged: assignment.acknowledged,
		takesOverFrom: assignment.takesOverFrom,
		endReason: assignment.endReason,
	};
};

/** A measure with its names and where its deadline stands on a day. */
export function measureView(
	measure: Issue["measures"][number],
	issue: Pick<Issue, "lifecycle">,
	lookup: NameLookup,
	asOf: IsoDate,
): MeasureView {
	const { responsibleUnitIds, supportingUnitIds, ...rest } = measure;
	const named = (ids: typeof responsibleUnitIds) =>
		ids.map((id) => ({ id, name: lookup.unit(id)?.name ?? id }));
	const due = measure.deadline === null ? null : lastDay(measure.deadline.point);
	const settled = ["done", "verified", "waived", "cancelled"].includes(measure.state);
	return {
		...rest,
		responsibleUnits: named(responsibleUnitIds),
		supportingUnits: named(supportingUnitIds),
		due,
		standing: deadlineStanding(due, asOf, settled || isEnded(issue.lifecycle)),
	};
}

/** What may be shown of a linked issue; `open` says whether the viewer may open it. */
export const issueLink = (issue: Issue, regionName: string, open: boolean): IssueLink => ({
	id: issue.id,
	number: issueNumber(issue),
	regionName,
	tier: issue.tier,
	statement: beginningOf(issue.statement),
	due: issueDue(issue),
	lifecycle: issue.lifecycle,
	open,
});
