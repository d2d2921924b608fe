import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["journal"];
type Out = Outputs["journal"];

/** Queries of the room `journal`. */
export const journalQueries = (client: ZhenggaiClient) => ({
	listEvents: (input: In["listEvents"]): Query<In["listEvents"], Out["listEvents"]> => ({
		queryKey: ["journal", "listEvents", input],
		queryFn: (context) => client.journal.listEvents.query(input, signalOf(context)),
	}),
	verifyComplaint: (input: In["verifyComplaint"]): Query<In["verifyComplaint"], Out["verifyComplaint"]> => ({
		queryKey: ["journal", "verifyComplaint", input],
		queryFn: (context) => client.journal.verifyComplaint.query(input, signalOf(context)),
	}),
	verifyIssue: (input: In["verifyIssue"]): Query<In["verifyIssue"], Out["verifyIssue"]> => ({
		queryKey: ["journal", "verifyIssue", input],
		queryFn: (context) => client.journal.verifyIssue.query(input, signalOf(context)),
	}),
	verifyDraw: (input: In["verifyDraw"]): Query<In["verifyDraw"], Out["verifyDraw"]> => ({
		queryKey: ["journal", "verifyDraw", input],
		queryFn: (context) => client.journal.verifyDraw.query(input, signalOf(context)),
	}),
	verifyInstrument: (
		input: In["verifyInstrument"],
	): Query<In["verifyInstrument"], Out["verifyInstrument"]> => ({
		queryKey: ["journal", "verifyInstrument", input],
		queryFn: (context) => client.journal.verifyInstrument.query(input, signalOf(context)),
	}),
	verifyReferral: (input: In["verifyReferral"]): Query<In["verifyReferral"], Out["verifyReferral"]> => ({
		queryKey: ["journal", "verifyReferral", input],
		queryFn: (context) => client.journal.verifyReferral.query(input, signalOf(context)),
	}),
	verifyScreening: (input: In["verifyScreening"]): Query<In["verifyScreening"], Out["verifyScreening"]> => ({
		queryKey: ["journal", "verifyScreening", input],
		queryFn: (context) => client.journal.verifyScreening.query(input, signalOf(context)),
	}),
});
