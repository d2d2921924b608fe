import type { ReferralDetail } from "@zhenggai/domain/accountability";
import type { Actor, ReferralId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import { referralDetail, referralFor } from "./detail.ts";

/** Everything that the actor may know of a referral. Throws NOT_FOUND for one of which it may not know. */
export const getReferral =
	(context: ServiceContext) =>
	async (actor: Actor, id: ReferralId): Promise<ReferralDetail> => {
		const { known, sight } = await referralFor(readerOf(context.database), actor, id);
		return referralDetail(context, actor, known, sight);
	};
