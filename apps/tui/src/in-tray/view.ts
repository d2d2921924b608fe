import { caseVocab, formatNumber, isLabelled, vocab } from "@zhenggai/domain/vocabulary";
import { detailPage, issueActions } from "../issues/index.ts";
import type { Writer } from "../panes/detail-rules.ts";
import type { View } from "../panes/screen.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import { columnHeading, columnNamed, columnText, urgencyText, urgencyTone } from "./columns.ts";
import { TRAY_FIELDS } from "./filter-language.ts";
import { trayLines } from "./list-lines.ts";
import { TRAY_SORTS } from "./room.ts";
import type { TrayRow, TrayShape } from "./shape.ts";

/** The form on the web that does what an item asks. */
export function webPath({ verb, part, issue }: TrayRow): string {
	const instrument =
		isLabelled(caseVocab.instrumentVerb, verb) && verb !== "draftInstrument" && part !== null;
	const path = instrument ? `/supervision/${part}` : `/issues/${issue.id}`;
	const asked = new URLSearchParams({ do: verb, ...(instrument || part === null ? {} : { part }) });
	return `${path}?${asked}`;
}

/** The action of the issue that does what an item asks: of its instruments those of the ladder and of the letter. */
export function actionOfItem({ verb, part }: Pick<TrayRow, "verb" | "part">): string {
	if (!isLabelled(caseVocab.instrumentVerb, verb) || part === null) return verb;
	return verb === "draftInstrument" ? `draft:${part}` : `instrument:${part}:${verb}`;
}

/** What is to be done, above everything else that is known of the issue. */
function writeItem({ page, language }: Writer, row: TrayRow): void {
	page.heading(speak(say("待办事项", "To do"), language));
	page.text(
		`${urgencyText(row, language)}  ${columnText("kind", row, language)}  ${columnText("due", row, language)} ${columnText("daysLeft", row, language)}`,
		urgencyTone(row),
	);
	page.text(`${columnText("rule", row, language)} ${speak(row.reason, language)}`.trim());
	page.text(
		speak(
			say("Enter 办理   a 其他事项   o 在网页办理", "Enter does it   a other actions   o on the web"),
			language,
		),
		"dim",
	);
	page.gap();
}

/** How the in-tray is drawn. */
export const trayView: View<TrayShape> = {
	words: {
		title: say("我的待办", "In-tray"),
		noSelection: say("没有选中待办", "nothing selected"),
		empty: say("没有待办", "Nothing waits for you"),
		select: say("选中一项待办，在此查看", "Select an item to see it here"),
	},
	fields: TRAY_FIELDS,
	sorts: TRAY_SORTS,
	events: vocab.issueEvent,
	columnNamed,
	listLines: trayLines,
	page: ({ detail, history, moreHistory }, width, look) =>
		detailPage(detail.issue, { items: history, more: moreHistory }, width, look, {
			verb: actionOfItem(detail.row),
			lead: (writer) => writeItem(writer, detail.row),
		}),
	spoken: (row, language) =>
		(["lateness", "kind", "number", "due", "daysLeft", "reason", "rule", "statement"] as const).flatMap(
			(key) => {
				const text = columnText(key, row, language);
				return text === "" ? [] : [`${columnHeading(key, language)}: ${text}`];
			},
		),
	bothWays: false,
	code: ({ issue }) => issue.number,
	about: ({ issue }, language) => `${formatNumber(issue.number, language)}  ${cleanLine(issue.statement)}`,
	links: () => [],
	actions: ({ issue, row }) => issueActions(issue, actionOfItem(row)),
	next: ({ row }) => actionOfItem(row),
	path: webPath,
};
