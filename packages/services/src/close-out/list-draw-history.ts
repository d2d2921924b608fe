import { DrawEvent, describeDrawEvent } from "@zhenggai/domain/close-out";
import type { HistoryEntry } from "@zhenggai/domain/journal";
import type { Actor } from "@zhenggai/domain/kernel";
import { readerOf, readStream } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import type { DrawHistoryQuery } from "../services.ts";
import { drawFor, drawNames } from "./draw-detail.ts";

/** A page of a draw's timeline, the newest first, each entry in one sentence. */
export const listDrawHistory =
	(context: ServiceContext) =>
	async (actor: Actor, query: DrawHistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		const reader = readerOf(context.database);
		const draw = await drawFor(reader, actor, query.drawId);
		const names = await drawNames(reader, [draw], { whole: true });
		const numbers = new Map(draw.items.map(({ issueId, number }) => [issueId, number]));
		const lookup = { unitName: names.unit, issueNumber: numbers.get.bind(numbers) };
		const stream = await readStream(context.database, query.drawId);
		const { before } = query;
		const earlier = before === undefined ? stream : stream.filter(({ version }) => version < before);
		return {
			items: earlier
				.slice(-query.limit)
				.toReversed()
				.map((entry) => ({
					version: entry.version,
					type: entry.type,
					at: entry.at,
					actor: entry.actor,
					...describeDrawEvent(DrawEvent.parse(entry.payload), lookup),
					hash: entry.hash,
				})),
			more: earlier.length > query.limit,
		};
	};
