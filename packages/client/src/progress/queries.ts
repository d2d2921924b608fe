import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["progress"];
type Out = Outputs["progress"];

/** Queries of the room `progress`. */
export const progressQueries = (client: ZhenggaiClient) => ({
	reportForm: (input: In["reportForm"]): Query<In["reportForm"], Out["reportForm"]> => ({
		queryKey: ["progress", "reportForm", input],
		queryFn: (context) => client.progress.reportForm.query(input, signalOf(context)),
	}),
	uploadLimit: (): Query<undefined, Out["uploadLimit"]> => ({
		queryKey: ["progress", "uploadLimit", undefined],
		queryFn: (context) => client.progress.uploadLimit.query(undefined, signalOf(context)),
	}),
});
