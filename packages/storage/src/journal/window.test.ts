import { JournalCursor, type JournalEvent } from "@zhenggai/domain/journal";
import { EventId, Instant } from "@zhenggai/domain/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JOURNAL_START } from "./cursor.ts";
import type { PlacedEvent } from "./mapper.ts";
import { JournalWindow } from "./window.ts";

const event: JournalEvent = {
	id: EventId.parse("01890000-0000-7000-8000-000000000000"),
	streamKind: "issue",
	streamId: "01890000-0000-7000-8000-000000000001",
	version: 1,
	type: "changed",
	payload: null,
	actor: { kind: "system", id: "test", name: "", role: null, region: null, unitId: null },
	at: Instant.parse("2026-01-01T00:00:00.000Z"),
	region: null,
	cause: { verb: "test", importId: null, idempotencyKey: null, justification: null },
	prevHash: "0".repeat(64),
	hash: "0".repeat(64),
};

const cursor = (position: number, seq: number) => JournalCursor.parse(`${position}:${seq}`);
const placed = (position: number, seq: number): PlacedEvent => ({ cursor: cursor(position, seq), event });

describe("JournalWindow", () => {
	it("gives what follows a place as numbers order it, not as text does", () => {
		const window = new JournalWindow(JOURNAL_START, 10);
		window.push([placed(9, 100), placed(10, 99), placed(10, 101)]);
		const following = (from: JournalCursor) => window.after(from)?.map((entry) => entry.cursor);
		expect(following(JOURNAL_START)).toEqual(["9:100", "10:99", "10:101"]);
		expect(following(cursor(9, 100))).toEqual(["10:99", "10:101"]);
		expect(following(cursor(10, 100))).toEqual(["10:101"]);
		expect(following(cursor(10, 101))).toEqual([]);
		expect(following(cursor(11, 0))).toEqual([]);
	});

	it("says that it does not know what lies before its start", () => {
		const window = new JournalWindow(cursor(5, 5), 10);
		expect(window.after(cursor(5, 4))).toBeNull();
		expect(window.after(cursor(5, 5))).toEqual([]);
		expect([window.has(cursor(5, 5)), window.has(cursor(5, 4)), window.has(cursor(6, 1))]).toEqual([
			true,
			false,
			false,
		]);
	});

	it("never has a hole and never grows past twice its limit, however entries come", () => {
		const pages = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 });
		fc.assert(
			fc.property(pages, fc.integer({ min: 1, max: 12 }), (sizes, limit) => {
				const window = new JournalWindow(JOURNAL_START, limit);
				const all: JournalCursor[] = [];
				for (const size of sizes) {
					const page = Array.from({ length: size }, (_, index) => placed(all.length + 1, index + 1));
					window.push(page);
					all.push(...page.map((entry) => entry.cursor));
					expect(window.end).toBe(all.at(-1));
				}
				for (const [index, place] of [JOURNAL_START, ...all].entries()) {
					const rest = window.after(place);
					if (rest === null) continue;
					expect(rest.map((entry) => entry.cursor)).toEqual(all.slice(index));
					expect(rest.length).toBeLessThanOrEqual(limit * 2);
				}
				expect(window.after(window.end)).toEqual([]);
			}),
			{ numRuns: 150 },
		);
	});
});
