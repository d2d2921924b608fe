import type { Issue, IssueContext } from "../issues/index.ts";
import { type Decision, refusal, reject, say } from "../kernel/index.ts";
import type { CloseOutCommand } from "./commands.ts";
import type { CloseOutEvent } from "./events.ts";

/** What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. */
export function decideCloseOut(
	_issue: Issue,
	command: CloseOutCommand,
	_context: IssueContext,
): Decision<CloseOutEvent> {
	return reject(refusal("NOT_YET", say(command.type, command.type), say("", "")));
}
