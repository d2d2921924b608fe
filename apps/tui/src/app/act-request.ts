import { randomUUID } from "node:crypto";
import type { CommandOutcome, ZhenggaiClient } from "@zhenggai/client";
import { type Labels, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { IssueDetail } from "../issues/wire.ts";
import { dayText } from "./bars.ts";
import type { IssueRequest } from "./mode.ts";
import { newId } from "./uuid.ts";

type Verb = IssueRequest["verb"];
type KeyOf<L> = L extends Labels<infer K> ? K : never;
export type AssignmentRole = KeyOf<typeof vocab.assignmentRole>;

/** A command on the issue as the reader sees it now. */
export const requestFor = (detail: IssueDetail, verb: Verb): IssueRequest => ({
	room: "issues",
	verb,
	id: detail.row.id,
	number: detail.row.number,
	version: detail.row.version,
	assignmentId: null,
	assign: null,
	justification: null,
});

/** Assignments of the reader's side that nobody has taken on yet; an office without a unit sees all of them. */
export function openAssignments(detail: IssueDetail, unitId: string | null): IssueDetail["assignments"] {
	const open = detail.assignments.filter((one) => one.acknowledged === null && one.until === null);
	const own = open.filter((one) => one.unit?.id === unitId);
	return unitId === null || own.length === 0 ? open : own;
}

/** Reads `牵头 水务局` – a role by the beginning of its name, then the unit. Null where it is not that. */
export function readAssignment(text: string): { role: AssignmentRole; unit: string } | null {
	const [word = "", ...rest] = text.trim().split(/\s+/);
	const wanted = word.toLowerCase();
	const role = valuesOf(vocab.assignmentRole).find((key) => {
		const { zh, en } = vocab.assignmentRole[key];
		return [key.toLowerCase(), zh, en.toLowerCase()].some((name) => name.startsWith(wanted));
	});
	const unit = rest.join(" ");
	return role === undefined || word === "" || unit === "" ? null : { role, unit };
}

/** Sends a command. The key makes a repeated sending count once. */
export function send(client: ZhenggaiClient, request: IssueRequest, now: number): Promise<CommandOutcome> {
	const { id: issueId, justification } = request;
	const envelope = {
		expectedVersion: request.version,
		idempotencyKey: randomUUID(),
		...(justification === null ? {} : { justification }),
	};
	switch (request.verb) {
		case "acknowledgeAssignment":
			return client.issues.acknowledgeAssignment.mutate({
				issueId,
				envelope,
				command: { type: "acknowledgeAssignment", assignmentId: request.assignmentId ?? "" },
			});
		case "startPlanning":
			return client.issues.startPlanning.mutate({ issueId, envelope, command: { type: "startPlanning" } });
		case "assignIssue": {
			const assignment = {
				id: newId(now),
				role: request.assign?.role ?? "lead",
				kind: null,
				unitId: request.assign?.unitId ?? null,
				personId: null,
				from: dayText(now),
			};
			return client.issues.assignIssue.mutate({
				issueId,
				envelope,
				command: { type: "assignIssue", importId: null, assignments: [assignment] },
			});
		}
	}
}
