import { formatInstant, label, labelOr, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { findIssue } from "./find-issue.ts";
import type { HistoryEntry } from "./wire.ts";

const PAGE = 200;

/** `issues history`: all that happened to an issue, newest first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const issueId = await findIssue(client, context.arguments[0] ?? "");
	const items: HistoryEntry[] = [];
	let more = true;
	while (more) {
		const before = items.at(-1)?.version;
		const page = await client.issues.history.query({
			issueId,
			limit: PAGE,
			...(before === undefined ? {} : { before }),
		});
		items.push(...page.items);
		more = page.more && page.items.length > 0;
	}
	const changes = (entry: HistoryEntry): string =>
		entry.changes
			.map((change) => `${speak(change.label, language)}: ${change.from ?? "-"} → ${change.to ?? "-"}`)
			.join("; ");
	await writeListing(
		context,
		[
			{ heading: speak(say("版本", "Version"), language), align: "right" },
			{ heading: speak(say("时间", "Time"), language) },
			{ heading: speak(say("事件", "Event"), language) },
			{ heading: speak(say("办理人", "By"), language) },
			{ heading: speak(say("角色", "Role"), language) },
			{ heading: speak(say("内容", "What"), language), flexible: true },
			{ heading: speak(say("变化", "Changes"), language), flexible: true },
			{ heading: speak(say("理由", "Reason"), language), flexible: true },
		],
		items.map((entry) => [
			String(entry.version),
			formatInstant(entry.at, language),
			labelOr(vocab.issueEvent, entry.type, language),
			entry.actor.name,
			entry.actor.role === null ? "" : label(vocab.role, entry.actor.role, language),
			speak(entry.summary, language),
			changes(entry),
			entry.reason ?? "",
		]),
		{ items },
	);
	return EXIT.done;
};
