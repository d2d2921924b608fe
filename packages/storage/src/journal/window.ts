import type { JournalCursor } from "@zhenggai/domain/journal";
import { comparePlaces, type Place, placeOf } from "./cursor.ts";
import type { PlacedEvent } from "./mapper.ts";

/**
 * The latest stretch of the journal in memory, without a hole, from which live subscribers are served. It is the
 * one buffer for all of them: a slow subscriber falls out of it and reads from the database, it never piles up.
 */
export class JournalWindow {
	readonly #limit: number;
	#entries: { readonly place: Place; readonly placed: PlacedEvent }[] = [];
	/** Everything after this place, up to the end, is here. */
	#floor: Place;
	#end: JournalCursor;

	constructor(start: JournalCursor, limit: number) {
		this.#limit = limit;
		this.#floor = placeOf(start);
		this.#end = start;
	}

	/** The place up to which the journal has been read. */
	get end(): JournalCursor {
		return this.#end;
	}

	/** Adds the entries that follow the end. */
	push(entries: readonly PlacedEvent[]): void {
		for (const placed of entries) this.#entries.push({ place: placeOf(placed.cursor), placed });
		this.#end = entries.at(-1)?.cursor ?? this.#end;
		// Cut in large pieces: moving the array for every entry would cost more than the memory.
		if (this.#entries.length > this.#limit * 2) {
			const cut = this.#entries.splice(0, this.#entries.length - this.#limit);
			this.#floor = cut.at(-1)?.place ?? this.#floor;
		}
	}

	/** Whether `cursor` is the place of an entry kept here, or the end. */
	has(cursor: JournalCursor): boolean {
		if (cursor === this.#end) return true;
		const place = placeOf(cursor);
		const entry = this.#entries[this.#indexAfter(place) - 1];
		return entry !== undefined && comparePlaces(entry.place, place) === 0;
	}

	/** The entries after `cursor`, or null when it lies before what is kept. */
	after(cursor: JournalCursor): readonly PlacedEvent[] | null {
		const place = placeOf(cursor);
		if (comparePlaces(place, this.#floor) < 0) return null;
		return this.#entries.slice(this.#indexAfter(place)).map(({ placed }) => placed);
	}

	/** Where the entries after `place` begin. */
	#indexAfter(place: Place): number {
		let low = 0;
		let high = this.#entries.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const entry = this.#entries[middle];
			if (entry !== undefined && comparePlaces(entry.place, place) <= 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
