import { say } from "../say.ts";
import type { CommandContext } from "./command.ts";
import { usageError } from "./values.ts";

/** Most that the API gives at once. */
const PAGE = 200;
const DEFAULT_LIMIT = 50;

/** How many rows `--limit` asks for: 50 unless it is given, without end for `all`. */
export function limitOption({ options }: CommandContext): number {
	const asked = options.value("limit");
	if (asked === undefined) return DEFAULT_LIMIT;
	if (asked === "all") return Number.POSITIVE_INFINITY;
	const limit = Number(asked);
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw usageError("--limit", say("应为正整数或 all", "must be a positive number, or all"));
}

type Page<R> = { readonly items: readonly R[]; readonly nextCursor: string | null };

/** Reads a list page by page until `limit` rows are there or it ends. Answers the rows and the last page. */
export async function readPages<R, P extends Page<R>>(
	limit: number,
	ask: (page: { limit: number; cursor?: string }) => Promise<P & Page<R>>,
): Promise<{ items: R[]; last: P }> {
	const items: R[] = [];
	let last = await ask({ limit: Math.min(PAGE, limit) });
	items.push(...last.items);
	while (last.nextCursor !== null && items.length < limit) {
		last = await ask({ limit: Math.min(PAGE, limit - items.length), cursor: last.nextCursor });
		items.push(...last.items);
	}
	return { items, last };
}
