import type { ComplaintDetail } from "@zhenggai/domain/complaints";
import type { Actor, ComplaintId } from "@zhenggai/domain/kernel";
import { findComplaint } from "@zhenggai/storage/complaints";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { detailOf } from "./detail.ts";

/** Everything about one complaint, withdrawn ones too. Throws NOT_FOUND also for one outside of the actor's region. */
export const getComplaint =
	(context: ServiceContext) =>
	async (actor: Actor, complaintId: ComplaintId): Promise<ComplaintDetail> => {
		const complaint = await findComplaint(context.database, complaintId, scopeOf(actor, "viewComplaint"));
		if (complaint === null) throw new ServiceError("NOT_FOUND");
		return detailOf(context, complaint, actor);
	};
