import { failureOf } from "@zhenggai/client";
import type { IssueChange } from "@zhenggai/domain/issues";
import { createSignal, onCleanup } from "solid-js";
import { client } from "../api.ts";
import type { LedgerFilter } from "../types.ts";
import { type LiveEvent, liveOff, reduceLive } from "./live-state.ts";

const [live, setLive] = createSignal(liveOff);
const dispatch = (event: LiveEvent) => setLive((state) => reduceLive(state, event));

/** How the page stands with the live stream. */
export { live };

type Listener = (change: IssueChange) => void;
const listeners = new Set<Listener>();

/** Calls `listener` with every live change until the returned function is called. */
export function listen(listener: Listener): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Calls `listener` with every live change while the calling component lives. */
export function onChange(listener: Listener): void {
	onCleanup(listen(listener));
}

const restarts = new Set<() => void>();
const RESTART_EVERY_MS = 10_000;
let restartedAt = 0;

/** Begins anew from the present, not faster than the server can bear where it refuses that too. */
function restart(): void {
	const wait = Math.max(0, restartedAt + RESTART_EVERY_MS - Date.now());
	setTimeout(() => {
		restartedAt = Date.now();
		for (const begin of restarts) begin();
	}, wait);
}

/** Calls `restart` when the stream cannot go on from where it stood: load anew, and watch from there. */
export function onLost(begin: () => void): void {
	restarts.add(begin);
}

let filter: LedgerFilter = {};
let line: { unsubscribe: () => void } | null = null;

function open(): void {
	dispatch({ type: "opening" });
	const { cursor } = live();
	line = client.issues.watch.subscribe(
		{ filter, ...(cursor === null ? {} : { after: cursor }) },
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

/**
 * Opens the stream for the rows of a filter, from `after` on: where the page of rows that it keeps fresh was read.
 * Without `after` it goes on where it stood.
 */
export function watch(next: LedgerFilter, after: IssueChange["cursor"] | null): void {
	filter = next;
	if (after !== null) dispatch({ type: "positioned", cursor: after });
	line?.unsubscribe();
	open();
}

/** Opens the stream for pages without a ledger, where none is open yet. */
export function watchAll(): void {
	if (line === null) open();
}

/** Closes the stream for good (sign-out). */
export function unwatch(): void {
	line?.unsubscribe();
	line = null;
	dispatch({ type: "closed" });
}

const HIDDEN_MS = 30_000;

/**
 * Lets go of the line while the page is hidden and takes it up again from the same place: a browser opens only six
 * connections to a server, and every tab would hold one.
 */
export function pauseWhileHidden(): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let paused = false;
	const onVisibility = () => {
		clearTimeout(timer);
		if (document.visibilityState === "hidden") {
			timer = setTimeout(() => {
				paused = line !== null;
				line?.unsubscribe();
				line = null;
			}, HIDDEN_MS);
		} else if (paused) {
			paused = false;
			open();
		}
	};
	document.addEventListener("visibilitychange", onVisibility);
	onCleanup(() => {
		clearTimeout(timer);
		document.removeEventListener("visibilitychange", onVisibility);
	});
}
