import { type Draw, DrawEvent, type FrameItem, frameItem } from "@zhenggai/domain/close-out";
import { type Issue, issueNumber } from "@zhenggai/domain/issues";
import { type IsoDate, type IssueId, regionPrefix } from "@zhenggai/domain/kernel";
import type { ResolvedRules } from "@zhenggai/domain/rules";
import { readStream, type Tx } from "@zhenggai/storage";
import { type ClosingPosition, listClosingIds, listedIssues } from "@zhenggai/storage/close-out";
import { loadInspections, loadIssues } from "@zhenggai/storage/issues";
import type { ServiceContext } from "../kit/context.ts";

/** Issues that are loaded at once: their states are some kilobytes each. */
const BATCH = 500;

async function itemsOf(
	tx: Tx,
	ids: readonly IssueId[],
	rules: ResolvedRules,
	today: IsoDate,
): Promise<FrameItem[]> {
	const issues = [...(await loadIssues(tx, ids)).values()];
	const listed = await listedIssues(tx, ids);
	const inspections = await loadInspections(tx, [
		...new Set(issues.flatMap(({ mandates }) => mandates.map(({ inspectionId }) => inspectionId))),
	]);
	const reported = ({ mandates }: Issue): number =>
		mandates.filter(({ inspectionId }) => inspections.get(inspectionId)?.kind === "complaint").length;
	return issues.map((issue) =>
		frameItem(
			issue,
			{
				number: issueNumber(issue),
				wasListed: listed.has(issue.id),
				complaintMandates: reported(issue),
			},
			rules,
			today,
		),
	);
}

/** Every issue of the draw's region that was closed on its days and is closed still. */
export async function closedFrame(
	tx: Tx,
	{ region, from, to }: Pick<Draw, "region" | "from" | "to">,
	rules: ResolvedRules,
	today: IsoDate,
): Promise<FrameItem[]> {
	const items: FrameItem[] = [];
	let after: ClosingPosition | null = null;
	do {
		const page: Awaited<ReturnType<typeof listClosingIds>> = await listClosingIds(tx, {
			prefix: regionPrefix(region),
			list: "closed",
			from,
			to,
			newestFirst: false,
			limit: BATCH,
			after,
		});
		items.push(...(await itemsOf(tx, page.ids, rules, today)));
		after = page.next;
	} while (after !== null);
	return items;
}

/** The frame as it was frozen, out of the journal; empty before. */
export async function frozenFrame(
	from: Tx | ServiceContext["database"],
	{ id }: Pick<Draw, "id">,
): Promise<readonly FrameItem[]> {
	for (const { type, payload } of await readStream(from, id)) {
		if (type !== "frameFrozen") continue;
		const event = DrawEvent.parse(payload);
		if (event.type === "frameFrozen") return event.items;
	}
	return [];
}
