import { placeResource } from "@zhenggai/domain/access";
import {
	type ColumnLayout,
	ColumnLayoutId,
	NewColumnLayout,
	type NewColumnLayout as NewLayout,
} from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { appendEvents, withTransaction } from "@zhenggai/storage";
import { findColumnLayout, saveColumnLayout as save } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { authorise, stampOf } from "../kit/authorise.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";

/**
 * Remembers for the actor's office what the columns of a layout hold, in the place of what it remembered before. The
 * next document with this layout is read so by itself, here and in the offices below that remember nothing of it.
 */
export const saveColumnLayout =
	(context: ServiceContext) =>
	async (actor: Actor, given: NewLayout): Promise<ColumnLayout> => {
		const stamp = stampOf(actor);
		if (!("region" in actor)) throw new ServiceError("NOT_ALLOWED");
		const { region } = actor;
		authorise(actor, "importDocument", placeResource(region));
		const { layout, kind, columns } = NewColumnLayout.parse(given);
		const at = context.now();
		return withTransaction(context.database, async (tx) => {
			const before = await findColumnLayout(tx, region, layout);
			const saved: ColumnLayout = {
				id: before?.id ?? ColumnLayoutId.parse(context.newId()),
				layout,
				kind,
				columns,
				region,
				savedBy: stamp.name,
				savedAt: at,
				version: (before?.version ?? 0) + 1,
			};
			await appendEvents(tx, {
				streamKind: "import",
				streamId: saved.id,
				expectedVersion: before?.version ?? 0,
				events: drafts([{ type: "columnLayoutSaved", ...{ at, layout, kind, columns } }]),
				actor: stamp,
				at,
				region,
				cause: { verb: "saveColumnLayout", importId: null, idempotencyKey: null, justification: null },
				ids: eventIds(context),
			});
			await save(tx, saved);
			return saved;
		});
	};
