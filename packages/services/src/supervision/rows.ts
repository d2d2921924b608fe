import type { IsoDate, IssueId, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import { type Instrument, type InstrumentRow, instrumentRow } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import { issueNumbers } from "@zhenggai/storage/issues";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";

/** The lines of instruments on a day, with the names of regions and units and the numbers of issues. */
export async function instrumentRows(
	reader: Reader,
	instruments: readonly Instrument[],
	asOf: IsoDate,
): Promise<InstrumentRow[]> {
	if (instruments.length === 0) return [];
	const codes = new Set<RegionCode>(instruments.map(({ region }) => region));
	const ids = new Set<UnitId>(instruments.flatMap(({ addresseeUnitIds }) => addresseeUnitIds));
	const issues = new Set<IssueId>(instruments.map(({ issueId }) => issueId));
	const numbers = await issueNumbers(reader, [...issues]);
	const regions = await findRegions(reader, [...codes]);
	const units = await loadUnits(reader, [...ids]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	return instruments.map((instrument) =>
		instrumentRow(
			instrument,
			{
				region: names.get(instrument.region) ?? instrument.region,
				issue: numbers.get(instrument.issueId) ?? "",
				unit: (id) => units.get(id)?.name,
			},
			asOf,
		),
	);
}
