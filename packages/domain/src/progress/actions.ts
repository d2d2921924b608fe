import type { Issue, IssueContext } from "../issues/index.ts";
import { type Bilingual, type Refusal, say } from "../kernel/index.ts";
import { planOf, standsApart } from "../plans/index.ts";
import type { ProgressVerb } from "./commands.ts";
import { openDoubts, progressOf, standingEvidence, unsettledMeasures } from "./content.ts";
import { withdrawable } from "./decide-evidence.ts";
import { mayResolve, openSites } from "./decide-results.ts";
import { mayVerify, openSteps, pendingAttainments, waivable } from "./decide-work.ts";
import type { Refusals } from "./guards.ts";
import { nothingThere, notYourEvidence, OFFICES, ownClaim, ownDoubt, VERIFIERS } from "./refusals.ts";

/** Refuses where there is nothing a verb could be about, or nothing of it for this actor. */
function among<T>(items: readonly T[], none: Refusal, may: (item: T) => boolean, other: Refusal): Refusals {
	if (items.length === 0) return [none];
	return items.some(may) ? [] : [other];
}

const some = (items: readonly unknown[], none: Bilingual): Refusals =>
	items.length > 0 ? [] : [nothingThere(none)];

/** What keeps a verb from being done whatever its particulars are, beside the policy table and the lifecycle. */
export function progressGuard(issue: Issue, verb: ProgressVerb, context: IssueContext): readonly Refusal[] {
	switch (verb) {
		case "returnReport": {
			const standing = progressOf(issue).reports.filter(({ returned }) => returned === null);
			return some(standing, say("没有可退回的填报", "There is no entry that could be returned"));
		}
		case "withdrawEvidence": {
			const own = withdrawable(issue, context);
			const none = nothingThere(say("没有佐证材料", "There is no evidence"));
			return among(standingEvidence(issue), none, (held) => own.includes(held), notYourEvidence());
		}
		case "completeMilestone":
			return some(openSteps(issue), say("没有待完成的节点", "No milestone is left to be reached"));
		case "verifyMilestone":
			return among(
				pendingAttainments(issue),
				nothingThere(say("没有待核实的节点", "No milestone waits for its verification"), VERIFIERS),
				({ by }) => standsApart(issue, [by], context.stamp),
				ownClaim(),
			);
		case "completeMeasure":
			return some(unsettledMeasures(issue), say("没有待完成的措施", "No measure is left to be carried out"));
		case "verifyMeasure":
			return among(
				issue.measures.filter(({ state }) => state === "done"),
				nothingThere(say("没有待核实的措施", "No measure waits for its verification"), VERIFIERS),
				(measure) => mayVerify(issue, measure, context),
				ownClaim(),
			);
		case "waiveMeasure":
			if (!standsApart(issue, [], context.stamp)) return [ownClaim()];
			return some(waivable(issue), say("没有可免除的措施", "No measure could be waived"));
		case "recordReading":
			return some(
				planOf(issue).goals.filter(({ kind }) => kind === "metric"),
				say("没有设定指标", "No goal is a figure"),
			);
		case "recordDelivery":
			return some(
				planOf(issue).goals.filter(({ kind }) => kind === "deliverable"),
				say("没有设定成果", "No goal is a deliverable"),
			);
		case "selfCheckSite":
			return some(openSites(issue), say("没有待自查的点位", "No site is left to be checked"));
		case "resolveDoubt":
			return among(
				openDoubts(issue),
				nothingThere(say("没有未核销的疑点", "No doubt is open"), OFFICES),
				(doubt) => mayResolve(issue, doubt, context),
				ownDoubt(),
			);
		case "logWork":
		case "openReportingCycle":
		case "reportProgress":
		case "setForecast":
		case "attachEvidence":
		case "raiseDoubt":
			return [];
	}
}
