import type { Reading } from "../../kernel/index.ts";
import type { ProposedIssue } from "../proposal.ts";

/** A value as read from some lines, surely. */
export const readAt = <T>(value: T, [line, endLine]: readonly [number, number]): Reading<T> => ({
	value,
	raw: "",
	place: { line, endLine, cells: null },
	confidence: 0.95,
});

/** A proposed issue that states nothing but that it is one. */
export const proposedIssue = (key: string, lines: [number, number]): ProposedIssue => ({
	key,
	seq: null,
	number: null,
	rowNumber: null,
	statement: readAt(`问题${key}`, [lines[0], lines[0]]),
	responsibleUnits: null,
	leadUnits: null,
	supportingUnits: null,
	supervisingUnits: null,
	acceptanceUnits: null,
	accountabilityUnits: null,
	responsibleLeaders: null,
	responsiblePersons: null,
	deadline: null,
	offeredDeadline: null,
	goal: null,
	measuresLeadIn: null,
	measures: null,
	progress: null,
	statusText: null,
	contact: null,
	otherFields: [],
	lines,
});
