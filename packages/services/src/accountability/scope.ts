import { placeResource } from "@zhenggai/domain/access";
import type { ReferralFilter } from "@zhenggai/domain/accountability";
import { type Actor, regionPrefix } from "@zhenggai/domain/kernel";
import type { ReferralListRequest } from "@zhenggai/storage/accountability";
import { ServiceError } from "../errors.ts";
import { authorise } from "../kit/authorise.ts";

type Scope = Pick<
	ReferralListRequest,
	"home" | "prefix" | "submittedOnly" | "byKnownState" | "states" | "issueId"
>;

const narrowed = (prefix: string, filter: ReferralFilter): string | null => {
	if (filter.region === undefined) return prefix;
	const wanted = regionPrefix(filter.region);
	if (wanted.startsWith(prefix)) return wanted;
	return prefix.startsWith(wanted) ? prefix : null;
};

/**
 * What of the referrals an actor's list holds: exactly those of which `sightOf` lets it know. Null where the filter leaves
 * nothing. Throws NOT_ALLOWED for everybody who may know of none.
 */
export function referralScope(actor: Actor, filter: ReferralFilter): Scope | null {
	if (!("role" in actor))
		throw new ServiceError(actor.kind === "anonymous" ? "NOT_SIGNED_IN" : "NOT_ALLOWED");
	authorise(actor, "viewReferral", placeResource(actor.region));
	const prefix = narrowed(regionPrefix(actor.region), filter);
	if (prefix === null) return null;
	const asked = { states: filter.states ?? null, issueId: filter.issueId ?? null, prefix };
	switch (actor.role) {
		case "discipline":
			return { ...asked, home: null, submittedOnly: true, byKnownState: false };
		case "leadingGroup":
			return { ...asked, home: actor.region, submittedOnly: true, byKnownState: false };
		default:
			return { ...asked, home: actor.region, submittedOnly: false, byKnownState: true };
	}
}
