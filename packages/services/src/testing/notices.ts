import { readFileSync } from "node:fs";
import type { NoticeImportChoices, NoticeImportPreview } from "@zhenggai/domain/close-out";
import type { ImportDraft } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { CITY, type World } from "./ledger.ts";

/** A published notice of the readers' own collection. */
export const publishedNotice = (name: string): string =>
	readFileSync(new URL(`../../../documents/fixtures/c/${name}.txt`, import.meta.url), "utf8");

/** One item of a notice as tests write it. */
export type NoticeText = {
	readonly number: string;
	readonly statement: string;
	readonly completion: string;
	readonly publicity?: string;
	readonly contact?: string;
	readonly title?: string;
};

/** A notice in the commonest form, in our own words. */
export const noticeText = ({ number, statement, completion, ...more }: NoticeText): string =>
	[
		more.title ?? `关于生态环境保护督察反馈问题（序号${number}）整改完成情况的公示`,
		`整改任务：${statement}`,
		"责任单位：松泉县人民政府",
		"整改时限：2026年12月底前",
		"整改目标：问题整改到位，长效机制建立。",
		"整改措施：1.开展全面排查。2.完成治理工程并组织验收。",
		`整改完成情况：${completion}`,
		`公示时间：${more.publicity ?? "2026年3月2日至2026年3月13日"}。公示期间如有异议，请与县整改办联系。`,
		`联系电话：${more.contact ?? "0000-5000000"}`,
	].join("\n");

export const noticeChoices = (
	world: Pick<World, "inspectionId">,
	more: Partial<NoticeImportChoices> = {},
): NoticeImportChoices => ({
	context: { inspectionId: world.inspectionId, region: CITY, tier: "city" },
	items: {},
	corrections: {},
	...more,
});

/** Reads a notice and shows to which issues it would go. */
export async function previewNotice(
	world: World,
	actor: Actor,
	text: string,
	more: Partial<NoticeImportChoices> = {},
): Promise<{ draft: ImportDraft; preview: NoticeImportPreview }> {
	const base64 = Buffer.from(text).toString("base64");
	const draft = await world.services.issues.startImport(actor, { kind: "file", name: "公示.txt", base64 });
	const choices = noticeChoices(world, more);
	return { draft, preview: await world.services.closeOut.previewNoticeImport(actor, draft.id, choices) };
}
