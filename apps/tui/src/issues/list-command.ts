import type { ZhenggaiClient } from "@zhenggai/client";
import { valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { tellListed, writeListing } from "../command-line/output.ts";
import { say } from "../say.ts";
import {
	ALL_COLUMNS,
	type ColumnKey,
	columnAlign,
	columnHeading,
	columnNamed,
	columnText,
	USUAL_COLUMNS,
} from "./columns.ts";
import { makeDirectory } from "./directory.ts";
import { ISSUE_FILTERS } from "./filter-language.ts";
import type { IssuePage, IssueRow, ListInput } from "./wire.ts";

const PAGE = 200;
const DEFAULT_LIMIT = 50;

/** The columns asked for, remembered, or usual. */
function columnsOf(context: CommandContext): ColumnKey[] {
	const asked = context.options.value("columns");
	const names =
		asked?.split(/[,，]/).filter((name) => name !== "") ?? context.config.columns ?? USUAL_COLUMNS;
	return names.map((name) => {
		const key = columnNamed(name.trim());
		if (key !== null) return key;
		const known = ALL_COLUMNS.join(", ");
		throw new CommandError(
			EXIT.usage,
			say(`没有名为“${name}”的列。可用：${known}`, `There is no column "${name}". There are: ${known}`),
		);
	});
}

function limitOf(context: CommandContext): number {
	const asked = context.options.value("limit");
	if (asked === undefined) return DEFAULT_LIMIT;
	if (asked === "all") return Number.POSITIVE_INFINITY;
	const limit = Number(asked);
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw new CommandError(
		EXIT.usage,
		say("--limit 应为正整数或 all", "--limit must be a positive number, or all"),
	);
}

function sortOf(context: CommandContext): Pick<ListInput, "sort" | "descending"> {
	const asked = context.options.value("sort") ?? context.config.sort ?? "due";
	const name = asked.replace(/^-/, "");
	const sort = valuesOf(vocab.issueSort).find((key) => key === name || vocab.issueSort[key].zh === name);
	if (sort !== undefined) return { sort, descending: asked.startsWith("-") };
	const known = valuesOf(vocab.issueSort).join(", ");
	throw new CommandError(
		EXIT.usage,
		say(
			`没有这种排序：${asked}。可用：${known}，前面加 - 为倒序`,
			`No such order: ${asked}. There are: ${known}; - in front reverses`,
		),
	);
}

/** The filter of the command line, its names resolved by the server. */
async function filterOf(context: CommandContext, client: ZhenggaiClient) {
	const text = context.options.values("filter").join(" ");
	const { filter, problems } = await makeDirectory(client).resolve(ISSUE_FILTERS.parse(text));
	const [problem] = problems;
	if (problem !== undefined) throw new CommandError(EXIT.usage, problem);
	return filter;
}

/** `issues list`: the ledger as a table, for people and for programs. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const columns = columnsOf(context);
	const limit = limitOf(context);
	const query = { filter: await filterOf(context, client), ...sortOf(context) };
	const items: IssueRow[] = [];
	let page: IssuePage | null = null;
	do {
		const cursor: string | null = page?.nextCursor ?? null;
		page = await client.issues.list.query({
			...query,
			limit: Math.min(PAGE, limit - items.length),
			...(cursor === null ? {} : { cursor }),
		});
		items.push(...page.items);
	} while (page.nextCursor !== null && items.length < limit);
	await writeListing(
		context,
		columns.map((key) => ({
			heading: columnHeading(key, context.language),
			align: columnAlign(key),
			flexible: key === "statement" || key === "goal" || key.endsWith("Units"),
		})),
		items.map((row) => columns.map((key) => columnText(key, row, context.language))),
		{ items, total: page.total, nextCursor: page.nextCursor, asOf: page.asOf },
	);
	tellListed(context, items.length, page, "条");
	return EXIT.done;
};
