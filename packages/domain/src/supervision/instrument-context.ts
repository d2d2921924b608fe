import type { Resource } from "../access/index.ts";
import type { Issue } from "../issues/index.ts";
import {
	type Actor,
	type ActorStamp,
	type Calendar,
	type Instant,
	type IsoDate,
	shanghaiDate,
	type UnitId,
} from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import type { Instrument } from "./instrument.ts";
import type { InstrumentCommand } from "./instrument-commands.ts";

/** What a decision needs to know of the issue. */
export type InstrumentIssue = Pick<Issue, "id" | "region" | "tier" | "lifecycle" | "assignments">;

/** What a decision needs to know of another instrument on the same issue. */
export type InstrumentFacts = Pick<Instrument, "id" | "issueId" | "kind" | "state">;

/** Facts outside of the instrument, looked up by the caller. What is missing here does not exist for the decision. */
export type InstrumentSurroundings = {
	readonly issue: InstrumentIssue | null;
	readonly units: ReadonlyMap<UnitId, { readonly name: string; readonly active: boolean }>;
	/** The other instruments on the issue. */
	readonly instruments: readonly InstrumentFacts[];
};

export type InstrumentContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly rules: ResolvedRules;
	readonly calendar: Calendar;
	readonly surroundings: InstrumentSurroundings;
};

/** The units that a command names. */
export function unitsOfInstrumentCommand(command: InstrumentCommand): readonly UnitId[] {
	switch (command.type) {
		case "draftInstrument":
		case "readdressInstrument":
			return command.addresseeUnitIds;
		default:
			return [];
	}
}

/** An instrument as the policy table sees it: where its issue is, and who has a part in that. */
export const instrumentResource = (
	at: Pick<Issue, "region" | "tier"> & Partial<Pick<Issue, "assignments">>,
	today: IsoDate,
): Resource => ({
	region: at.region,
	tier: at.tier,
	selfFound: false,
	involved: (at.assignments ?? []).filter(({ until }) => isActive({ from: today, until }, today)),
	importing: false,
	grantee: null,
});

/** The day of a decision in Asia/Shanghai. */
export const dayOf = ({ now }: Pick<InstrumentContext, "now">): IsoDate => shanghaiDate(now);
