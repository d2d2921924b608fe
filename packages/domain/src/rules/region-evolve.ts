import type { IsoDate } from "../kernel/index.ts";
import type { RegionRules, RegionRulesEvent } from "./region-schema.ts";

type Step = { readonly from: IsoDate; readonly name?: string };

/**
 * What is said last holds from its day on: what had been planned for that day or later is dropped, what came into force
 * before stays. So nothing that is said today can touch a day before its own.
 */
const withStep = <S extends Step>(steps: readonly S[], step: S): S[] =>
	[...steps.filter(({ name, from }) => name !== step.name || from < step.from), step].toSorted((a, b) =>
		a.from === b.from ? 0 : a.from < b.from ? -1 : 1,
	);

/** The step that holds on a day: the last one that has begun. */
export const stepOn = <S extends { readonly from: IsoDate }>(
	steps: readonly S[],
	on: IsoDate,
): S | undefined => steps.findLast(({ from }) => from <= on);

/** The state after an event; every event adds one to the version. */
export function evolveRegionRules(state: RegionRules | null, event: RegionRulesEvent): RegionRules {
	const before: RegionRules = state ?? {
		id: event.id,
		region: event.region,
		version: 0,
		choices: [],
		changes: [],
		frames: [],
	};
	const version = before.version + 1;
	switch (event.type) {
		case "ruleSetChosen":
			return { ...before, version, choices: withStep(before.choices, event.choice) };
		case "parameterChanged":
		case "parameterWithdrawn":
			return { ...before, version, changes: withStep(before.changes, event.change) };
		case "parameterLimited":
			return { ...before, version, frames: withStep(before.frames, event.frame) };
	}
}

/** The state after all events of a stream, or null for an empty one. */
export const replayRegionRules = (events: readonly RegionRulesEvent[]): RegionRules | null =>
	events.reduce<RegionRules | null>(evolveRegionRules, null);
