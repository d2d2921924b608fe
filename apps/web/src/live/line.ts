import { failureOf } from "@zhenggai/client";
import type { JournalCursor } from "@zhenggai/domain/journal";
import { type Accessor, createSignal, onCleanup } from "solid-js";
import { type LiveEvent, type LiveState, liveOff, reduceLive } from "./live-state.ts";

/** Where a stream goes on from, and what of it is heard. */
export type LineQuery<F> = { readonly filter: F; readonly after: JournalCursor | undefined };

/** What a subscription tells its line. */
export type LineEvents<C> = {
	readonly onData: (message: { readonly data: C }) => void;
	readonly onConnectionStateChange: (state: { readonly state: string; readonly error?: unknown }) => void;
	readonly onError: (error: unknown) => void;
};

type Subscribe<F, C> = (query: LineQuery<F>, events: LineEvents<C>) => { unsubscribe: () => void };

const RESTART_EVERY_MS = 10_000;

/** One live stream of the server, which comes back by itself and goes on where it stood. */
export function createLine<F extends object, C extends { readonly cursor: JournalCursor }>(
	nothingFiltered: F,
	subscribe: Subscribe<F, C>,
) {
	const [live, setLive] = createSignal<LiveState>(liveOff);
	const dispatch = (event: LiveEvent) => setLive((state) => reduceLive(state, event));
	const listeners = new Set<(change: C) => void>();
	const restarts = new Set<() => void>();
	let restartedAt = 0;
	let filter = nothingFiltered;
	let open: { unsubscribe: () => void } | null = null;

	/** Begins anew from the present, not faster than the server can bear where it refuses that too. */
	function restart(): void {
		const wait = Math.max(0, restartedAt + RESTART_EVERY_MS - Date.now());
		setTimeout(() => {
			restartedAt = Date.now();
			for (const begin of restarts) begin();
		}, wait);
	}

	function connect(): void {
		dispatch({ type: "opening" });
		open = subscribe(
			{ filter, after: live().cursor ?? undefined },
			{
				onData: ({ data }) => {
					dispatch({ type: "received", cursor: data.cursor });
					for (const listener of listeners) listener(data);
				},
				onConnectionStateChange: (state) => {
					if (state.state === "pending") dispatch({ type: "opened" });
					else if (state.state === "connecting" && state.error !== null) {
						dispatch({ type: "broken", now: Date.now() });
					}
				},
				onError: (error) => {
					const failure = failureOf(error);
					const lost = failure?.kind === "server" && failure.code === "BAD_INPUT";
					dispatch({ type: lost ? "lost" : "broken", now: Date.now() });
					if (lost) restart();
				},
			},
		);
	}

	function letGo(): boolean {
		const was = open !== null;
		open?.unsubscribe();
		open = null;
		return was;
	}

	function watch(next: F, after: JournalCursor | null): void {
		filter = next;
		if (after !== null) dispatch({ type: "positioned", cursor: after });
		letGo();
		connect();
	}

	function listen(listener: (change: C) => void): () => void {
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	return {
		/** How the page stands with the stream. */
		live,
		/** Calls `listener` with every live change until the returned function is called. */
		listen,
		/** The same while the calling component lives. */
		onChange: (listener: (change: C) => void): void => {
			onCleanup(listen(listener));
		},
		/** Calls `begin` when the stream cannot go on from where it stood: load anew, and watch from there. */
		onLost: (begin: () => void): void => void restarts.add(begin),
		/**
		 * Opens the stream for the rows of a filter, from `after` on: where the page of rows that it keeps fresh was read.
		 * Without `after` it goes on where it stood.
		 */
		watch,
		/** Opens the stream for everything, where no list asks for less. */
		watchAnew: (): void => watch(nothingFiltered, null),
		/** Opens the stream where it is not open: from where it stood, if it ever was. */
		resume: (): void => {
			if (open === null) connect();
		},
		/** Lets go of the connection, to be taken up again from the same place. Whether there was one. */
		letGo,
		/** Closes the stream until it is asked for again. */
		close: (): void => {
			letGo();
			dispatch({ type: "closed" });
		},
	};
}

export type Line<F extends object, C extends { readonly cursor: JournalCursor }> = ReturnType<
	typeof createLine<F, C>
>;

/** What can be done with any line, whatever it carries. */
export type AnyLine = {
	readonly live: Accessor<LiveState>;
	readonly letGo: () => boolean;
	readonly resume: () => void;
	readonly close: () => void;
};
