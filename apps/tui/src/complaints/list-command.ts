import type { ComplaintFilter, ComplaintPage, ComplaintRow, ZhenggaiClient } from "@zhenggai/client";
import { formatNames, label, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { tellListed, writeListing } from "../command-line/output.ts";
import { optionNamed, usageError } from "../command-line/values.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say } from "../say.ts";
import { batchOption, inspectionOption } from "./options.ts";

const PAGE = 200;
const DEFAULT_LIMIT = 50;

function limitOf({ options }: CommandContext): number {
	const asked = options.value("limit");
	if (asked === undefined) return DEFAULT_LIMIT;
	if (asked === "all") return Number.POSITIVE_INFINITY;
	const limit = Number(asked);
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw usageError("--limit", say("应为正整数或 all", "must be a positive number, or all"));
}

async function filterOf(context: CommandContext, client: ZhenggaiClient): Promise<ComplaintFilter> {
	const [text] = context.arguments;
	const region = context.options.value("region");
	const inspectionId = await inspectionOption(context, client);
	const batch = batchOption(context);
	const verdict = optionNamed(context, "verdict", vocab.verdict);
	const status = optionNamed(context, "status", vocab.complaintStatus);
	return {
		...(text === undefined ? {} : { text }),
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
		...(inspectionId === null ? {} : { inspectionId }),
		...(batch === null ? {} : { batch }),
		...(verdict === null ? {} : { verdicts: [verdict] }),
		...(status === null ? {} : { statuses: [status] }),
	};
}

const COLUMNS = [
	"batch",
	"receiptNumber",
	"regionName",
	"pollutionTypes",
	"verdict",
	"status",
	"summary",
] as const satisfies readonly (keyof ComplaintRow)[];

function cellsOf(row: ComplaintRow, { language }: CommandContext): string[] {
	const types = row.pollutionTypes.map((type) => label(vocab.pollutionType, type, language));
	return [
		String(row.batch ?? ""),
		`${row.isKey ? "* " : ""}${row.receiptNumber ?? ""}`,
		row.regionName,
		formatNames(types, language),
		row.verdict === null ? "" : label(vocab.verdict, row.verdict, language),
		row.status === null ? "" : label(vocab.complaintStatus, row.status, language),
		row.summary ?? "",
	];
}

/** `complaints list`: the tables of letters and calls, by batch. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const limit = limitOf(context);
	const filter = await filterOf(context, client);
	const items: ComplaintRow[] = [];
	let page: ComplaintPage | null = null;
	do {
		const cursor: string | null = page?.nextCursor ?? null;
		page = await client.complaints.list.query({
			filter,
			limit: Math.min(PAGE, limit - items.length),
			...(cursor === null ? {} : { cursor }),
		});
		items.push(...page.items);
	} while (page.nextCursor !== null && items.length < limit);
	await writeListing(
		context,
		COLUMNS.map((key) => ({
			heading: label(vocab.complaintColumn, key, context.language),
			align: key === "batch" ? "right" : "left",
			flexible: key === "summary",
		})),
		items.map((row) => cellsOf(row, context)),
		{ items, total: page.total, nextCursor: page.nextCursor, asOf: page.asOf },
	);
	tellListed(context, items.length, page, "件");
	return EXIT.done;
};
