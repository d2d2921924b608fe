import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { type ComplaintScreen, type ComplaintShape, complaintMoved } from "../complaints/shape.ts";
import {
	EMPTY_TOTALS,
	reduceTotals,
	type TotalsAction,
	type TotalsState,
} from "../complaints/totals-state.ts";
import { type TrayScreen, type TrayShape, trayMoved } from "../in-tray/shape.ts";
import type { TrayCount, TrayList } from "../in-tray/wire.ts";
import { type IssueShape, issueMoved, type LedgerScreen } from "../issues/shape.ts";
import type { Me } from "../issues/wire.ts";
import type { ScreenName } from "../panes/screen.ts";
import { emptyScreen, reduceScreen, type ScreenAction } from "../panes/screen-state.ts";
import type { Chord } from "../terminal/chord.ts";
import type { Tone } from "../terminal/lines.ts";
import { type Mode, type ModeAction, reduceMode } from "./mode.ts";

export type Size = { readonly columns: number; readonly rows: number };
export type Pane = "list" | "detail";
export type Message = { readonly text: Bilingual; readonly tone: Tone };

/** The whole state of the dashboard. Every screen's part has a reducer of its own; this one only joins them. */
export type AppState = {
	readonly size: Size;
	readonly language: Language;
	/** The screen that is looked at. */
	readonly screen: ScreenName;
	readonly focus: Pane;
	readonly preview: boolean;
	readonly zoom: boolean;
	/** Share of the list in a split screen, in per cent. */
	readonly split: number;
	readonly me: Me | null;
	readonly issues: LedgerScreen;
	readonly complaints: ComplaintScreen;
	readonly inTray: TrayScreen;
	/** How much waits for the reader, on whatever screen he is; null until it is known. */
	readonly trayCount: TrayCount | null;
	/** The lists of complaints that wait beside the items of the in-tray, the most urgent first. */
	readonly trayLists: readonly TrayList[];
	/** What the complaints on their screen add up to. */
	readonly totals: TotalsState;
	readonly mode: Mode;
	readonly message: Message | null;
	readonly pending: Chord;
	/** Milliseconds since 1970, from the clock outside. */
	readonly now: number;
};

export type AppAction =
	| { type: "resized"; size: Size }
	| { type: "ticked"; now: number }
	| { type: "screen"; screen: ScreenName }
	| { type: "focused"; pane: Pane }
	| { type: "previewed"; on: boolean }
	| { type: "zoomed"; on: boolean }
	| { type: "split"; by: number }
	| { type: "signedIn"; me: Me }
	| { type: "language"; language: Language }
	| { type: "said"; message: Message | null }
	| { type: "pending"; chord: Chord }
	| { type: "issues"; action: ScreenAction<IssueShape> }
	| { type: "complaints"; action: ScreenAction<ComplaintShape> }
	| { type: "inTray"; action: ScreenAction<TrayShape> }
	| { type: "trayCounted"; count: TrayCount }
	| { type: "trayListed"; lists: readonly TrayList[] }
	| { type: "totals"; action: TotalsAction }
	| { type: "mode"; action: ModeAction };

/** The order and the columns that a screen begins with. */
type Beginning<S> = { sort: S; descending: boolean; columns: readonly string[] | null };

export type InitialState = Pick<AppState, "size" | "language" | "preview" | "split" | "now"> & {
	issues: Beginning<IssueShape["sort"]>;
	complaints: Beginning<ComplaintShape["sort"]>;
};

export const initialState = ({ issues, complaints, ...initial }: InitialState): AppState => ({
	...initial,
	screen: "issues",
	focus: "list",
	zoom: false,
	me: null,
	issues: emptyScreen<IssueShape>(
		{ filter: {}, sort: issues.sort, descending: issues.descending },
		issues.columns,
	),
	complaints: emptyScreen<ComplaintShape>(
		{ filter: {}, sort: complaints.sort, descending: complaints.descending },
		complaints.columns,
	),
	inTray: emptyScreen<TrayShape>({ filter: {}, sort: "urgency", descending: false }, null),
	trayCount: null,
	trayLists: [],
	totals: EMPTY_TOTALS,
	mode: { kind: "panes" },
	message: null,
	pending: "",
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
		case "screen":
			return { ...state, screen: action.screen, focus: "list", zoom: false };
		case "focused":
			return { ...state, focus: action.pane, zoom: action.pane === "detail" && state.zoom };
		case "previewed":
			return { ...state, preview: action.on, focus: action.on ? state.focus : "list", zoom: false };
		case "zoomed":
			return { ...state, zoom: action.on, focus: action.on ? "detail" : state.focus };
		case "split":
			return { ...state, split: Math.max(MINIMUM_SPLIT, Math.min(MAXIMUM_SPLIT, state.split + action.by)) };
		case "signedIn":
			return { ...state, me: action.me };
		case "language":
			return { ...state, language: action.language };
		case "said":
			return { ...state, message: action.message };
		case "pending":
			return action.chord === state.pending ? state : { ...state, pending: action.chord };
		case "issues":
			return { ...state, issues: reduceScreen(state.issues, action.action, issueMoved) };
		case "complaints":
			return { ...state, complaints: reduceScreen(state.complaints, action.action, complaintMoved) };
		case "inTray":
			return { ...state, inTray: reduceScreen(state.inTray, action.action, trayMoved) };
		case "trayCounted":
			return { ...state, trayCount: action.count };
		case "trayListed":
			return { ...state, trayLists: action.lists };
		case "totals":
			return { ...state, totals: reduceTotals(state.totals, action.action) };
		case "mode":
			return { ...state, mode: reduceMode(state.mode, action.action) };
	}
}
