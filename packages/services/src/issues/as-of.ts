import {
	type Inspection,
	InspectionEvent,
	type Issue,
	IssueEvent,
	replayInspection,
	replayIssue,
} from "@zhenggai/domain/issues";
import type { Json } from "@zhenggai/domain/journal";
import type { IsoDate } from "@zhenggai/domain/kernel";
import { type Instrument, InstrumentEvent, replayInstrument } from "@zhenggai/domain/supervision";
import { payloadsUpTo, type Reader, versionsOn } from "@zhenggai/storage";

/** What is kept as a stream of events and as a present state beside it. */
type Kept = { readonly id: string; readonly version: number };

/**
 * Present states as they were at the end of a day in Shanghai, in the same order; what began later is left out. What
 * nothing happened to since is taken as it is, the rest is replayed from the journal.
 */
async function statesOn<S extends Kept>(
	reader: Reader,
	present: readonly S[],
	day: IsoDate,
	replay: (payloads: readonly Json[]) => S | null,
): Promise<S[]> {
	const versions = await versionsOn(
		reader,
		present.map(({ id }) => id),
		day,
	);
	const changed = new Map<string, number>();
	for (const { id, version } of present) {
		const then = versions.get(id);
		if (then !== undefined && then !== version) changed.set(id, then);
	}
	const streams = await payloadsUpTo(reader, changed);
	return present.flatMap((state) => {
		if (!versions.has(state.id)) return [];
		const payloads = streams.get(state.id);
		return payloads === undefined ? [state] : (replay(payloads) ?? []);
	});
}

/** Issues as they were at the end of a day; those registered later are left out. */
export const issuesOn = (reader: Reader, present: readonly Issue[], day: IsoDate): Promise<Issue[]> =>
	statesOn(reader, present, day, (payloads) => replayIssue(payloads.map((one) => IssueEvent.parse(one))));

/** Instruments as they were at the end of a day; those drafted later are left out. */
export const instrumentsOnDay = (
	reader: Reader,
	present: readonly Instrument[],
	day: IsoDate,
): Promise<Instrument[]> =>
	statesOn(reader, present, day, (payloads) =>
		replayInstrument(payloads.map((one) => InstrumentEvent.parse(one))),
	);

/** Inspections as they were at the end of a day: their feedback, and the rule set that they named. */
export const inspectionsOn = (
	reader: Reader,
	present: readonly Inspection[],
	day: IsoDate,
): Promise<Inspection[]> =>
	statesOn(reader, present, day, (payloads) =>
		replayInspection(payloads.map((one) => InspectionEvent.parse(one))),
	);
