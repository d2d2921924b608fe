import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["rules"];
type Out = Outputs["rules"];

/** Queries of the room `rules`. */
export const ruleQueries = (client: ZhenggaiClient) => ({
	list: (): Query<undefined, Out["list"]> => ({
		queryKey: ["rules", "list", undefined],
		queryFn: (context) => client.rules.list.query(undefined, signalOf(context)),
	}),
	listRuleSets: (): Query<undefined, Out["listRuleSets"]> => ({
		queryKey: ["rules", "listRuleSets", undefined],
		queryFn: (context) => client.rules.listRuleSets.query(undefined, signalOf(context)),
	}),
	checkIssue: (input: In["checkIssue"]): Query<In["checkIssue"], Out["checkIssue"]> => ({
		queryKey: ["rules", "checkIssue", input],
		queryFn: (context) => client.rules.checkIssue.query(input, signalOf(context)),
	}),
	listRegions: (): Query<undefined, Out["listRegions"]> => ({
		queryKey: ["rules", "listRegions", undefined],
		queryFn: (context) => client.rules.listRegions.query(undefined, signalOf(context)),
	}),
	region: (input: In["region"]): Query<In["region"], Out["region"]> => ({
		queryKey: ["rules", "region", input],
		queryFn: (context) => client.rules.region.query(input, signalOf(context)),
	}),
	calendar: (): Query<undefined, Out["calendar"]> => ({
		queryKey: ["rules", "calendar", undefined],
		queryFn: (context) => client.rules.calendar.query(undefined, signalOf(context)),
	}),
});
