import { badges, badgeText, formatNames, label, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { say, speak } from "../say.ts";

/** `rules`: the catalogue by which the ledger is checked, with its sources. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const [items, ruleSets] = await Promise.all([client.rules.list.query(), client.rules.listRuleSets.query()]);
	const headings = [
		say("规则", "Rule"),
		say("分组", "Group"),
		say("强度", "Severity"),
		say("名称", "Title"),
		say("内容", "What it says"),
		say("参数", "Parameters"),
		say("依据", "Sources"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "What it says" || heading.en === "Parameters",
		})),
		items.map((rule) => [
			rule.id,
			label(vocab.ruleGroup, rule.group, language),
			badgeText(badges.severity[rule.severity], language),
			speak(rule.title, language),
			speak(rule.statement, language),
			formatNames(rule.params, language),
			formatNames(rule.src, language),
		]),
		{ items, ruleSets },
	);
	return EXIT.done;
};
