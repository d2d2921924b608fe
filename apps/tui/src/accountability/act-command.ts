import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { ReferralCommand, type ReferralVerb } from "@zhenggai/domain/accountability";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { type ActEnvelope, runAct } from "../command-line/act.ts";
import { bodyOf, bodyProblem } from "../command-line/body.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { writeReferral } from "./show-command.ts";

type Outcome = Outputs["accountability"]["submitReferral"];

/** Sends a command on the referral as it is now. */
function send(
	{ accountability }: ZhenggaiClient,
	referralId: string,
	command: ReferralCommand,
	envelope: ActEnvelope,
): Promise<Outcome> {
	const round = { referralId, envelope };
	switch (command.type) {
		case "draftReferral":
			return accountability.draftReferral.mutate({ ...round, command });
		case "amendReferral":
			return accountability.amendReferral.mutate({ ...round, command });
		case "submitReferral":
			return accountability.submitReferral.mutate({ ...round, command });
		case "withdrawReferral":
			return accountability.withdrawReferral.mutate({ ...round, command });
		case "returnReferral":
			return accountability.returnReferral.mutate({ ...round, command });
		case "decideReferral":
			return accountability.decideReferral.mutate({ ...round, command });
		case "receiveReferral":
			return accountability.receiveReferral.mutate({ ...round, command });
		case "recordOutcome":
			return accountability.recordOutcome.mutate({ ...round, command });
		case "recordAppeal":
			return accountability.recordAppeal.mutate({ ...round, command });
		case "decideAppeal":
			return accountability.decideAppeal.mutate({ ...round, command });
	}
}

async function commandOf(context: CommandContext, verb: ReferralVerb, client: ZhenggaiClient, id: string) {
	const body = await bodyOf(context);
	const region = verb === "draftReferral" ? (await client.access.me.query()).region : undefined;
	const given = ReferralCommand.safeParse({
		...(verb === "draftReferral" ? { region, referralId: id, content: body } : body),
		type: verb,
	});
	if (given.success) return given.data;
	throw bodyProblem(given.error.issues);
}

/** `referrals <verb>`: one act on a referral, its particulars from a file or single fields. */
export const actOf = (verb: ReferralVerb): Runner =>
	runAct({
		fresh: verb === "draftReferral",
		label: caseVocab.referralVerb[verb],
		asked: (context, client, id) => commandOf(context, verb, client, id),
		version: async (client, referralId) =>
			(await client.accountability.get.query({ referralId })).row.version,
		send,
		write: writeReferral,
	});
