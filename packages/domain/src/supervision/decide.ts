import type { Issue, IssueContext } from "../issues/index.ts";
import { type Decision, refusal, reject, say } from "../kernel/index.ts";
import type { SupervisionCommand } from "./commands.ts";
import type { SupervisionEvent } from "./events.ts";

/** What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. */
export function decideSupervision(
	_issue: Issue,
	command: SupervisionCommand,
	_context: IssueContext,
): Decision<SupervisionEvent> {
	return reject(refusal("NOT_YET", say(command.type, command.type), say("", "")));
}
