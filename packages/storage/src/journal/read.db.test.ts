import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { JournalCursor, type JournalEvent } from "@zhenggai/domain/journal";
import { ImportId } from "@zhenggai/domain/kernel";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { batchFor } from "../testing/journal.ts";
import { seededRandom } from "../testing/random.ts";
import { withTransaction } from "../tx/tx.ts";
import { appendBatches, appendEvents } from "./append.ts";
import { alignJournalClock } from "./clock.ts";
import { comparePlaces, JOURNAL_START, placeOf } from "./cursor.ts";
import { currentCursor, eventsOfImport, readAfter, UnknownCursorError } from "./read.ts";

const database = await testDatabase({ max: 12 });

/** Appends one entry and commits only when told. */
function heldAppend(type: string) {
	const written = Promise.withResolvers<void>();
	const release = Promise.withResolvers<void>();
	const done = withTransaction(database, async (tx) => {
		await appendEvents(tx, batchFor(randomUUID(), { events: [{ type, payload: null }] }));
		written.resolve();
		await release.promise;
	});
	const commit = async () => {
		release.resolve();
		await done;
	};
	return { written: written.promise, commit };
}

const typesOf = (entries: readonly { event: JournalEvent }[]) => entries.map(({ event }) => event.type);

describe("readAfter", () => {
	it("never skips an entry that took its number first and committed last", async () => {
		const start = await currentCursor(database);
		const slow = heldAppend("slow");
		await slow.written;
		const quick = heldAppend("quick");
		await quick.written;
		await quick.commit();

		const early = await readAfter(database, start, 10);
		expect(early).toEqual({ entries: [], next: start, pending: true });
		expect(await currentCursor(database)).toBe(start);

		await slow.commit();
		const late = await readAfter(database, early.next, 10);
		expect(typesOf(late.entries)).toEqual(["slow", "quick"]);
		expect(late.pending).toBe(false);
		expect(await currentCursor(database)).toBe(late.next);
	});

	it("is not held back by an open transaction that only reads, or by one that began later", async () => {
		const start = await currentCursor(database);
		const reader = await database.pool.connect();
		await reader.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM journal.event LIMIT 1");
		const first = heldAppend("first");
		await first.written;
		await first.commit();
		const second = heldAppend("second");
		await second.written;
		const page = await readAfter(database, start, 10);
		expect(typesOf(page.entries)).toEqual(["first"]);
		await second.commit();
		await reader.query("COMMIT");
		reader.release();
	});

	it("gives every committed entry once and in one order to readers that race with writers", async () => {
		const seed = Date.now() % 1_000_000;
		const random = seededRandom(seed);
		const start = await currentCursor(database);
		const committed = new Set<string>();
		let writing = 5;
		const writer = async () => {
			for (let round = 0; round < 30; round += 1) {
				const events = Array.from({ length: 1 + random(3) }, () => ({ type: "raced", payload: round }));
				const fails = random(5) === 0;
				await withTransaction(database, async (tx) => {
					await delay(random(4));
					const result = await appendEvents(tx, batchFor(randomUUID(), { events }));
					await delay(random(25));
					if (fails) throw new Error("rolled back");
					return result.ok ? result.events : [];
				}).then(
					(appended) => {
						for (const { id } of appended) committed.add(id);
					},
					() => undefined,
				);
			}
			writing -= 1;
		};
		const reader = async () => {
			const seen: { cursor: JournalCursor; event: JournalEvent }[] = [];
			for (let cursor = start; ; ) {
				const last = writing === 0;
				const page = await readAfter(database, cursor, 1 + random(7));
				seen.push(...page.entries);
				cursor = page.next;
				if (last && page.entries.length === 0 && !page.pending) return seen;
				await delay(random(5));
			}
		};
		const [seen, other] = await Promise.all([reader(), reader(), ...Array.from({ length: 5 }, writer)]);
		const hint = `seed ${seed}`;
		expect(other, hint).toEqual(seen);
		expect(seen?.length, hint).toBe(committed.size);
		expect(new Set(seen?.map(({ event }) => event.id)), hint).toEqual(committed);
		const places = seen?.map(({ cursor }) => placeOf(cursor)) ?? [];
		expect(places.toSorted(comparePlaces), hint).toEqual(places);
	});

	it("reads a long journal in pages, each entry once", async () => {
		const start = await currentCursor(database);
		const events = Array.from({ length: 1000 }, (_, index) => ({ type: "many", payload: index }));
		const batches = Array.from({ length: 20 }, () => batchFor(randomUUID(), { events }));
		await withTransaction(database, (tx) => appendBatches(tx, batches));
		let count = 0;
		for (let cursor = start; ; ) {
			const page = await readAfter(database, cursor, 500);
			if (page.entries.length === 0) break;
			count += page.entries.length;
			cursor = page.next;
		}
		expect(count).toBe(20_000);
	});

	it("refuses a cursor that is not of this journal", async () => {
		const { position } = placeOf(await currentCursor(database));
		for (const made of [`${position + 1000n}:1`, "1:1", `${position}:999999999`]) {
			const cursor = JournalCursor.parse(made);
			await expect(readAfter(database, cursor, 1)).rejects.toBeInstanceOf(UnknownCursorError);
		}
	});
});

describe("eventsOfImport", () => {
	it("pages through what one import made and nothing else", async () => {
		const importId = ImportId.parse(randomUUID());
		const cause = { verb: "applyImport", importId, idempotencyKey: null, justification: null };
		await withTransaction(database, async (tx) => {
			for (let index = 0; index < 5; index += 1) {
				await appendEvents(
					tx,
					batchFor(randomUUID(), { cause, events: [{ type: `made-${index}`, payload: 0 }] }),
				);
				await appendEvents(tx, batchFor(randomUUID()));
			}
		});
		const pages: string[][] = [];
		for (let after: JournalCursor | null = null; ; ) {
			const page = await eventsOfImport(database, importId, { after, limit: 2 });
			pages.push(page.events.map(({ type }) => type));
			if (page.next === null) break;
			after = page.next;
		}
		expect(pages).toEqual([["made-0", "made-1"], ["made-2", "made-3"], ["made-4"]]);
	});
});

describe("alignJournalClock", () => {
	it("shows the entries of a restored dump and places new ones after them", async () => {
		expect(await alignJournalClock(database)).toBe(false);
		// A dump carries rows whose transactions this server has not counted up to.
		await database.pool.query(
			"ALTER TABLE journal.event DISABLE TRIGGER USER; UPDATE journal.event SET position = position + 5000000000; ALTER TABLE journal.event ENABLE TRIGGER USER",
		);
		expect((await readAfter(database, JOURNAL_START, 10)).entries).toEqual([]);
		expect(await alignJournalClock(database)).toBe(true);
		expect(await alignJournalClock(database)).toBe(false);
		const restored = await currentCursor(database);
		expect(placeOf(restored).position).toBeGreaterThan(5000000000n);
		const after = heldAppend("after the restore");
		await after.written;
		await after.commit();
		expect(typesOf((await readAfter(database, restored, 10)).entries)).toEqual(["after the restore"]);
	});
});
