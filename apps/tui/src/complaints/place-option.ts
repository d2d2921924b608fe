import type { Inputs, Outputs, ZhenggaiClient } from "@zhenggai/client";
import type { CommandContext } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { usageError } from "../command-line/values.ts";
import { isRegion, type Region, regionNamed } from "../responsibilities/index.ts";
import { say } from "../say.ts";

type Places = Inputs["complaints"]["previewImport"]["choices"]["places"];
type Preview = Outputs["complaints"]["previewImport"];

const SHAPE = say(
	"应写作“文字=区域”，例如 经开区=岚北区",
	'must be written "text=region", such as 经开区=岚北区',
);

function codeOf(regions: readonly Region[], name: string): string {
	const found = regionNamed(regions, name);
	if (isRegion(found)) return found.code;
	throw new CommandError(EXIT.notFound, say(`--place：${found.zh}`, `--place: ${found.en}`));
}

/** What `--place 文字=区域` says of printed regions, by their words. A region is named or given by its code. */
export async function placesOption({ options }: CommandContext, client: ZhenggaiClient): Promise<Places> {
	const given = options.values("place");
	if (given.length === 0) return {};
	const regions = await client.responsibilities.listRegions.query({});
	const places: Places = {};
	for (const one of given) {
		const [, text = "", names = ""] = /^([^=＝]+)[=＝](.+)$/u.exec(one) ?? [];
		if (text.trim() === "" || names.trim() === "") throw usageError("--place", SHAPE);
		places[text.trim()] = names
			.split(/[,，、]/)
			.filter((name) => name.trim() !== "")
			.map((name) => codeOf(regions, name));
	}
	return places;
}

/** Refuses words that the document does not print: most likely they are misspelt, and would do nothing. */
export function refuseUnprinted(places: Places, { regions }: Pick<Preview, "regions">): void {
	const printed = regions.map(({ text }) => text);
	const strange = Object.keys(places).find((text) => !printed.includes(text));
	if (strange === undefined) return;
	throw usageError(
		"--place",
		say(
			`文件中没有“${strange}”。文件中的区域：${printed.join("、")}`,
			`the document has no "${strange}". It prints: ${printed.join(", ")}`,
		),
	);
}
