import type { Bilingual, Refusal } from "../kernel/index.ts";
import { caseVocab, valuesOf } from "../vocabulary/index.ts";
import type { ReferralVerb } from "./commands.ts";
import type { ReferralContext } from "./context.ts";
import { deciderGuard, referralGate, submissionGuard } from "./decide.ts";
import type { Referral } from "./schema.ts";

type OpenVerb = Exclude<ReferralVerb, "draftReferral">;
const isOpenVerb = (verb: ReferralVerb): verb is OpenVerb => verb !== "draftReferral";

export type ReferralAction = {
	verb: ReferralVerb;
	label: Bilingual;
	allowed: boolean;
	refusals: Refusal[];
};

/** What stands in the way whatever the particulars are. */
function standing(referral: Referral, verb: OpenVerb, { stamp }: Pick<ReferralContext, "stamp">): Refusal[] {
	if (verb === "submitReferral") return submissionGuard(referral);
	return verb === "decideReferral" || verb === "returnReferral" ? deciderGuard(referral, stamp) : [];
}

/** What an actor can do next with a referral, and why not what it cannot. */
export const referralActions = (
	referral: Referral,
	context: Pick<ReferralContext, "actor" | "stamp">,
): ReferralAction[] =>
	valuesOf(caseVocab.referralVerb)
		.filter(isOpenVerb)
		.map((verb) => {
			const closed = referralGate(referral, verb, context);
			const refusals = closed.length > 0 ? [...closed] : standing(referral, verb, context);
			return { verb, label: caseVocab.referralVerb[verb], allowed: refusals.length === 0, refusals };
		});
