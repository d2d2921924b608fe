import type { InTrayItem } from "@zhenggai/domain/in-tray";

/** All that the trays hold of an issue, as one column of a statement: the items' texts, in any order, a line each. */
export const TRAY_TEXT = `string_agg(t.item::text, E'\\n')`;

/** Whether the trays hold just these items of an issue, by their {@link TRAY_TEXT}. JSON has no line ends within. */
export function holdsSame(tray: string | null, items: readonly InTrayItem[]): boolean {
	if (items.length === 0 || tray === null) return items.length === 0 && tray === null;
	const texts = items.map((item) => JSON.stringify(item));
	return tray === texts.join("\n") || tray.split("\n").sort().join("\n") === texts.sort().join("\n");
}
