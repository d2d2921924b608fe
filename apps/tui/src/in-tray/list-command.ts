import { caseVocab, inTrayListText, label } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { columnHeading, columnText, LISTED } from "./columns.ts";
import { byUrgency } from "./list-heads.ts";

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
	const [count, { complaints }] = await Promise.all([
		client.inTray.count.query(),
		client.inTray.lists.query(),
	]);
	const lists = byUrgency(complaints);
	if (formatOf(context) !== "json") for (const list of lists) context.talk(inTrayListText(list));
	await writeListing(
		context,
		LISTED.map((key) => ({
			// The days that are left stand beside their day and need no name.
			heading: key === "daysLeft" ? "" : columnHeading(key, language),
			flexible: key === "reason",
		})),
		items.map((row) =>
			LISTED.map((key) =>
				key === "due" && row.due === null
					? label(caseVocab.inTrayLateness, row.lateness, language)
					: columnText(key, row, language),
			),
		),
		{ items, nextCursor: last.nextCursor, asOf: last.asOf, count, lists },
	);
	return EXIT.done;
};
