import { placeResource } from "@zhenggai/domain/access";
import type { LayoutFingerprint } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { appendEvents, withTransaction } from "@zhenggai/storage";
import { deleteColumnLayout, findColumnLayout } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { authorise, stampOf } from "../kit/authorise.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";

/**
 * Forgets what the actor's own office remembers of a layout; what an office above remembers counts again. Documents
 * that were read with it stay as they are. Throws NOT_FOUND where the office remembers nothing of it.
 */
export const forgetColumnLayout =
	(context: ServiceContext) =>
	async (actor: Actor, layout: LayoutFingerprint): Promise<void> => {
		const stamp = stampOf(actor);
		if (!("region" in actor)) throw new ServiceError("NOT_ALLOWED");
		const { region } = actor;
		authorise(actor, "importDocument", placeResource(region));
		await withTransaction(context.database, async (tx) => {
			const known = await findColumnLayout(tx, region, layout);
			if (known === null) throw new ServiceError("NOT_FOUND");
			const at = context.now();
			await appendEvents(tx, {
				streamKind: "import",
				streamId: known.id,
				expectedVersion: known.version,
				events: drafts([{ type: "columnLayoutForgotten", ...{ at, layout } }]),
				actor: stamp,
				at,
				region,
				cause: { verb: "forgetColumnLayout", importId: null, idempotencyKey: null, justification: null },
				ids: eventIds(context),
			});
			await deleteColumnLayout(tx, known.id);
		});
	};
