import type { ZhenggaiClient } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import type { Lookup, ParsedFilter } from "../panes/filter-language.ts";
import { say } from "../say.ts";

/** A filter with its names turned into identifiers, and the names that nobody has. */
export type ResolvedFilter<F> = { readonly filter: F; readonly problems: readonly Bilingual[] };

/** A name and what it is the name of. */
export type Sought = Pick<Lookup<never>, "kind" | "name">;

type Named = { id: string; name: string };

/** The one of `found` that is meant: the same name, else the only one that contains it. */
function pick(found: readonly Named[], wanted: string): Named | null {
	const same = found.find((one) => one.name === wanted);
	if (same !== undefined) return same;
	const part = found.filter((one) => one.name.includes(wanted));
	return part.length === 1 ? (part[0] ?? null) : null;
}

/**
 * Turns names into identifiers by asking the server, and remembers the answers: live filtering asks for the same
 * name at every key.
 */
export function makeDirectory(client: ZhenggaiClient) {
	const known = new Map<string, Promise<readonly Named[]>>();

	const remember = (key: string, ask: () => Promise<readonly Named[]>): Promise<readonly Named[]> => {
		const held = known.get(key);
		if (held !== undefined) return held;
		const asked = ask();
		known.set(key, asked);
		asked.catch(() => known.delete(key));
		return asked;
	};

	const candidates = (lookup: Sought): Promise<readonly Named[]> => {
		switch (lookup.kind) {
			case "region":
				return remember("region", async () => {
					const regions = await client.responsibilities.listRegions.query({});
					return regions.map((region) => ({ id: region.code, name: region.name }));
				});
			case "inspection":
				return remember("inspection", async () => await client.issues.listInspections.query());
			case "unit":
				return remember(`unit ${lookup.name}`, async () => {
					const page = await client.responsibilities.listUnits.query({ text: lookup.name, limit: 50 });
					return page.items;
				});
		}
	};

	const words: Record<Sought["kind"], Bilingual> = {
		region: say("行政区域", "region"),
		unit: say("单位", "unit"),
		inspection: say("督察", "inspection"),
	};

	const missing = (lookup: Sought, found: readonly Named[]): Bilingual => {
		const near = found.filter((one) => one.name.includes(lookup.name)).slice(0, 4);
		const word = words[lookup.kind];
		if (near.length === 0)
			return say(`没有名为“${lookup.name}”的${word.zh}`, `There is no ${word.en} named "${lookup.name}"`);
		const names = near.map((one) => one.name);
		return say(
			`“${lookup.name}”不唯一：${names.join("、")}`,
			`"${lookup.name}" is not the only one: ${names.join(", ")}`,
		);
	};

	/** The identifier of a name, or what is wrong with it. */
	const find = async (lookup: Sought): Promise<{ id: string } | { problem: Bilingual }> => {
		const found = await candidates(lookup);
		const one = pick(found, lookup.name);
		return one === null ? { problem: missing(lookup, found) } : { id: one.id };
	};

	return {
		find,
		/** The filter that the API takes. */
		async resolve<F extends object>(parsed: ParsedFilter<F>): Promise<ResolvedFilter<F>> {
			const filter = { ...parsed.filter };
			const problems = [...parsed.problems];
			for (const lookup of parsed.lookups) {
				const found = await find(lookup);
				if ("problem" in found) problems.push(found.problem);
				else lookup.put(filter, found.id);
			}
			return { filter, problems };
		},
	};
}

export type Directory = ReturnType<typeof makeDirectory>;
