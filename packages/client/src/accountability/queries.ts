import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["accountability"];
type Out = Outputs["accountability"];

/** Queries of the room `accountability`. */
export const accountabilityQueries = (client: ZhenggaiClient) => ({
	list: (input: In["list"]): Query<In["list"], Out["list"]> => ({
		queryKey: ["accountability", "list", input],
		queryFn: (context) => client.accountability.list.query(input, signalOf(context)),
	}),
	get: (input: In["get"]): Query<In["get"], Out["get"]> => ({
		queryKey: ["accountability", "get", input],
		queryFn: (context) => client.accountability.get.query(input, signalOf(context)),
	}),
	history: (input: In["history"]): Query<In["history"], Out["history"]> => ({
		queryKey: ["accountability", "history", input],
		queryFn: (context) => client.accountability.history.query(input, signalOf(context)),
	}),
});
