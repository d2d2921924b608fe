import type { Issue, IssueContext } from "../issues/index.ts";
import { type Decision, refusal, reject, say } from "../kernel/index.ts";
import type { PlanCommand } from "./commands.ts";
import type { PlanEvent } from "./events.ts";

/** What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. */
export function decidePlan(_issue: Issue, command: PlanCommand, _context: IssueContext): Decision<PlanEvent> {
	return reject(refusal("NOT_YET", say(command.type, command.type), say("", "")));
}
