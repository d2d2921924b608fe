import type { Reading } from "@zhenggai/domain/kernel";
import { type Passage, placeOf } from "./view.ts";

/** A reading of a whole passage; its place begins at the label where that stands on a line of its own. */
export function readingOf<T>(value: T, passage: Passage, confidence: number, labelLine?: number): Reading<T> {
	const place = placeOf(passage);
	const line =
		labelLine !== undefined && passage.cells === null ? Math.min(labelLine, place.line) : place.line;
	return { value, raw: passage.rawBetween(0, passage.text.length), place: { ...place, line }, confidence };
}
