import type { Language } from "@zhenggai/domain/kernel";
import { badges, badgeWord } from "@zhenggai/domain/vocabulary";
import { badgeTone } from "../panes/badge-tone.ts";
import { type ListTable, listLines, type Offer } from "../panes/list-lines.ts";
import type { ListPlace } from "../panes/screen.ts";
import { say, speak } from "../say.ts";
import type { Line, Tone } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import {
	type ColumnKey,
	columnAlign,
	columnHeading,
	columnNamed,
	columnText,
	standingText,
	standingTone,
} from "./columns.ts";
import type { LedgerState } from "./shape.ts";
import type { IssueRow } from "./wire.ts";

const dimTone = (): Tone => "dim";

const missingText = (row: IssueRow, language: Language): string =>
	row.missing.length === 0 ? "" : speak(say(`缺${row.missing.length}`, `-${row.missing.length}`), language);

/** What the list shows by itself, in order, as far as there is room. */
const OFFERS: readonly Offer<IssueRow, ColumnKey>[] = [
	{ key: "number", width: { "zh-CN": 8, en: 8 }, from: 0, tone: (): Tone => "accent" },
	{ key: "standing", width: { "zh-CN": 12, en: 18 }, from: 0, text: standingText, tone: standingTone },
	{
		key: "lifecycle",
		width: { "zh-CN": 6, en: 13 },
		from: 58,
		text: (row, language) => {
			const badge = badges.issueState[row.lifecycle];
			return `${badge.letter} ${badgeWord(badge, language)}`;
		},
		tone: (row) => badgeTone(badges.issueState[row.lifecycle]),
	},
	{
		key: "missing",
		heading: say("缺项", "Gaps"),
		width: { "zh-CN": 4, en: 4 },
		from: 66,
		text: missingText,
		tone: (): Tone => "notice",
	},
	{ key: "regionName", width: { "zh-CN": 12, en: 14 }, from: 78 },
	{ key: "leadUnits", width: { "zh-CN": 18, en: 20 }, from: 100 },
	{ key: "due", width: { "zh-CN": 10, en: 10 }, from: 128, tone: dimTone },
	{ key: "supervisingUnits", width: { "zh-CN": 18, en: 20 }, from: 150, tone: dimTone },
	{ key: "sourceKind", width: { "zh-CN": 18, en: 24 }, from: 176, tone: dimTone },
];

const TABLE: ListTable<IssueRow, ColumnKey> = {
	offers: OFFERS,
	rest: "statement",
	heading: columnHeading,
	align: columnAlign,
	text: columnText,
	sorted: { due: "standing", number: "number", region: "regionName", updated: "updatedAt" },
	empty: say(
		"没有符合条件的问题。Esc 清除筛选，1 看全部",
		"Nothing matches. Esc clears the filter, 1 shows all",
	),
};

/** The ledger as lines: one heading, then rows. */
export function ledgerLines(state: LedgerState, place: ListPlace, look: Look): Line[] {
	const chosen = place.columns?.map(columnNamed).filter((key) => key !== null) ?? null;
	return listLines(TABLE, state, { ...place, columns: chosen }, look);
}
