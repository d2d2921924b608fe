import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { InstrumentCommand, type InstrumentVerb } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { type ActEnvelope, runAct } from "../command-line/act.ts";
import { bodyOf, bodyProblem } from "../command-line/body.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { draftOf } from "./instrument-draft.ts";
import { writeInstrument } from "./instruments-show-command.ts";

type Outcome = Outputs["supervision"]["issueInstrument"];

/** Sends a command on the instrument as it is now. */
function send(
	{ supervision }: ZhenggaiClient,
	instrumentId: string,
	command: InstrumentCommand,
	envelope: ActEnvelope,
): Promise<Outcome> {
	const round = { instrumentId, envelope };
	switch (command.type) {
		case "draftInstrument":
			return supervision.draftInstrument.mutate({ ...round, command });
		case "approveInstrument":
			return supervision.approveInstrument.mutate({ ...round, command });
		case "issueInstrument":
			return supervision.issueInstrument.mutate({ ...round, command });
		case "acknowledgeInstrument":
			return supervision.acknowledgeInstrument.mutate({ ...round, command });
		case "readdressInstrument":
			return supervision.readdressInstrument.mutate({ ...round, command });
		case "holdTalk":
			return supervision.holdTalk.mutate({ ...round, command });
		case "minuteTalk":
			return supervision.minuteTalk.mutate({ ...round, command });
		case "replyInstrument":
			return supervision.replyInstrument.mutate({ ...round, command });
		case "verifyReply":
			return supervision.verifyReply.mutate({ ...round, command });
		case "liftInstrument":
			return supervision.liftInstrument.mutate({ ...round, command });
		case "escalateInstrument":
			return supervision.escalateInstrument.mutate({ ...round, command });
		case "discardInstrument":
			return supervision.discardInstrument.mutate({ ...round, command });
		case "extendListing":
			return supervision.extendListing.mutate({ ...round, command });
		case "preAcceptListing":
			return supervision.preAcceptListing.mutate({ ...round, command });
		case "unlist":
			return supervision.unlist.mutate({ ...round, command });
		case "failListing":
			return supervision.failListing.mutate({ ...round, command });
	}
}

/** What people leave out: answers that are none, a reply that is asked for, the reader's own unit, today. */
async function wholeOf(
	client: ZhenggaiClient,
	verb: InstrumentVerb,
	id: string,
	body: Record<string, unknown>,
): Promise<object> {
	switch (verb) {
		case "draftInstrument":
			return draftOf(client, id, body);
		case "approveInstrument":
			return { opinion: null, ...body };
		case "issueInstrument": {
			const { asOf } = await client.supervision.get.query({ instrumentId: id });
			return { on: asOf, limitOn: null, replyAsked: true, ...body };
		}
		case "acknowledgeInstrument":
			return "unitId" in body ? body : { unitId: (await client.access.me.query()).unit?.id, ...body };
		case "replyInstrument":
			return { evidenceIds: [], ...body };
		default:
			return body;
	}
}

async function askedOf(
	context: CommandContext,
	client: ZhenggaiClient,
	verb: InstrumentVerb,
	id: string,
): Promise<InstrumentCommand> {
	const whole = await wholeOf(client, verb, id, await bodyOf(context));
	const given = InstrumentCommand.safeParse({ ...whole, type: verb });
	if (!given.success) throw bodyProblem(given.error.issues);
	return given.data;
}

/** `instruments <verb>`: one act on an instrument, its particulars from a file or single fields. */
export const actOf = (verb: InstrumentVerb): Runner =>
	runAct({
		fresh: verb === "draftInstrument",
		label: caseVocab.instrumentVerb[verb],
		asked: (context, client, id) => askedOf(context, client, verb, id),
		version: async (client, instrumentId) =>
			(await client.supervision.get.query({ instrumentId })).row.version,
		send,
		write: writeInstrument,
	});
