import type { CommandOutcome } from "@zhenggai/client";
import { client } from "../api.ts";
import type { Envelope } from "../commands/index.ts";
import type { CommandOf } from "../types.ts";
import type { progressForms } from "./verbs.ts";

/** A command of this room, as the API takes it. */
export type ProgressInput = CommandOf<keyof typeof progressForms>;

/** Sends one command of this room. */
export function sendProgress(
	issueId: string,
	command: ProgressInput,
	envelope: Envelope,
): Promise<CommandOutcome> {
	const { issues } = client;
	const on = { issueId, envelope };
	switch (command.type) {
		case "logWork":
			return issues.logWork.mutate({ ...on, command });
		case "openReportingCycle":
			return issues.openReportingCycle.mutate({ ...on, command });
		case "reportProgress":
			return issues.reportProgress.mutate({ ...on, command });
		case "returnReport":
			return issues.returnReport.mutate({ ...on, command });
		case "setForecast":
			return issues.setForecast.mutate({ ...on, command });
		case "attachEvidence":
			return issues.attachEvidence.mutate({ ...on, command });
		case "withdrawEvidence":
			return issues.withdrawEvidence.mutate({ ...on, command });
		case "completeMilestone":
			return issues.completeMilestone.mutate({ ...on, command });
		case "verifyMilestone":
			return issues.verifyMilestone.mutate({ ...on, command });
		case "completeMeasure":
			return issues.completeMeasure.mutate({ ...on, command });
		case "verifyMeasure":
			return issues.verifyMeasure.mutate({ ...on, command });
		case "waiveMeasure":
			return issues.waiveMeasure.mutate({ ...on, command });
		case "recordReading":
			return issues.recordReading.mutate({ ...on, command });
		case "recordDelivery":
			return issues.recordDelivery.mutate({ ...on, command });
		case "selfCheckSite":
			return issues.selfCheckSite.mutate({ ...on, command });
		case "raiseDoubt":
			return issues.raiseDoubt.mutate({ ...on, command });
		case "resolveDoubt":
			return issues.resolveDoubt.mutate({ ...on, command });
	}
}
