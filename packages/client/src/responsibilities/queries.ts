import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["responsibilities"];
type Out = Outputs["responsibilities"];

/** Queries of the room `responsibilities`. */
export const responsibilityQueries = (client: ZhenggaiClient) => ({
	listUnits: (input: In["listUnits"]): Query<In["listUnits"], Out["listUnits"]> => ({
		queryKey: ["responsibilities", "listUnits", input],
		queryFn: (context) => client.responsibilities.listUnits.query(input, signalOf(context)),
	}),
	listPeople: (input: In["listPeople"]): Query<In["listPeople"], Out["listPeople"]> => ({
		queryKey: ["responsibilities", "listPeople", input],
		queryFn: (context) => client.responsibilities.listPeople.query(input, signalOf(context)),
	}),
	listRegions: (input: In["listRegions"]): Query<In["listRegions"], Out["listRegions"]> => ({
		queryKey: ["responsibilities", "listRegions", input],
		queryFn: (context) => client.responsibilities.listRegions.query(input, signalOf(context)),
	}),
});
