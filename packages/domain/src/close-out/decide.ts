import type { Issue, IssueContext } from "../issues/index.ts";
import type { Decision } from "../kernel/index.ts";
import type { CloseOutCommand } from "./commands.ts";
import { decideSupplements, decideVerdict } from "./decide-acceptance.ts";
import { decideSiteCheck } from "./decide-check.ts";
import { decideGate } from "./decide-gate.ts";
import { decideMechanism, decideScreening } from "./decide-lasting.ts";
import {
	decideLookBack,
	decideMarkLongTerm,
	decideReinforce,
	decideReopen,
	decideReviewLongTerm,
} from "./decide-look-back.ts";
import { decideAnswer, decideEndNotice, decideObjection, decideStartNotice } from "./decide-notice.ts";
import { decideApply, decideSelfCheck } from "./decide-owner.ts";
import {
	decideDiscussion,
	decideExpertOpinion,
	decideOpinion,
	decideOwnOpinion,
	decideRuling,
} from "./decide-panel.ts";
import { decideFile, decidePublishResult, decideReceive, decideSign } from "./decide-signing.ts";
import type { CloseOutEvent } from "./events.ts";

/** What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. */
export function decideCloseOut(
	issue: Issue,
	command: CloseOutCommand,
	context: IssueContext,
): Decision<CloseOutEvent> {
	switch (command.type) {
		case "selfCheck":
			return decideSelfCheck(issue, command, context);
		case "applyAcceptance":
			return decideApply(issue, command, context);
		case "recordSiteCheck":
			return decideSiteCheck(issue, command, context);
		case "recordExpertOpinion":
			return decideExpertOpinion(issue, command, context);
		case "giveExpertOpinion":
			return decideOwnOpinion(issue, command, context);
		case "recordDiscussion":
			return decideDiscussion(issue, command, context);
		case "ruleStandard":
			return decideRuling(issue, command, context);
		case "giveOpinion":
			return decideOpinion(issue, command, context);
		case "decideAcceptance":
			return decideVerdict(issue, command, context);
		case "submitSupplements":
			return decideSupplements(issue, command, context);
		case "decideGate":
			return decideGate(issue, command, context);
		case "recordMechanism":
			return decideMechanism(issue, command, context);
		case "recordScreening":
			return decideScreening(issue, command, context);
		case "startNotice":
			return decideStartNotice(issue, command, context);
		case "registerObjection":
			return decideObjection(issue, command, context);
		case "answerObjection":
			return decideAnswer(issue, command, context);
		case "endNotice":
			return decideEndNotice(issue, context);
		case "signCloseOut":
			return decideSign(issue, command, context);
		case "fileCloseOut":
			return decideFile(issue, command, context);
		case "receiveFiling":
			return decideReceive(issue, command, context);
		case "publishResult":
			return decidePublishResult(issue, command, context);
		case "recordLookBack":
			return decideLookBack(issue, command, context);
		case "reopenIssue":
			return decideReopen(issue, command, context);
		case "reinforceIssue":
			return decideReinforce(issue, command, context);
		case "markLongTerm":
			return decideMarkLongTerm(issue, command, context);
		case "reviewLongTerm":
			return decideReviewLongTerm(issue, command, context);
	}
}
