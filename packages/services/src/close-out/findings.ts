import type { NoticeMatch } from "@zhenggai/domain/close-out";
import { refusal, say } from "@zhenggai/domain/kernel";
import type { Finding } from "@zhenggai/domain/rules";
import { asFinding } from "../importing/findings.ts";

const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

export const noNotices = (): Finding =>
	asFinding(
		refusal(
			"NOTHING_READ",
			say("没有从文件中读出完成或销号公示", "No completion or close-out notice was read from the document"),
			say("换用文字版文件，或粘贴公示正文", "Use a document with text, or paste the notice itself"),
			{ who: OFFICES },
		),
	);

/** More issues than can be looked through at once. */
export const scopeTooWide = (limit: number): Finding =>
	asFinding(
		refusal(
			"SCOPE_TOO_WIDE",
			say(
				`该地区在本次督察中的问题超过${limit}个，无法逐一比对`,
				`The region has more than ${limit} issues of this inspection: too many to compare`,
			),
			say("选择公示所在的市、县", "Choose the city or county that the notice is of"),
			{ field: "context.region", who: OFFICES },
		),
	);

export const noIssueFound = (): Finding =>
	asFinding(
		refusal(
			"NOTICE_UNMATCHED",
			say(
				"编号和表述都没有对应的问题，不知公示的是哪一个",
				"Neither the number nor the wording tells which issue it is about",
			),
			say("从候选中选定问题，或先登记该问题", "Choose the issue, or register it first"),
			{ field: "issueId", who: OFFICES },
		),
	);

export const issueOutOfReach = (): Finding =>
	asFinding(
		refusal(
			"UNKNOWN_ISSUE",
			say("选定的问题不在本次督察、该地区之内", "The chosen issue is not of this inspection and region"),
			say("从候选中选定问题", "Choose one of the candidates"),
			{ field: "issueId", who: OFFICES },
		),
	);

const percent = (score: number): string => `${Math.round(score * 100)}%`;

/** Why a match is not taken by itself, with both wordings. */
export function doubtfulMatch(
	{ by, score }: Pick<NoticeMatch, "by" | "score">,
	notice: string | null,
	ledger: string,
): Finding {
	const both =
		notice === null
			? say(`公示未载明问题；台账：“${ledger}”`, `The notice gives no finding. Ledger: “${ledger}”`)
			: say(`公示：“${notice}”；台账：“${ledger}”`, `Notice: “${notice}”. Ledger: “${ledger}”`);
	const why =
		by === "number"
			? say(
					`编号相同，但表述只有${percent(score)}相近，可能不是同一问题`,
					`The number fits, but the wordings are only ${percent(score)} alike: it may be another issue`,
				)
			: say(
					`只凭表述对应（${percent(score)}相近），编号另有所指或另有相近的问题`,
					`Only the wording speaks for it (${percent(score)} alike), and the number or another issue against it`,
				);
	return {
		...asFinding(
			refusal(
				"NOTICE_DOUBTFUL",
				say(`${why.zh}。${both.zh}`, `${why.en}. ${both.en}`),
				say("核对后勾选，或选定另一个问题", "Look at both and choose it, or another issue"),
				{ field: "issueId", who: OFFICES },
			),
		),
		severity: "warn",
	};
}
