import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type Complaint,
	ComplaintChannel,
	type ComplaintCommand,
	ComplaintStatus,
	decideComplaint,
	diffComplaint,
	evolveComplaint,
	matchComplaints,
	PollutionType,
	type ProposedComplaint,
	sumOf,
	tallyOf,
	Verdict,
} from "./index.ts";
import {
	act,
	complaintId,
	contextOf,
	elements,
	reading,
	register,
	row,
	stateAfter,
} from "./testing/complaints.ts";

const words = fc
	.array(fc.constantFrom("河道", "洗砂场", "扬尘", "夜间", "噪声", "手机13812345678、", "，", "排放", " "), {
		minLength: 1,
		maxLength: 12,
	})
	.map((parts) => `反映${parts.join("")}`);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
const told = <T>(arb: fc.Arbitrary<T>) => maybe(arb.map((value) => reading(value)));

const rows: fc.Arbitrary<ProposedComplaint> = fc
	.record({
		summary: words.map((text) => reading(text)),
		investigation: told(words),
		handling: told(words),
		verdict: told(fc.constantFrom(...Verdict.options)),
		status: told(fc.constantFrom(...ComplaintStatus.options)),
		channel: maybe(fc.constantFrom(...ComplaintChannel.options)),
		pollutionTypes: told(fc.subarray([...PollutionType.options], { minLength: 1, maxLength: 4 })),
		region: told(fc.constantFrom("澄川市青石县", "某某县")),
		isKey: fc.boolean(),
		citedReceipts: fc.subarray(["X3QS202605270003", "X3QS 202605270003", "D3QS202605280007"]),
		seq: maybe(fc.integer({ min: 0, max: 9 })),
	})
	.map((more) => row(more));

const apply = (commands: readonly ComplaintCommand[], state: Complaint | null): Complaint =>
	stateAfter(commands, contextOf(), state);
const RUNS = { numRuns: 300 };

test("[complaints I9] the same row again proposes nothing", () => {
	fc.assert(
		fc.property(rows, (first) => {
			const state = apply(
				diffComplaint(first, null, { ...act(), complaintId: complaintId(1) }).commands,
				null,
			);
			const again = diffComplaint(first, state, { ...act(), complaintId: complaintId(1) });
			expect(again).toEqual({ kind: "same", differences: [], commands: [] });
		}),
		RUNS,
	);
});

test("[complaints I10] a later edition's commands are accepted and leave no difference", () => {
	fc.assert(
		fc.property(rows, rows, (first, later) => {
			const on = { ...act(), complaintId: complaintId(1) };
			const state = apply(diffComplaint(first, null, on).commands, null);
			const diff = diffComplaint(later, state, on);
			expect(diff.kind === "same").toBe(diff.commands.length === 0);
			const changed = diff.commands.length === 0 ? state : apply(diff.commands, state);
			expect(diffComplaint(later, changed, on).differences).toEqual([]);
		}),
		RUNS,
	);
});

test("[complaints I7] no event of any row holds a mobile number", () => {
	fc.assert(
		fc.property(rows, (first) => {
			const [command] = diffComplaint(first, null, { ...act(), complaintId: complaintId(1) }).commands;
			if (command === undefined) throw new Error("a new row registers");
			const decision = decideComplaint(null, command, contextOf());
			expect(decision.ok).toBe(true);
			expect(JSON.stringify(decision)).not.toContain("13812345678");
		}),
		RUNS,
	);
});

test("[complaints I2] the version counts the events, whatever is asked in whatever order", () => {
	const commands = fc.array(
		fc.constantFrom<ComplaintCommand>(
			register(),
			{ type: "amendComplaint", changes: { status: "open" }, source: null, reason: "更正", importId: null },
			{ type: "amendComplaint", changes: { status: "closed" }, source: null, reason: "更正", importId: null },
			{ type: "withdrawComplaint", reason: "误录", document: null },
		),
		{ maxLength: 12 },
	);
	fc.assert(
		fc.property(commands, (asked) => {
			let state: Complaint | null = null;
			let events = 0;
			for (const command of asked) {
				const decision = decideComplaint(state, command, contextOf());
				if (!decision.ok) continue;
				for (const event of decision.events) state = evolveComplaint(state, event);
				events += decision.events.length;
			}
			expect(state?.version ?? 0).toBe(events);
		}),
		RUNS,
	);
});

test("[complaints I12] the parts of a tally add up to its cases", () => {
	const counted = fc.record({
		verdict: maybe(fc.constantFrom(...Verdict.options)),
		status: maybe(fc.constantFrom(...ComplaintStatus.options)),
		pollutionTypes: fc.array(fc.constantFrom(...PollutionType.options), { maxLength: 4 }),
		isKey: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(counted, { maxLength: 30 }), (list) => {
			const tally = tallyOf(list.map((more) => elements(more)));
			expect(sumOf(tally.verdicts) + tally.noVerdict).toBe(tally.cases);
			expect(sumOf(tally.statuses) + tally.noStatus).toBe(tally.cases);
			expect(sumOf(tally.types) + tally.noType).toBeGreaterThanOrEqual(tally.cases);
			expect(sumOf(tally.roots) + tally.noType).toBeGreaterThanOrEqual(tally.cases);
			for (const count of Object.values(tally.roots)) expect(count).toBeLessThanOrEqual(tally.cases);
		}),
		RUNS,
	);
});

test("[complaints I9] a shuffled table finds each of its rows again", () => {
	const table = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(table, fc.integer(), (serials, turn) => {
			const ledger = serials.map((serial) => elements({ receiptNumber: `D3QS20260528${serial}` }));
			const at = ((turn % serials.length) + serials.length) % serials.length;
			const shuffled = [...ledger.slice(at), ...ledger.slice(0, at)];
			const matches = matchComplaints(shuffled, ledger);
			expect(matches).toEqual(shuffled.map((of) => ledger.indexOf(of)));
		}),
		RUNS,
	);
});
