import { useQueryClient } from "@tanstack/solid-query";
import type { CommandOutcome } from "@zhenggai/client";
import { queries } from "../api.ts";
import type { Envelope } from "../commands/index.ts";
import { sendCommand } from "../issues/index.ts";
import { type Link, runChain, type Sent } from "./run-chain.ts";

export type { Link, Sent } from "./run-chain.ts";

/**
 * Sends the commands of a form (`runChain`) and takes what was accepted into the page at once: after a part failed, the
 * form finds there what is done and sends only the rest.
 */
export function createChain(issueId: () => string, onSent: (sent: Sent) => void) {
	const queryClient = useQueryClient();
	// What the form itself wrote is no conflict: it goes on from there.
	let version = 0;
	return async (links: readonly Link[], envelope: Envelope): Promise<CommandOutcome> => {
		const expectedVersion = Math.max(envelope.expectedVersion, version);
		const { outcome, sent } = await runChain(
			links,
			{ ...envelope, expectedVersion },
			{
				send: (command, asked) => sendCommand(command.type, { issueId: issueId(), command, envelope: asked }),
				take: (detail) => {
					version = detail.row.version;
					queryClient.setQueryData(queries.issues.get({ issueId: issueId() }).queryKey, detail);
				},
			},
		);
		onSent(sent);
		return outcome;
	};
}
