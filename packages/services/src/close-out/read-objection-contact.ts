import { can } from "@zhenggai/domain/access";
import { ObjectionContact } from "@zhenggai/domain/close-out";
import { issueResource } from "@zhenggai/domain/issues";
import type { Actor, IssueId, ObjectionId } from "@zhenggai/domain/kernel";
import { say } from "@zhenggai/domain/kernel";
import { appendBatches, readStream, withTransaction } from "@zhenggai/storage";
import { loadContact } from "@zhenggai/storage/close-out";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { scopeOf, stampOf } from "../kit/authorise.ts";
import { causeOf } from "../kit/command.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";

/**
 * How to reach the author of an objection, for a person of an office that may answer it. Every reading is journalled, with
 * who read it, before anything is shown. Throws NOT_FOUND where no contact was left, NOT_ALLOWED for everybody else.
 */
export const readObjectionContact =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, objectionId: ObjectionId): Promise<ObjectionContact> => {
		const { now, today } = momentOf(context);
		return withTransaction(context.database, async (tx) => {
			const issue = await findIssue(tx, issueId, scopeOf(actor));
			if (issue === null) throw new ServiceError("NOT_FOUND");
			const denied = can(actor, "answerObjection", issueResource(issue, today));
			if (denied !== null) throw new ServiceError("NOT_ALLOWED", denied.message);
			// Programs and the server's own jobs have nobody to call.
			if (actor.kind !== "person") throw new ServiceError("NOT_ALLOWED");
			const sealed = await loadContact(tx, issueId, objectionId);
			if (sealed === null) throw new ServiceError("NOT_FOUND");
			const text = context.vault.open(sealed);
			if (text === null) {
				throw new ServiceError(
					"UNAVAILABLE",
					say(
						"联系方式由另一密钥封存，无法打开",
						"The contact was sealed with another key and cannot be opened",
					),
				);
			}
			const read = { type: "contactRead", issueId, objectionId, at: now };
			const appended = await appendBatches(tx, [
				{
					streamKind: "access",
					streamId: objectionId,
					expectedVersion: (await readStream(tx, objectionId)).length,
					events: drafts([read]),
					actor: stampOf(actor),
					at: now,
					region: issue.region,
					cause: causeOf("readObjectionContact", {}),
					ids: eventIds(context),
				},
			]);
			if (!appended.ok) throw new ServiceError("CONFLICT");
			return ObjectionContact.parse(JSON.parse(text));
		});
	};
