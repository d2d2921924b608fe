import {
	type PublicDesk,
	type PublicNoticeView,
	type PublicQuery,
	type PublicResultView,
	publicNotice,
	publicResult,
} from "@zhenggai/domain/close-out";
import type { Issue } from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, type IssueId, type Page, regionPrefix } from "@zhenggai/domain/kernel";
import type { ResolvedRules } from "@zhenggai/domain/rules";
import { type Reader, readerOf } from "@zhenggai/storage";
import { listClosingIds } from "@zhenggai/storage/close-out";
import { loadInspections, loadIssues } from "@zhenggai/storage/issues";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { authorise } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { lawOf } from "../kit/rules-for.ts";

const Place = z.object({ open: z.enum(["publicNotice", "published"]), key: z.iso.date(), id: z.uuid() });

/**
 * Lets in who may read what is published: everybody with an account, and those without one where the server is configured
 * for it. Throws NOT_SIGNED_IN for the others.
 */
export function admitted(
	context: ServiceContext,
	actor: Actor,
	action: "viewPublicNotice" | "objectPublicly",
): void {
	if (actor.kind === "anonymous" && context.publicAccess) return;
	authorise(actor, action);
}

type View<T> = (
	issue: Issue,
	names: { readonly region: string; readonly unit: (id: string) => string | undefined },
	rules: ResolvedRules,
) => T | null;

/** What the public may read of these issues, in their order; what is not for it is left out. */
export async function publicViews<T>(
	reader: Reader,
	ids: readonly IssueId[],
	asOf: IsoDate,
	view: View<T>,
): Promise<T[]> {
	const found = await loadIssues(reader, ids);
	const issues = ids.flatMap((id) => found.get(id) ?? []);
	const first = issues.flatMap(({ mandates }) => mandates.slice(0, 1).map((of) => of.inspectionId));
	const inspections = await loadInspections(reader, [...new Set(first)]);
	const regions = await findRegions(reader, [...new Set(issues.map(({ region }) => region))]);
	const unitIds = issues.flatMap(({ assignments }) => assignments.flatMap(({ unitId }) => unitId ?? []));
	const units = new Map<string, { readonly name: string }>(await loadUnits(reader, [...new Set(unitIds)]));
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	const law = await lawOf(reader);
	return issues.flatMap((issue) => {
		const [mandate] = issue.mandates;
		const inspection = mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
		const rules = law.rules(inspection, issue.region, asOf);
		const named = { region: names.get(issue.region) ?? "", unit: (id: string) => units.get(id)?.name };
		return view(issue, named, rules) ?? [];
	});
}

async function pageOf<T>(
	context: ServiceContext,
	list: "publicNotice" | "published",
	{ region, cursor, limit }: PublicQuery,
	view: View<T>,
): Promise<Page<T>> {
	const { today } = momentOf(context);
	const { ids, next } = await listClosingIds(context.database, {
		prefix: region === undefined ? "" : regionPrefix(region),
		list,
		newestFirst: list === "published",
		limit,
		after: cursor === undefined ? null : decodeCursor(cursor, Place.extend({ open: z.literal(list) })),
	});
	return {
		items: await publicViews(readerOf(context.database), ids, today, view),
		nextCursor: next === null ? null : encodeCursor({ open: list, ...next }),
		asOf: today,
	};
}

/** Whether people without an account are let in: for everybody, and without a look at the ledger. */
export const getPublicDesk = (context: ServiceContext) => (): Promise<PublicDesk> =>
	Promise.resolve({ open: context.publicAccess });

/** Notices that run, the first to end first: of all regions, for everybody who is let in. */
export const listPublicNotices =
	(context: ServiceContext) =>
	async (actor: Actor, query: PublicQuery): Promise<Page<PublicNoticeView>> => {
		admitted(context, actor, "viewPublicNotice");
		const { today } = momentOf(context);
		return pageOf(context, "publicNotice", query, (issue, names, rules) =>
			publicNotice(issue, names, rules, today),
		);
	};

/** Close-outs whose result was published, the latest first. */
export const listPublicResults =
	(context: ServiceContext) =>
	async (actor: Actor, query: PublicQuery): Promise<Page<PublicResultView>> => {
		admitted(context, actor, "viewPublicNotice");
		return pageOf(context, "published", query, publicResult);
	};

/** One running notice. Throws NOT_FOUND for an issue without one, or with another than the named. */
export const getPublicNotice =
	(context: ServiceContext) =>
	async (actor: Actor, asked: { issueId: IssueId; noticeId: string }): Promise<PublicNoticeView> => {
		admitted(context, actor, "viewPublicNotice");
		const { today } = momentOf(context);
		const reader = readerOf(context.database);
		const [notice] = await publicViews(reader, [asked.issueId], today, (issue, names, rules) =>
			publicNotice(issue, names, rules, today),
		);
		if (notice?.noticeId !== asked.noticeId) throw new ServiceError("NOT_FOUND");
		return notice;
	};
