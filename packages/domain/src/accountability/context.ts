import { placeResource, type Resource } from "../access/index.ts";
import type { Actor, ActorStamp, Instant, InstrumentId, IssueId, UnitId } from "../kernel/index.ts";
import type { ReferralCommand } from "./commands.ts";
import type { Referral, ReferralContent } from "./schema.ts";
import type { TracedIssue } from "./trace.ts";

/** Facts outside of the referral, looked up by the caller in the same transaction. What is missing does not exist. */
export type ReferralSurroundings = {
	/** Issues that the actor may see. */
	readonly issues: ReadonlyMap<IssueId, TracedIssue>;
	readonly units: ReadonlySet<UnitId>;
	/** Instruments about those issues. Null where nobody keeps instruments: then none is asked about. */
	readonly instruments: ReadonlySet<InstrumentId> | null;
};

export const NO_REFERRAL_SURROUNDINGS: ReferralSurroundings = {
	issues: new Map(),
	units: new Set(),
	instruments: null,
};

export type ReferralContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly surroundings: ReferralSurroundings;
};

export type NeededReferralFacts = {
	readonly issueIds: readonly IssueId[];
	readonly unitIds: readonly UnitId[];
	readonly instrumentIds: readonly InstrumentId[];
};

const of = (content: Partial<ReferralContent>): NeededReferralFacts => ({
	issueIds: [
		...new Set([...(content.issueIds ?? []), ...(content.evidence ?? []).map(({ issueId }) => issueId)]),
	],
	unitIds: (content.subjects ?? []).flatMap(({ unitId }) => unitId ?? []),
	instrumentIds: content.instrumentIds ?? [],
});

/** What the caller has to look up before it asks `decideReferral`. */
export function neededReferralFacts(state: Referral | null, command: ReferralCommand): NeededReferralFacts {
	switch (command.type) {
		case "draftReferral":
			return of(command.content);
		case "amendReferral":
			return of({ ...state?.content, ...command.changes });
		case "submitReferral":
			return of(state?.content ?? {});
		default:
			return of({});
	}
}

/** The referral as the policy table sees it. */
export const referralResource = ({ region }: Pick<Referral, "region">): Resource => placeResource(region);
