import {
	type ClosingCounts,
	ClosingList,
	type ClosingQuery,
	type ClosingRow,
	closingRow,
} from "@zhenggai/domain/close-out";
import { type Issue, issueNumber } from "@zhenggai/domain/issues";
import type { Actor, IsoDate, IssueId, Page, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import { type Reader, readerOf } from "@zhenggai/storage";
import { countClosing, listClosingIds } from "@zhenggai/storage/close-out";
import { loadInspections, loadIssues } from "@zhenggai/storage/issues";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { narrowedTo, scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { lawOf } from "../kit/rules-for.ts";

/** Counts stop here: no count grows with the ledger. */
const BOUND = 1000;
const Place = z.object({ closing: ClosingList, key: z.iso.date(), id: z.uuid() });

/** The part of the country whose lists an actor sees. Throws for those who see no more than their own unit's issues. */
function prefixFor(actor: Actor, region: RegionCode | undefined): string | null {
	const scope = scopeOf(actor, "viewIssue");
	if (scope.unitId !== null) throw new ServiceError("NOT_ALLOWED");
	return narrowedTo(scope.regionPrefix, region);
}

async function rowsOf(reader: Reader, ids: readonly IssueId[], asOf: IsoDate): Promise<ClosingRow[]> {
	const found = await loadIssues(reader, ids);
	const issues = ids.flatMap((id): Issue[] => {
		const issue = found.get(id);
		return issue === undefined ? [] : [issue];
	});
	const first = issues.flatMap(({ mandates }) => mandates.slice(0, 1).map((of) => of.inspectionId));
	const inspections = await loadInspections(reader, [...new Set(first)]);
	const regions = await findRegions(reader, [...new Set(issues.map(({ region }) => region))]);
	const leads = issues.flatMap(({ assignments }) =>
		assignments.flatMap(({ role, unitId }): UnitId[] => (role === "lead" && unitId !== null ? [unitId] : [])),
	);
	const units = new Map<string, { readonly name: string }>(await loadUnits(reader, [...new Set(leads)]));
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	const law = await lawOf(reader);
	return issues.map((issue) => {
		const [mandate] = issue.mandates;
		const inspection = mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
		return closingRow(
			issue,
			{
				number: issueNumber(issue),
				region: names.get(issue.region) ?? issue.region,
				unit: (id) => units.get(id)?.name,
			},
			law.rules(inspection, issue.region, asOf),
			asOf,
		);
	});
}

/** A page of one of the desk's lists, of the actor's part of the country. */
export const listClosing =
	(context: ServiceContext) =>
	async (actor: Actor, { list, region, cursor, limit }: ClosingQuery): Promise<Page<ClosingRow>> => {
		const { today } = momentOf(context);
		const prefix = prefixFor(actor, region);
		if (prefix === null) return { items: [], nextCursor: null, asOf: today };
		// A place in one list is none in another.
		const place = Place.extend({ closing: z.literal(list) });
		const { ids, next } = await listClosingIds(context.database, {
			prefix,
			list,
			newestFirst: list === "closed",
			// A watch point is due from its day on.
			...(list === "lookBack" ? { to: today } : {}),
			limit,
			after: cursor === undefined ? null : decodeCursor(cursor, place),
		});
		return {
			items: await rowsOf(readerOf(context.database), ids, today),
			nextCursor: next === null ? null : encodeCursor({ closing: list, ...next }),
			asOf: today,
		};
	};

/** How many are on each of the desk's lists, each counted up to a bound. */
export const countClosingLists =
	(context: ServiceContext) =>
	async (actor: Actor, region?: RegionCode): Promise<ClosingCounts> => {
		const { today } = momentOf(context);
		const prefix = prefixFor(actor, region);
		const lists = ClosingList.options;
		const found =
			prefix === null
				? new Map<string, number>()
				: await countClosing(readerOf(context.database), prefix, lists, { bound: BOUND, asOf: today });
		const of = (list: ClosingList): number => found.get(list) ?? 0;
		return {
			counts: {
				publicNotice: of("publicNotice"),
				signing: of("signing"),
				filing: of("filing"),
				receipt: of("receipt"),
				closed: of("closed"),
				objections: of("objections"),
				lookBack: of("lookBack"),
			},
			bound: BOUND,
			asOf: today,
		};
	};
