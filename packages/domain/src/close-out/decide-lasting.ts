import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, refusal, reject, say } from "../kernel/index.ts";
import { type CommandOf, dayGuard, evidenceGuard } from "./asking.ts";
import type { CloseOutEvent } from "./events.ts";
import { LEAD } from "./refusals.ts";

/** CLO-04: the document that stays. */
export function decideMechanism(
	issue: Issue,
	{ mechanism }: CommandOf<"recordMechanism">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...dayGuard(mechanism.on, context, { rule: "CLO-04", field: "mechanism.on", who: LEAD }),
		...evidenceGuard(issue, mechanism.evidenceIds, "mechanism.evidenceIds", LEAD),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "mechanismRecorded", at, mechanism: { ...mechanism, at, by } });
}

/** CLO-05: what the screening for similar problems found. */
export function decideScreening(
	issue: Issue,
	{ result }: CommandOf<"recordScreening">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...(result.opened > result.found
			? [
					refusal(
						"CLO-05",
						say(
							`新立问题${result.opened}个，多于发现的${result.found}个`,
							`${result.opened} were opened of ${result.found} found`,
						),
						say("核对数字", "Check the figures"),
						{ field: "result.opened", who: LEAD, basis: "S18" },
					),
				]
			: []),
		...evidenceGuard(issue, result.evidenceIds, "result.evidenceIds", LEAD),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "screeningRecorded", at, result: { ...result, at, by } });
}
