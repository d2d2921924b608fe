import { caseVocab, formatDate, formatDaysLeft, label } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { say, speak } from "../say.ts";

/** `in-tray`: what waits for whoever asks, the most urgent first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language, options } = context;
	const kind = optionNamed(context, "kind", caseVocab.inTrayKind);
	const filter = {
		...(kind === null ? {} : { kind }),
		...(options.flag("overdue") ? { overdue: true } : {}),
	};
	const { items, last } = await readPages(limitOption(context), async (page) => {
		const { rows, ...rest } = await client.inTray.list.query({ filter, ...page });
		return { items: rows, ...rest };
	});
	const count = await client.inTray.count.query();
	const headings = [
		say("期限", "Due"),
		say("", ""),
		say("事项", "To do"),
		say("编号", "Number"),
		say("地区", "Region"),
		say("缘由", "Reason"),
		say("规则", "Rule"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Reason" })),
		items.map((row) => [
			row.due === null
				? label(caseVocab.inTrayLateness, row.lateness, language)
				: formatDate(row.due, language),
			row.daysLeft === null ? "" : formatDaysLeft(row.daysLeft, language),
			label(caseVocab.inTrayKind, row.kind, language),
			row.issue.number,
			row.issue.regionName,
			speak(row.reason, language),
			row.rule ?? "",
		]),
		{ items, nextCursor: last.nextCursor, asOf: last.asOf, count },
	);
	return EXIT.done;
};
