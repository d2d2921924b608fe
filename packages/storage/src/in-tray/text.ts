import type { InTrayItem } from "@zhenggai/domain/in-tray";

/** All that the trays hold of an issue, as one column of a statement: the items' texts, in any order, a line each. */
export const TRAY_TEXT = `string_agg(t.item::text, E'\\n')`;

/** Whether the trays hold just these items of an issue, by their {@link TRAY_TEXT}. JSON has no line ends within. */
export function holdsSame(tray: string | null, items: readonly InTrayItem[]): boolean {
	if (tray === null) return items.length === 0;
	const held = new Set(tray.split("\n"));
	return held.size === items.length && items.every((item) => held.has(JSON.stringify(item)));
}
