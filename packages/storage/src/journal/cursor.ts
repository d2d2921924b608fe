import { JournalCursor } from "@zhenggai/domain/journal";

/** A place in the journal, as numbers. */
export interface Place {
	readonly position: bigint;
	readonly seq: bigint;
}

/** Before the first entry. */
export const JOURNAL_START = JournalCursor.parse("0:0");

export const cursorOf = ({ position, seq }: Place): JournalCursor =>
	JournalCursor.parse(`${position}:${seq}`);

export function placeOf(cursor: JournalCursor): Place {
	const [position = "0", seq = "0"] = cursor.split(":");
	return { position: BigInt(position), seq: BigInt(seq) };
}

/** Negative when `a` lies before `b`, 0 when they are the same place. */
export function comparePlaces(a: Place, b: Place): number {
	if (a.position !== b.position) return a.position < b.position ? -1 : 1;
	return a.seq === b.seq ? 0 : a.seq < b.seq ? -1 : 1;
}
