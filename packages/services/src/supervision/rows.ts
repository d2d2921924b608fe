import type { IsoDate, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import { type Instrument, type InstrumentRow, instrumentRow } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";

/** The lines of instruments on a day, with the names of regions and units. */
export async function instrumentRows(
	reader: Reader,
	instruments: readonly Instrument[],
	asOf: IsoDate,
): Promise<InstrumentRow[]> {
	if (instruments.length === 0) return [];
	const codes = new Set<RegionCode>(instruments.map(({ region }) => region));
	const ids = new Set<UnitId>(instruments.flatMap(({ addresseeUnitIds }) => addresseeUnitIds));
	const regions = await findRegions(reader, [...codes]);
	const units = await loadUnits(reader, [...ids]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	return instruments.map((instrument) =>
		instrumentRow(
			instrument,
			{
				region: names.get(instrument.region) ?? instrument.region,
				unit: (id) => units.get(id)?.name,
			},
			asOf,
		),
	);
}
