import { checkDraw, type DrawRepeat } from "@zhenggai/domain/close-out";
import type { Actor, DrawId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { ServiceError } from "../errors.ts";
import type { ServiceContext } from "../kit/context.ts";
import { sha256Of } from "../kit/json.ts";
import { drawFor } from "./draw-detail.ts";
import { frozenFrame } from "./draw-frame.ts";

/**
 * Everything that anybody needs to draw again, and whether the server's own repetition gives the same (LB-03). Throws
 * NOT_FOUND before the frame is frozen.
 */
export const repeatDraw =
	(context: ServiceContext) =>
	async (actor: Actor, drawId: DrawId): Promise<DrawRepeat> => {
		const draw = await drawFor(readerOf(context.database), actor, drawId);
		if (draw.frame === null) throw new ServiceError("NOT_FOUND");
		const items = [...(await frozenFrame(context.database, draw))];
		const drawn = draw.items.map(({ issueId }) => issueId);
		const seed = draw.seed?.text ?? null;
		const { sha256 } = draw.frame;
		const { method } = draw;
		const { frameSame, sampleSame } = checkDraw({ items, sha256, seed, method, drawn }, sha256Of);
		return { drawId, method, seed, sha256, items, drawn, frameSame, sampleSame };
	};
