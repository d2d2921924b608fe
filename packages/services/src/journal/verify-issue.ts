import type { Actor, IssueId } from "@zhenggai/domain/kernel";
import { issueOfJournal } from "../issues/index.ts";
import type { ServiceContext } from "../kit/context.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/** Checks the hash chain of an issue from its first entry to its state. */
export const verifyIssue =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId): Promise<ChainCheck> =>
		verifyStream(context, await issueOfJournal(context, actor, issueId));
