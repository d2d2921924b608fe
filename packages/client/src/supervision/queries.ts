import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["supervision"];
type Out = Outputs["supervision"];

/** Queries of the room `supervision`. */
export const supervisionQueries = (client: ZhenggaiClient) => ({
	list: (input: In["list"]): Query<In["list"], Out["list"]> => ({
		queryKey: ["supervision", "list", input],
		queryFn: (context) => client.supervision.list.query(input, signalOf(context)),
	}),
	unitScores: (input: In["unitScores"]): Query<In["unitScores"], Out["unitScores"]> => ({
		queryKey: ["supervision", "unitScores", input],
		queryFn: (context) => client.supervision.unitScores.query(input, signalOf(context)),
	}),
	unitPoints: (input: In["unitPoints"]): Query<In["unitPoints"], Out["unitPoints"]> => ({
		queryKey: ["supervision", "unitPoints", input],
		queryFn: (context) => client.supervision.unitPoints.query(input, signalOf(context)),
	}),
	exposures: (input: In["exposures"]): Query<In["exposures"], Out["exposures"]> => ({
		queryKey: ["supervision", "exposures", input],
		queryFn: (context) => client.supervision.exposures.query(input, signalOf(context)),
	}),
	get: (input: In["get"]): Query<In["get"], Out["get"]> => ({
		queryKey: ["supervision", "get", input],
		queryFn: (context) => client.supervision.get.query(input, signalOf(context)),
	}),
	simulate: (input: In["simulate"]): Query<In["simulate"], Out["simulate"]> => ({
		queryKey: ["supervision", "simulate", input],
		queryFn: (context) => client.supervision.simulate.query(input, signalOf(context)),
	}),
	history: (input: In["history"]): Query<In["history"], Out["history"]> => ({
		queryKey: ["supervision", "history", input],
		queryFn: (context) => client.supervision.history.query(input, signalOf(context)),
	}),
});
