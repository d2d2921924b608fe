import { client } from "../api.ts";
import type { Option } from "../ui/combobox.tsx";

const LIMIT = 30;

/** Units by the exact names or aliases that a table gives them; null for names that the register does not have. */
export async function findUnits(names: readonly string[]): Promise<Map<string, Option | null>> {
	const found = await Promise.all(
		names.map(async (name): Promise<[string, Option | null]> => {
			const { items } = await client.responsibilities.listUnits.query({ text: name, limit: LIMIT });
			const unit = items.find((one) => one.name === name || one.aliases.includes(name));
			return [name, unit === undefined ? null : { id: unit.id, label: unit.name }];
		}),
	);
	return new Map(found);
}
