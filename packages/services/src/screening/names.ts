import type { RegionCode, UnitId } from "@zhenggai/domain/kernel";
import type { Screening } from "@zhenggai/domain/screening";
import type { Reader } from "@zhenggai/storage";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";

/** Names of regions and units; what nobody knows keeps its code or id. */
export type Names = {
	readonly region: (code: RegionCode) => string;
	readonly unit: (id: UnitId) => string;
};

/** Looks up the names of what some sweeps refer to. `whole` looks up every target too. */
export async function namesOf(
	reader: Reader,
	screenings: readonly Screening[],
	{ whole }: { readonly whole: boolean },
): Promise<Names> {
	const targets = whole ? screenings.flatMap(({ coverage }) => coverage) : [];
	const codes = new Set([...screenings, ...targets].map(({ region }) => region));
	const unitIds = new Set([
		...screenings.map(({ leadUnitId }) => leadUnitId),
		...targets.flatMap(({ target }) => (target.kind === "unit" ? [target.unitId] : [])),
	]);
	const [regions, units] = [await findRegions(reader, [...codes]), await loadUnits(reader, [...unitIds])];
	const names = new Map<string, string>(regions.map(({ code, name }) => [code, name]));
	return { region: (code) => names.get(code) ?? code, unit: (id) => units.get(id)?.name ?? id };
}
