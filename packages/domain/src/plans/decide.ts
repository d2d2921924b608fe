import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, refusal, reject, sameJson, say, shanghaiDate } from "../kernel/index.ts";
import type { PlanCommand } from "./commands.ts";
import { currentBaseline, planOf } from "./content.ts";
import { decideChange, decidePropose } from "./decide-change.ts";
import { decideExtension, decideRequest } from "./decide-extension.ts";
import { decideReview, decideSubmit } from "./decide-review.ts";
import type { PlanEvent } from "./events.ts";
import { duplicatesIn } from "./guards.ts";
import { noBaseline, notDiffering } from "./refusals.ts";

type CommandOf<T extends PlanCommand["type"]> = Extract<PlanCommand, { type: T }>;

function decideGoals(
	issue: Issue,
	command: CommandOf<"setGoals">,
	context: IssueContext,
): Decision<PlanEvent> {
	const { goals: from } = planOf(issue);
	const { goals: to } = command;
	const twice = duplicatesIn(to, "goals");
	if (twice.length > 0) return reject(...twice);
	if (sameJson(from, to)) return reject(notDiffering("goals"));
	return accept<PlanEvent>({ type: "goalsSet", at: context.now, by: context.stamp, from, to });
}

function decideWaive(
	issue: Issue,
	{ of, reason }: CommandOf<"waivePlanItem">,
	context: IssueContext,
): Decision<PlanEvent> {
	if (planOf(issue).waivers.some((waiver) => waiver.of === of)) {
		return reject(
			refusal(
				"NO_CHANGE",
				say("该事项已说明过理由", "The reason for leaving this out is given already"),
				say("无需重复说明", "Nothing more is needed"),
				{ field: "of", who: ["leadUnit"] },
			),
		);
	}
	const { now: at, stamp: by } = context;
	return accept<PlanEvent>({ type: "planItemWaived", at, waiver: { of, reason, at, by } });
}

function decidePublish(
	issue: Issue,
	{ on, channels, redacted }: CommandOf<"publishPlan">,
	context: IssueContext,
): Decision<PlanEvent> {
	const baseline = currentBaseline(issue);
	if (baseline === null) return reject(noBaseline());
	if (on < shanghaiDate(baseline.approvedAt) || on > shanghaiDate(context.now)) {
		return reject(
			refusal(
				"PLAN-12",
				say(
					"公开日期须在方案批准之后、今天之前（含当日）",
					"The day lies between the approval and today, both counted",
				),
				say("核对公开日期", "Check the day"),
				{ field: "on", who: ["provOffice", "cityOffice", "countyOffice"], basis: "S08" },
			),
		);
	}
	const { now: at, stamp: by } = context;
	return accept<PlanEvent>({ type: "planPublished", at, publication: { on, channels, redacted, by } });
}

/** What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. */
export function decidePlan(issue: Issue, command: PlanCommand, context: IssueContext): Decision<PlanEvent> {
	switch (command.type) {
		case "setGoals":
			return decideGoals(issue, command, context);
		case "waivePlanItem":
			return decideWaive(issue, command, context);
		case "submitPlan":
			return decideSubmit(issue, context);
		case "reviewPlan":
			return decideReview(issue, command, context);
		case "proposePlanChange":
			return decidePropose(issue, command, context);
		case "decidePlanChange":
			return decideChange(issue, command, context);
		case "requestExtension":
			return decideRequest(issue, command, context);
		case "decideExtension":
			return decideExtension(issue, command, context);
		case "publishPlan":
			return decidePublish(issue, command, context);
	}
}
