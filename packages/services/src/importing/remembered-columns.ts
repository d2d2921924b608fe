import {
	type ColumnLayout,
	type ColumnMapping,
	type Proposal,
	type ReadingHint,
	rememberedMapping,
	usedMappings,
} from "@zhenggai/domain/issues";
import { parentRegion, type RegionCode } from "@zhenggai/domain/kernel";
import type { Database, Tx } from "@zhenggai/storage";
import { listColumnLayouts } from "@zhenggai/storage/imports";

/** An office and those above it, its own first. */
function officesOf(region: RegionCode): RegionCode[] {
	const above = parentRegion(region);
	return above === null ? [region] : [region, ...officesOf(above)];
}

/** What an office remembers of layouts, then what the offices above it do. */
export const rememberedFor = (from: Database | Tx, region: RegionCode): Promise<readonly ColumnLayout[]> =>
	listColumnLayouts(from, officesOf(region));

/** A mapping says whose memory it is from only where that is so. */
function genuine(mapping: ColumnMapping, known: readonly ColumnLayout[]): ColumnMapping {
	const { remembered, ...said } = mapping;
	if (remembered === undefined) return mapping;
	const kept = known.some(
		(one) =>
			one.layout === mapping.layout && one.region === remembered.region && one.savedAt === remembered.at,
	);
	return kept ? mapping : said;
}

/**
 * The hint with what the office remembers of columns. Columns that the clerk gave are taken first; with `alone` they
 * are all there is. An empty list leaves the reader to itself.
 */
export async function withRemembered(
	from: Database | Tx,
	region: RegionCode,
	hint: ReadingHint,
	alone: boolean,
): Promise<ReadingHint> {
	const { columns } = hint;
	if (columns?.length === 0) return hint;
	const known = await rememberedFor(from, region);
	const given = (columns ?? []).map((mapping) => genuine(mapping, known));
	const added = alone && columns !== undefined ? [] : known.map(rememberedMapping);
	return { ...hint, columns: [...given, ...added] };
}

/** The hint as it is kept with the draft: of what was remembered only what the reading used. */
export function keptHint(asked: ReadingHint, given: ReadingHint, proposal: Proposal): ReadingHint {
	const { columns = [], ...rest } = asked;
	const used = [...usedMappings(columns, proposal.tables)];
	return used.length === 0 && given.columns === undefined ? rest : { ...rest, columns: used };
}
