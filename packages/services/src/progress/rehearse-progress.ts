import type { Issue, IssueEvent } from "@zhenggai/domain/issues";
import type { Actor, IssueId } from "@zhenggai/domain/kernel";
import type { Rehearsal, RehearsedCommands } from "@zhenggai/domain/progress";
import { withTransaction } from "@zhenggai/storage";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { decideChanges } from "../issues/index.ts";
import { scopeOf, stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";

const doubtsIn = (events: readonly IssueEvent[]): Rehearsal["doubts"] =>
	events.flatMap((event) => {
		if (event.type !== "doubtRaised") return [];
		const { rule, about, evidenceId, message } = event.doubt;
		return [{ rule, about, evidenceId, message }];
	});

/**
 * Decides commands one on top of the other and writes nothing: what somebody is about to report says beforehand which
 * doubts it raises. What would be refused is left out of what comes after it. Throws NOT_FOUND for an issue that is
 * not there or not for the actor.
 */
export const rehearseProgress =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, commands: RehearsedCommands): Promise<Rehearsal> => {
		const asking = { actor, stamp: stampOf(actor), now: momentOf(context).now };
		const found = await findIssue(context.database, issueId, scopeOf(actor));
		if (found === null) throw new ServiceError("NOT_FOUND");
		return withTransaction(context.database, async (tx) => {
			const told: Rehearsal = { doubts: [], refused: [] };
			let state: Issue = found;
			for (const [at, command] of commands.entries()) {
				const decided = await decideChanges(tx, asking, state, command);
				if (!decided.ok) {
					told.refused.push({ at, refusals: [...decided.refusals] });
					continue;
				}
				const [main] = decided.value;
				if (main === undefined) continue;
				state = main.issue;
				told.doubts.push(...doubtsIn(main.events));
			}
			return told;
		});
	};
