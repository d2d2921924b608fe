import { nextVerbOf } from "@zhenggai/domain/issues";
import { badges, badgeText, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import type { Link, View } from "../panes/screen.ts";
import { say } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import { issueActions } from "./actions.ts";
import { columnHeading, columnNamed, columnText, standingText, USUAL_COLUMNS } from "./columns.ts";
import { detailPage } from "./detail-lines.ts";
import { FILTER_FIELDS } from "./filter-language.ts";
import { ledgerLines } from "./ledger-lines.ts";
import type { IssueShape } from "./shape.ts";
import type { IssueDetail } from "./wire.ts";

const FAR = say("不在您的辖区内", "outside of your region");

function linksOf({ parent, children }: IssueDetail): readonly Link[] {
	const link = (one: (typeof children)[number], zh: string, en: string): Link => {
		const state = badges.issueState[one.lifecycle];
		const statement = cleanLine(one.statement);
		return {
			id: one.id,
			label: say(
				`${zh}  ${formatNumber(one.number, "zh-CN")}  ${one.regionName}  ${badgeText(state, "zh-CN")}  ${statement}`,
				`${en}  ${formatNumber(one.number, "en")}  ${one.regionName}  ${badgeText(state, "en")}  ${statement}`,
			),
			off: one.open ? null : FAR,
		};
	};
	return [
		...(parent === null ? [] : [link(parent, "上级", "Parent")]),
		...children.map((child) => link(child, "下级", "Child")),
	];
}

/** How the ledger is drawn. */
export const issuesView: View<IssueShape> = {
	words: {
		title: say("整改台账", "Rectification ledger"),
		noSelection: say("没有选中问题", "no issue selected"),
		empty: say("没有问题", "No issues"),
		select: say("选中一条问题，在此查看", "Select an issue to see it here"),
	},
	fields: FILTER_FIELDS,
	sorts: vocab.issueSort,
	events: vocab.issueEvent,
	columnNamed,
	listLines: ledgerLines,
	page: ({ detail, history, moreHistory }, width, look) =>
		detailPage(detail, { items: history, more: moreHistory }, width, look),
	spoken: (row, language) => [
		standingText(row, language),
		...USUAL_COLUMNS.flatMap((key) => {
			const text = columnText(key, row, language);
			return text === "" ? [] : [`${columnHeading(key, language)}: ${text}`];
		}),
	],
	bothWays: true,
	code: ({ number }) => number,
	about: (row, language) => `${formatNumber(row.number, language)}  ${cleanLine(row.statement)}`,
	links: linksOf,
	actions: (detail) => issueActions(detail, null),
	next: (detail) => nextVerbOf(detail, detail.actions),
	path: ({ id }) => `/issues/${id}`,
};
