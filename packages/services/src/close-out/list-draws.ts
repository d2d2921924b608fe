import { type DrawListQuery, type DrawRow, drawRow } from "@zhenggai/domain/close-out";
import type { Actor, Page } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { listDrawStates } from "@zhenggai/storage/close-out";
import { z } from "zod";
import { narrowedTo, scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { drawNames } from "./draw-detail.ts";

const Place = z.object({ draws: z.literal(true), to: z.iso.date(), id: z.uuid() });

/** A page of the draws of the actor's region, the latest period first. */
export const listDraws =
	(context: ServiceContext) =>
	async (actor: Actor, { filter, cursor, limit }: DrawListQuery): Promise<Page<DrawRow>> => {
		const { today } = momentOf(context);
		const prefix = narrowedTo(scopeOf(actor, "viewDraw").regionPrefix, filter.region);
		if (prefix === null) return { items: [], nextCursor: null, asOf: today };
		const { states, next } = await listDrawStates(context.database, {
			prefix,
			states: filter.states ?? null,
			limit,
			after: cursor === undefined ? null : decodeCursor(cursor, Place),
		});
		const names = await drawNames(readerOf(context.database), states, { whole: false });
		return {
			items: states.map((draw) => drawRow(draw, names.region(draw.region), today)),
			nextCursor: next === null ? null : encodeCursor({ draws: true, ...next }),
			asOf: today,
		};
	};
