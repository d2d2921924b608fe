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
