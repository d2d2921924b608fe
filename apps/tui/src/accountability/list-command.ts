import { caseVocab, formatDate, label } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeHistory } from "../command-line/history.ts";
import { writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { say, speak } from "../say.ts";

/** `referrals list`: those that the reader may know of, the newest draft first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language, options } = context;
	const state = optionNamed(context, "state", caseVocab.referralState);
	const issueId = options.value("issue");
	const filter = {
		...(state === null ? {} : { states: [state] }),
		...(issueId === undefined ? {} : { issueId }),
	};
	const { items, last } = await readPages(limitOption(context), (page) =>
		client.accountability.list.query({ filter, ...page }),
	);
	const headings = [
		say("标识", "Id"),
		say("环节", "State"),
		say("地区", "Region"),
		say("标题", "Title"),
		say("类型", "Mode"),
		say("提交", "Submitted"),
		say("决定", "Decided"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Title" })),
		items.map((row) => [
			row.id,
			label(caseVocab.referralState, row.state, language),
			row.regionName,
			row.title,
			label(caseVocab.failureMode, row.failureMode, language),
			row.submittedOn === null ? "" : formatDate(row.submittedOn, language),
			row.decidedOn === null ? "" : formatDate(row.decidedOn, language),
		]),
		{ items, nextCursor: last.nextCursor, asOf: last.asOf },
	);
	return EXIT.done;
};

/** `referrals history`: what happened to one, as far as the reader may know of it. */
export const history: Runner = async (context) => {
	const { client } = await context.connect();
	const referralId = context.arguments[0] ?? "";
	await writeHistory(context, caseVocab.referralEvent, (page) =>
		client.accountability.history.query({ referralId, ...page }),
	);
	return EXIT.done;
};
