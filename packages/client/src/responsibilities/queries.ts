import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "@zhenggai/api";
import type { ZhenggaiClient } from "../client.ts";
import { signalOf } from "../query.ts";

type Inputs = inferRouterInputs<AppRouter>["responsibilities"];

/** Queries of the room `responsibilities`. */
export const responsibilityQueries = (client: ZhenggaiClient) => ({
	listUnits: (input: Inputs["listUnits"]) => ({
		queryKey: ["responsibilities", "listUnits", input] as const,
		queryFn: (context?: { signal?: AbortSignal }) =>
			client.responsibilities.listUnits.query(input, signalOf(context)),
	}),
	listPeople: (input: Inputs["listPeople"]) => ({
		queryKey: ["responsibilities", "listPeople", input] as const,
		queryFn: (context?: { signal?: AbortSignal }) =>
			client.responsibilities.listPeople.query(input, signalOf(context)),
	}),
	listRegions: (input: Inputs["listRegions"]) => ({
		queryKey: ["responsibilities", "listRegions", input] as const,
		queryFn: (context?: { signal?: AbortSignal }) =>
			client.responsibilities.listRegions.query(input, signalOf(context)),
	}),
});
