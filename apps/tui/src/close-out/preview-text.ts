import type { NoticePreview, NoticePreviewItem } from "@zhenggai/client";
import type { Language } from "@zhenggai/domain/kernel";
import {
	badges,
	badgeText,
	formatNames,
	formatNumber,
	formatPublicity,
	label,
	noticeValueText,
	vocab,
} from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { tableText } from "../command-line/output.ts";
import { refusalText } from "../issues/index.ts";
import { say, speak } from "../say.ts";

const WIDTH = 110;
const BEGINNING = 40;

const percent = (score: number): string => `${Math.round(score * 100)}%`;
const beginning = (text: string): string => {
	const characters = [...text];
	return characters.length <= BEGINNING ? text : `${characters.slice(0, BEGINNING).join("")}…`;
};

const alike = (score: number, language: Language): string =>
	speak(say(`（表述${percent(score)}）`, ` (wording ${percent(score)})`), language);

type Candidate = NoticePreviewItem["candidates"][number];

const candidateText = (one: Candidate, language: Language): string =>
	[
		formatNumber(one.number, language),
		one.regionName,
		label(vocab.tier, one.tier, language),
		`${label(vocab.noticeMatchedBy, one.by, language)}${alike(one.score, language)}`,
		beginning(one.statement),
	].join("  ");

/** The issue that a notice goes to and why, in a cell of the table. */
function matchText({ match, candidates, issueId }: NoticePreviewItem, language: Language): string {
	const issue = candidates.find((one) => one.issueId === issueId);
	if (match === null) return speak(say("未对应", "none"), language);
	const by = label(vocab.noticeMatchedBy, match.by, language);
	const doubt = match.doubtful ? speak(say(" 存疑", " doubtful"), language) : "";
	const number = issue === undefined ? "" : `${formatNumber(issue.number, language)} `;
	return `${number}${by}${alike(match.score, language)}${doubt}`;
}

const mark = ({ chosen, kind }: NoticePreviewItem, language: Language): string =>
	chosen || kind === "same" ? "" : speak(say("（不附）", " (left out)"), language);

/** What is to be known of one notice below the table: candidates, complaints, differences and findings. */
function detailsOf(item: NoticePreviewItem, language: Language): string[] {
	const { key, match, candidates, complaints, differences, findings, notice } = item;
	const unsure = match === null || match.doubtful;
	const facts = [
		label(vocab.noticeKind, notice.kind, language),
		formatPublicity(notice.publicity, notice.publicityLength, language),
	];
	const lines = [
		facts.filter((fact) => fact !== "").join("  "),
		...(unsure && candidates.length > 0
			? [
					speak(
						say("可能的问题（用 --issue 指定）：", "It may be about (say which with --issue):"),
						language,
					),
					...candidates.map((one) => `  ${candidateText(one, language)}`),
				]
			: []),
		...(complaints.length === 0
			? []
			: [
					speak(
						say(
							`涉及信访件：${formatNames(
								complaints.map(({ receiptNumber }) => receiptNumber),
								"zh-CN",
							)}`,
							`Complaints: ${formatNames(
								complaints.map(({ receiptNumber }) => receiptNumber),
								"en",
							)}`,
						),
						language,
					),
				]),
		...differences.map(({ field, ledger, document }) => {
			const side = (text: string | null) => (text === null ? "-" : noticeValueText(field, text, language));
			return `${label(vocab.noticeField, field, language)}: ${side(ledger)} → ${side(document)}`;
		}),
		...findings.map((finding) => `! ${speak(refusalText(finding), language)}`),
	];
	return [`${key}:`, ...lines.map((text) => `  ${text}`)];
}

/** The preview for people: one line a notice with the issue that it goes to, then what is doubtful, then the sum. */
export async function noticePreviewText(
	{ items, summary, blocking }: NoticePreview,
	context: CommandContext,
): Promise<string[]> {
	const { language } = context;
	const heading = (zh: string, en: string) => ({ heading: speak(say(zh, en), language) });
	const table = tableText(
		[
			heading("项", "Item"),
			heading("结果", "Result"),
			heading("公示编号", "Number"),
			heading("对应问题", "Issue"),
			{ ...heading("公示的问题", "Finding"), flexible: true },
		],
		items.map((item) => [
			item.key,
			`${badgeText(badges.preview[item.kind], language)}${mark(item, language)}`,
			item.notice.number ?? formatNames(item.notice.receiptNumbers, language),
			matchText(item, language),
			item.notice.statement ?? "",
		]),
		{ total: context.environment.columns ?? WIDTH, headings: true },
		await context.cells(),
	);
	const waiting = items.filter(
		({ chosen, kind }) => !chosen && (kind === "new" || kind === "changed"),
	).length;
	const sum = say(
		`公示：新附 ${summary.new}，更正 ${summary.changed}，其中待核对不附 ${waiting}；已有 ${summary.same}，不能附上 ${summary.refused}`,
		`Notices: ${summary.new} new, ${summary.changed} changed, ${waiting} of them left out to be looked at; ${summary.same} attached already, ${summary.refused} refused`,
	);
	return [
		...table.trimEnd().split("\n"),
		...items.flatMap((item) => detailsOf(item, language)),
		"",
		speak(sum, language),
		...blocking.map((finding) => `! ${speak(refusalText(finding), language)}`),
	];
}
