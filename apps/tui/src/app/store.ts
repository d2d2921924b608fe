/** A state that changes only through its reducer, and tells who listens. */
export type Store<S, A> = {
	get(): S;
	dispatch(action: A): void;
	subscribe(listener: () => void): () => void;
};

/**
 * Makes a store. Listeners hear of all changes of one turn at once: a key press is several actions, and drawing
 * after each would make it wait.
 */
export function makeStore<S, A>(reduce: (state: S, action: A) => S, initial: S): Store<S, A> {
	let state = initial;
	let announced = false;
	const listeners = new Set<() => void>();
	const announce = () => {
		announced = false;
		for (const listener of listeners) listener();
	};
	return {
		get: () => state,
		dispatch(action) {
			const next = reduce(state, action);
			if (next === state) return;
			state = next;
			if (announced) return;
			announced = true;
			queueMicrotask(announce);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
