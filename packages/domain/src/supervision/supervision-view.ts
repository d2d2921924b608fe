import { z } from "zod";
import type { Issue } from "../issues/index.ts";
import {
	type Actor,
	addDays,
	Bilingual,
	InstrumentId,
	IsoDate,
	Refusal,
	shanghaiDate,
} from "../kernel/index.ts";
import { type ResolvedRules, RuleId, RuleParams } from "../rules/index.ts";
import { caseVocab } from "../vocabulary/index.ts";
import { type BoundSupervision, boundTo } from "./bound-rules.ts";
import { supervisionOf } from "./content.ts";
import { InstrumentKind, isOpenInstrument, needsApproval } from "./instrument.ts";
import { draftRefusals, kindRefusals, skippedRungs } from "./instrument-guards.ts";
import type { LadderInstrument } from "./ladder.ts";
import { Exposure, LightChange, LightContest } from "./schema.ts";
import { scoreOf } from "./score.ts";

/** One rung of the rule set's ladder as it stands on an issue. */
export const LadderRung = z.object({
	kind: InstrumentKind,
	/** Its place on the ladder. */
	rung: z.int(),
	signer: Bilingual,
	/** Whether the leading group approves it before it is issued. */
	approval: z.boolean(),
	/** How long a reply takes at most, from the dispatch, of a talk from the day it was held; null where none is asked for. */
	reply: z.object({ days: z.int(), working: z.boolean() }).nullable(),
	/** Rungs below it that were never used: leaving them out needs a reason (SUP-07). */
	skips: z.array(InstrumentKind),
	/** The instrument on this rung or a higher one that is still open; nothing is proposed meanwhile. */
	heldBy: InstrumentId.nullable(),
	/** The last day on which the last dispatch on this rung or a higher one has to take effect first. */
	coolingUntil: IsoDate.nullable(),
	/** Why the viewer cannot draft it; empty where he can. */
	refusals: z.array(Refusal),
});
export type LadderRung = z.infer<typeof LadderRung>;

/** What happened in the supervision of an issue, and the ladder as it stands. */
export const SupervisionView = z.object({
	/** Journalled lights, the newest first. */
	changes: z.array(LightChange),
	/** Objections to a light, the newest first. */
	contests: z.array(LightContest),
	/** Circulars and exposures, the newest first. */
	exposures: z.array(Exposure),
	/** What the lights of the year cost the units that answer for it (WRN-06). */
	score: z.object({
		points: z.number(),
		entries: z.array(z.object({ rule: RuleId, points: z.number(), on: IsoDate, message: Bilingual })),
	}),
	ladder: z.array(LadderRung),
	/** Whether the rule set's ladder ends with a referral, which is never proposed: people decide on it. */
	endsInReferral: z.boolean(),
});
export type SupervisionView = z.infer<typeof SupervisionView>;

function replyOf(kind: InstrumentKind, bound: BoundSupervision): LadderRung["reply"] {
	if (kind === "listedSupervision") return null;
	return kind === "admonitoryTalk"
		? { days: bound.talkReplyDays, working: false }
		: { days: bound.letterReplyWd, working: true };
}

/** What holds a rung up on a day: something open on it or above, or the time that the last one has to take effect. */
function holdOf(
	own: number,
	instruments: readonly LadderInstrument[],
	bound: BoundSupervision,
	asOf: IsoDate,
): Pick<LadderRung, "heldBy" | "coolingUntil"> {
	let coolingUntil: IsoDate | null = null;
	for (const instrument of instruments) {
		if (instrument.state === "discarded" || (bound.rungs.get(instrument.kind) ?? 0) < own) continue;
		if (isOpenInstrument(instrument)) return { heldBy: instrument.id, coolingUntil: null };
		const since = instrument.issued?.on ?? shanghaiDate(instrument.draftedAt);
		const until = addDays(since, bound.coolingDays - 1);
		if (until >= asOf && (coolingUntil === null || until > coolingUntil)) coolingUntil = until;
	}
	return { heldBy: null, coolingUntil };
}

/** The ladder and the history of supervision on a day. `instruments` are those that the viewer may see. */
export function supervisionView(
	issue: Issue,
	instruments: readonly LadderInstrument[],
	{ actor, rules, asOf }: { readonly actor: Actor; readonly rules: ResolvedRules; readonly asOf: IsoDate },
): SupervisionView {
	const bound = boundTo(rules);
	const { changes, contests, exposures } = supervisionOf(issue);
	const score = scoreOf(issue, rules, asOf);
	const refusals = draftRefusals(issue, actor, asOf);
	const ladder = [...bound.rungs].map(
		([kind, rung]): LadderRung => ({
			kind,
			rung,
			signer: caseVocab.instrumentSigner[kind],
			approval: needsApproval(kind),
			reply: replyOf(kind, bound),
			skips: skippedRungs(kind, instruments, rules),
			...holdOf(rung, instruments, bound, asOf),
			refusals: [...(refusals.length > 0 ? refusals : kindRefusals(kind, actor))],
		}),
	);
	return {
		changes: changes.filter(({ on }) => on <= asOf).toReversed(),
		contests: contests.toReversed(),
		exposures: exposures.toReversed(),
		score: {
			points: score.points,
			entries: score.entries.map(({ rule, points, on, message }) => ({ rule, points, on, message })),
		},
		ladder,
		endsInReferral: new RuleParams(rules, ["ladder"]).strings("ladder").includes("referral"),
	};
}
