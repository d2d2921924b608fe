import { type ListTable, listLines, type Offer } from "../panes/list-lines.ts";
import type { ListPlace } from "../panes/screen.ts";
import { say } from "../say.ts";
import type { Line, Tone } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import {
	type ColumnKey,
	columnAlign,
	columnHeading,
	columnNamed,
	columnText,
	statusText,
	statusTone,
	verdictText,
	verdictTone,
} from "./columns.ts";
import type { ComplaintList } from "./shape.ts";
import type { ComplaintRow } from "./wire.ts";

const dimTone = (): Tone => "dim";

/** What the list shows by itself, in order, as far as there is room. */
const OFFERS: readonly Offer<ComplaintRow, ColumnKey>[] = [
	{ key: "batch", width: { "zh-CN": 5, en: 6 }, from: 68, tone: dimTone },
	{
		key: "receiptNumber",
		width: { "zh-CN": 17, en: 17 },
		from: 0,
		tone: (): Tone => "accent",
	},
	{
		key: "isKey",
		heading: say("重点", "Key"),
		width: { "zh-CN": 4, en: 3 },
		from: 0,
		tone: (): Tone => "warning",
	},
	{
		key: "status",
		heading: say("办结", "Status"),
		width: { "zh-CN": 8, en: 11 },
		from: 0,
		text: statusText,
		tone: statusTone,
	},
	{
		key: "verdict",
		heading: say("属实", "Verdict"),
		width: { "zh-CN": 10, en: 13 },
		from: 56,
		text: verdictText,
		tone: verdictTone,
	},
	{ key: "regionName", width: { "zh-CN": 12, en: 14 }, from: 76 },
	{ key: "pollutionTypes", width: { "zh-CN": 14, en: 16 }, from: 92 },
	{ key: "batchDay", width: { "zh-CN": 14, en: 11 }, from: 124, tone: dimTone },
	{ key: "channel", width: { "zh-CN": 8, en: 8 }, from: 140, tone: dimTone },
	{ key: "relationCount", width: { "zh-CN": 6, en: 9 }, from: 156, tone: dimTone },
	{ key: "closureTarget", width: { "zh-CN": 18, en: 18 }, from: 180, tone: dimTone },
];

const TABLE: ListTable<ComplaintRow, ColumnKey> = {
	offers: OFFERS,
	rest: "summary",
	heading: columnHeading,
	align: columnAlign,
	text: columnText,
	sorted: { batch: "batch", receipt: "receiptNumber", region: "regionName", updated: "updatedAt" },
	empty: say(
		"没有符合条件的信访件。Esc 清除筛选，1 看全部",
		"Nothing matches. Esc clears the filter, 1 shows all",
	),
};

/** The complaints as lines: one heading, then rows. */
export function complaintLines(state: ComplaintList, place: ListPlace, look: Look): Line[] {
	const chosen = place.columns?.map(columnNamed).filter((key) => key !== null) ?? null;
	return listLines(TABLE, state, { ...place, columns: chosen }, look);
}
