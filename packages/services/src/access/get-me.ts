import { actionsOf, type Me } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { isSampleRegion } from "./sample-region.ts";

/** Who is signed in, and what the fronts need to know about it. */
export const getMe =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<Me> => {
		if (actor.kind === "anonymous") throw new ServiceError("NOT_SIGNED_IN");
		if (actor.kind === "system") throw new ServiceError("NOT_ALLOWED");
		const reader = readerOf(context.database);
		const [region] = await findRegions(reader, [actor.region]);
		const units = await loadUnits(reader, actor.unitId === null ? [] : [actor.unitId]);
		const unit = actor.unitId === null ? undefined : units.get(actor.unitId);
		return {
			kind: actor.kind,
			name: actor.name,
			role: actor.role,
			region: actor.region,
			regionName: region?.name ?? actor.region,
			unit: unit === undefined ? null : { id: unit.id, name: unit.name },
			actions: actionsOf(actor),
			today: momentOf(context).today,
			serverVersion: context.version,
			sample: isSampleRegion(actor.region),
		};
	};
