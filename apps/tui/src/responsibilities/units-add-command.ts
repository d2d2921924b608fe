import { randomUUID } from "node:crypto";
import type { Outputs } from "@zhenggai/client";
import { formatNames, label, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { refusedError } from "../command-line/refused.ts";
import { usageError } from "../command-line/values.ts";
import { say, speak } from "../say.ts";
import { unitsOfFile } from "./units-file.ts";
import { unitOfOptions } from "./units-options.ts";

type Unit = Outputs["responsibilities"]["listUnits"]["items"][number];
type Made = Pick<Unit, "id" | "name" | "kind" | "region" | "aliases">;

async function writeMade(context: CommandContext, units: readonly Made[]): Promise<void> {
	const { language } = context;
	const headings = [
		say("名称", "Name"),
		say("类别", "Kind"),
		say("区划", "Region"),
		say("别名", "Other names"),
		say("标识", "Id"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Other names" || heading.en === "Name",
		})),
		units.map((unit) => [
			unit.name,
			label(vocab.unitKind, unit.kind, language),
			unit.region,
			formatNames(unit.aliases, language),
			unit.id,
		]),
		{ items: units },
	);
}

/** `units add`: one unit, or a list of them, all or none. */
export const run: Runner = async (context) => {
	const file = context.options.value("file");
	const [name] = context.arguments;
	if ((file === undefined) === (name === undefined))
		throw usageError(
			"units add",
			say(
				"请写单位名称，或用 --file 指定清单（二者取一）",
				"say a unit's name, or a list with --file: one of the two",
			),
		);
	const { client } = await context.connect();
	const { units, placeOf } =
		file === undefined
			? await unitOfOptions(context, client, name ?? "")
			: await unitsOfFile(context, client, file);
	const outcome = await client.responsibilities.registerUnits.mutate({
		units: [...units],
		idempotencyKey: randomUUID(),
	});
	if (!outcome.ok) throw refusedError(outcome.refusals, placeOf);
	await writeMade(context, outcome.value);
	const count = outcome.value.length;
	context.talk(
		say(
			`已登记 ${count} 个单位。下一步：zhenggai users add 添加人员账户`,
			`${count} units registered. Next: zhenggai users add`,
		),
	);
	return EXIT.done;
};
