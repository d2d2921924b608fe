import { setTimeout as delay } from "node:timers/promises";
import { placeResource } from "@zhenggai/domain/access";
import type { ImportProgress } from "@zhenggai/domain/issues";
import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import { findImportState, readProgress } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { authorise, ownPrefix } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

const LOOK_MS = 200;

const same = (a: ImportProgress | null, b: ImportProgress): boolean =>
	a !== null && a.phase === b.phase && a.done === b.done && a.total === b.total;

/**
 * How far an import is, whichever node does it. Each step once; ends when the import is applied or discarded, or the
 * signal aborts.
 */
export const watchImport = (context: ServiceContext) =>
	async function* (
		actor: Actor,
		importId: ImportId,
		signal: AbortSignal,
	): AsyncGenerator<ImportProgress, void, undefined> {
		authorise(actor, "importDocument", placeResource("region" in actor ? actor.region : null));
		let last: ImportProgress | null = null;
		while (!signal.aborted) {
			// The state first: once it has ended, the progress read after it is the last one.
			const state = await findImportState(context.database, importId, ownPrefix(actor));
			if (state === null) throw new ServiceError("NOT_FOUND");
			const progress = await readProgress(context.database, importId);
			if (progress !== null && !same(last, progress)) {
				last = progress;
				yield progress;
			}
			if (state === "applied" && last?.phase !== "committed") {
				const total = last?.total ?? 0;
				yield { importId, phase: "committed", done: total, total };
			}
			if (state !== "draft") return;
			await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
		}
	};
