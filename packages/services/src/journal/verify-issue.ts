import { createHash } from "node:crypto";
import { firstBrokenVersion } from "@zhenggai/domain/journal";
import type { Actor, IssueId } from "@zhenggai/domain/kernel";
import { readStream } from "@zhenggai/storage";
import { issueOfJournal } from "../issues/index.ts";
import type { ServiceContext } from "../kit/context.ts";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Checks the hash chain of an issue from its first entry to its state: broken also where the journal ends before
 * the version that the ledger shows.
 */
export const verifyIssue =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		issueId: IssueId,
	): Promise<{ whole: boolean; firstBroken: number | null; events: number }> => {
		const issue = await issueOfJournal(context, actor, issueId);
		const stream = await readStream(context.database, issueId);
		// A command that came in between is journalled already, its state not seen yet: more entries are no fault.
		const cut = stream.length < issue.version ? stream.length + 1 : null;
		const firstBroken = firstBrokenVersion(stream, sha256) ?? cut;
		return { whole: firstBroken === null, firstBroken, events: stream.length };
	};
