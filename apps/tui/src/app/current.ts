import type { Language } from "@zhenggai/domain/kernel";
import { type Labels, labelOr } from "@zhenggai/domain/vocabulary";
import { complaintSections } from "../complaints/sections.ts";
import { complaintsView } from "../complaints/view.ts";
import { traySections } from "../in-tray/sections.ts";
import { trayView } from "../in-tray/view.ts";
import { issueSections } from "../issues/sections.ts";
import { issuesView } from "../issues/view.ts";
import type { IssueDetail } from "../issues/wire.ts";
import { positionText } from "../panes/list-lines.ts";
import { selectedRow } from "../panes/list-state.ts";
import type { ListPlace, View } from "../panes/screen.ts";
import type { ScreenState, Section, Shape } from "../panes/screen-state.ts";
import type { Line } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import type { Page } from "../terminal/page.ts";
import type { AppState } from "./state.ts";

type Kept = { width: number; look: Look; history: readonly object[]; page: Page };
/** Setting a long text takes milliseconds, and every key press would do it again. */
const pages = new WeakMap<object, Kept>();

const EMPTY_PAGE: Page = { lines: [], anchors: [] };

/** The page of what is open at this width; empty while it is being read. */
function pageOf<T extends Shape>(
	view: View<T>,
	state: ScreenState<T>["detail"],
	width: number,
	look: Look,
): Page {
	const { detail, history } = state;
	if (detail === null) return EMPTY_PAGE;
	const kept = pages.get(detail);
	if (kept !== undefined && kept.width === width && kept.look === look && kept.history === history)
		return kept.page;
	const page = view.page({ ...state, detail }, width, look);
	pages.set(detail, { width, look, history, page });
	return page;
}

const sortText = (sorts: Labels<string>, sort: string, language: Language): string =>
	labelOr(sorts, sort, language);

/** A screen with its view, as everything that is the same on all screens sees it. */
function bind<T extends Shape>(
	view: View<T>,
	state: ScreenState<T>,
	sections: readonly Section<object>[],
	focus: AppState["focus"],
) {
	const { list, detail } = state;
	const row = selectedRow(list);
	const opened = detail.detail;
	/** What a key is about: what is open where the detail has the focus, else the selected row. */
	const reading = row !== null && row.id === detail.id ? row : null;
	const subject = focus === "detail" && detail.id !== null ? (opened?.row ?? reading) : row;
	const subjectDetail = subject !== null && opened !== null && opened.row.id === subject.id ? opened : null;
	return {
		...view.words,
		fields: view.fields,
		events: view.events,
		sections,
		section: state.section,
		counts: state.counts,
		filterText: state.filterText,
		filterProblems: state.filterProblems,
		link: state.link,
		freshAt: state.freshAt,
		list: {
			top: list.top,
			rows: list.rows.length,
			selectedId: row?.id ?? null,
			open: list.cursor !== null && view.bothWays,
			anchor: list.anchor,
			loading: list.loading !== null,
			failure: list.failure,
			stale: list.stale,
			changes: Object.keys(list.changed).length,
			sort: list.query.sort,
			descending: list.query.descending,
		},
		detail: {
			id: detail.id,
			top: detail.top,
			known: opened !== null,
			loading: detail.loading,
			failure: detail.failure,
			trail: detail.trail.length,
		},
		/** The thing that keys are about; its code is what people call it. */
		subject:
			subject === null
				? null
				: { id: subject.id, version: subject.version, code: view.code(subject), path: view.path(subject) },
		/** What can be done with the subject, once that has been read. */
		actions: subjectDetail === null ? null : view.actions(subjectDetail),
		/** The verb that Enter begins in the detail. */
		next: subjectDetail === null ? null : view.next(subjectDetail),
		links: opened === null ? [] : view.links(opened),
		sortText: (language: Language) => sortText(view.sorts, list.query.sort, language),
		sortKeys: Object.keys(view.sorts),
		position: (language: Language) => positionText(list, language),
		columnNamed: (word: string) => view.columnNamed(word),
		listLines: (place: Omit<ListPlace, "columns">, look: Look): Line[] =>
			view.listLines(list, { ...place, columns: state.columns }, look),
		page: (width: number, look: Look): Page => pageOf(view, detail, width, look),
		spokenRow: (language: Language): string[] | null => (row === null ? null : view.spoken(row, language)),
		/** The change that came last: when, by whom, what, and to what. */
		latest: (language: Language) =>
			list.latest === null
				? null
				: {
						at: list.latest.at,
						by: list.latest.by,
						events: list.latest.types.map((type) => labelOr(view.events, type, language)),
						about: list.latest.row === null ? "" : view.about(list.latest.row, language),
					},
	};
}

export type Current = ReturnType<typeof bind>;

/** The screen that is looked at. */
export function current(state: AppState): Current {
	switch (state.screen) {
		case "complaints":
			return bind(complaintsView, state.complaints, complaintSections(state.totals.totals), state.focus);
		case "inTray":
			return bind(trayView, state.inTray, traySections(state.me), state.focus);
		case "issues":
			return bind(issuesView, state.issues, issueSections(state.me), state.focus);
	}
}

/** The issue that keys are about, where one is open: on the ledger's own screen or out of the in-tray. */
export function openIssue(state: AppState): IssueDetail | null {
	const { subject } = current(state);
	if (subject === null || state.screen === "complaints") return null;
	if (state.screen === "inTray") {
		const { detail } = state.inTray.detail;
		return detail !== null && detail.row.id === subject.id ? detail.issue : null;
	}
	const { detail } = state.issues.detail;
	return detail !== null && detail.row.id === subject.id ? detail : null;
}
