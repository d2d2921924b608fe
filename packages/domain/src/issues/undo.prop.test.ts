import fc from "fast-check";
import { expect, test } from "vitest";
import { IssueCommand } from "./commands.ts";
import { IssueEvent } from "./events.ts";
import { replayIssue } from "./evolve.ts";
import { diffIssue, type ImportAct } from "./import-diff.ts";
import { holdsNumbers } from "./lifecycle.ts";
import type { ProposedIssue } from "./proposal.ts";
import { Issue } from "./schema.ts";
import { command } from "./testing/arbitrary-commands.ts";
import { lookup, proposal, resolution } from "./testing/arbitrary-proposals.ts";
import { append, importId, NOTHING, undoContext, type Written, working, write } from "./testing/undo.ts";
import { CITY, contextOf, day, INSPECTION, issueId, OFFICE, rulesOf, TODAY, uuid } from "./testing.ts";
import { planUndo, undoImport } from "./undo.ts";

let next = 5000;
const act = (n: number): ImportAct & { issueId: ReturnType<typeof issueId> } => ({
	importId: importId(n),
	inspectionId: INSPECTION,
	region: CITY,
	tier: "city",
	parentId: null,
	document: { name: `整改方案第${n}版`, sha256: null },
	assignedFrom: day("2026-01-05"),
	asOf: TODAY,
	newId: () => uuid(next++, 8),
	issueId: issueId(1),
});

/** Brings a proposal in as import `n`. */
function bring(written: Written, proposed: ProposedIssue, n: number): Written {
	const { commands } = diffIssue(proposed, written.state, resolution, lookup, act(n));
	return write(
		written,
		commands.map((one) => IssueCommand.parse(one)),
		{ importId: importId(n) },
	);
}

/** Undoes import `n`; throws with what is in the way. */
function undoing(written: Written, n: number): Written {
	const decision = undoImport(written.entries, importId(n), undoContext());
	if (!decision.ok) throw new Error(decision.refusals.map(({ message }) => message.en).join("; "));
	return append(written, decision.events, importId(n));
}

/** Whatever of some commands by hand is accepted. */
function byHand(written: Written, moves: readonly IssueCommand[]): Written {
	let done = written;
	for (const move of moves) {
		if (rulesOf(done.state, move, contextOf(OFFICE)).length === 0) done = write(done, [move]);
	}
	return done;
}

const RUNS = { numRuns: 300 };
const moves = fc.array(command, { maxLength: 4 });

test("[issues I27] an import that changed an issue is undone without a trace in what is worked with", () => {
	fc.assert(
		fc.property(proposal("i1"), moves, proposal("i1"), (first, between, corrected) => {
			const before = byHand(bring(NOTHING, first, 1), between);
			fc.pre(before.state?.ending === null);
			const after = bring(before, corrected, 2);
			const undone = undoing(after, 2);
			expect(working(undone.state)).toEqual(working(before.state));
			expect(replayIssue(undone.entries.map(({ event }) => event))).toEqual(undone.state);
			// What was brought is set aside, never gone.
			const texts = new Set([
				...(undone.state?.sourceTexts ?? []),
				...(undone.state?.takenBack ?? []).flatMap(({ sourceTexts }) => sourceTexts),
			]);
			expect(texts.size).toBe(after.state?.sourceTexts.length);
		}),
		RUNS,
	);
});

test("[issues I28] a registration that an import made ends as void, once, and gives its numbers back", () => {
	fc.assert(
		fc.property(proposal("i1"), proposal("i1"), (first, corrected) => {
			const registered = bring(NOTHING, first, 1);
			// A later import that was undone stands no longer in the way.
			const settled = undoing(bring(registered, corrected, 2), 2);
			for (const written of [registered, settled]) {
				const gone = undoing(written, 1).state;
				expect(gone?.lifecycle).toBe("withdrawn");
				expect(gone?.ending).toEqual({ kind: "voided", importId: importId(1), reason: "导错了文件" });
				expect(gone !== null && holdsNumbers(gone)).toBe(false);
				expect(gone?.statement).toBe(registered.state?.statement);
			}
		}),
		RUNS,
	);
});

test("[issues I29] what is in the way is named, and nothing is undone; undoing twice does nothing", () => {
	fc.assert(
		fc.property(proposal("i1"), proposal("i1"), moves, (first, corrected, since) => {
			const written = byHand(bring(bring(NOTHING, first, 1), corrected, 2), since);
			for (const n of [1, 2]) {
				const plan = planUndo(written.entries, importId(n), undoContext());
				const decision = undoImport(written.entries, importId(n), undoContext());
				expect(decision.ok).toBe(plan.obstacles.length === 0);
				for (const { message, clears, by, at } of plan.obstacles) {
					const texts = [message.zh, message.en, clears.zh, clears.en];
					expect(texts.every((words) => words.trim() !== "" && !words.includes("undefined"))).toBe(true);
					expect(by === null).toBe(at === null);
				}
				if (!decision.ok) continue;
				const undone = append(written, decision.events, importId(n));
				expect(planUndo(undone.entries, importId(n), undoContext()).events).toEqual([]);
			}
			// The registration stays as long as anything was done after it that still holds.
			const touched = written.entries.length > bring(NOTHING, first, 1).entries.length;
			expect(undoImport(written.entries, importId(1), undoContext()).ok).toBe(!touched);
		}),
		RUNS,
	);
});

test("[issues I19] events and states of undoing are what their schemas say, also after JSON", () => {
	fc.assert(
		fc.property(proposal("i1"), proposal("i1"), (first, corrected) => {
			const undone = undoing(bring(bring(NOTHING, first, 1), corrected, 2), 2);
			for (const { event } of undone.entries) {
				expect(IssueEvent.parse(JSON.parse(JSON.stringify(event)))).toStrictEqual(event);
			}
			expect(Issue.parse(JSON.parse(JSON.stringify(undone.state)))).toStrictEqual(undone.state);
		}),
		RUNS,
	);
});

test("[issues I27] after undoing, the same document proposes the same differences again", () => {
	fc.assert(
		fc.property(proposal("i1"), proposal("i1"), (first, corrected) => {
			const before = bring(NOTHING, first, 1);
			const undone = undoing(bring(before, corrected, 2), 2);
			const [then, again] = [before, undone].map(
				({ state }) => diffIssue(corrected, state, resolution, lookup, act(3)).differences,
			);
			expect(again).toEqual(then);
		}),
		RUNS,
	);
});
