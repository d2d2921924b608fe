import { randomUUID } from "node:crypto";
import type { ZhenggaiClient } from "@zhenggai/client";
import type { Bilingual, Outcome } from "@zhenggai/domain/kernel";
import { newId } from "../app/uuid.ts";
import { say } from "../say.ts";
import type { CommandContext, Runner } from "./command.ts";
import { EXIT } from "./exit.ts";
import { refusedError } from "./refused.ts";

export type ActEnvelope = { expectedVersion: number; idempotencyKey: string; justification?: string };

/** What a kind of thing brings for one act on it. */
export type Act<Asked, Detail> = {
	/** The act makes a new one: its id is made here, and it has no version yet. */
	readonly fresh: boolean;
	readonly label: Bilingual;
	/** The command, of a file or single fields. */
	readonly asked: (context: CommandContext, client: ZhenggaiClient, id: string) => Promise<Asked>;
	readonly version: (client: ZhenggaiClient, id: string) => Promise<number>;
	readonly send: (
		client: ZhenggaiClient,
		id: string,
		asked: Asked,
		envelope: ActEnvelope,
	) => Promise<Outcome<Detail>>;
	readonly write: (context: CommandContext, detail: Detail) => void;
};

/** One act on the thing as it is now: `--because` passes warnings, a refusal ends the command with its reasons. */
export const runAct =
	<Asked, Detail>(act: Act<Asked, Detail>): Runner =>
	async (context) => {
		const { client } = await context.connect();
		const id = act.fresh ? newId(Date.now()) : (context.arguments[0] ?? "");
		const asked = await act.asked(context, client, id);
		const expectedVersion = act.fresh ? 0 : await act.version(client, id);
		const justification = context.options.value("because");
		const outcome = await act.send(client, id, asked, {
			expectedVersion,
			idempotencyKey: randomUUID(),
			...(justification === undefined ? {} : { justification }),
		});
		if (!outcome.ok) throw refusedError(outcome.refusals);
		act.write(context, outcome.value);
		const { zh, en } = act.label;
		context.talk(say(`已办理：${zh}`, `Done: ${en}`));
		return EXIT.done;
	};
