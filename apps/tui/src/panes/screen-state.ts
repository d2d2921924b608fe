import type { Bilingual } from "@zhenggai/domain/kernel";
import { type DetailAction, type DetailState, emptyDetail, reduceDetail } from "./detail-state.ts";
import {
	emptyList,
	type ListAction,
	type ListQuery,
	type ListState,
	type MovedBy,
	type Row,
	reduceList,
} from "./list-state.ts";

/** What a screen is made of: the row it lists, how that is filtered and ordered, and what a row opens to. */
export type Shape = {
	readonly row: Row;
	readonly filter: object;
	readonly sort: string;
	readonly detail: { readonly row: Row };
	readonly entry: object;
};

export const SECTION_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type SectionNumber = (typeof SECTION_NUMBERS)[number];

/** A part of a list one key away. */
export type Section<F> = {
	readonly number: SectionNumber;
	readonly label: Bilingual;
	/** Its filter for this reader, or why it has none. */
	readonly filter: { ok: true; filter: F } | { ok: false; reason: Bilingual };
	/** Whether a number above zero asks for action. */
	readonly urgent: boolean;
};

export type Count = { readonly count: number; readonly exact: boolean };
export type Counts = Readonly<Partial<Record<SectionNumber, Count>>>;

/** How the live line stands. `lost` says since when nothing has come. */
export type LiveLink =
	| { readonly state: "connecting" }
	| { readonly state: "live" }
	| { readonly state: "lost"; readonly since: number };

/** One screen of the dashboard: a list, what is open beside it, and the line that keeps both fresh. */
export type ScreenState<T extends Shape> = {
	readonly section: SectionNumber;
	readonly counts: Counts;
	readonly filterText: string;
	readonly filterProblems: readonly Bilingual[];
	readonly columns: readonly string[] | null;
	readonly list: ListState<T["row"], T["filter"], T["sort"]>;
	readonly detail: DetailState<T["detail"], T["entry"]>;
	readonly link: LiveLink;
	/** When the data last agreed with the server. */
	readonly freshAt: number | null;
};

export type ScreenAction<T extends Shape> =
	| { type: "section"; number: SectionNumber }
	| { type: "counted"; counts: Counts }
	| { type: "filtered"; text: string; problems: readonly Bilingual[] }
	| { type: "columns"; columns: readonly string[] | null }
	| { type: "link"; link: LiveLink }
	| { type: "fresh"; at: number }
	| { type: "list"; action: ListAction<T["row"], T["filter"], T["sort"]> }
	| { type: "detail"; action: DetailAction<T["detail"], T["entry"]> };

/** A screen that has not been looked at yet. */
export const emptyScreen = <T extends Shape>(
	query: ListQuery<T["filter"], T["sort"]>,
	columns: readonly string[] | null,
): ScreenState<T> => ({
	section: 1,
	counts: {},
	filterText: "",
	filterProblems: [],
	columns,
	list: emptyList(query),
	detail: emptyDetail(),
	link: { state: "connecting" },
	freshAt: null,
});

/** The whole behaviour of a screen. `movedBy` tells which changes put a row elsewhere. */
export function reduceScreen<T extends Shape>(
	state: ScreenState<T>,
	action: ScreenAction<T>,
	movedBy: MovedBy<T["row"], T["sort"]>,
): ScreenState<T> {
	switch (action.type) {
		case "section":
			return { ...state, section: action.number };
		case "counted":
			return { ...state, counts: action.counts };
		case "filtered":
			return { ...state, filterText: action.text, filterProblems: action.problems };
		case "columns":
			return { ...state, columns: action.columns };
		case "link":
			return { ...state, link: action.link };
		case "fresh":
			return { ...state, freshAt: action.at };
		case "list":
			return { ...state, list: reduceList(state.list, action.action, movedBy) };
		case "detail":
			return { ...state, detail: reduceDetail(state.detail, action.action) };
	}
}
