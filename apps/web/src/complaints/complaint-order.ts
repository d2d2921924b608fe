import type { ComplaintRow } from "@zhenggai/domain/complaints";
import type { Order } from "../list/column.ts";
import type { ComplaintListSort } from "../types.ts";

/** What is not stated comes last. */
const LAST = "~";
const padded = (number: number | null, width: number): string =>
	number === null ? LAST : String(number).padStart(width, "0");

const batchKey = ({ batchDay, batch, seq }: ComplaintRow): string =>
	`${batchDay ?? LAST} ${padded(batch, 4)} ${padded(seq, 8)}`;

/** The text that a row is ordered by, as the server orders it. */
function sortKey(row: ComplaintRow, sort: ComplaintListSort): string {
	if (sort === "receipt") return row.receiptNumber ?? LAST;
	if (sort === "updated") return row.updatedAt;
	return sort === "region" ? `${row.region} ${batchKey(row)}` : batchKey(row);
}

/** Negative when `a` stands before `b`. Ties keep the order of arrival. */
export function compareComplaints(a: ComplaintRow, b: ComplaintRow, order: Order<ComplaintListSort>): number {
	const [x, y] = [sortKey(a, order.sort), sortKey(b, order.sort)];
	if (x === y) return 0;
	return (order.descending ? -1 : 1) * (x < y ? -1 : 1);
}
