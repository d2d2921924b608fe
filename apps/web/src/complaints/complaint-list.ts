import type { ComplaintChange, ComplaintRow } from "@zhenggai/domain/complaints";
import { client } from "../api.ts";
import { createLiveList } from "../list/live-list.ts";
import type { ComplaintListFilter } from "../types.ts";
import { complaintLine } from "./complaint-line.ts";
import { compareComplaints } from "./complaint-order.ts";
import { type ComplaintView, sameComplaints } from "./url.ts";

const same = (a: ComplaintView, b: ComplaintView): boolean =>
	a.sort === b.sort && a.descending === b.descending && sameComplaints(a.filter, b.filter);

/** The one list of complaints of the page. */
export const complaintList = createLiveList<
	ComplaintRow,
	ComplaintView,
	ComplaintListFilter,
	ComplaintChange
>({
	load: ({ filter, sort, descending }, page, signal) =>
		client.complaints.list.query({ filter, sort, descending, ...page }, { signal }),
	same,
	filterOf: ({ filter }) => filter,
	compareIn: (view) => (a, b) => compareComplaints(a, b, view),
	line: complaintLine,
	changeOf: ({ complaintId, version, row }) => ({ id: complaintId, version, row }),
});
