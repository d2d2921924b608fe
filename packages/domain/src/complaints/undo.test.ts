import fc from "fast-check";
import { expect, test } from "vitest";
import type { UndoEntry } from "../journal/index.ts";
import {
	type Complaint,
	type ComplaintCommand,
	ComplaintEvent,
	Complaint as Complaints,
	type ComplaintUndoContext,
	decideComplaint,
	describeComplaintEvent,
	diffComplaint,
	evolveComplaint,
	isVoided,
	type ProposedComplaint,
	planComplaintUndo,
	receiptsBack,
	replayComplaint,
	undoComplaintImport,
} from "./index.ts";
import {
	act,
	actor,
	CLERK,
	COUNTY,
	complaintId,
	contextOf,
	importId,
	LATER,
	NOW,
	OTHER_CITY,
	reading,
	register,
	row,
} from "./testing/complaints.ts";

type Written = {
	readonly entries: readonly UndoEntry<ComplaintEvent>[];
	readonly state: Complaint | null;
};
const NOTHING: Written = { entries: [], state: null };
const FIRST = importId(1);
const SECOND = importId(2);

/** The journal after commands that must all be accepted. */
function write(
	written: Written,
	commands: readonly ComplaintCommand[],
	made: typeof FIRST | null = null,
): Written {
	let { state } = written;
	const entries = [...written.entries];
	for (const command of commands) {
		const decision = decideComplaint(state, command, contextOf({ importing: made !== null }));
		if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
		for (const event of decision.events) {
			state = evolveComplaint(state, event);
			entries.push({ event, importId: made, by: "何川", at: NOW });
		}
	}
	return { entries, state };
}

const undoContext = (more: Partial<ComplaintUndoContext> = {}): ComplaintUndoContext => ({
	actor: CLERK,
	now: LATER,
	reason: "导错了文件",
	receipts: new Map(),
	importName: () => "第2批公开表",
	...more,
});

function undoing(written: Written, id: typeof FIRST): Written {
	const decision = undoComplaintImport(written.entries, id, undoContext());
	if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
	return {
		state: decision.events.reduce<Complaint | null>(evolveComplaint, written.state),
		entries: [
			...written.entries,
			...decision.events.map((event) => ({ event, importId: id, by: "何川", at: LATER })),
		],
	};
}

const working = (complaint: Complaint | null): unknown => {
	if (complaint === null) return null;
	const { version, updatedAt, importIds, takenBack, ...rest } = complaint;
	return rest;
};
const rulesOf = (written: Written, id = FIRST, more: Partial<ComplaintUndoContext> = {}) => {
	const decision = undoComplaintImport(written.entries, id, undoContext(more));
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};
const amend = (
	changes: Extract<ComplaintCommand, { type: "amendComplaint" }>["changes"],
	made: typeof FIRST | null = null,
): ComplaintCommand => ({ type: "amendComplaint", changes, source: null, reason: "更正", importId: made });

const IMPORTED = write(NOTHING, [register({ importId: FIRST })], FIRST);
const BY_HAND = write(NOTHING, [register()]);

test("[complaints I14] a registration that an undone import made is void, and frees its receipt", () => {
	const { state, entries } = undoing(IMPORTED, FIRST);
	expect(state?.state).toBe("withdrawn");
	expect(state !== null && isVoided(state)).toBe(true);
	expect(state?.withdrawal).toEqual({ at: LATER, reason: "导错了文件", document: null, importId: FIRST });
	const last = entries.at(-1)?.event;
	if (last === undefined) throw new Error("an event");
	const said = describeComplaintEvent(last, {
		regionName: () => undefined,
		inspectionName: () => undefined,
		receiptOf: () => undefined,
	});
	expect(said).toMatchObject({ summary: { zh: "登记作废：登记它的导入已撤销" }, importId: FIRST });
	expect(rulesOf({ state, entries })).toEqual([]);
	expect(planComplaintUndo(entries, FIRST, undoContext()).events).toEqual([]);
});

