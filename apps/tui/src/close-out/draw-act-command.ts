import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { DrawCommand, type DrawVerb } from "@zhenggai/domain/close-out";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import { type ActEnvelope, runAct } from "../command-line/act.ts";
import { bodyOf, bodyProblem } from "../command-line/body.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { writeDraw } from "./draw-show-command.ts";

type Outcome = Outputs["closeOut"]["openDraw"];

/** Sends a command on the draw as it is now. */
function send(
	{ closeOut }: ZhenggaiClient,
	drawId: string,
	command: DrawCommand,
	envelope: ActEnvelope,
): Promise<Outcome> {
	const round = { drawId, envelope };
	switch (command.type) {
		case "openDraw":
			return closeOut.openDraw.mutate({ ...round, command });
		case "freezeFrame":
			return closeOut.freezeFrame.mutate({ ...round, command });
		case "drawLookBacks":
			return closeOut.drawLookBacks.mutate({ ...round, command });
		case "assignChecker":
			return closeOut.assignChecker.mutate({ ...round, command });
		case "recordDrawn":
			return closeOut.recordDrawn.mutate({ ...round, command });
		case "linkLookBack":
			return closeOut.linkLookBack.mutate({ ...round, command });
		case "waiveDrawn":
			return closeOut.waiveDrawn.mutate({ ...round, command });
		case "closeDraw":
			return closeOut.closeDraw.mutate({ ...round, command });
		case "cancelDraw":
			return closeOut.cancelDraw.mutate({ ...round, command });
	}
}

/** What people leave out: ids that are made here, answers that are none; and short ways to say what is nested. */
function wholeOf(verb: DrawVerb, drawId: string, body: Record<string, unknown>): object {
	switch (verb) {
		case "openDraw": {
			const { seed, source, publishedOn, ...rest } = body;
			const basis =
				seed === undefined ? { kind: "public", source, publishedOn } : { kind: "declared", text: seed };
			return { drawId, basis, ...rest };
		}
		case "assignChecker":
			return { name: null, dueOn: null, ...body };
		case "recordDrawn": {
			const { issueId, ...lookBack } = body;
			return "lookBack" in body
				? body
				: { issueId, lookBack: { id: newId(Date.now()), evidenceIds: [], ...lookBack } };
		}
		default:
			return body;
	}
}

async function askedOf(context: CommandContext, verb: DrawVerb, id: string): Promise<DrawCommand> {
	const empty = verb === "freezeFrame";
	const body = empty ? {} : await bodyOf(context);
	const given = DrawCommand.safeParse({ ...wholeOf(verb, id, body), type: verb });
	if (!given.success) throw bodyProblem(given.error.issues);
	return given.data;
}

/** `draws <verb>`: one act on a draw, its particulars from a file or single fields. */
export const actOf = (verb: DrawVerb): Runner =>
	runAct({
		fresh: verb === "openDraw",
		label: caseVocab.drawVerb[verb],
		asked: (context, _client, id) => askedOf(context, verb, id),
		version: async (client, drawId) => (await client.closeOut.getDraw.query({ drawId })).row.version,
		send,
		write: writeDraw,
	});
