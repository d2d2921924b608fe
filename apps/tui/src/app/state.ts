import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { type DetailAction, type DetailState, EMPTY_DETAIL, reduceDetail } from "../issues/detail-state.ts";
import { emptyLedger, type LedgerAction, type LedgerState, reduceLedger } from "../issues/ledger-state.ts";
import type { SectionNumber } from "../issues/sections.ts";
import type { Me } from "../issues/wire.ts";
import type { Chord } from "../terminal/chord.ts";
import type { Tone } from "../terminal/lines.ts";
import { type Mode, type ModeAction, reduceMode } from "./mode.ts";

export type Size = { readonly columns: number; readonly rows: number };
export type Pane = "list" | "detail";

/** How the live line stands. `lost` says since when nothing has come. */
export type LiveLink =
	| { readonly state: "connecting" }
	| { readonly state: "live" }
	| { readonly state: "lost"; readonly since: number };

export type Message = { readonly text: Bilingual; readonly tone: Tone };
export type Count = { readonly count: number; readonly exact: boolean };

/** The whole state of the dashboard. Every pane's part has a reducer of its own; this one only joins them. */
export type AppState = {
	readonly size: Size;
	readonly language: Language;
	readonly focus: Pane;
	readonly preview: boolean;
	readonly zoom: boolean;
	/** Share of the list in a split screen, in per cent. */
	readonly split: number;
	readonly section: SectionNumber;
	readonly counts: Readonly<Partial<Record<SectionNumber, Count>>>;
	readonly me: Me | null;
	readonly filterText: string;
	readonly filterProblems: readonly Bilingual[];
	readonly columns: readonly string[] | null;
	readonly ledger: LedgerState;
	readonly detail: DetailState;
	readonly mode: Mode;
	readonly message: Message | null;
	readonly link: LiveLink;
	readonly pending: Chord;
	/** Milliseconds since 1970, from the clock outside. */
	readonly now: number;
	/** When the data last agreed with the server. */
	readonly freshAt: number | null;
};

export type AppAction =
	| { type: "resized"; size: Size }
	| { type: "ticked"; now: number }
	| { type: "focused"; pane: Pane }
	| { type: "previewed"; on: boolean }
	| { type: "zoomed"; on: boolean }
	| { type: "split"; by: number }
	| { type: "section"; number: SectionNumber }
	| { type: "counted"; counts: AppState["counts"] }
	| { type: "signedIn"; me: Me }
	| { type: "filtered"; text: string; problems: readonly Bilingual[] }
	| { type: "columns"; columns: readonly string[] | null }
	| { type: "language"; language: Language }
	| { type: "said"; message: Message | null }
	| { type: "link"; link: LiveLink }
	| { type: "fresh" }
	| { type: "pending"; chord: Chord }
	| { type: "ledger"; action: LedgerAction }
	| { type: "detail"; action: DetailAction }
	| { type: "mode"; action: ModeAction };

export type InitialState = Pick<AppState, "size" | "language" | "preview" | "split" | "columns" | "now"> & {
	sort: LedgerState["query"]["sort"];
	descending: boolean;
};

export const initialState = (initial: InitialState): AppState => ({
	size: initial.size,
	language: initial.language,
	focus: "list",
	preview: initial.preview,
	zoom: false,
	split: initial.split,
	section: 1,
	counts: {},
	me: null,
	filterText: "",
	filterProblems: [],
	columns: initial.columns,
	ledger: emptyLedger({ filter: {}, sort: initial.sort, descending: initial.descending }),
	detail: EMPTY_DETAIL,
	mode: { kind: "panes" },
	message: null,
	link: { state: "connecting" },
	pending: "",
	now: initial.now,
	freshAt: null,
});

const MINIMUM_SPLIT = 25;
const MAXIMUM_SPLIT = 75;

/** Joins the reducers of the panes. */
export function reduceApp(state: AppState, action: AppAction): AppState {
	switch (action.type) {
		case "resized":
			return { ...state, size: action.size };
		case "ticked":
			return { ...state, now: action.now };
		case "focused":
			return { ...state, focus: action.pane, zoom: action.pane === "detail" && state.zoom };
		case "previewed":
			return { ...state, preview: action.on, focus: action.on ? state.focus : "list", zoom: false };
		case "zoomed":
			return { ...state, zoom: action.on, focus: action.on ? "detail" : state.focus };
		case "split":
			return { ...state, split: Math.max(MINIMUM_SPLIT, Math.min(MAXIMUM_SPLIT, state.split + action.by)) };
		case "section":
			return { ...state, section: action.number };
		case "counted":
			return { ...state, counts: action.counts };
		case "signedIn":
			return { ...state, me: action.me };
		case "filtered":
			return { ...state, filterText: action.text, filterProblems: action.problems };
		case "columns":
			return { ...state, columns: action.columns };
		case "language":
			return { ...state, language: action.language };
		case "said":
			return { ...state, message: action.message };
		case "link":
			return { ...state, link: action.link };
		case "fresh":
			return { ...state, freshAt: state.now };
		case "pending":
			return action.chord === state.pending ? state : { ...state, pending: action.chord };
		case "ledger":
			return { ...state, ledger: reduceLedger(state.ledger, action.action) };
		case "detail":
			return { ...state, detail: reduceDetail(state.detail, action.action) };
		case "mode":
			return { ...state, mode: reduceMode(state.mode, action.action) };
	}
}
