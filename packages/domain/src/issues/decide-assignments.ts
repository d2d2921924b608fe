import { isOwnPart, POLICY } from "../access/index.ts";
import { accept, type Decision, type Refusal, refusal, reject, say } from "../kernel/index.ts";
import type { Assignment } from "../responsibilities/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { IssueCommand } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import { freshAssignment } from "./decide-register.ts";
import type { IssueEvent } from "./events.ts";
import { assignmentsGuard, gate, idGuard, partyGuard, type Refusals, reasonGuard } from "./guards.ts";
import { datesReversed, noChange, noSuchPart, reasonMissing } from "./refusals.ts";
import type { Issue } from "./schema.ts";

type CommandOf<T extends IssueCommand["type"]> = Extract<IssueCommand, { type: T }>;

const alreadyEnded = (): Refusal =>
	refusal(
		"ASSIGNMENT_ENDED",
		say("该项责任分工已解除", "This assignment is over already"),
		say("选择仍有效的责任分工", "Choose one that still holds"),
		{ field: "assignmentId", who: ["provOffice", "cityOffice", "countyOffice"] },
	);

/** The assignment that a command is about, as long as nobody ended it. */
function held(
	issue: Issue,
	command: CommandOf<"endAssignment" | "handOverAssignment" | "acknowledgeAssignment">,
): Assignment | Refusal {
	const found = issue.assignments.find(({ id }) => id === command.assignmentId);
	if (found === undefined) return noSuchPart("assignment", command.type, "assignmentId");
	return isActive(found) ? found : alreadyEnded();
}

/** Names who answers. The issue moves on to `assigned` once a lead and a supervising unit are named. */
export function decideAssign(
	issue: Issue,
	command: CommandOf<"assignIssue">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const refusals = assignmentsGuard(issue.assignments, command.assignments, context);
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({
		type: "issueAssigned",
		at: context.now,
		assignments: command.assignments.map((assignment) => freshAssignment(assignment, null)),
		importId: command.importId,
	});
}

/** Ends an assignment; it stays in the history with the day and the reason. */
export function decideEnd(
	issue: Issue,
	command: CommandOf<"endAssignment">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const assignment = held(issue, command);
	if ("rule" in assignment) return reject(assignment);
	const refusals = [
		...reasonGuard(command.reason, command.type),
		...(command.until < assignment.from ? [datesReversed("until")] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { assignmentId, until, reason } = command;
	return accept<IssueEvent>({ type: "assignmentEnded", at: context.now, assignmentId, until, reason });
}

function successorGuard(
	issue: Issue,
	command: CommandOf<"handOverAssignment">,
	assignment: Assignment,
	context: IssueContext,
): Refusals {
	const { successor } = command;
	const refusals: Refusal[] = [];
	if (successor.role !== assignment.role) {
		const label = vocab.assignmentRole[assignment.role];
		refusals.push(
			refusal(
				"ROLE_MISMATCH",
				say(`接任者须承担同一责任：${label.zh}`, `The successor takes over the same role: ${label.en}`),
				say("改正接任者的责任", "Correct the successor's role"),
				{ field: "successor.role", who: ["provOffice", "cityOffice", "countyOffice"] },
			),
		);
	}
	if (successor.from < assignment.from) refusals.push(datesReversed("successor.from"));
	if (successor.unitId === assignment.unitId && successor.personId === assignment.personId) {
		refusals.push(noChange(command.type));
	}
	const others = issue.assignments.filter(({ id }) => id !== assignment.id);
	const doubled = others.some(
		(other) =>
			isActive(other) &&
			other.role === successor.role &&
			other.unitId === successor.unitId &&
			other.personId === successor.personId,
	);
	if (doubled) {
		refusals.push(
			refusal(
				"DUPLICATE_ASSIGNMENT",
				say("接任者已承担同一责任", "The successor holds this role already"),
				say("选择其他接任者，或直接解除原责任", "Choose somebody else, or end the old assignment"),
				{ field: "successor", who: ["provOffice", "cityOffice", "countyOffice"] },
			),
		);
	}
	return [
		...refusals,
		...idGuard("assignment", issue.assignments, [successor], "successor"),
		...partyGuard(successor, context, "successor"),
	];
}

/** Hands one assignment over. Both stay in the history, and no deadline starts anew. */
export function decideHandOver(
	issue: Issue,
	command: CommandOf<"handOverAssignment">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const assignment = held(issue, command);
	if ("rule" in assignment) return reject(assignment);
	const refusals = [
		...reasonGuard(command.reason, command.type),
		...successorGuard(issue, command, assignment, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({
		type: "assignmentHandedOver",
		at: context.now,
		assignmentId: command.assignmentId,
		successor: freshAssignment(command.successor, assignment),
		reason: command.reason,
	});
}

/** Whether this actor may take an assignment on: as the assigned side, or as an office on its behalf. */
export function mayAcknowledge(assignment: Assignment, context: IssueContext): "own" | "onBehalf" | "no" {
	const { actor } = context;
	if (isOwnPart(actor, assignment)) return "own";
	const office =
		actor.kind === "system" || ("role" in actor && POLICY.acknowledgeAssignment[actor.role] === "ownList");
	return office ? "onBehalf" : "no";
}

const alreadyAcknowledged = (by: string): Refusal =>
	refusal(
		"ALREADY_ACKNOWLEDGED",
		say(`${by}已签收`, `${by} has acknowledged it already`),
		say("无需再办", "Nothing is left to do"),
		{ field: "assignmentId" },
	);

/** Only the assigned side takes on what it was given, or an office on its behalf. */
export const notYours = (): Refusal =>
	refusal(
		"NOT_INVOLVED",
		say("只有被交办的单位或人员可以签收", "Only the assigned unit or person takes it on"),
		say("请被交办方签收，或由整改办写明原因代签", "Ask the assigned side, or the office with a reason"),
		{
			field: "assignmentId",
			who: ["leadUnit", "respUnit", "supUnit", "accUnit", "provOffice", "cityOffice", "countyOffice"],
		},
	);

/** Records that the assigned side took it on (M06). */
export function decideAcknowledge(
	issue: Issue,
	command: CommandOf<"acknowledgeAssignment">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const assignment = held(issue, command);
	if ("rule" in assignment) return reject(assignment);
	if (assignment.acknowledged !== null) return reject(alreadyAcknowledged(assignment.acknowledged.by));
	const standing = mayAcknowledge(assignment, context);
	if (standing === "no") return reject(notYours());
	const reason = command.reason?.trim() ?? "";
	if (standing === "onBehalf" && reason.length < 2) return reject(reasonMissing(command.type));
	return accept<IssueEvent>({
		type: "assignmentAcknowledged",
		at: context.now,
		assignmentId: command.assignmentId,
		by: context.stamp.name,
		onBehalf: standing === "onBehalf" ? reason : null,
	});
}
