import type { Issue, IssueContext } from "../issues/index.ts";
import type { Decision } from "../kernel/index.ts";
import type { ProgressCommand } from "./commands.ts";
import { decideAttach, decideWithdraw } from "./decide-evidence.ts";
import { decideCycle, decideForecast, decideReport, decideReturn, decideWork } from "./decide-reports.ts";
import { decideDelivery, decideRaise, decideReading, decideResolve, decideSite } from "./decide-results.ts";
import { decideDone, decideDoneVerdict, decideStep, decideStepVerdict, decideWaiver } from "./decide-work.ts";
import type { ProgressEvent } from "./events.ts";

/**
 * What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. The
 * doubts that the rules raise about it come with it.
 */
export function decideProgress(
	issue: Issue,
	command: ProgressCommand,
	context: IssueContext,
): Decision<ProgressEvent> {
	switch (command.type) {
		case "logWork":
			return decideWork(issue, command, context);
		case "openReportingCycle":
			return decideCycle(issue, command, context);
		case "reportProgress":
			return decideReport(issue, command, context);
		case "returnReport":
			return decideReturn(issue, command, context);
		case "setForecast":
			return decideForecast(issue, command, context);
		case "attachEvidence":
			return decideAttach(issue, command, context);
		case "withdrawEvidence":
			return decideWithdraw(issue, command, context);
		case "completeMilestone":
			return decideStep(issue, command, context);
		case "verifyMilestone":
			return decideStepVerdict(issue, command, context);
		case "completeMeasure":
			return decideDone(issue, command, context);
		case "verifyMeasure":
			return decideDoneVerdict(issue, command, context);
		case "waiveMeasure":
			return decideWaiver(issue, command, context);
		case "recordReading":
			return decideReading(issue, command, context);
		case "recordDelivery":
			return decideDelivery(issue, command, context);
		case "selfCheckSite":
			return decideSite(issue, command, context);
		case "raiseDoubt":
			return decideRaise(issue, command, context);
		case "resolveDoubt":
			return decideResolve(issue, command, context);
	}
}
