import type { IssueChange } from "@zhenggai/domain/issues";
import { client } from "../api.ts";
import type { LedgerFilter } from "../types.ts";
import { createLine } from "./line.ts";
import { register } from "./lines.ts";

/** The stream of changes of issues. It is open on every page: the mast says whether it is. */
export const issueLine = register(
	createLine<LedgerFilter, IssueChange>({}, ({ filter, after }, events) =>
		client.issues.watch.subscribe({ filter, ...(after === undefined ? {} : { after }) }, events),
	),
);
