import type { Inputs, Outputs, ZhenggaiClient } from "@zhenggai/client";
import { addTotals, LedgerTotals, NO_TOTALS } from "@zhenggai/domain/issues";
import { IsoDate } from "@zhenggai/domain/kernel";
import type { CommandContext } from "../command-line/command.ts";
import { refuseProblems } from "../command-line/list-options.ts";
import { usageError } from "../command-line/values.ts";
import { ISSUE_FILTERS, makeDirectory } from "../issues/index.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say } from "../say.ts";

type Query = Inputs["supervision"]["simulateLedger"];
type Page = Outputs["supervision"]["simulateLedger"];
export type SimulatedRow = Page["items"][number];

/** Everything that a simulation said: what its pages add up to, and the lines that were wanted. */
export type WholeLedger = Pick<Page, "when" | "asOf" | "today" | "unknownYears"> & {
	readonly scanned: number;
	readonly totals: LedgerTotals;
	readonly items: readonly SimulatedRow[];
	/** Whether lines beyond the limit were left out. */
	readonly cut: boolean;
};

/** Most that the API gives at once. */
const PAGE = 200;

/** How often people are told how far it is, in issues. */
const TELL_EVERY = 10_000;

/** The filter of the command line, with `--region` beside it. */
export async function ledgerFilter(
	context: CommandContext,
	client: ZhenggaiClient,
): Promise<NonNullable<Query["filter"]>> {
	const text = context.options.values("filter").join(" ");
	const { filter, problems } = await makeDirectory(client).resolve(ISSUE_FILTERS.parse(text));
	refuseProblems(problems);
	const region = context.options.value("region");
	return region === undefined ? filter : { ...filter, region: await regionOption(client, region) };
}

/** The day of an option, as calendars have it. */
export function dayOption(name: string, text: string): IsoDate {
	const day = IsoDate.safeParse(text);
	if (day.success) return day.data;
	throw usageError(
		`--${name}`,
		say(`“${text}”不是日期，应为 YYYY-MM-DD`, `"${text}" is no date; write YYYY-MM-DD`),
	);
}

/** Reads a simulation of the ledger to its end. Keeps `limit` lines, adds up everything. */
export async function readLedger(
	context: CommandContext,
	client: ZhenggaiClient,
	query: Pick<Query, "asOf" | "filter" | "show">,
	limit: number,
): Promise<WholeLedger> {
	let [scanned, told, totals] = [0, 0, NO_TOTALS];
	const items: SimulatedRow[] = [];
	let cut = false;
	for (let cursor: string | undefined; ; ) {
		const page = await client.supervision.simulateLedger.query({ ...query, limit: PAGE, cursor });
		scanned += page.scanned;
		totals = addTotals(totals, LedgerTotals.parse(page.totals));
		const room = limit - items.length;
		items.push(...page.items.slice(0, Math.max(0, room)));
		cut ||= page.items.length > room;
		const { when, asOf, today, unknownYears } = page;
		if (page.nextCursor === null) return { when, asOf, today, unknownYears, scanned, totals, items, cut };
		if (scanned - told >= TELL_EVERY) {
			told = scanned;
			const all = `${page.total.count}${page.total.exact ? "" : "+"}`;
			context.talk(say(`已推演 ${scanned}/${all} 条`, `${scanned} of ${all} looked at`));
		}
		cursor = page.nextCursor;
	}
}
