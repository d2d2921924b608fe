import { issueNumber } from "@zhenggai/domain/issues";
import type { Actor, ScreeningId } from "@zhenggai/domain/kernel";
import {
	isUndecided,
	type Screening,
	type ScreeningDetail,
	screeningActions,
	screeningRow,
	screeningTotals,
	targetKey,
	withinRegion,
} from "@zhenggai/domain/screening";
import { type Reader, readerOf } from "@zhenggai/storage";
import { loadIssues } from "@zhenggai/storage/issues";
import { findScreening } from "@zhenggai/storage/screening";
import { ServiceError } from "../errors.ts";
import { isOwn, scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { type Names, namesOf } from "./names.ts";

/** A sweep that has something to do with the actor's region. Throws NOT_FOUND also for one elsewhere. */
export async function screeningFor(
	context: ServiceContext,
	actor: Actor,
	id: ScreeningId,
): Promise<Screening> {
	const { regionPrefix } = scopeOf(actor, "viewScreening");
	const screening = await findScreening(context.database, id, regionPrefix);
	if (screening === null) throw new ServiceError("NOT_FOUND");
	return screening;
}

/** The part of a sweep that the actor may look at. */
export const seenBy = (actor: Actor, screening: Screening): Screening =>
	"region" in actor ? withinRegion(screening, actor.region) : screening;

async function issueOf(
	reader: Reader,
	actor: Actor,
	{ issueId }: Screening,
): Promise<ScreeningDetail["issue"]> {
	const issue = (await loadIssues(reader, [issueId])).get(issueId);
	if (issue === undefined || !isOwn(actor, issue.region)) return null;
	return { id: issueId, number: issueNumber(issue), statement: issue.statement };
}

function placesOf(seen: Screening, names: Names) {
	const coverage = seen.coverage.map((held) => ({
		...held,
		name: held.target.kind === "area" ? names.region(held.target.region) : names.unit(held.target.unitId),
		regionName: names.region(held.region),
	}));
	const byKey = new Map(coverage.map(({ target, name }) => [targetKey(target), name]));
	const found = seen.found.map((one) => ({
		...one,
		targetName: byKey.get(one.target) ?? "",
		openable: seen.state === "running" && isUndecided(one),
	}));
	return { coverage, found };
}

/** The page of a sweep for an actor: counters of the whole, targets and finds of its own part of the country. */
export async function screeningDetail(
	context: ServiceContext,
	actor: Actor,
	screening: Screening,
): Promise<ScreeningDetail> {
	const reader = readerOf(context.database);
	const { today } = momentOf(context);
	const seen = seenBy(actor, screening);
	const names = await namesOf(reader, [seen], { whole: true });
	const totals = screeningTotals(screening);
	return {
		row: screeningRow(
			screening,
			{ region: names.region(screening.region), leadUnit: names.unit(screening.leadUnitId) },
			today,
		),
		totals: {
			...totals,
			// Regions outside of the viewer's own part are counted in the whole alone.
			regions: totals.regions.filter(
				({ region }) => seen === screening || seen.coverage.some((held) => held.region === region),
			),
		},
		...placesOf(seen, names),
		institutions: screening.institutions,
		changes: screening.changes,
		closing: screening.closing,
		cancelled: screening.cancelled,
		issue: await issueOf(reader, actor, screening),
		actions: screeningActions(screening, { actor }),
		asOf: today,
	};
}
