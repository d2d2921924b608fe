import { caseVocab, formatDate, label } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeHistory } from "../command-line/history.ts";
import { writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";

/** `draws list`: look-back draws of the reader's region, the latest period first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language, options } = context;
	const state = optionNamed(context, "state", caseVocab.drawState);
	const region = options.value("region");
	const filter = {
		...(state === null ? {} : { states: [state] }),
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
	};
	const { items, last } = await readPages(limitOption(context), (page) =>
		client.closeOut.listDraws.query({ filter, ...page }),
	);
	const headings = [
		say("标识", "Id"),
		say("状态", "State"),
		say("地区", "Region"),
		say("期间", "Period"),
		say("抽样框", "Frame"),
		say("已核查", "Checked"),
		say("问题", "Problems"),
	];
	const late = speak(say("逾期", "late"), language);
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Period" })),
		items.map((row) => [
			row.id,
			label(caseVocab.drawState, row.state, language),
			row.regionName,
			`${formatDate(row.from, language)} – ${formatDate(row.to, language)}`,
			row.frame === null ? "" : String(row.frame),
			`${row.progress.checked}/${row.progress.drawn}${row.late === 0 ? "" : ` (${late} ${row.late})`}`,
			String(row.progress.problems),
		]),
		{ items, nextCursor: last.nextCursor, asOf: last.asOf },
	);
	return EXIT.done;
};

/** `draws history`: what happened to one draw. */
export const history: Runner = async (context) => {
	const { client } = await context.connect();
	const drawId = context.arguments[0] ?? "";
	await writeHistory(context, caseVocab.drawEvent, (page) =>
		client.closeOut.drawHistory.query({ drawId, ...page }),
	);
	return EXIT.done;
};
