import type { ZhenggaiClient } from "@zhenggai/client";
import type { CommandContext } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { usageError } from "../command-line/values.ts";
import { makeDirectory, UUID } from "../issues/index.ts";
import { say } from "../say.ts";

const MOST_BATCHES = 999;

/** The id that `--inspection` names; null where it was not given. */
export async function inspectionOption(
	{ options }: CommandContext,
	client: ZhenggaiClient,
): Promise<string | null> {
	const name = options.value("inspection");
	if (name === undefined) return null;
	if (UUID.test(name)) return name;
	const found = await makeDirectory(client).find({ kind: "inspection", name });
	if ("problem" in found)
		throw new CommandError(
			EXIT.notFound,
			say(`--inspection：${found.problem.zh}`, `--inspection: ${found.problem.en}`),
		);
	return found.id;
}

/** The number of `--batch`; null where it was not given. */
export function batchOption({ options }: CommandContext): number | null {
	const text = options.value("batch");
	if (text === undefined) return null;
	const batch = Number(text);
	if (Number.isInteger(batch) && batch >= 1 && batch <= MOST_BATCHES) return batch;
	throw usageError(
		"--batch",
		say(`应为 1–${MOST_BATCHES} 的整数`, `must be a whole number from 1 to ${MOST_BATCHES}`),
	);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day of `--batch-day`; null where it was not given. */
export function batchDayOption({ options }: CommandContext): string | null {
	const text = options.value("batch-day");
	if (text === undefined) return null;
	if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return text;
	throw usageError("--batch-day", say("应为日期 YYYY-MM-DD", "must be a date, YYYY-MM-DD"));
}

/** The inspection that is meant: the one given, or the only one there is. */
export async function theInspection(context: CommandContext, client: ZhenggaiClient): Promise<string> {
	const given = await inspectionOption(context, client);
	if (given !== null) return given;
	const all = await client.issues.listInspections.query();
	const [only] = all;
	if (only !== undefined && all.length === 1) return only.id;
	const names = all.map(({ name }) => name);
	throw usageError(
		"--inspection",
		all.length === 0
			? say(
					"台账中还没有督察，请先登记：zhenggai inspections add <名称> --kind <类型>",
					"the ledger has no inspection; register it first: zhenggai inspections add <name> --kind <kind>",
				)
			: say(`请指明哪次督察：${names.join("、")}`, `say which inspection: ${names.join(", ")}`),
	);
}

/** The same for what is only read: an inspection without complaints is not meant, so that it need not be named. */
export async function countedInspection(context: CommandContext, client: ZhenggaiClient): Promise<string> {
	const given = await inspectionOption(context, client);
	if (given !== null) return given;
	const all = await client.issues.listInspections.query();
	const counted = await Promise.all(
		all.map(async ({ id, name }) => {
			const page = await client.complaints.list.query({ filter: { inspectionId: id }, limit: 1 });
			return { id, name, complaints: page.total.count };
		}),
	);
	const held = counted.filter(({ complaints }) => complaints > 0);
	const [only] = held;
	if (only === undefined) return theInspection(context, client);
	if (held.length === 1) return only.id;
	const names = held.map(({ name }) => name);
	throw usageError(
		"--inspection",
		say(`请指明哪次督察：${names.join("、")}`, `say which inspection: ${names.join(", ")}`),
	);
}
