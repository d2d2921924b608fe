import {
	knownReferral,
	type ReferralListQuery,
	type ReferralRow,
	referralRow,
	sightOf,
} from "@zhenggai/domain/accountability";
import type { Actor, Page } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { listReferralStates } from "@zhenggai/storage/accountability";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { z } from "zod";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { referralScope } from "./scope.ts";

const Place = z.object({ referrals: z.literal(true), at: z.iso.datetime(), id: z.uuid() });

/** A page of the referrals that the actor may know of, each as far as it may, the newest draft first. */
export const listReferrals =
	(context: ServiceContext) =>
	async (actor: Actor, query: ReferralListQuery): Promise<Page<ReferralRow>> => {
		const asOf = momentOf(context).today;
		const scope = referralScope(actor, query.filter);
		if (scope === null) return { items: [], nextCursor: null, asOf };
		const after = query.cursor === undefined ? null : decodeCursor(query.cursor, Place);
		const { states, next } = await listReferralStates(context.database, {
			...scope,
			limit: query.limit,
			after,
		});
		const codes = [...new Set(states.map(({ region }) => region))];
		const regions = await findRegions(readerOf(context.database), codes);
		const names = new Map(regions.map(({ code, name }) => [code, name]));
		const items = states.flatMap((referral) => {
			// The list and the page of one case never disagree on who may know of it.
			const sight = sightOf(actor, referral);
			if (sight === "none") return [];
			return [referralRow(knownReferral(referral, sight), names.get(referral.region) ?? referral.region)];
		});
		return {
			items,
			nextCursor: next === null ? null : encodeCursor({ referrals: true, ...next }),
			asOf,
		};
	};
