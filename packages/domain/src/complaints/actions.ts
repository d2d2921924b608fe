import type { Bilingual, Refusal } from "../kernel/index.ts";
import { valuesOf, vocab } from "../vocabulary/index.ts";
import type { ComplaintVerb } from "./commands.ts";
import type { ComplaintContext } from "./context.ts";
import { complaintGate } from "./decide.ts";
import { relationUnknown } from "./refusals.ts";
import type { Complaint } from "./schema.ts";

type OpenVerb = Exclude<ComplaintVerb, "registerComplaint">;
const isOpenVerb = (verb: ComplaintVerb): verb is OpenVerb => verb !== "registerComplaint";

export type ComplaintAction = {
	verb: string;
	label: Bilingual;
	allowed: boolean;
	refusals: Refusal[];
};

/** What an actor can do next with a complaint, and why not what it cannot. */
export const complaintActions = (
	complaint: Complaint,
	context: Pick<ComplaintContext, "actor">,
): ComplaintAction[] =>
	valuesOf(vocab.complaintVerb)
		.filter(isOpenVerb)
		.map((verb) => {
			const closed = complaintGate(complaint, verb, context);
			const empty = verb === "unrelateComplaint" && complaint.relations.length === 0;
			const refusals = closed.length === 0 && empty ? [relationUnknown("relations")] : closed;
			return {
				verb,
				label: vocab.complaintVerb[verb],
				allowed: refusals.length === 0,
				refusals: [...refusals],
			};
		});
