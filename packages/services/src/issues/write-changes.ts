import { missingElements } from "@zhenggai/domain/issues";
import type { Cause } from "@zhenggai/domain/journal";
import type { IsoDate } from "@zhenggai/domain/kernel";
import { appendBatches, type Tx, type VersionConflict } from "@zhenggai/storage";
import { loadNames, namesWantedBy, saveIssues } from "@zhenggai/storage/issues";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import type { Asking, Change } from "./changes.ts";
import { writeInTrays } from "./in-tray.ts";
import { writeScores } from "./scores.ts";
import { noteWatchDays } from "./watch-days.ts";

/**
 * Journals the events and writes the new states and what they ask of whom, many issues at once. Null, or the first stream that moved on in
 * the meantime: then nothing was written.
 */
export async function writeChanges(
	tx: Tx,
	context: ServiceContext,
	changes: readonly Change[],
	more: { readonly asking: Asking; readonly cause: Cause; readonly today: IsoDate },
): Promise<VersionConflict | null> {
	const { asking, cause, today } = more;
	const ids = eventIds(context);
	// Asked in one go with the heads of the streams; where those have moved on, nobody needs the answer.
	const names = loadNames(tx, namesWantedBy(changes.map(({ issue }) => issue)));
	names.catch(() => undefined);
	const appended = await appendBatches(
		tx,
		changes.map(({ before, issue, events }) => ({
			streamKind: "issue",
			streamId: issue.id,
			expectedVersion: before?.version ?? 0,
			events: drafts(events),
			actor: asking.stamp,
			at: asking.now,
			region: issue.region,
			cause,
			ids,
		})),
	);
	if (!appended.ok) return appended.conflicts[0] ?? null;
	await saveIssues(
		tx,
		changes.map(({ before, issue }) => ({ before, issue, missing: missingElements(issue, today) })),
		today,
		names,
	);
	await writeScores(tx, changes, today);
	await writeInTrays(tx, changes, today);
	await noteWatchDays(tx, changes, today);
	return null;
}
