import type { Issue, IssueContext } from "../issues/index.ts";
import { type Decision, refusal, reject, say } from "../kernel/index.ts";
import type { ProgressCommand } from "./commands.ts";
import type { ProgressEvent } from "./events.ts";

/** What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. */
export function decideProgress(
	_issue: Issue,
	command: ProgressCommand,
	_context: IssueContext,
): Decision<ProgressEvent> {
	return reject(refusal("NOT_YET", say(command.type, command.type), say("", "")));
}
