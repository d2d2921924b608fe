/** The most items of one batch: a reader of the database is not asked for more at once. */
const BATCH = 200;

/**
 * Takes what is already there as one batch, so that a burst is one read instead of hundreds. Waits for nothing: a
 * single item goes on at once. Ends with its source.
 */
export async function* inBatches<T>(
	source: AsyncGenerator<T, void, undefined>,
	signal: AbortSignal,
): AsyncGenerator<readonly T[], void, undefined> {
	let pending: Promise<IteratorResult<T, void>> | null = null;
	try {
		for (;;) {
			const first = await (pending ?? source.next());
			pending = null;
			if (first.done === true || signal.aborted) return;
			const batch = [first.value];
			while (batch.length < BATCH) {
				pending ??= source.next();
				const next = await readyNow(pending);
				if (next === null) break;
				pending = null;
				if (next.done === true) {
					yield batch;
					return;
				}
				batch.push(next.value);
			}
			yield batch;
		}
	} finally {
		// A source that still waits ends by the signal; its answer is nobody's any more.
		pending?.catch(() => undefined);
		void source.return();
	}
}

/** What a promise holds if it is settled by the next turn of the event loop; null when it still waits. */
const readyNow = <T>(promise: Promise<T>): Promise<T | null> =>
	Promise.race([promise, new Promise<null>((resolve) => setImmediate(() => resolve(null)))]);
