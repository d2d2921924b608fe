import { type Decision, reject } from "../kernel/index.ts";
import type { IssueCommand } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import { decideAcknowledge, decideAssign, decideEnd, decideHandOver } from "./decide-assignments.ts";
import { decideAmend, decideMandate, decideSourceText } from "./decide-elements.ts";
import { decideCarryOver, decideMerge, decideWithdraw } from "./decide-ending.ts";
import { decideAttachNotice, decideDetachNotice } from "./decide-notices.ts";
import {
	decideAddMeasure,
	decideAddSite,
	decideAmendMeasure,
	decideAmendSite,
	decideCancelMeasure,
	decideStartPlanning,
} from "./decide-plan.ts";
import { decideRegister } from "./decide-register.ts";
import { decideDecompose, decideNotOurs } from "./decide-tree.ts";
import type { IssueEvent } from "./events.ts";
import { gate } from "./guards.ts";
import { notOnLedger } from "./refusals.ts";
import { decideInRoom, isRoomCommand } from "./rooms.ts";
import type { Issue } from "./schema.ts";

/**
 * What a command would make happen to an issue: its events, or every reason why not. Includes the policy table.
 * Pure and total: it never throws, and the facts outside of the issue come in with the context
 * (`neededFacts` says which).
 */
export function decideIssue(
	state: Issue | null,
	command: IssueCommand,
	context: IssueContext,
): Decision<IssueEvent> {
	if (command.type === "registerIssue") return decideRegister(state, command, context);
	if (state === null) return reject(notOnLedger());
	if (isRoomCommand(command)) {
		const closed = gate(state, command.type, context);
		return closed.length > 0 ? reject(...closed) : decideInRoom(state, command, context);
	}
	switch (command.type) {
		case "amendIssue":
			return decideAmend(state, command, context);
		case "recordSourceText":
			return decideSourceText(state, command, context);
		case "addMandate":
			return decideMandate(state, command, context);
		case "assignIssue":
			return decideAssign(state, command, context);
		case "endAssignment":
			return decideEnd(state, command, context);
		case "handOverAssignment":
			return decideHandOver(state, command, context);
		case "acknowledgeAssignment":
			return decideAcknowledge(state, command, context);
		case "startPlanning":
			return decideStartPlanning(state, command, context);
		case "decomposeIssue":
			return decideDecompose(state, command, context);
		case "declareNotOurs":
			return decideNotOurs(state, command, context);
		case "addMeasure":
			return decideAddMeasure(state, command, context);
		case "amendMeasure":
			return decideAmendMeasure(state, command, context);
		case "cancelMeasure":
			return decideCancelMeasure(state, command, context);
		case "addSite":
			return decideAddSite(state, command, context);
		case "amendSite":
			return decideAmendSite(state, command, context);
		case "attachNotice":
			return decideAttachNotice(state, command, context);
		case "detachNotice":
			return decideDetachNotice(state, command, context);
		case "mergeIssue":
			return decideMerge(state, command, context);
		case "carryOverIssue":
			return decideCarryOver(state, command, context);
		case "withdrawIssue":
			return decideWithdraw(state, command, context);
	}
}
