import { readAmendment, readRelation } from "../complaints/entries.ts";
import { complaintRequest, isComplaintVerb } from "../complaints/request.ts";
import type { ComplaintDetail } from "../complaints/wire.ts";
import { say } from "../say.ts";
import { confirmMode } from "./act-modes.ts";
import type { ActTools } from "./acts.ts";
import { amendPrompt, reasonPrompt, relatePrompt, relationMenu } from "./complaint-modes.ts";
import type { Purpose } from "./mode.ts";

const LEAST_REASON = 2;

/** What a duty desk does with a complaint: one line typed, one confirmation. */
export function makeComplaintActs({ show, tell }: ActTools) {
	const amend = (detail: ComplaintDetail, text: string) => {
		const read = readAmendment(text);
		if ("problem" in read) return tell(read.problem, "danger");
		const { changes, reason, words } = read;
		const command = { type: "amendComplaint" as const, changes, reason, source: null, importId: null };
		const question = say(`${words.zh}。理由：${reason}`, `${words.en}. Reason: ${reason}`);
		show(confirmMode(complaintRequest(detail, command), question));
	};

	const relate = (detail: ComplaintDetail, text: string) => {
		const read = readRelation(text);
		if ("problem" in read) return tell(read.problem, "danger");
		const { kind, receiptNumber } = read;
		const words = kind === "cites" ? say("文中提及", "cites") : say("重复件", "repeats");
		const command = {
			type: "relateComplaint" as const,
			relations: [{ kind, receiptNumber, complaintId: null }],
			importId: null,
		};
		const question = say(
			`与 ${receiptNumber} 关联：${words.zh}。`,
			`Related with ${receiptNumber}: it ${words.en} that one.`,
		);
		show(confirmMode(complaintRequest(detail, command), question));
	};

	const unrelate = (detail: ComplaintDetail, index: number | null, reason: string) => {
		const relation = index === null ? undefined : detail.relations[index];
		if (relation === undefined) return;
		const { kind, receiptNumber, complaint } = relation;
		const target = {
			kind,
			receiptNumber,
			complaintId: receiptNumber === null ? (complaint?.id ?? null) : null,
		};
		const command = { type: "unrelateComplaint" as const, relation: target, reason };
		const other = receiptNumber ?? complaint?.receiptNumber ?? "";
		const question = say(
			`解除与 ${other} 的关联。理由：${reason}`,
			`Take back the relation with ${other}. Reason: ${reason}`,
		);
		show(confirmMode(complaintRequest(detail, command), question));
	};

	const withdraw = (detail: ComplaintDetail, reason: string) => {
		const command = { type: "withdrawComplaint" as const, reason, document: null };
		const question = say(
			`撤销这件信访件，不再列入清单与合计，不能恢复。理由：${reason}`,
			`Withdraw it from lists and totals; this cannot be taken back. Reason: ${reason}`,
		);
		show(confirmMode(complaintRequest(detail, command), question));
	};

	return {
		/** Asks for what a verb needs. False where it is done on the web page. */
		start(detail: ComplaintDetail, verb: string): boolean {
			if (!isComplaintVerb(verb)) return false;
			if (verb === "amendComplaint") show(amendPrompt());
			else if (verb === "relateComplaint") show(relatePrompt());
			else if (verb === "withdrawComplaint") show(reasonPrompt(verb, null));
			else show(detail.relations.length === 1 ? reasonPrompt(verb, 0) : relationMenu(detail));
			return true;
		},
		/** What was typed into one of its prompts is complete. */
		answered(detail: ComplaintDetail, purpose: Purpose, text: string) {
			if (purpose.kind === "amendComplaint") return amend(detail, text);
			if (purpose.kind === "relateComplaint") return relate(detail, text);
			if (purpose.kind !== "reason") return;
			if (text.length < LEAST_REASON) return tell(say("请写明理由", "Write the reason"), "danger");
			if (purpose.verb === "withdrawComplaint") return withdraw(detail, text);
			unrelate(detail, purpose.relation, text);
		},
		/** One of several relations was chosen. */
		chosen: (index: number) => show(reasonPrompt("unrelateComplaint", index)),
	};
}
