import type { Actor, ReferralId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { referralFor } from "../accountability/index.ts";
import { ServiceError } from "../errors.ts";
import type { ServiceContext } from "../kit/context.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/**
 * Checks the hash chain of a referral from its first entry to its state. Only for those who may know of all of it: how many
 * entries there are would tell the others what they may not know. Throws NOT_FOUND for who may know of none, NOT_ALLOWED
 * for who knows the facts alone.
 */
export const verifyReferral =
	(context: ServiceContext) =>
	async (actor: Actor, referralId: ReferralId): Promise<ChainCheck> => {
		const { whole, sight } = await referralFor(readerOf(context.database), actor, referralId);
		if (sight !== "whole") throw new ServiceError("NOT_ALLOWED");
		return verifyStream(context, whole);
	};
