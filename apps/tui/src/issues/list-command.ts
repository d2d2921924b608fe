import type { ZhenggaiClient } from "@zhenggai/client";
import { vocab } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { columnNames, columnsNamed, refuseProblems, sortNamed } from "../command-line/list-options.ts";
import { tellListed, writeListing } from "../command-line/output.ts";
import {
	ALL_COLUMNS,
	columnAlign,
	columnHeading,
	columnNamed,
	columnText,
	USUAL_COLUMNS,
} from "./columns.ts";
import { makeDirectory } from "./directory.ts";
import { ISSUE_FILTERS } from "./filter-language.ts";

/** The filter of the command line, its names resolved by the server. */
async function filterOf(context: CommandContext, client: ZhenggaiClient) {
	const text = context.options.values("filter").join(" ");
	const { filter, problems } = await makeDirectory(client).resolve(ISSUE_FILTERS.parse(text));
	refuseProblems(problems);
	return filter;
}

/** `issues list`: the ledger as a table, for people and for programs. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { options, config } = context;
	const asked = columnNames(options.value("columns")) ?? config.columns ?? USUAL_COLUMNS;
	const columns = columnsNamed(asked, columnNamed, ALL_COLUMNS);
	const limit = limitOption(context);
	const query = {
		filter: await filterOf(context, client),
		...sortNamed(vocab.issueSort, options.value("sort") ?? config.sort ?? "due"),
	};
	const { items, last } = await readPages(limit, (page) => client.issues.list.query({ ...query, ...page }));
	await writeListing(
		context,
		columns.map((key) => ({
			heading: columnHeading(key, context.language),
			align: columnAlign(key),
			flexible: key === "statement" || key === "goal" || key.endsWith("Units"),
		})),
		items.map((row) => columns.map((key) => columnText(key, row, context.language))),
		{ items, total: last.total, nextCursor: last.nextCursor, asOf: last.asOf },
	);
	tellListed(context, items.length, last, "条");
	return EXIT.done;
};
