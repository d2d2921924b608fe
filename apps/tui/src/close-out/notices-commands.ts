import { randomUUID } from "node:crypto";
import type { AttachedNotice } from "@zhenggai/client";
import { isCurrentNotice } from "@zhenggai/domain/close-out";
import { formatInstant, formatPublicity, label, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, writeListing } from "../command-line/output.ts";
import { refusedError } from "../command-line/refused.ts";
import { findIssue } from "../issues/index.ts";
import { say, speak } from "../say.ts";

const HEADINGS = [
	say("公示类型", "Kind"),
	say("文件", "Document"),
	say("公示时间", "Publicity"),
	say("状态", "State"),
	say("经办", "By"),
	say("时间", "Time"),
	say("标识", "Id"),
];

/** Whether a notice counts, and why not where it does not. */
function stateOf({ detached, replacedBy }: AttachedNotice): ReturnType<typeof say> {
	if (detached !== null) return say(`已取下：${detached.reason}`, `taken off: ${detached.reason}`);
	return replacedBy === null ? say("有效", "current") : say("已被更正版替换", "replaced");
}

/** `notices list`: the notices of an issue with their ids, also those that no longer count. */
export const list: Runner = async (context) => {
	const { language } = context;
	const { client } = await context.connect();
	const issueId = await findIssue(client, context.arguments[0] ?? "");
	const { notices } = await client.issues.get.query({ issueId });
	await writeListing(
		context,
		HEADINGS.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Document" })),
		notices.map((notice) => [
			label(vocab.noticeKind, notice.kind, language),
			notice.source.document,
			formatPublicity(notice.publicity, notice.publicityLength, language),
			speak(stateOf(notice), language),
			notice.attachedBy,
			formatInstant(notice.attachedAt, language),
			notice.id,
		]),
		{ items: notices },
	);
	return EXIT.done;
};

/** The notice that a person means: its id, the name of its document, or the only one that counts. */
function findNotice(notices: readonly AttachedNotice[], wanted: string | undefined): AttachedNotice {
	const meant = notices
		.filter(isCurrentNotice)
		.filter(({ id, source }) => wanted === undefined || id === wanted || source.document === wanted);
	const [first] = meant;
	if (first === undefined)
		throw new CommandError(
			EXIT.notFound,
			wanted === undefined
				? say("该问题没有有效的公示", "The issue has no current notice")
				: say(
						`该问题没有公示“${wanted}”；zhenggai notices list 列出全部`,
						`The issue has no notice "${wanted}"; zhenggai notices list shows them`,
					),
		);
	if (meant.length === 1) return first;
	const ids = meant.map(({ id, source }) => `\n  ${id}  ${source.document}`).join("");
	throw new CommandError(
		EXIT.usage,
		say(`该问题有 ${meant.length} 份公示，请用标识：${ids}`, `There are ${meant.length}; use the id:${ids}`),
	);
}

/** `notices detach`: takes a notice off an issue that it is not about. It stays in the history with the reason. */
export const detach: Runner = async (context) => {
	const reason = context.options.value("reason")?.trim() ?? "";
	if (reason.length < 2)
		throw new CommandError(
			EXIT.usage,
			say("请用 --reason 写明取下的原因（不少于两个字）", "Say why with --reason (at least two characters)"),
		);
	const { client } = await context.connect();
	const [number = "", wanted] = context.arguments;
	const issueId = await findIssue(client, number);
	const { notices, row } = await client.issues.get.query({ issueId });
	const notice = findNotice(notices, wanted);
	const outcome = await client.issues.detachNotice.mutate({
		issueId,
		command: { type: "detachNotice", noticeId: notice.id, reason },
		envelope: { expectedVersion: row.version, idempotencyKey: randomUUID() },
	});
	if (!outcome.ok) throw refusedError(outcome.refusals);
	if (formatOf(context) === "json") context.out(jsonText(outcome.value, context.environment.columns));
	const { document } = notice.source;
	context.talk(say(`已取下“${document}”，履历中仍可查`, `Taken off: "${document}"; the history keeps it`));
	return EXIT.done;
};
