import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { badges, badgeWord } from "@zhenggai/domain/vocabulary";
import { say, speak } from "../say.ts";
import {
	type Column,
	columns,
	EMPTY_LINE,
	filled,
	type Line,
	type Tone,
	textLine,
} from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import {
	badgeTone,
	type ColumnKey,
	columnAlign,
	columnHeading,
	columnText,
	standingText,
	standingTone,
} from "./columns.ts";
import type { LedgerState } from "./ledger-state.ts";
import type { IssueRow } from "./wire.ts";

/** A column as it is set: how wide, and what it says. */
type Plan = {
	readonly key: ColumnKey;
	readonly heading: string;
	readonly width: number;
	text(row: IssueRow, language: Language): string;
	tone(row: IssueRow): Tone;
};

type Offer = {
	readonly key: ColumnKey;
	/** A shorter heading than the ledger's own. */
	readonly heading?: Bilingual;
	readonly width: Record<Language, number>;
	/** The narrowest pane that still has room for it. */
	readonly from: number;
	text?(row: IssueRow, language: Language): string;
	tone?(row: IssueRow): Tone;
};

const plainTone = (): Tone => "plain";
const dimTone = (): Tone => "dim";

const missingText = (row: IssueRow, language: Language): string =>
	row.missing.length === 0 ? "" : speak(say(`缺${row.missing.length}`, `-${row.missing.length}`), language);

/** What the list shows by itself, in order, as far as there is room. */
const OFFERS: readonly Offer[] = [
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

const CHOSEN_WIDTH = 14;
/** The mark of the selection, the mark of a change, and a space. */
const MARK_WIDTH = 3;
const MINIMUM_STATEMENT = 14;

const planOf = (offer: Offer, language: Language): Plan => ({
	key: offer.key,
	heading: offer.heading === undefined ? columnHeading(offer.key, language) : speak(offer.heading, language),
	width: offer.width[language],
	text: offer.text ?? ((row, spoken) => columnText(offer.key, row, spoken)),
	tone: offer.tone ?? plainTone,
});

/** The columns that fit: the usual ones, or those the user chose, with the statement taking what is left. */
export function planColumns(width: number, language: Language, chosen: readonly ColumnKey[] | null): Plan[] {
	const offered =
		chosen === null
			? OFFERS.filter((offer) => offer.from <= width)
			: chosen
					.filter((key) => key !== "statement")
					.map((key) => OFFERS.find((offer) => offer.key === key) ?? usualOffer(key));
	const plans: Plan[] = [];
	let used = MARK_WIDTH;
	for (const offer of offered) {
		const plan = planOf(offer, language);
		if (used + plan.width + 1 + MINIMUM_STATEMENT > width && plans.length > 0) continue;
		plans.push(plan);
		used += plan.width + 1;
	}
	const statement: Plan = {
		key: "statement",
		heading: columnHeading("statement", language),
		width: Math.max(1, width - used),
		text: (row, spoken) => columnText("statement", row, spoken),
		tone: plainTone,
	};
	return [...plans, statement];
}

const usualOffer = (key: ColumnKey): Offer => ({
	key,
	width: { "zh-CN": CHOSEN_WIDTH, en: CHOSEN_WIDTH },
	from: 0,
});

const SORT_COLUMN: Partial<Record<string, ColumnKey>> = {
	due: "standing",
	number: "number",
	region: "regionName",
	updated: "updatedAt",
};

function headingLine(state: LedgerState, plans: readonly Plan[], look: Look): Line {
	const sorted = SORT_COLUMN[state.query.sort];
	const mark = state.query.descending ? look.marks.up : look.marks.down;
	const cells: Column[] = plans.map((plan) => ({
		text: plan.heading + (plan.key === sorted ? mark : ""),
		width: plan.width,
		align: columnAlign(plan.key),
		tone: "dim",
	}));
	return columns(look.cells, [{ text: "", width: MARK_WIDTH - 1 }, ...cells]);
}

function rowLine(
	row: IssueRow,
	plans: readonly Plan[],
	marks: { selected: boolean; changed: boolean; focused: boolean },
	look: Look,
): Line {
	const mark = (marks.selected ? look.marks.selected : " ") + (marks.changed ? look.marks.changed : " ");
	const parts = plans.map((plan) => ({
		text: plan.text(row, look.language),
		width: plan.width,
		align: columnAlign(plan.key),
		tone: marks.changed && plan.key === "statement" ? ("strong" as const) : plan.tone(row),
	}));
	const made = columns(look.cells, [{ text: mark, width: MARK_WIDTH - 1, tone: "accent" }, ...parts]);
	if (!marks.selected) return made;
	return filled(made, marks.focused ? "selected" : "marked");
}

/** What stands where there are no rows, and how to get some. */
function emptyNote(state: LedgerState, look: Look): Line {
	if (state.loading === "first")
		return textLine(`  ${speak(say("正在读取…", "Reading…"), look.language)}`, "dim");
	if (state.failure !== null) return EMPTY_LINE;
	const text = say(
		"没有符合条件的问题。Esc 清除筛选，1 看全部",
		"Nothing matches. Esc clears the filter, 1 shows all",
	);
	return textLine(`  ${speak(text, look.language)}`, "dim");
}

/** The list as lines: one heading, then rows, `height` in all. */
export function ledgerLines(
	state: LedgerState,
	place: { width: number; height: number; focused: boolean; columns: readonly ColumnKey[] | null },
	look: Look,
): Line[] {
	const plans = planColumns(place.width, look.language, place.columns);
	const room = Math.max(0, place.height - 1);
	const shown = state.rows.slice(state.top, state.top + room);
	const lines = shown.map((row, offset) =>
		rowLine(
			row,
			plans,
			{
				selected: state.top + offset === state.selected,
				changed: state.changed[row.id] !== undefined,
				focused: place.focused,
			},
			look,
		),
	);
	if (shown.length === 0) lines.push(emptyNote(state, look));
	return [headingLine(state, plans, look), ...lines];
}

/** Where the selection stands: `3 / 60`, or counted from the end where the list was read from behind. */
export function positionText(state: LedgerState, language: Language): string {
	if (state.total === null) return "";
	const count = `${state.total.count}${state.total.exact ? "" : "+"}`;
	if (state.rows.length === 0) return `0 / ${count}`;
	if (state.anchor === "start") return `${state.selected + 1} / ${count}`;
	const fromEnd = state.rows.length - state.selected;
	return speak(say(`倒数 ${fromEnd} / ${count}`, `${fromEnd} from the end / ${count}`), language);
}
