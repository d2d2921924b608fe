import { vocab } from "@zhenggai/domain/vocabulary";
import type { View } from "../panes/screen.ts";
import { say } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import { codeText, columnHeading, columnNamed, columnText, USUAL_COLUMNS } from "./columns.ts";
import { complaintPage } from "./detail-lines.ts";
import { COMPLAINT_FIELDS } from "./filter-language.ts";
import { linksOf } from "./links.ts";
import { complaintLines } from "./list-lines.ts";
import type { ComplaintShape } from "./shape.ts";

/** How complaints are drawn. */
export const complaintsView: View<ComplaintShape> = {
	words: {
		title: say("信访件", "Complaints"),
		noSelection: say("没有选中信访件", "no complaint selected"),
		empty: say("没有信访件", "No complaints"),
		select: say("选中一件信访件，在此查看", "Select a complaint to see it here"),
	},
	fields: COMPLAINT_FIELDS,
	sorts: vocab.complaintSort,
	events: vocab.complaintEvent,
	columnNamed,
	listLines: complaintLines,
	page: ({ detail, history, moreHistory }, width, look) =>
		complaintPage(detail, { items: history, more: moreHistory }, width, look),
	spoken: (row, language) =>
		USUAL_COLUMNS.flatMap((key) => {
			const text = columnText(key, row, language);
			return text === "" ? [] : [`${columnHeading(key, language)}: ${text}`];
		}),
	bothWays: true,
	code: codeText,
	about: (row) => `${codeText(row)}  ${cleanLine(row.summary ?? "")}`,
	links: linksOf,
	actions: ({ actions }) => actions,
	next: () => null,
	path: ({ id }) => `/complaints/${id}`,
};
