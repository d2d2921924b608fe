import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { say, speak } from "../say.ts";
import type { Align } from "../terminal/cells.ts";
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
import type { ListState, Row } from "./list-state.ts";

/** A column that a list may show. */
export type Offer<R, K> = {
	readonly key: K;
	/** A shorter heading than the column's own. */
	readonly heading?: Bilingual;
	readonly width: Record<Language, number>;
	/** The narrowest pane that still has room for it. */
	readonly from: number;
	text?(row: R, language: Language): string;
	tone?(row: R): Tone;
};

/** How the rows of one kind are set as a table. */
export type ListTable<R, K extends string> = {
	/** What the list shows by itself, in order, as far as there is room. */
	readonly offers: readonly Offer<R, K>[];
	/** The column that takes what is left. */
	readonly rest: K;
	heading(key: K, language: Language): string;
	align(key: K): Align;
	text(key: K, row: R, language: Language): string;
	/** Which column shows the order, by the name of the order. */
	readonly sorted: Partial<Record<string, K>>;
	readonly empty: Bilingual;
};

/** A column as it is set: how wide, and what it says. */
type Plan<R, K> = {
	readonly key: K;
	readonly heading: string;
	readonly width: number;
	text(row: R, language: Language): string;
	tone(row: R): Tone;
};

const CHOSEN_WIDTH = 14;
/** The mark of the selection, the mark of a change, and a space. */
const MARK_WIDTH = 3;
const MINIMUM_REST = 14;
const plainTone = (): Tone => "plain";

function planOf<R, K extends string>(
	table: ListTable<R, K>,
	offer: Offer<R, K>,
	language: Language,
): Plan<R, K> {
	return {
		key: offer.key,
		heading:
			offer.heading === undefined ? table.heading(offer.key, language) : speak(offer.heading, language),
		width: offer.width[language],
		text: offer.text ?? ((row, spoken) => table.text(offer.key, row, spoken)),
		tone: offer.tone ?? plainTone,
	};
}

/** The columns that fit: the usual ones, or those the user chose, with one that takes what is left. */
export function planColumns<R, K extends string>(
	table: ListTable<R, K>,
	width: number,
	language: Language,
	chosen: readonly K[] | null,
): Plan<R, K>[] {
	const usual = (key: K): Offer<R, K> => ({
		key,
		width: { "zh-CN": CHOSEN_WIDTH, en: CHOSEN_WIDTH },
		from: 0,
	});
	const offered =
		chosen === null
			? table.offers.filter((offer) => offer.from <= width)
			: chosen
					.filter((key) => key !== table.rest)
					.map((key) => table.offers.find((offer) => offer.key === key) ?? usual(key));
	const plans: Plan<R, K>[] = [];
	let used = MARK_WIDTH;
	for (const offer of offered) {
		const plan = planOf(table, offer, language);
		if (used + plan.width + 1 + MINIMUM_REST > width && plans.length > 0) continue;
		plans.push(plan);
		used += plan.width + 1;
	}
	const rest = planOf(table, usual(table.rest), language);
	return [...plans, { ...rest, width: Math.max(1, width - used) }];
}

function headingLine<R extends Row, K extends string>(
	table: ListTable<R, K>,
	{ query }: ListState<R, unknown, string>,
	plans: readonly Plan<R, K>[],
	look: Look,
): Line {
	const sorted = table.sorted[query.sort];
	const mark = query.descending ? look.marks.up : look.marks.down;
	const cells: Column[] = plans.map((plan) => ({
		text: plan.heading + (plan.key === sorted ? mark : ""),
		width: plan.width,
		align: table.align(plan.key),
		tone: "dim",
	}));
	return columns(look.cells, [{ text: "", width: MARK_WIDTH - 1 }, ...cells]);
}

function rowLine<R extends Row, K extends string>(
	table: ListTable<R, K>,
	row: R,
	plans: readonly Plan<R, K>[],
	marks: { selected: boolean; changed: boolean; focused: boolean },
	look: Look,
): Line {
	const mark = (marks.selected ? look.marks.selected : " ") + (marks.changed ? look.marks.changed : " ");
	const parts = plans.map((plan) => ({
		text: plan.text(row, look.language),
		width: plan.width,
		align: table.align(plan.key),
		tone: marks.changed && plan.key === table.rest ? ("strong" as const) : plan.tone(row),
	}));
	const made = columns(look.cells, [{ text: mark, width: MARK_WIDTH - 1, tone: "accent" }, ...parts]);
	if (!marks.selected) return made;
	return filled(made, marks.focused ? "selected" : "marked");
}

/** What stands where there are no rows, and how to get some. */
function emptyNote(state: ListState<Row, unknown, string>, empty: Bilingual, look: Look): Line {
	if (state.loading === "first")
		return textLine(`  ${speak(say("正在读取…", "Reading…"), look.language)}`, "dim");
	if (state.failure !== null) return EMPTY_LINE;
	return textLine(`  ${speak(empty, look.language)}`, "dim");
}

/** A list as lines: one heading, then rows, `height` in all. */
export function listLines<R extends Row, K extends string>(
	table: ListTable<R, K>,
	state: ListState<R, unknown, string>,
	place: { width: number; height: number; focused: boolean; columns: readonly K[] | null },
	look: Look,
): Line[] {
	const plans = planColumns(table, place.width, look.language, place.columns);
	const room = Math.max(0, place.height - 1);
	const shown = state.rows.slice(state.top, state.top + room);
	const lines = shown.map((row, offset) =>
		rowLine(
			table,
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
	if (shown.length === 0) lines.push(emptyNote(state, table.empty, look));
	return [headingLine(table, state, plans, look), ...lines];
}

/** Where the selection stands: `3 / 60`, or counted from the end where the list was read from behind. */
export function positionText(state: ListState<Row, unknown, unknown>, language: Language): string {
	if (state.total === null) return "";
	const count = `${state.total.count}${state.total.exact ? "" : "+"}`;
	if (state.rows.length === 0) return `0 / ${count}`;
	if (state.anchor === "start") return `${state.selected + 1} / ${count}`;
	const fromEnd = state.rows.length - state.selected;
	return speak(say(`倒数 ${fromEnd} / ${count}`, `${fromEnd} from the end / ${count}`), language);
}
