import type { AttachedNotice, IssueDetail } from "@zhenggai/client";
import {
	formatInstant,
	formatNames,
	formatNumber,
	formatPublicity,
	label,
	vocab,
} from "@zhenggai/domain/vocabulary";
import type { Writer } from "../panes/detail-rules.ts";
import { say, speak } from "../say.ts";

/** Why a notice does not count any more; empty where it does. */
function overText({ detached, replacedBy }: AttachedNotice, { language }: Writer): string {
	if (detached !== null)
		return speak(say(`已取下：${detached.reason}`, `taken off: ${detached.reason}`), language);
	return replacedBy === null ? "" : speak(say("已被更正版替换", "replaced by a corrected edition"), language);
}

/** The notices that were published about an issue, the latest first, also those that no longer count. */
export function writeNotices(writer: Writer, { notices }: Pick<IssueDetail, "notices">): void {
	if (notices.length === 0) return;
	const { page, look, language } = writer;
	page.heading(speak(say("公示材料", "Published notices"), language), String(notices.length));
	for (const notice of notices) {
		const over = overText(notice, writer);
		const tone = over === "" ? "plain" : "dim";
		const facts = [
			label(vocab.noticeKind, notice.kind, language),
			formatPublicity(notice.publicity, notice.publicityLength, language),
			notice.number === null ? "" : formatNumber(notice.number, language),
			over,
		];
		page.text(facts.filter((fact) => fact !== "").join(look.marks.middle), tone);
		if (notice.completion !== null) page.text(notice.completion, tone, 2);
		if (notice.receiptNumbers.length > 0)
			page.text(
				speak(
					say(
						`受理编号 ${formatNames(notice.receiptNumbers, "zh-CN")}`,
						`Receipts ${formatNames(notice.receiptNumbers, "en")}`,
					),
					language,
				),
				"dim",
				2,
			);
		const { document, lines } = notice.source;
		const place = lines === null ? "" : ` ${lines[0]}–${lines[1]}`;
		page.text(
			`${document}${place}  ${notice.attachedBy}  ${formatInstant(notice.attachedAt, language)}`,
			"dim",
			2,
		);
	}
}
