/** Builders for the tests of undoing an import: the journal of one issue, and what it stands in. */
import type { UndoEntry } from "../../journal/index.ts";
import { type Actor, ImportId, type Instant } from "../../kernel/index.ts";
import type { IssueCommand } from "../commands.ts";
import { decideIssue } from "../decide.ts";
import type { IssueEvent } from "../events.ts";
import { evolveIssue } from "../evolve.ts";
import type { Issue } from "../schema.ts";
import { contextOf, moment, OFFICE, uuid } from "../testing.ts";
import type { UndoContext } from "../undo.ts";

export const importId = (n: number) => ImportId.parse(uuid(n, 9));
export const LATER = moment("2026-03-20T01:00:00.000Z");

/** An issue's journal with its state. */
export type Written = {
	readonly entries: readonly UndoEntry<IssueEvent>[];
	readonly state: Issue | null;
};
export const NOTHING: Written = { entries: [], state: null };

type Act = { readonly by?: Actor; readonly importId?: ImportId | null; readonly at?: Instant };

/** The journal after commands that must all be accepted, made by an import or by hand. */
export function write(
	written: Written,
	commands: readonly IssueCommand[],
	{ by = OFFICE, importId: made = null, at = moment("2026-03-02T01:00:00.000Z") }: Act = {},
): Written {
	let { state } = written;
	const entries = [...written.entries];
	for (const command of commands) {
		const decision = decideIssue(state, command, contextOf(by, { importing: made !== null, now: at }));
		if (!decision.ok) throw new Error(`refused: ${decision.refusals.map(({ rule }) => rule).join(" ")}`);
		for (const event of decision.events) {
			state = evolveIssue(state, event);
			entries.push({ event, importId: made, by: "role" in by ? by.name : by.kind, at });
		}
	}
	return { entries, state };
}

/** The journal after events that undid an import. */
export const append = (written: Written, events: readonly IssueEvent[], made: ImportId): Written => ({
	state: events.reduce<Issue | null>(evolveIssue, written.state),
	entries: [
		...written.entries,
		...events.map((event) => ({ event, importId: made, by: "cityOffice@990100", at: LATER })),
	],
});

export const undoContext = (more: Partial<UndoContext> = {}): UndoContext => ({
	actor: OFFICE,
	now: LATER,
	reason: "导错了文件",
	takenNumbers: [],
	dependents: [],
	importName: (id) => `第${Number.parseInt(id.slice(-12), 16)}份`,
	...more,
});

/** Everything of an issue that work is done with: not its bookkeeping. */
export function working(issue: Issue | null): unknown {
	if (issue === null) return null;
	const { version, updatedAt, importIds, takenBack, notices, ...rest } = issue;
	return { ...rest, notices: notices ?? [] };
}
