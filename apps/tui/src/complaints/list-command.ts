import type { ComplaintFilter, ZhenggaiClient } from "@zhenggai/client";
import { vocab } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { columnNames, columnsNamed, refuseProblems, sortNamed } from "../command-line/list-options.ts";
import { tellListed, writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { makeDirectory } from "../issues/index.ts";
import { regionOption } from "../responsibilities/index.ts";
import {
	ALL_COLUMNS,
	columnAlign,
	columnHeading,
	columnNamed,
	columnText,
	isFlexible,
	USUAL_COLUMNS,
} from "./columns.ts";
import { COMPLAINT_FILTERS } from "./filter-language.ts";
import { batchOption, inspectionOption } from "./options.ts";

/** What the words and `--filter` ask for, narrowed by the options of single fields. */
async function filterOf(context: CommandContext, client: ZhenggaiClient): Promise<ComplaintFilter> {
	const { options } = context;
	const text = [...context.arguments, ...options.values("filter")].join(" ");
	const { filter, problems } = await makeDirectory(client).resolve(COMPLAINT_FILTERS.parse(text));
	refuseProblems(problems);
	const region = options.value("region");
	const inspectionId = await inspectionOption(context, client);
	const batch = batchOption(context);
	const verdict = optionNamed(context, "verdict", vocab.verdict);
	const status = optionNamed(context, "status", vocab.complaintStatus);
	return {
		...filter,
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
		...(inspectionId === null ? {} : { inspectionId }),
		...(batch === null ? {} : { batch }),
		...(verdict === null ? {} : { verdicts: [verdict] }),
		...(status === null ? {} : { statuses: [status] }),
	};
}

/** `complaints list`: the tables of letters and calls, by batch unless another order is asked for. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { options, config, language } = context;
	const asked = columnNames(options.value("columns")) ?? config.complaintColumns ?? USUAL_COLUMNS;
	const columns = columnsNamed(asked, columnNamed, ALL_COLUMNS);
	const limit = limitOption(context);
	const query = {
		filter: await filterOf(context, client),
		...sortNamed(vocab.complaintSort, options.value("sort") ?? config.complaintSort ?? "batch"),
	};
	const { items, last } = await readPages(limit, (page) =>
		client.complaints.list.query({ ...query, ...page }),
	);
	await writeListing(
		context,
		columns.map((key) => ({
			heading: columnHeading(key, language),
			align: columnAlign(key),
			flexible: isFlexible(key),
		})),
		items.map((row) => columns.map((key) => columnText(key, row, language))),
		{ items, total: last.total, nextCursor: last.nextCursor, asOf: last.asOf },
	);
	tellListed(context, items.length, last, "件");
	return EXIT.done;
};
