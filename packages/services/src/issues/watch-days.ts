import { nextWatchOn } from "@zhenggai/domain/close-out";
import type { Inspection, Issue } from "@zhenggai/domain/issues";
import type { InspectionId, IsoDate } from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import { type WatchDay, writeWatchDays } from "@zhenggai/storage/close-out";
import { loadInspections } from "@zhenggai/storage/issues";
import { type Law, lawOf } from "../kit/rules-for.ts";

type Watched = {
	readonly issue: Issue;
	readonly inspections?: ReadonlyMap<InspectionId, Inspection>;
};

/** When a closed issue is to be looked at again, by the rules of a day; null for never, and for one that is not closed. */
export const lookBackOf = (
	law: Law,
	issue: Issue,
	inspection: Inspection | undefined,
	today: IsoDate,
): IsoDate | null =>
	issue.lifecycle === "closed" ? nextWatchOn(issue, law.rules(inspection, issue.region, today)) : null;

/**
 * Says of those issues that are closed when they are to be looked at again, by the rules of `today`, in the transaction
 * that writes them. Other rules come with the sweep that looks at everything anew.
 */
export async function noteWatchDays(tx: Tx, changes: readonly Watched[], today: IsoDate): Promise<void> {
	const closed = changes.filter(({ issue }) => issue.lifecycle === "closed");
	if (closed.length === 0) return;
	const law = await lawOf(tx);
	const known = new Map(closed.flatMap(({ inspections }) => [...(inspections ?? [])]));
	const missing = closed.flatMap(({ issue: { mandates } }) =>
		mandates.slice(0, 1).flatMap(({ inspectionId }) => (known.has(inspectionId) ? [] : [inspectionId])),
	);
	const loaded = await loadInspections(tx, [...new Set(missing)]);
	await writeWatchDays(
		tx,
		closed.map(({ issue }): WatchDay => {
			const id = issue.mandates[0]?.inspectionId;
			const inspection = id === undefined ? undefined : (known.get(id) ?? loaded.get(id));
			return { issueId: issue.id, on: lookBackOf(law, issue, inspection, today) };
		}),
	);
}
