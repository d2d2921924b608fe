import { expect, test } from "vitest";
import { readPages } from "./all-pages.ts";

/** A list of `count` numbers that gives at most 200 at once, and remembers what it was asked for. */
function listOf(count: number) {
	const asked: { limit: number; cursor?: string }[] = [];
	const ask = async (page: { limit: number; cursor?: string }) => {
		asked.push(page);
		const from = Number(page.cursor ?? 0);
		const to = Math.min(count, from + Math.min(200, page.limit));
		const items = Array.from({ length: to - from }, (_, index) => from + index);
		return { items, nextCursor: to < count ? String(to) : null };
	};
	return { ask, asked };
}

test.each([
	{ count: 450, limit: Number.POSITIVE_INFINITY, rows: 450, pages: 3 },
	{ count: 450, limit: 210, rows: 210, pages: 2 },
	{ count: 450, limit: 200, rows: 200, pages: 1 },
	{ count: 3, limit: 50, rows: 3, pages: 1 },
	{ count: 0, limit: 50, rows: 0, pages: 1 },
])("$limit of $count are $rows rows in $pages pages", async ({ count, limit, rows, pages }) => {
	const { ask, asked } = listOf(count);
	const { items, last } = await readPages(limit, ask);
	expect(items).toEqual(Array.from({ length: rows }, (_, index) => index));
	expect(asked).toHaveLength(pages);
	expect(last.nextCursor === null).toBe(rows === count);
});
