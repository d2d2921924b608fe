import type { Actor, ComplaintId } from "@zhenggai/domain/kernel";
import { complaintOfJournal } from "../complaints/index.ts";
import type { ServiceContext } from "../kit/context.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/** Checks the hash chain of a complaint from its first entry to its state. */
export const verifyComplaint =
	(context: ServiceContext) =>
	async (actor: Actor, complaintId: ComplaintId): Promise<ChainCheck> =>
		verifyStream(context, await complaintOfJournal(context, actor, complaintId));
