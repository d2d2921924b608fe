import type { IssueRow } from "@zhenggai/domain/issues";
import type { Order } from "../list/column.ts";
import type { LedgerSort } from "../types.ts";

export type LedgerOrder = Order<LedgerSort>;

/** The value a row is ordered by; null comes last in either direction. */
function sortKey(row: IssueRow, sort: LedgerSort): string | null {
	if (sort === "due") return row.due;
	if (sort === "updated") return row.updatedAt;
	if (sort === "region") return row.region;
	return row.number;
}

const byNumber = new Intl.Collator("en", { numeric: true });

/** Negative when `a` stands before `b`. Ties keep the order of arrival. */
export function compareRows(a: IssueRow, b: IssueRow, order: LedgerOrder): number {
	const [x, y] = [sortKey(a, order.sort), sortKey(b, order.sort)];
	if (x === y) return 0;
	if (x === null) return 1;
	if (y === null) return -1;
	const way = order.descending ? -1 : 1;
	return way * (order.sort === "number" ? byNumber.compare(x, y) : x < y ? -1 : 1);
}
