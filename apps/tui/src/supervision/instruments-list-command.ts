import { caseVocab, formatDate, formatNumber, label } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeHistory } from "../command-line/history.ts";
import { tellListed, writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { findIssue } from "../issues/index.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";

/** `instruments list`: the instruments that the reader may see, the newest first; of the late ones the longest waiting. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language, options } = context;
	const state = optionNamed(context, "state", caseVocab.instrumentState);
	const kind = optionNamed(context, "kind", caseVocab.instrumentKind);
	const [issue, region] = [options.value("issue"), options.value("region")];
	const view: "open" | "overdueReply" | undefined = options.flag("late")
		? "overdueReply"
		: options.flag("open")
			? "open"
			: undefined;
	const filter = {
		...(view === undefined ? {} : { view }),
		...(state === null ? {} : { states: [state] }),
		...(kind === null ? {} : { kinds: [kind] }),
		...(issue === undefined ? {} : { issueId: await findIssue(client, issue) }),
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
	};
	const { items, last } = await readPages(limitOption(context), (page) =>
		client.supervision.list.query({ filter, ...page }),
	);
	const headings = [
		say("标识", "Id"),
		say("手段", "Kind"),
		say("状态", "State"),
		say("问题", "Issue"),
		say("地区", "Region"),
		say("标题", "Title"),
		say("文号", "Number"),
		say("送达单位", "To"),
		say("发出", "Issued"),
		say("期限", "Due"),
	];
	const late = speak(say("逾期", "late"), language);
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Title" || heading.en === "To",
		})),
		items.map((row) => [
			row.id,
			label(caseVocab.instrumentKind, row.kind, language),
			label(caseVocab.instrumentState, row.state, language),
			formatNumber(row.issueNumber, language),
			row.regionName,
			row.title,
			row.documentNumber ?? "",
			row.addressees.map(({ name }) => name).join("、"),
			row.issuedOn === null ? "" : formatDate(row.issuedOn, language),
			[row.limitOn ?? row.replyDueOn]
				.flatMap((due) => (due === null ? [] : [formatDate(due, language)]))
				.concat(row.overdue ? [late] : [])
				.join(" "),
		]),
		{ items, total: last.total, nextCursor: last.nextCursor, asOf: last.asOf },
	);
	tellListed(context, items.length, last, "件");
	return EXIT.done;
};

/** `instruments history`: what happened to one. */
export const history: Runner = async (context) => {
	const { client } = await context.connect();
	const instrumentId = context.arguments[0] ?? "";
	await writeHistory(context, caseVocab.instrumentEvent, (page) =>
		client.supervision.history.query({ instrumentId, ...page }),
	);
	return EXIT.done;
};