test("[complaints I15] work done since is in the way and named; a withdrawn complaint is off already", () => {
	const amended = write(IMPORTED, [amend({ status: "open" })]);
	const { obstacles } = planComplaintUndo(amended.entries, FIRST, undoContext());
	expect(obstacles).toMatchObject([{ rule: "TOUCHED_SINCE", by: "何川", at: NOW }]);
	expect(obstacles[0]?.clears.zh).toContain("先撤销这件信访件");
	const withdrawn = write(amended, [{ type: "withdrawComplaint", reason: "误录", document: null }]);
	expect(planComplaintUndo(withdrawn.entries, FIRST, undoContext())).toMatchObject({
		act: "nothing",
		obstacles: [],
	});
	const later = write(IMPORTED, [amend({ status: "open" }, SECOND)], SECOND);
	expect(rulesOf(later)).toEqual(["LATER_IMPORT"]);
	expect(rulesOf(undoing(later, SECOND))).toEqual([]);
});

test("[complaints I13] a field changed since is in the way until it is as the import left it, or as before", () => {
	const imported = write(BY_HAND, [amend({ status: "open", verdict: "untrue" }, FIRST)], FIRST);
	const touched = write(imported, [amend({ status: "stageClosed" })]);
	expect(rulesOf(touched)).toEqual(["TOUCHED_SINCE"]);
	const back = write(touched, [amend({ status: "closed" })]);
	const decision = undoComplaintImport(back.entries, FIRST, undoContext());
	expect(decision).toMatchObject({
		ok: true,
		events: [{ changes: { from: { verdict: "untrue" }, to: { verdict: "true" } } }],
	});
});

test("[complaints I15] a receipt that comes back must be free", () => {
	const imported = write(BY_HAND, [amend({ receiptNumber: "D3QS202605280099" }, FIRST)], FIRST);
	const plan = planComplaintUndo(imported.entries, FIRST, undoContext());
	expect(receiptsBack(plan)).toEqual(["D3QS202605280007"]);
	const receipts = new Map([["D3QS202605280007", complaintId(9)]]);
	expect(rulesOf(imported, FIRST, { receipts })).toEqual(["RECEIPT_TAKEN"]);
});

test("[complaints I16] only an office whose reach it is undoes, also of where it comes back to, with a reason", () => {
	expect(rulesOf(IMPORTED, FIRST, { actor: actor("respUnit", "990000") })).toEqual(["NOT_ALLOWED"]);
	expect(rulesOf(IMPORTED, FIRST, { actor: actor("cityOffice", OTHER_CITY) })).toEqual(["OUT_OF_REGION"]);
	expect(rulesOf(IMPORTED, FIRST, { reason: "错" })).toEqual(["REASON_MISSING"]);
	const moved = write(
		write(NOTHING, [register({ places: [OTHER_CITY] })]),
		[amend({ places: [COUNTY] }, FIRST)],
		FIRST,
	);
	expect(rulesOf(moved, FIRST, { actor: actor("cityOffice", "990100") })).toEqual(["OUT_OF_REGION"]);
});

const words = fc
	.array(fc.constantFrom("河道", "洗砂场", "扬尘", "夜间", "噪声"), { minLength: 1, maxLength: 6 })
	.map((parts) => `反映${parts.join("")}`);
const rows: fc.Arbitrary<ProposedComplaint> = fc
	.record({
		summary: words.map((text) => reading(text)),
		handling: fc.option(words.map((text) => reading(text))),
		status: fc.option(fc.constantFrom("closed" as const, "open" as const).map((one) => reading(one))),
		citedReceipts: fc.subarray(["X3QS202605270003", "D3QS202605280001"]),
	})
	.map((more) => row(more));

test("[complaints I13] an import that changed a complaint is undone without a trace, and proposes the same again", () => {
	fc.assert(
		fc.property(rows, rows, (first, later) => {
			const on = { ...act(), complaintId: complaintId(1), importId: FIRST };
			const before = write(NOTHING, diffComplaint(first, null, on).commands, FIRST);
			const second = { ...on, importId: SECOND };
			const diff = diffComplaint(later, before.state, second);
			const undone = undoing(write(before, diff.commands, SECOND), SECOND);
			expect(working(undone.state)).toEqual(working(before.state));
			expect(replayComplaint(undone.entries.map(({ event }) => event))).toEqual(undone.state);
			expect(diffComplaint(later, undone.state, second).differences).toEqual(diff.differences);
			for (const { event } of undone.entries) {
				expect(ComplaintEvent.parse(JSON.parse(JSON.stringify(event)))).toStrictEqual(event);
			}
			expect(Complaints.parse(JSON.parse(JSON.stringify(undone.state)))).toStrictEqual(undone.state);
			expect(undoing(undone, FIRST).state?.state).toBe("withdrawn");
		}),
		{ numRuns: 300 },
	);
});
