import type { Issue } from "../issues/index.ts";
import { supervisionOf } from "./content.ts";
import type { SupervisionEvent } from "./events.ts";

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export function evolveSupervision(issue: Issue, event: SupervisionEvent): Partial<Issue> {
	const held = supervisionOf(issue);
	switch (event.type) {
		case "lightChanged": {
			const { change } = event;
			return { supervision: { ...held, light: change.to, changes: [...held.changes, change] } };
		}
		case "lightContested":
			return { supervision: { ...held, contests: [...held.contests, event.contest] } };
		case "contestDecided": {
			const { contestId, verdict, light, reason, at, by } = event;
			const contests = held.contests.map((contest) =>
				contest.id === contestId ? { ...contest, decision: { verdict, light, reason, at, by } } : contest,
			);
			return { supervision: { ...held, contests } };
		}
		case "exposureRecorded":
			return { supervision: { ...held, exposures: [...held.exposures, event.exposure] } };
		case "exposureSettled": {
			const { exposureId, reason, at, by } = event;
			const exposures = held.exposures.map((exposure) =>
				exposure.id === exposureId ? { ...exposure, settled: { reason, at, by } } : exposure,
			);
			return { supervision: { ...held, exposures } };
		}
	}
}
