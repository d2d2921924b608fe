import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { type Bilingual, NOWHERE_YET } from "@zhenggai/domain/kernel";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { say } from "../say.ts";

export type Region = Outputs["responsibilities"]["listRegions"][number];

const NO_PLACES = say(
	"台账还没有行政区域，请先登记：zhenggai regions add <代码> <名称>，或 --file <清单>",
	"The ledger has no places yet; register them first: zhenggai regions add <code> <name>, or --file <list>",
);

const CODE = /^\d{6}$/;

/** The place that a person means by its code or name, or what is wrong with it. */
export function regionNamed(regions: readonly Region[], text: string): Region | Bilingual {
	const wanted = text.trim();
	if (CODE.test(wanted)) {
		const found = regions.find(({ code }) => code === wanted);
		return (
			found ??
			say(
				`台账中没有代码为 ${wanted} 的行政区域，请先用 zhenggai regions add 登记`,
				`the ledger has no place with the code ${wanted}; add it first with zhenggai regions add`,
			)
		);
	}
	const same = regions.filter(({ name }) => name === wanted);
	const found = same.length > 0 ? same : regions.filter(({ name }) => name.includes(wanted));
	const [first] = found;
	if (first === undefined || wanted === "")
		return say(
			`台账中没有名为“${wanted}”的行政区域，请先用 zhenggai regions add 登记`,
			`the ledger has no place named "${wanted}"; add it first with zhenggai regions add`,
		);
	if (found.length === 1) return first;
	const names = found.slice(0, 6).map(({ code, name }) => `${code} ${name}`);
	return say(
		`“${wanted}”不唯一，请用代码：${names.join("、")}`,
		`"${wanted}" is not the only one; use the code: ${names.join(", ")}`,
	);
}

export const isRegion = (found: Region | Bilingual): found is Region => "code" in found;

/** The code that `--region` names, or one's own region where it is not given. */
export async function regionOption(client: ZhenggaiClient, text: string | undefined): Promise<string> {
	if (text === undefined) {
		const { region } = await client.access.me.query();
		if (region !== NOWHERE_YET) return region;
		throw new CommandError(EXIT.failed, NO_PLACES);
	}
	const found = regionNamed(await client.responsibilities.listRegions.query({}), text);
	if (isRegion(found)) return found.code;
	throw new CommandError(EXIT.notFound, say(`--region：${found.zh}`, `--region: ${found.en}`));
}
