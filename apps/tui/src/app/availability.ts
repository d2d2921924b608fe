import type { Bilingual } from "@zhenggai/domain/kernel";
import { seesComplaints } from "../complaints/sees.ts";
import type { Command } from "../keymap.ts";
import { say } from "../say.ts";
import { type Current, current } from "./current.ts";
import type { AppState } from "./state.ts";

const NO_DETAIL = say("详情未打开", "no detail open");

function actionOff(screen: Current, verb: string): Bilingual | null {
	if (screen.subject === null) return screen.noSelection;
	const action = screen.actions?.find((one) => one.verb === verb);
	if (action === undefined || action.allowed) return null;
	return action.refusals[0]?.message ?? null;
}

function sectionOff(screen: Current, command: Command): Bilingual | null {
	const section = screen.sections.find(({ number }) => command === `section.${number}`);
	return section === undefined || section.filter.ok ? null : section.filter.reason;
}

/** The verb of a command that is one, `issues.startPlanning`. */
const verbOf = (command: Command): string | null =>
	/^(?:issues|complaints)\.(\w+(?:Issue|Complaint|Assignment|Planning))$/.exec(command)?.[1] ?? null;

/**
 * Why a command does nothing here and now; null when it works. The bottom line and help show the same reason.
 */
export function offReason(state: AppState, command: Command): Bilingual | null {
	const screen = current(state);
	if (command.startsWith("section.")) return sectionOff(screen, command);
	const verb = verbOf(command);
	if (verb !== null) return actionOff(screen, verb);
	switch (command) {
		case "pane.open":
		case "row.copy":
		case "row.browse":
		case "row.act":
		case "issues.urge":
			return screen.subject === null ? screen.noSelection : null;
		case "row.next":
			if (screen.subject === null) return screen.noSelection;
			return screen.detail.known && screen.next === null ? say("没有下一步", "nothing comes next") : null;
		case "detail.follow":
			if (screen.subject === null) return screen.noSelection;
			return screen.detail.known && screen.links.length === 0 ? say("没有关联的", "nothing is linked") : null;
		case "detail.next":
		case "detail.previous":
		case "pane.next":
		case "pane.previous":
			return state.preview || state.focus === "detail" ? null : NO_DETAIL;
		case "find.next":
		case "find.previous":
			if (state.focus === "detail")
				return screen.filterText === "" ? say("没有筛选词", "no filter words") : null;
			return screen.list.changes === 0 ? say("没有新的变化", "nothing has changed") : null;
		case "screen.complaints":
			return seesComplaints(state.me)
				? null
				: say("当前角色不能查看信访件", "this role does not see complaints");
		default:
			return null;
	}
}
