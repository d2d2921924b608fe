import type { IssueDetail } from "@zhenggai/client";
import { vocab } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import { type FormSpec, field, orNull } from "./form-spec.ts";
import { frameOf } from "./issue-frame.ts";

type Assignment = IssueDetail["assignments"][number];

/** 代为签收: an office that signs for the assigned side writes why. */
export function acknowledgeFor(detail: IssueDetail, { id, role, unit, person }: Assignment): FormSpec {
	const holder = unit?.name ?? person?.name ?? "";
	return {
		...frameOf(detail, "acknowledgeAssignment", {
			part: id,
			intro: [
				say(
					`代${holder}签收本问题的${vocab.assignmentRole[role].zh}责任。`,
					`Acknowledges for ${holder} that it has this issue as ${vocab.assignmentRole[role].en}.`,
				),
			],
		}),
		start: { reason: "" },
		fields: () => [field("text", "reason", say("代签理由", "Why for them"))],
		send(api, values, envelope) {
			const reason = orNull(values, "reason");
			return api.issues.acknowledgeAssignment.mutate({
				...{ issueId: detail.row.id, envelope },
				command: { type: "acknowledgeAssignment", assignmentId: id, ...(reason === null ? {} : { reason }) },
			});
		},
	};
}
