import { type ListTable, listLines, type Offer } from "../panes/list-lines.ts";
import type { ListPlace } from "../panes/screen.ts";
import { say } from "../say.ts";
import type { Line, Tone } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { columnHeading, columnNamed, columnText, dueText, type TrayColumn, urgencyTone } from "./columns.ts";
import type { TrayList, TrayRow } from "./shape.ts";

const dimTone = (): Tone => "dim";

/** What the list shows by itself, in order, as far as there is room. */
const OFFERS: readonly Offer<TrayRow, TrayColumn>[] = [
	{
		key: "lateness",
		heading: say("期限", "Due"),
		width: { "zh-CN": 12, en: 18 },
		from: 0,
		text: dueText,
		tone: urgencyTone,
	},
	{ key: "kind", width: { "zh-CN": 16, en: 22 }, from: 0, tone: (): Tone => "strong" },
	{ key: "number", width: { "zh-CN": 8, en: 8 }, from: 50, tone: (): Tone => "accent" },
	{ key: "due", width: { "zh-CN": 16, en: 12 }, from: 92, tone: dimTone },
	{ key: "regionName", width: { "zh-CN": 12, en: 14 }, from: 110 },
	{ key: "rule", width: { "zh-CN": 8, en: 8 }, from: 70, tone: dimTone },
];

const TABLE: ListTable<TrayRow, TrayColumn> = {
	offers: OFFERS,
	rest: "reason",
	heading: columnHeading,
	align: () => "left",
	text: columnText,
	sorted: { urgency: "lateness" },
	empty: say("没有待办。1 看全部，Esc 清除筛选", "Nothing waits for you. 1 shows all, Esc clears the filter"),
};

/** The in-tray as lines: one heading, then items, the most urgent first. */
export function trayLines(state: TrayList, place: ListPlace, look: Look): Line[] {
	const chosen = place.columns?.map(columnNamed).filter((key) => key !== null) ?? null;
	return listLines(TABLE, state, { ...place, columns: chosen }, look);
}
