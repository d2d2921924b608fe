import type { UnitRow } from "@zhenggai/client";
import { formatNames, label, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { makeDirectory } from "../issues/index.ts";
import { say, speak } from "../say.ts";

const PAGE = 500;

/** `units list`: the units that answer for something, by name and region. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language, options } = context;
	const name = options.value("region");
	const region =
		name === undefined || /^\d{6}$/.test(name)
			? name
			: await makeDirectory(client)
					.find({ kind: "region", name })
					.then((found) => {
						if ("problem" in found) throw new CommandError(EXIT.notFound, found.problem);
						return found.id;
					});
	const text = context.arguments[0];
	const items: UnitRow[] = [];
	let cursor: string | null = null;
	do {
		const page: { items: UnitRow[]; nextCursor: string | null } =
			await client.responsibilities.listUnits.query({
				limit: PAGE,
				...(text === undefined ? {} : { text }),
				...(region === undefined ? {} : { region }),
				...(cursor === null ? {} : { cursor }),
			});
		items.push(...page.items);
		cursor = page.nextCursor;
	} while (cursor !== null);
	const headings = [
		say("名称", "Name"),
		say("类别", "Kind"),
		say("行政区域", "Region"),
		say("层级", "Tier"),
		say("上级", "Above"),
		say("别名", "Other names"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Other names" || heading.en === "Name",
		})),
		items.map((unit) => [
			unit.name,
			label(vocab.unitKind, unit.kind, language),
			unit.regionName,
			label(vocab.tier, unit.tier, language),
			unit.parentName ?? "",
			formatNames(unit.aliases, language),
		]),
		{ items },
	);
	return EXIT.done;
};
