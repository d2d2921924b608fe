import { randomUUID } from "node:crypto";
import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { ReferralCommand, type ReferralVerb } from "@zhenggai/domain/accountability";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import { bodyOf, bodyProblem } from "../command-line/body.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { refusedError } from "../command-line/refused.ts";
import { say } from "../say.ts";
import { writeReferral } from "./show-command.ts";

type Outcome = Outputs["accountability"]["submitReferral"];

/** Sends a command on the referral as it is now. */
function send(
	{ accountability }: ZhenggaiClient,
	referralId: string,
	command: ReferralCommand,
	envelope: { expectedVersion: number; idempotencyKey: string; justification?: string },
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
export const actOf =
	(verb: ReferralVerb): Runner =>
	async (context) => {
		const { client } = await context.connect();
		const fresh = verb === "draftReferral";
		const id = fresh ? newId(Date.now()) : (context.arguments[0] ?? "");
		const command = await commandOf(context, verb, client, id);
		const expectedVersion = fresh
			? 0
			: (await client.accountability.get.query({ referralId: id })).row.version;
		const justification = context.options.value("because");
		const outcome = await send(client, id, command, {
			expectedVersion,
			idempotencyKey: randomUUID(),
			...(justification === undefined ? {} : { justification }),
		});
		if (!outcome.ok) throw refusedError(outcome.refusals);
		writeReferral(context, outcome.value);
		const { zh, en } = caseVocab.referralVerb[verb];
		context.talk(say(`已办理：${zh}`, `Done: ${en}`));
		return EXIT.done;
	};
