import type { ScreeningEvent } from "./events.ts";
import { SCREENING_TRANSITIONS } from "./lifecycle.ts";
import { type Coverage, type Screening, type ScreeningTarget, targetKey } from "./schema.ts";

type Started = Extract<ScreeningEvent, { type: "screeningStarted" }>;
type Later = Exclude<ScreeningEvent, Started>;

/** A stream of events that no ledger of this kind can have written: the store is damaged. */
export class ScreeningReplayError extends Error {
	constructor(message: string, type: string, version: number) {
		super(`${message} (${type} at version ${version})`);
		this.name = "ScreeningReplayError";
	}
}

const uncovered = (targets: Started["targets"]): Coverage[] =>
	targets.map(({ target, region }) => ({ target, region, records: [], waived: null }));

const started = (event: Started): Screening => ({
	id: event.screeningId,
	version: 1,
	issueId: event.issueId,
	region: event.region,
	tier: event.tier,
	problem: event.problem,
	leadUnitId: event.leadUnitId,
	dueOn: event.dueOn,
	originalDueOn: event.dueOn,
	coverage: uncovered(event.targets),
	found: [],
	institutions: [],
	state: "running",
	started: { at: event.at, by: event.by },
	changes: [],
	closing: null,
	cancelled: null,
	updatedAt: event.at,
});

/** The coverage with the given targets changed. */
const covering = (
	{ coverage }: Screening,
	targets: readonly ScreeningTarget[],
	change: (held: Coverage) => Coverage,
): Coverage[] => {
	const keys = new Set(targets.map(targetKey));
	return coverage.map((held) => (keys.has(targetKey(held.target)) ? change(held) : held));
};

function applied(screening: Screening, event: Later): Partial<Screening> {
	const { at, by } = event;
	switch (event.type) {
		case "screeningAmended": {
			const { reason, dueFrom, dueTo, leadUnitId } = event;
			return {
				coverage: [...screening.coverage, ...uncovered(event.targets)],
				changes: [...screening.changes, { reason, dueFrom, dueTo, at, by }],
				dueOn: dueTo,
				leadUnitId,
			};
		}
		case "targetScreened":
			return {
				// Whoever looks at what was left out takes it in again.
				coverage: covering(screening, [event.target], (held) => ({
					...held,
					records: [...held.records, event.record],
					waived: null,
				})),
				found: [...screening.found, ...event.found],
			};
		case "targetWaived": {
			const { reason } = event;
			return {
				coverage: covering(screening, [event.target], (held) => ({ ...held, waived: { reason, at, by } })),
			};
		}
		case "foundOpened": {
			const { findId, issueId } = event;
			return {
				found: screening.found.map((one) =>
					one.id === findId ? { ...one, opened: { issueId, at, by } } : one,
				),
			};
		}
		case "foundDismissed": {
			const { findId, reason } = event;
			return {
				found: screening.found.map((one) =>
					one.id === findId ? { ...one, dismissed: { reason, at, by } } : one,
				),
			};
		}
		case "institutionProduced":
			return { institutions: [...screening.institutions, event.institution] };
		case "screeningEnded": {
			const { waivedRest, closing } = event;
			if (waivedRest === null) return { closing };
			const waived = { reason: waivedRest.reason, at, by };
			return {
				closing,
				coverage: covering(screening, waivedRest.targets, (held) => ({ ...held, waived })),
			};
		}
		case "screeningCancelled":
			return { cancelled: { reason: event.reason, at, by } };
	}
}

/**
 * The state after an event. Every event adds exactly one to the version. Throws {@link ScreeningReplayError} only for an
 * order of events that `decideScreening` never gives.
 */
export function evolveScreening(state: Screening | null, event: ScreeningEvent): Screening {
	if (event.type === "screeningStarted") {
		if (state !== null) throw new ScreeningReplayError("started twice", event.type, state.version + 1);
		return started(event);
	}
	if (state === null) throw new ScreeningReplayError("not started yet", event.type, 1);
	const cell = SCREENING_TRANSITIONS[state.state][event.type];
	if (cell === "refused") {
		throw new ScreeningReplayError(`cannot happen while ${state.state}`, event.type, state.version + 1);
	}
	return {
		...state,
		...applied(state, event),
		state: cell === "stay" ? state.state : cell,
		version: state.version + 1,
		updatedAt: event.at,
	};
}

/** The state after all events of a stream, or null for an empty one. */
export const replayScreening = (events: readonly ScreeningEvent[]): Screening | null =>
	events.reduce<Screening | null>(evolveScreening, null);
