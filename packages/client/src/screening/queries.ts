import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["screening"];
type Out = Outputs["screening"];

/** Queries of the room `screening`. */
export const screeningQueries = (client: ZhenggaiClient) => ({
	list: (input: In["list"]): Query<In["list"], Out["list"]> => ({
		queryKey: ["screening", "list", input],
		queryFn: (context) => client.screening.list.query(input, signalOf(context)),
	}),
	get: (input: In["get"]): Query<In["get"], Out["get"]> => ({
		queryKey: ["screening", "get", input],
		queryFn: (context) => client.screening.get.query(input, signalOf(context)),
	}),
	history: (input: In["history"]): Query<In["history"], Out["history"]> => ({
		queryKey: ["screening", "history", input],
		queryFn: (context) => client.screening.history.query(input, signalOf(context)),
	}),
});
