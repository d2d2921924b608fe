import { formatInstant, label, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { say, speak } from "../say.ts";

/** `layouts list`: the headers whose columns the office and those above it remember. */
export const list: Runner = async (context) => {
	const { language } = context;
	const { client } = await context.connect();
	const items = await client.issues.listColumnLayouts.query();
	await writeListing(
		context,
		[
			say("版式", "Layout"),
			say("类型", "Kind"),
			say("列与字段", "Columns"),
			say("区划代码", "Region code"),
			say("何人", "By"),
			say("何时", "When"),
		].map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Columns" })),
		items.map((one) => [
			one.layout,
			label(vocab.tableKind, one.kind, language),
			one.columns
				.map(({ words, field }) => `${words} → ${label(vocab.columnTarget, field, language)}`)
				.join(language === "en" ? "; " : "；"),
			one.region,
			one.savedBy,
			formatInstant(one.savedAt, language),
		]),
		{ items },
	);
	return EXIT.done;
};

/** `layouts forget`: by its fingerprint, or the beginning of it. */
export const forget: Runner = async (context) => {
	const { client } = await context.connect();
	const wanted = (context.arguments[0] ?? "").toLowerCase();
	const { region } = await client.access.me.query();
	const own = (await client.issues.listColumnLayouts.query()).filter((one) => one.region === region);
	const [found, more] = own.filter(({ layout }) => layout.startsWith(wanted));
	if (found === undefined || more !== undefined) {
		const names = own.map(({ layout }) => layout);
		throw new CommandError(
			EXIT.notFound,
			found === undefined
				? say(
						`本级没有记住版式 ${wanted}。有：${names.join("、") || "无"}`,
						`Your office remembers no layout ${wanted}. There are: ${names.join(", ") || "none"}`,
					)
				: say(`有多个版式以 ${wanted} 开头`, `Several layouts begin with ${wanted}`),
		);
	}
	await client.issues.forgetColumnLayout.mutate({ layout: found.layout });
	context.talk(say(`已忘掉版式 ${found.layout}`, `Forgot the layout ${found.layout}`));
	return EXIT.done;
};
