import type { CommandOutcome } from "@zhenggai/client";
import { client } from "../../api.ts";
import type { Envelope } from "../../commands/index.ts";
import type { CommandOf, CommandVerb } from "../../types.ts";

type Order<V extends CommandVerb> = {
	readonly issueId: string;
	readonly command: CommandOf<V>;
	readonly envelope: Envelope;
};

/** Every verb's procedure: each takes the command of its own name. */
const procedures: {
	readonly [V in CommandVerb]: { readonly mutate: (order: Order<V>) => Promise<CommandOutcome> };
} = client.issues;

/** Sends a command on an issue to the procedure of its verb. */
export const sendCommand = <V extends CommandVerb>(verb: V, order: Order<V>): Promise<CommandOutcome> =>
	procedures[verb].mutate(order);
