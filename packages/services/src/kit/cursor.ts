import { say } from "@zhenggai/domain/kernel";
import type { z } from "zod";
import { ServiceError } from "../errors.ts";

/** A place in a list as opaque text. */
export const encodeCursor = (value: unknown): string =>
	Buffer.from(JSON.stringify(value)).toString("base64url");

/** Reads a place that `encodeCursor` wrote. Throws BAD_INPUT for anything else, also for another list's cursor. */
export function decodeCursor<T>(text: string, schema: z.ZodType<T>): T {
	try {
		return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
	} catch (cause) {
		throw new ServiceError(
			"BAD_INPUT",
			say("翻页位置无效，请从第一页重新查询", "The page cursor is not valid here: start from the first page"),
			cause,
		);
	}
}
