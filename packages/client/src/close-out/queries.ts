import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Inputs, Outputs } from "../types.ts";

type In = Inputs["closeOut"];
type Out = Outputs["closeOut"];

/** Queries of the room `close-out`. */
export const closeOutQueries = (client: ZhenggaiClient) => ({
	listClosing: (input: In["listClosing"]): Query<In["listClosing"], Out["listClosing"]> => ({
		queryKey: ["closeOut", "listClosing", input],
		queryFn: (context) => client.closeOut.listClosing.query(input, signalOf(context)),
	}),
	countClosing: (input: In["countClosing"]): Query<In["countClosing"], Out["countClosing"]> => ({
		queryKey: ["closeOut", "countClosing", input],
		queryFn: (context) => client.closeOut.countClosing.query(input, signalOf(context)),
	}),
	listDraws: (input: In["listDraws"]): Query<In["listDraws"], Out["listDraws"]> => ({
		queryKey: ["closeOut", "listDraws", input],
		queryFn: (context) => client.closeOut.listDraws.query(input, signalOf(context)),
	}),
	getDraw: (input: In["getDraw"]): Query<In["getDraw"], Out["getDraw"]> => ({
		queryKey: ["closeOut", "getDraw", input],
		queryFn: (context) => client.closeOut.getDraw.query(input, signalOf(context)),
	}),
	repeatDraw: (input: In["repeatDraw"]): Query<In["repeatDraw"], Out["repeatDraw"]> => ({
		queryKey: ["closeOut", "repeatDraw", input],
		queryFn: (context) => client.closeOut.repeatDraw.query(input, signalOf(context)),
	}),
	drawHistory: (input: In["drawHistory"]): Query<In["drawHistory"], Out["drawHistory"]> => ({
		queryKey: ["closeOut", "drawHistory", input],
		queryFn: (context) => client.closeOut.drawHistory.query(input, signalOf(context)),
	}),
	publicDesk: (): Query<undefined, Out["publicDesk"]> => ({
		queryKey: ["closeOut", "publicDesk", undefined],
		queryFn: (context) => client.closeOut.publicDesk.query(undefined, signalOf(context)),
	}),
	listPublicNotices: (
		input: In["listPublicNotices"],
	): Query<In["listPublicNotices"], Out["listPublicNotices"]> => ({
		queryKey: ["closeOut", "listPublicNotices", input],
		queryFn: (context) => client.closeOut.listPublicNotices.query(input, signalOf(context)),
	}),
	getPublicNotice: (input: In["getPublicNotice"]): Query<In["getPublicNotice"], Out["getPublicNotice"]> => ({
		queryKey: ["closeOut", "getPublicNotice", input],
		queryFn: (context) => client.closeOut.getPublicNotice.query(input, signalOf(context)),
	}),
	listPublicResults: (
		input: In["listPublicResults"],
	): Query<In["listPublicResults"], Out["listPublicResults"]> => ({
		queryKey: ["closeOut", "listPublicResults", input],
		queryFn: (context) => client.closeOut.listPublicResults.query(input, signalOf(context)),
	}),
});
