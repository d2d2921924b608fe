/** A state that changes only through its reducer, and tells who listens. */
export type Store<S, A> = {
	get(): S;
	dispatch(action: A): void;
	subscribe(listener: () => void): () => void;
};

export function makeStore<S, A>(reduce: (state: S, action: A) => S, initial: S): Store<S, A> {
	let state = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => state,
		dispatch(action) {
			const next = reduce(state, action);
			if (next === state) return;
			state = next;
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
