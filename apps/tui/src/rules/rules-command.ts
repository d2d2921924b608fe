import type { Outputs } from "@zhenggai/client";
import { badges, badgeText, formatNames, label, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { say, speak } from "../say.ts";

type Rule = Outputs["rules"]["list"][number];

/** Each parameter with its value in the base and where that comes from. */
const paramsText = (values: Rule["values"]): string =>
	Object.entries(values)
		.map(([name, { v, src }]) => `${name}=${Array.isArray(v) ? v.join(",") : v} [${src}]`)
		.join("; ");

/** `rules`: the catalogue by which the ledger is checked, with its sources. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const [items, ruleSets] = await Promise.all([
		client.rules.list.query({ tests: true }),
		client.rules.listRuleSets.query(),
	]);
	const headings = [
		say("规则", "Rule"),
		say("分组", "Group"),
		say("强度", "Severity"),
		say("名称", "Title"),
		say("内容", "What it says"),
		say("参数", "Parameters"),
		say("依据", "Sources"),
		say("测试", "Tests"),
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
			paramsText(rule.values),
			formatNames(rule.src, language),
			String(rule.tests?.length ?? 0),
		]),
		{ items, ruleSets },
	);
	return EXIT.done;
};
