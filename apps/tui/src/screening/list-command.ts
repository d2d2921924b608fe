import { caseVocab, formatDate, label } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeHistory } from "../command-line/history.ts";
import { writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";

/** `screenings list`: sweeps that have something to do with the reader's region, the nearest day first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language, options } = context;
	const state = optionNamed(context, "state", caseVocab.screeningState);
	const issueId = options.value("issue");
	const region = options.value("region");
	const filter = {
		...(state === null ? {} : { states: [state] }),
		...(issueId === undefined ? {} : { issueId }),
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
	};
	const { items, last } = await readPages(limitOption(context), (page) =>
		client.screening.list.query({ filter, ...page }),
	);
	const headings = [
		say("标识", "Id"),
		say("状态", "State"),
		say("地区", "Region"),
		say("同类问题", "Class"),
		say("牵头单位", "Lead unit"),
		say("时限", "Due"),
		say("已排查", "Screened"),
		say("发现", "Found"),
		say("登记", "Opened"),
	];
	const late = speak(say("逾期", "late"), language);
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Class" })),
		items.map((row) => [
			row.id,
			label(caseVocab.screeningState, row.state, language),
			row.regionName,
			row.problem.words,
			row.leadUnitName,
			`${formatDate(row.dueOn, language)}${row.late ? ` ${late}` : ""}`,
			`${row.screened}/${row.targets}`,
			String(row.found),
			String(row.opened),
		]),
		{ items, nextCursor: last.nextCursor, asOf: last.asOf },
	);
	return EXIT.done;
};

/** `screenings history`: what happened to one in the reader's part of the country. */
export const history: Runner = async (context) => {
	const { client } = await context.connect();
	const screeningId = context.arguments[0] ?? "";
	await writeHistory(context, caseVocab.screeningEvent, (page) =>
		client.screening.history.query({ screeningId, ...page }),
	);
	return EXIT.done;
};
