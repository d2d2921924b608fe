import type { Inputs, ZhenggaiClient } from "@zhenggai/client";
import { unitKindOf } from "@zhenggai/domain/responsibilities";
import { isLabelled, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import type { PlaceOf } from "../command-line/refused.ts";
import { optionNamed } from "../command-line/values.ts";
import { makeDirectory, UUID } from "../issues/index.ts";
import { say } from "../say.ts";
import { regionOption } from "./places.ts";

export type NewUnit = Inputs["responsibilities"]["registerUnits"]["units"][number];

/** Units to be registered, and where a refusal's field stands. */
export type WantedUnits = { readonly units: readonly NewUnit[]; readonly placeOf: PlaceOf };

/** The unit that an option names by its name or id. */
export async function unitIdOf(client: ZhenggaiClient, option: string, text: string): Promise<string> {
	if (UUID.test(text)) return text;
	const found = await makeDirectory(client).find({ kind: "unit", name: text });
	if ("problem" in found)
		throw new CommandError(
			EXIT.notFound,
			say(`--${option}：${found.problem.zh}`, `--${option}: ${found.problem.en}`),
		);
	return found.id;
}

/** The option that gives a field of a unit. */
const OPTION_OF: Readonly<Record<string, string>> = {
	aliases: "--alias",
	kind: "--kind",
	region: "--region",
	parentId: "--parent",
};

const placeOf: PlaceOf = (field) => {
	const name = field.split(".")[2] ?? "";
	const option = OPTION_OF[name];
	if (option !== undefined) return say(option, option);
	return isLabelled(vocab.unitField, name) ? vocab.unitField[name] : null;
};

/** The unit that the command line describes. Its kind follows from its name and its region is one's own unless given. */
export async function unitOfOptions(
	context: CommandContext,
	client: ZhenggaiClient,
	name: string,
): Promise<WantedUnits> {
	const { options } = context;
	const kind = optionNamed(context, "kind", vocab.unitKind) ?? unitKindOf(name);
	const region = await regionOption(client, options.value("region"));
	const parent = options.value("parent");
	const parentId = parent === undefined ? null : await unitIdOf(client, "parent", parent);
	const aliases = [...options.values("alias")];
	return { units: [{ name, aliases, kind, region, parentId, parentIndex: null }], placeOf };
}
