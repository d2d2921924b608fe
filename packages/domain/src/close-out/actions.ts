import type { Issue, IssueContext } from "../issues/index.ts";
import type { Refusal } from "../kernel/index.ts";
import type { CloseOutVerb } from "./commands.ts";
import { supplementsGuard } from "./decide-acceptance.ts";
import { checkerGuard } from "./decide-check.ts";
import { gateKeeperGuard } from "./decide-gate.ts";
import {
	longTermMarkGuard,
	lookBackGuard,
	reinforceGuard,
	reopenGuard,
	reviewGuard,
} from "./decide-look-back.ts";
import { answerGuard, endGuard, objectionGuard, startGuard } from "./decide-notice.ts";
import { applyGuard, selfCheckGuard } from "./decide-owner.ts";
import { opinionGuard, ownOpinionGuard } from "./decide-panel.ts";
import { fileGuard, publishGuard, receiveGuard, signGuard } from "./decide-signing.ts";
import { verdictGuard } from "./verdict-guards.ts";

/** What keeps a verb from being done whatever its particulars are, beside the policy table and the lifecycle. */
export function closeOutGuard(issue: Issue, verb: CloseOutVerb, context: IssueContext): readonly Refusal[] {
	switch (verb) {
		case "selfCheck":
			return selfCheckGuard(issue, context);
		case "applyAcceptance":
			return applyGuard(issue, context);
		case "recordSiteCheck":
		case "recordExpertOpinion":
			return checkerGuard(issue, context);
		case "giveExpertOpinion":
			return ownOpinionGuard(issue, context);
		case "giveOpinion":
		case "ruleStandard":
			return opinionGuard(issue, context);
		case "decideAcceptance":
			return verdictGuard(issue, context);
		case "submitSupplements":
			return supplementsGuard(issue, context);
		case "decideGate":
			return gateKeeperGuard(issue, context);
		case "startNotice":
			return startGuard(issue, context);
		case "registerObjection":
			return objectionGuard(issue);
		case "answerObjection":
			return answerGuard(issue, context);
		case "endNotice":
			return endGuard(issue, context);
		case "signCloseOut":
			return signGuard(issue, context);
		case "fileCloseOut":
			return fileGuard(issue, context);
		case "receiveFiling":
			return receiveGuard(issue, context);
		case "publishResult":
			return publishGuard(issue, context);
		case "recordLookBack":
			return lookBackGuard(issue, context);
		case "reopenIssue":
			return reopenGuard(issue);
		case "reinforceIssue":
			return reinforceGuard(issue);
		case "markLongTerm":
			return longTermMarkGuard(issue);
		case "reviewLongTerm":
			return reviewGuard(issue);
		case "recordDiscussion":
		case "recordMechanism":
		case "recordScreening":
			return [];
	}
}
