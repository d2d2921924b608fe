import type { NoticeImportContext } from "./import.ts";
import type { ProposedNotice } from "./proposal.ts";
import type { NoticeContent, NoticeKind } from "./schema.ts";

const cut = (text: string, length: number): string => [...text.trim()].slice(0, length).join("").trim();
const words = (text: string | null | undefined, length: number): string | null =>
	text === null || text === undefined ? null : cut(text, length) || null;
const names = (reading: ProposedNotice["responsibleUnits"]): string[] =>
	[...new Set((reading?.value ?? []).map((name) => cut(name, 300)))]
		.filter((name) => name !== "")
		.slice(0, 60);
const items = (list: readonly { number: string | null; text: string }[]): NoticeContent["measures"] =>
	list
		.map(({ number, text }) => ({ number: words(number, 40), text: cut(text, 20_000) }))
		.filter(({ text }) => text !== "")
		.slice(0, 300);

const COMPLETION = /完成情况|整改完成|完成整改|落实情况|整改情况|整改成效|整改到位/u;

/**
 * What a notice announces, as its title tells, else its verdict (验收意见：同意销号). Unknown where neither does: the
 * result of a rectification alone is no close-out.
 */
export function noticeKindOf(title: string | null, notice: Pick<ProposedNotice, "otherFields">): NoticeKind {
	const heading = (title ?? "").replace(/\s+/gu, "");
	if (heading.includes("销号")) return "closeOut";
	const agreed = notice.otherFields.some(
		({ label, text }) => /验收|销号/u.test(label) && /同意[^。；不]{0,12}销号/u.test(text),
	);
	if (agreed) return "closeOut";
	return COMPLETION.test(heading) ? "completion" : "unknown";
}

/** What a proposed notice would say on the ledger: cut to its limits, nothing added. */
export function noticeContent(
	notice: ProposedNotice,
	title: string | null,
	{ tier }: { readonly tier: NoticeImportContext["tier"] | null },
): NoticeContent {
	const number = words(notice.number, 40);
	return {
		kind: noticeKindOf(title, notice),
		number,
		tier: number === null ? null : tier,
		statement: words(notice.statement?.value, 20_000),
		receiptNumbers: [...new Set(notice.receiptNumbers.map((receipt) => cut(receipt, 80)))]
			.filter((receipt) => receipt !== "")
			.slice(0, 100),
		responsibleUnits: names(notice.responsibleUnits),
		supervisingUnits: names(notice.supervisingUnits),
		acceptanceUnits: names(notice.acceptanceUnits),
		deadline: words(notice.deadline?.value.text, 500),
		goal: words(notice.goal?.value, 20_000),
		measures: items(notice.measures?.value ?? []),
		completion: words(notice.completion?.value, 20_000),
		completionItems: items(notice.completionItems),
		publicity: notice.publicity?.value ?? null,
		publicityLength: notice.publicityLength?.value ?? null,
		contact: words(notice.contact?.value, 2000),
		otherFields: notice.otherFields
			.map(({ label, text }) => ({ label: cut(label, 100), text: cut(text, 20_000) }))
			.filter(({ label }) => label !== "")
			.slice(0, 20),
	};
}
