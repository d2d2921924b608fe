import type { Bilingual, Language, Refusal } from "@zhenggai/domain/kernel";
import type { Labels } from "@zhenggai/domain/vocabulary";
import type { Line } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import type { Page } from "../terminal/page.ts";
import type { FieldHelp, ParsedFilter } from "./filter-language.ts";
import type { ListChange, ListPage, ListQuery } from "./list-state.ts";
import type { Counts, ScreenAction, ScreenState, Shape } from "./screen-state.ts";

export type ScreenName = "issues" | "complaints" | "inTray";
export const SCREENS: readonly ScreenName[] = ["issues", "complaints", "inTray"];

/** Something another one leads to; `off` says why it cannot be opened. */
export type Link = { readonly id: string; readonly label: Bilingual; readonly off: Bilingual | null };

/** What can be done with something now, and why the rest cannot. */
export type Action = {
	readonly verb: string;
	readonly label: Bilingual;
	readonly allowed: boolean;
	readonly refusals: readonly Refusal[];
	/** What asks for a written justification before it passes. */
	readonly warnings?: readonly Refusal[];
	/** The room that it belongs to; actions of one room stand together. */
	readonly group?: Bilingual;
	/** Whether it is the one step that comes next. */
	readonly next?: boolean;
	/** Whether its form is on the web page only. */
	readonly onWeb?: boolean;
};

/** What a screen calls its things. */
export type ScreenWords = {
	readonly title: Bilingual;
	/** Why a key is off where nothing is selected. */
	readonly noSelection: Bilingual;
	/** What stands in a list without rows, and how to get some. */
	readonly empty: Bilingual;
	/** What stands in a detail pane where nothing is open. */
	readonly select: Bilingual;
};

export type ListPlace = {
	readonly width: number;
	readonly height: number;
	readonly focused: boolean;
	readonly columns: readonly string[] | null;
};

/** How a screen is drawn. All of it pure. */
export type View<T extends Shape> = {
	readonly words: ScreenWords;
	readonly fields: readonly FieldHelp[];
	readonly sorts: Labels<T["sort"]>;
	/** Names of what happens to its things. */
	readonly events: Labels<string>;
	columnNamed(word: string): string | null;
	listLines(state: ScreenState<T>["list"], place: ListPlace, look: Look): Line[];
	page(state: ScreenState<T>["detail"] & { detail: T["detail"] }, width: number, look: Look): Page;
	/** A row as sentences for a screen reader. */
	spoken(row: T["row"], language: Language): string[];
	/** The number or words by which people name a thing. */
	code(row: T["row"]): string;
	/** Whether the list can be read from its far end too. */
	readonly bothWays: boolean;
	/** One line that says what a thing is about. */
	about(row: T["row"], language: Language): string;
	links(detail: T["detail"]): readonly Link[];
	actions(detail: T["detail"]): readonly Action[];
	/** The verb that Enter begins in the detail; null where nothing comes next. */
	next(detail: T["detail"]): string | null;
	/** Its page on the web. */
	path(row: T["row"]): string;
};

/** How a screen gets its data. Everything of the network is behind this. */
export type Room<T extends Shape> = {
	get(): ScreenState<T>;
	dispatch(action: ScreenAction<T>): void;
	/** The filters of the sections that the reader has, by number. */
	sections(): readonly { readonly number: number; readonly filter: T["filter"] | null }[];
	readonly sorts: Labels<T["sort"]>;
	parse(text: string): ParsedFilter<T["filter"]>;
	/** The section's filter and the typed one together. */
	combined(section: T["filter"], typed: T["filter"]): T["filter"];
	list(
		query: ListQuery<T["filter"], T["sort"]> & { limit: number; cursor?: string },
		signal?: AbortSignal,
	): Promise<ListPage<T["row"]>>;
	/** How many the sections have, where it is not told by listing each of them. */
	counts?(): Promise<Counts>;
	read(
		id: string,
		signal: AbortSignal,
	): Promise<{ detail: T["detail"]; history: { items: readonly T["entry"][]; more: boolean } }>;
	watch(after: string | null, listener: WatchListener<T["row"]>): { unsubscribe(): void };
	/** Reads what the screen shows beside its list; called whenever the list or the selection has settled. */
	aside(): void;
};

/** What comes over the live line of a screen. */
export type WatchListener<R> = {
	live(): void;
	lost(): void;
	changed(change: ListChange<R> & { readonly version: number }): void;
	/** Something happened of which only the server knows what it does to the list; `opened`: also to what is open. */
	stirred(opened: boolean): void;
	failed(): void;
};
