import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["inTray"];
type Out = Outputs["inTray"];

/** Queries of the room `in-tray`: what waits for whoever asks. */
export const inTrayQueries = (client: ZhenggaiClient) => ({
	list: (input: In["list"]): Query<In["list"], Out["list"]> => ({
		queryKey: ["inTray", "list", input],
		queryFn: (context) => client.inTray.list.query(input, signalOf(context)),
	}),
	count: (): Query<undefined, Out["count"]> => ({
		queryKey: ["inTray", "count", undefined],
		queryFn: (context) => client.inTray.count.query(undefined, signalOf(context)),
	}),
	lists: (): Query<undefined, Out["lists"]> => ({
		queryKey: ["inTray", "lists", undefined],
		queryFn: (context) => client.inTray.lists.query(undefined, signalOf(context)),
	}),
});
