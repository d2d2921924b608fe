import {
	addTally,
	type ComplaintTotals,
	type ComplaintTotalsQuery,
	closureRates,
	emptyTally,
	evaluateTotals,
	type Tally,
} from "@zhenggai/domain/complaints";
import { type Actor, isWithin, RegionCode, regionPrefix, tierOf } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { type RegionTally, readBatches, readTallies } from "@zhenggai/storage/complaints";
import { loadInspections } from "@zhenggai/storage/issues";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { ruleContext } from "../kit/rules-for.ts";

/** The part of the country that is counted: the asked one within the actor's own. Null where they lie apart. */
function prefixOf(own: string, region: RegionCode | undefined): string | null {
	if (region === undefined) return own;
	const asked = regionPrefix(region);
	if (asked.startsWith(own)) return asked;
	return own.startsWith(asked) ? own : null;
}

/** The code of a part of the country; null for all of it. */
const codeOf = (prefix: string): RegionCode | null =>
	prefix === "" ? null : RegionCode.parse(prefix.padEnd(6, "0"));

/** The region next below the counted one that a region lies in; itself where it is the counted one or not below it. */
function groupOf(region: RegionCode, prefix: string): RegionCode {
	const within = codeOf(prefix);
	if (region === within) return region;
	const length = Math.min(prefix.length + 2, 6);
	const below = RegionCode.parse(region.slice(0, length).padEnd(6, "0"));
	return within !== null && tierOf(within) === "county" ? region : below;
}

function grouped(tallies: readonly RegionTally[], prefix: string): Map<RegionCode, Tally> {
	const groups = new Map<RegionCode, Tally>();
	for (const { region, tally } of tallies) {
		const group = groupOf(region, prefix);
		groups.set(group, addTally(groups.get(group) ?? emptyTally(), tally));
	}
	return groups;
}

/**
 * What an inspection's tables add up to for what the actor may see, by the regions next below, with both closure rates
 * and what the rules say about the sums (DATA-05, CMP-05, CMP-13). Reads counters, however many complaints there are.
 */
export const getComplaintTotals =
	(context: ServiceContext) =>
	async (actor: Actor, query: ComplaintTotalsQuery): Promise<ComplaintTotals> => {
		const { inspectionId, batch = null, region, published = null } = query;
		const prefix = prefixOf(scopeOf(actor, "viewComplaint").regionPrefix, region);
		if (prefix === null) throw new ServiceError("NOT_FOUND");
		const reader = readerOf(context.database);
		const [tallies, batches, inspections] = await Promise.all([
			readTallies(context.database, { inspectionId, batch, prefix }),
			readBatches(context.database, { inspectionId, prefix }),
			loadInspections(reader, [inspectionId]),
		]);
		const inspection = inspections.get(inspectionId);
		const own = codeOf(prefix);
		const mayKnow =
			inspection !== undefined &&
			(own === null || isWithin(own, inspection.region) || isWithin(inspection.region, own));
		if (!mayKnow) throw new ServiceError("NOT_FOUND");
		const groups = [...grouped(tallies, prefix)];
		const names = new Map(
			(
				await findRegions(
					reader,
					groups.map(([code]) => code),
				)
			).map(({ code, name }) => [code, name]),
		);
		const tally = groups.reduce((sum, [, part]) => addTally(sum, part), emptyTally());
		const { today } = momentOf(context);
		const regions = groups.map(([code, part]) => ({
			region: code,
			name: names.get(code) ?? code,
			own: code === own,
			tally: part,
			rates: closureRates(part),
		}));
		const subject = {
			tally,
			regions: groups.map(([code, part]) => ({ region: code, cases: part.cases })),
			published,
		};
		return {
			inspectionId,
			batch,
			region: own,
			tally,
			rates: closureRates(tally),
			regions,
			batches: batches.map((one) => ({ batch: one.batch === 0 ? null : one.batch, cases: one.cases })),
			findings: evaluateTotals(
				subject,
				await ruleContext(reader, inspection, own ?? inspection.region, today),
			),
			asOf: today,
		};
	};
