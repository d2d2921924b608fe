import type { Bilingual } from "@zhenggai/domain/kernel";
import { selectedRow } from "../issues/ledger-state.ts";
import { sectionOf } from "../issues/sections.ts";
import type { IssueDetail } from "../issues/wire.ts";
import type { Command } from "../keymap.ts";
import { say } from "../say.ts";
import type { AppState } from "./state.ts";

const NO_SELECTION = say("没有选中问题", "no issue selected");
const NO_DETAIL = say("详情未打开", "no detail open");

/** The detail of the selected issue, when it is already there. */
export function detailOfSelection(state: AppState): IssueDetail | null {
	const row = selectedRow(state.ledger);
	const { detail } = state.detail;
	return row !== null && detail !== null && detail.row.id === row.id ? detail : null;
}

function actionOff(state: AppState, verb: string): Bilingual | null {
	const detail = detailOfSelection(state);
	const action = detail?.actions.find((one) => one.verb === verb);
	if (action === undefined || action.allowed) return null;
	return action.refusals[0]?.message ?? null;
}

const isSection = (command: Command): boolean => command.startsWith("section.");

/**
 * Why a command does nothing here and now; null when it works. The bottom line and help show the same reason.
 */
export function offReason(state: AppState, command: Command): Bilingual | null {
	const row = selectedRow(state.ledger);
	if (isSection(command)) {
		const number = Number(command.slice("section.".length));
		const section = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).find((known) => known === number);
		const filter = section === undefined ? null : sectionOf(section).filter(state.me);
		return filter === null || filter.ok ? null : filter.reason;
	}
	switch (command) {
		case "pane.open":
		case "issue.copy":
		case "issue.browse":
		case "issue.act":
			return row === null ? NO_SELECTION : null;
		case "issues.acknowledgeAssignment":
			return row === null ? NO_SELECTION : actionOff(state, "acknowledgeAssignment");
		case "issues.startPlanning":
			return row === null ? NO_SELECTION : actionOff(state, "startPlanning");
		case "detail.next":
		case "detail.previous":
		case "pane.next":
		case "pane.previous":
			return state.preview || state.focus === "detail" ? null : NO_DETAIL;
		case "find.next":
		case "find.previous":
			if (state.focus === "detail")
				return state.filterText === "" ? say("没有筛选词", "no filter words") : null;
			return Object.keys(state.ledger.changed).length === 0
				? say("没有新的变化", "nothing has changed")
				: null;
		default:
			return null;
	}
}
