import { can } from "../access/index.ts";
import type { Actor } from "../kernel/index.ts";
import { referralResource } from "./context.ts";
import type { Referral } from "./schema.ts";

/**
 * What somebody may know of a referral:
 * - `whole`  the discipline organs above it, and the leading group that decides, from the submission on;
 * - `facts`  the office that wrote it: what it wrote and whether it was referred, nothing of what came after;
 * - `none`   everybody else: not even that there is one.
 */
export type ReferralSight = "none" | "facts" | "whole";

const OFFICES: ReadonlySet<string> = new Set(["provOffice", "cityOffice", "countyOffice"]);

/** Whether it ever reached the leading group. */
export const wasSubmitted = ({ submissions }: Pick<Referral, "submissions">): boolean =>
	submissions.length > 0;

/** What an actor may know of a referral. */
export function sightOf(actor: Actor, referral: Pick<Referral, "region" | "submissions">): ReferralSight {
	if (!("role" in actor) || can(actor, "viewReferral", referralResource(referral)) !== null) return "none";
	if (OFFICES.has(actor.role)) return "facts";
	return wasSubmitted(referral) ? "whole" : "none";
}

/** The state of a referral as somebody who sees only its facts knows it. */
export function knownReferral(referral: Referral, sight: Exclude<ReferralSight, "none">): Referral {
	if (sight === "whole") return referral;
	const { version, state } = referral.known;
	return { ...referral, version, state, receipt: null, conclusion: null, appeals: [] };
}
