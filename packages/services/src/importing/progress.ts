import type { ImportProgress } from "@zhenggai/domain/issues";
import type { ImportId } from "@zhenggai/domain/kernel";
import { writeProgress } from "@zhenggai/storage/imports";
import type { ServiceContext } from "../kit/context.ts";

/**
 * Tells watchers how far an import is. One report is under way at a time and only the latest waits behind it, so
 * that telling never slows the work; a report that fails is not worth stopping for.
 */
export class ProgressReport {
	readonly #context: ServiceContext;
	readonly #importId: ImportId;
	#sending: Promise<void> | null = null;
	#next: ImportProgress | null = null;
	#last: Pick<ImportProgress, "done" | "total"> = { done: 0, total: 0 };

	constructor(context: ServiceContext, importId: ImportId) {
		this.#context = context;
		this.#importId = importId;
	}

	report(phase: ImportProgress["phase"], done: number, total: number): void {
		this.#last = { done, total };
		this.#next = { importId: this.#importId, phase, done, total };
		this.#sending ??= this.#send();
	}

	async #send(): Promise<void> {
		while (this.#next !== null) {
			const progress = this.#next;
			this.#next = null;
			const { database, now } = this.#context;
			await writeProgress(database, progress, now()).catch((thrown: unknown) => {
				database.log("warn", "Progress of an import not written", { why: String(thrown) });
			});
		}
		this.#sending = null;
	}

	/** After the end of the transaction: committed, or back at the beginning. */
	async end(committed: boolean): Promise<void> {
		const { total } = this.#last;
		// What was never begun is not reported: undoing an import has no progress of its own.
		if (total > 0) this.report(committed ? "committed" : "matching", committed ? total : 0, total);
		await this.#sending;
	}
}
