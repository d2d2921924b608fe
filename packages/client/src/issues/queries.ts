import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "@zhenggai/api";
import type { ZhenggaiClient } from "../client.ts";
import { signalOf } from "../query.ts";

type Inputs = inferRouterInputs<AppRouter>["issues"];

/** Queries of the room `issues`. Keys begin with the room and the verb. */
export const issueQueries = (client: ZhenggaiClient) => ({
	list: (input: Inputs["list"]) => ({
		queryKey: ["issues", "list", input] as const,
		queryFn: (context?: { signal?: AbortSignal }) => client.issues.list.query(input, signalOf(context)),
	}),
	get: (input: Inputs["get"]) => ({
		queryKey: ["issues", "get", input] as const,
		queryFn: (context?: { signal?: AbortSignal }) => client.issues.get.query(input, signalOf(context)),
	}),
	history: (input: Inputs["history"]) => ({
		queryKey: ["issues", "history", input] as const,
		queryFn: (context?: { signal?: AbortSignal }) => client.issues.history.query(input, signalOf(context)),
	}),
	listInspections: () => ({
		queryKey: ["issues", "listInspections"] as const,
		queryFn: (context?: { signal?: AbortSignal }) =>
			client.issues.listInspections.query(undefined, signalOf(context)),
	}),
	getImport: (input: Inputs["getImport"]) => ({
		queryKey: ["issues", "getImport", input] as const,
		queryFn: (context?: { signal?: AbortSignal }) => client.issues.getImport.query(input, signalOf(context)),
	}),
	listImports: () => ({
		queryKey: ["issues", "listImports"] as const,
		queryFn: (context?: { signal?: AbortSignal }) =>
			client.issues.listImports.query(undefined, signalOf(context)),
	}),
});
