import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["issues"];
type Out = Outputs["issues"];

/** Queries of the room `issues`. */
export const issueQueries = (client: ZhenggaiClient) => ({
	list: (input: In["list"]): Query<In["list"], Out["list"]> => ({
		queryKey: ["issues", "list", input],
		queryFn: (context) => client.issues.list.query(input, signalOf(context)),
	}),
	get: (input: In["get"]): Query<In["get"], Out["get"]> => ({
		queryKey: ["issues", "get", input],
		queryFn: (context) => client.issues.get.query(input, signalOf(context)),
	}),
	history: (input: In["history"]): Query<In["history"], Out["history"]> => ({
		queryKey: ["issues", "history", input],
		queryFn: (context) => client.issues.history.query(input, signalOf(context)),
	}),
	coverage: (input: In["coverage"]): Query<In["coverage"], Out["coverage"]> => ({
		queryKey: ["issues", "coverage", input],
		queryFn: (context) => client.issues.coverage.query(input, signalOf(context)),
	}),
	listInspections: (): Query<undefined, Out["listInspections"]> => ({
		queryKey: ["issues", "listInspections", undefined],
		queryFn: (context) => client.issues.listInspections.query(undefined, signalOf(context)),
	}),
	getImport: (input: In["getImport"]): Query<In["getImport"], Out["getImport"]> => ({
		queryKey: ["issues", "getImport", input],
		queryFn: (context) => client.issues.getImport.query(input, signalOf(context)),
	}),
	previewUndoImport: (
		input: In["previewUndoImport"],
	): Query<In["previewUndoImport"], Out["previewUndoImport"]> => ({
		queryKey: ["issues", "previewUndoImport", input],
		queryFn: (context) => client.issues.previewUndoImport.query(input, signalOf(context)),
	}),
	listImports: (): Query<undefined, Out["listImports"]> => ({
		queryKey: ["issues", "listImports", undefined],
		queryFn: (context) => client.issues.listImports.query(undefined, signalOf(context)),
	}),
	listColumnLayouts: (): Query<undefined, Out["listColumnLayouts"]> => ({
		queryKey: ["issues", "listColumnLayouts", undefined],
		queryFn: (context) => client.issues.listColumnLayouts.query(undefined, signalOf(context)),
	}),
});
