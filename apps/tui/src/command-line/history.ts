import type { Outputs } from "@zhenggai/client";
import { formatInstant, type Labels, label, labelOr, vocab } from "@zhenggai/domain/vocabulary";
import { say, speak, told } from "../say.ts";
import type { CommandContext } from "./command.ts";
import { writeListing } from "./output.ts";

type HistoryPage = Outputs["issues"]["history"];
type HistoryEntry = HistoryPage["items"][number];

const PAGE = 200;

/** All that happened to something, newest first, as a listing. `events` are the names of what can happen to it. */
export async function writeHistory(
	context: CommandContext,
	events: Labels<string>,
	ask: (page: { limit: number; before?: number }) => Promise<HistoryPage>,
): Promise<void> {
	const { language } = context;
	const items: HistoryEntry[] = [];
	let more = true;
	while (more) {
		const before = items.at(-1)?.version;
		const page = await ask({ limit: PAGE, ...(before === undefined ? {} : { before }) });
		items.push(...page.items);
		more = page.more && page.items.length > 0;
	}
	const changes = (entry: HistoryEntry): string =>
		entry.changes
			.map(
				(change) =>
					`${speak(change.label, language)}: ${told(change.from, language)} → ${told(change.to, language)}`,
			)
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
			labelOr(events, entry.type, language),
			entry.actor.name,
			entry.actor.role === null ? "" : label(vocab.role, entry.actor.role, language),
			speak(entry.summary, language),
			changes(entry),
			entry.reason ?? "",
		]),
		{ items },
	);
}
