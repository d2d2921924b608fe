import { CONFIDENTIAL, describeReferralEvent, ReferralEvent } from "@zhenggai/domain/accountability";
import type { HistoryEntry } from "@zhenggai/domain/journal";
import type { Actor } from "@zhenggai/domain/kernel";
import { readerOf, readStream } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import type { ReferralHistoryQuery } from "../services.ts";
import { referralFor } from "./detail.ts";

/** A page of a referral's timeline, the newest first: for the office that wrote it nothing after the decision. */
export const listReferralHistory =
	(context: ServiceContext) =>
	async (actor: Actor, query: ReferralHistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		const { sight } = await referralFor(readerOf(context.database), actor, query.referralId);
		const stream = await readStream(context.database, query.referralId);
		const told = stream
			.map((entry) => ({ entry, event: ReferralEvent.parse(entry.payload) }))
			.filter(({ event }) => sight === "whole" || !CONFIDENTIAL[event.type])
			.filter(({ entry }) => query.before === undefined || entry.version < query.before);
		const shown = told.slice(-query.limit).toReversed();
		return {
			items: shown.map(({ entry, event }) => ({
				version: entry.version,
				type: entry.type,
				at: entry.at,
				actor: entry.actor,
				...describeReferralEvent(event),
				hash: entry.hash,
			})),
			more: told.length > shown.length,
		};
	};
