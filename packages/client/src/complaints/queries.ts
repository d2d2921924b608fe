import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["complaints"];
type Out = Outputs["complaints"];

/** Queries of the room `complaints`. */
export const complaintQueries = (client: ZhenggaiClient) => ({
	list: (input: In["list"]): Query<In["list"], Out["list"]> => ({
		queryKey: ["complaints", "list", input],
		queryFn: (context) => client.complaints.list.query(input, signalOf(context)),
	}),
	get: (input: In["get"]): Query<In["get"], Out["get"]> => ({
		queryKey: ["complaints", "get", input],
		queryFn: (context) => client.complaints.get.query(input, signalOf(context)),
	}),
	history: (input: In["history"]): Query<In["history"], Out["history"]> => ({
		queryKey: ["complaints", "history", input],
		queryFn: (context) => client.complaints.history.query(input, signalOf(context)),
	}),
	totals: (input: In["totals"]): Query<In["totals"], Out["totals"]> => ({
		queryKey: ["complaints", "totals", input],
		queryFn: (context) => client.complaints.totals.query(input, signalOf(context)),
	}),
});
