import { type Place, type Reading, sameJson } from "../kernel/index.ts";
import type { StructureChange } from "./import-structure.ts";
import type { ProposedIssue } from "./proposal.ts";

const span = (one: Place, other: Place): Place => ({
	line: Math.min(one.line, other.line),
	endLine: Math.max(one.endLine, other.endLine),
	cells: one.cells === other.cells ? one.cells : null,
});

function both<T>(
	one: Reading<T> | null,
	other: Reading<T> | null,
	unite: (a: T, b: T) => T,
): Reading<T> | null {
	if (one === null || other === null) return one ?? other;
	return {
		value: unite(one.value, other.value),
		raw: [one.raw, other.raw].filter((raw) => raw !== "").join("\n"),
		place: span(one.place, other.place),
		confidence: Math.min(one.confidence, other.confidence),
	};
}

const names = (one: Reading<string[]> | null, other: Reading<string[]> | null) =>
	both(one, other, (a, b) => [...new Set([...a, ...b])]);

const words = (one: Reading<string> | null, other: Reading<string> | null) =>
	both(one, other, (a, b) => (a === b ? a : `${a}\n${b}`));

/** Two statements as one text, the second with its number where the whole carries another. */
function statements(one: ProposedIssue, other: ProposedIssue): ProposedIssue["statement"] {
	const number = one.number === null || other.number === null ? "" : `${other.number}、`;
	const second = `${number}${other.statement.value}`;
	return {
		value: `${one.statement.value}${second}`,
		raw: `${one.statement.raw}\n${other.statement.raw}`,
		place: span(one.statement.place, other.statement.place),
		confidence: Math.min(one.statement.confidence, other.statement.confidence),
	};
}

/** Under which label a join keeps the deadline that it does not take. */
export const OTHER_DEADLINE = "合并前另一整改时限";

/**
 * Joins an issue of a reading with the one after it: statements and texts one after the other, units and people
 * united, measures appended. Of two deadlines that differ the first stands and the other is kept as a labelled text
 * and told in `otherDeadline`. The number is the first's, or the second's where the first has none.
 */
export function joinIssues(one: ProposedIssue, other: ProposedIssue): StructureChange {
	const numbered = one.number === null ? other : one;
	const clash =
		one.deadline !== null && other.deadline !== null && !sameJson(one.deadline.value, other.deadline.value)
			? other.deadline
			: null;
	const joined: ProposedIssue = {
		key: `${one.key}j${other.key}`,
		seq: numbered.seq,
		number: numbered.number,
		rowNumber: one.rowNumber ?? other.rowNumber,
		statement: statements(one, other),
		responsibleUnits: names(one.responsibleUnits, other.responsibleUnits),
		leadUnits: names(one.leadUnits, other.leadUnits),
		supportingUnits: names(one.supportingUnits, other.supportingUnits),
		supervisingUnits: names(one.supervisingUnits, other.supervisingUnits),
		acceptanceUnits: names(one.acceptanceUnits, other.acceptanceUnits),
		accountabilityUnits: names(one.accountabilityUnits, other.accountabilityUnits),
		responsibleLeaders: names(one.responsibleLeaders, other.responsibleLeaders),
		responsiblePersons: names(one.responsiblePersons, other.responsiblePersons),
		deadline: one.deadline ?? other.deadline,
		offeredDeadline: one.offeredDeadline ?? other.offeredDeadline,
		goal: words(one.goal, other.goal),
		measuresLeadIn: words(one.measuresLeadIn, other.measuresLeadIn),
		measures: both(one.measures, other.measures, (a, b) => [...a, ...b]),
		progress: words(one.progress, other.progress),
		statusText: words(one.statusText, other.statusText),
		contact: words(one.contact, other.contact),
		otherFields: [
			...one.otherFields,
			...other.otherFields,
			...(clash === null ? [] : [{ label: OTHER_DEADLINE, text: clash.value.text, place: clash.place }]),
		],
		lines: [Math.min(one.lines[0], other.lines[0]), Math.max(one.lines[1], other.lines[1])],
	};
	return {
		kind: "join",
		dropped: [one.key, other.key],
		added: [joined],
		otherDeadline: clash?.value.text ?? null,
	};
}
