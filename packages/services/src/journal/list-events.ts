import type { JournalEvent } from "@zhenggai/domain/journal";
import type { Actor, IssueId } from "@zhenggai/domain/kernel";
import { readStream } from "@zhenggai/storage";
import { issueOfJournal } from "../issues/index.ts";
import type { ServiceContext } from "../kit/context.ts";

/** The journal of an issue as it stands, with its hashes, oldest first: what an auditor checks by himself. */
export const listEvents =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId): Promise<JournalEvent[]> => {
		await issueOfJournal(context, actor, issueId);
		return [...(await readStream(context.database, issueId))];
	};
