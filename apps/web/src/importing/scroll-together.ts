import type { SourceControl } from "./source-lines.tsx";
import type { VirtualListControl } from "./virtual-list.tsx";

/** An item of a reading with the lines of the source that it was read from. */
export type Spanned = { readonly key: string; readonly lines: readonly [number, number] };

const height = ({ lines: [from, to] }: Spanned): number => to - from + 1;

/** The line of the source, with the part of it that is above, where a part (0 to 1) of an item is. */
export const lineOf = (item: Spanned, part: number): number => item.lines[0] + part * height(item);

/**
 * Where a line of the source is among items in the source's order: the item that covers it and how far into it, or the
 * beginning of the next item; null behind the last.
 */
export function placeOf(items: readonly Spanned[], line: number): { key: string; part: number } | null {
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item !== undefined && item.lines[1] + 1 <= line) low = middle + 1;
		else high = middle;
	}
	const item = items[low];
	if (item === undefined) return null;
	return { key: item.key, part: Math.max(0, Math.min(1, (line - item.lines[0]) / height(item))) };
}

type Pane = "reading" | "source";
const DRIVING = ["wheel", "pointerdown", "touchstart", "keydown", "focusin"] as const;

/**
 * Lets a reading and its source scroll together. Only the pane that the person works in moves the other, so that
 * neither answers to being moved.
 */
export function createScrollTogether(parts: {
	readonly on: () => boolean;
	readonly items: () => readonly Spanned[];
	readonly list: () => VirtualListControl | undefined;
	readonly source: () => SourceControl | undefined;
}) {
	let driver: Pane = "reading";
	return {
		/** The pane whose element this is drives while somebody works in it. */
		drivenBy:
			(pane: Pane) =>
			(element: HTMLElement): void => {
				for (const name of DRIVING) {
					element.addEventListener(
						name,
						() => {
							driver = pane;
						},
						{ passive: true, capture: true },
					);
				}
			},
		readingAt(key: string, part: number): void {
			if (driver !== "reading" || !parts.on()) return;
			const item = parts.items().find((one) => one.key === key);
			if (item !== undefined) parts.source()?.top(lineOf(item, part));
		},
		sourceAt(line: number): void {
			if (driver !== "source" || !parts.on()) return;
			const place = placeOf(parts.items(), line);
			if (place !== null) parts.list()?.top(place.key, place.part);
		},
	};
}
