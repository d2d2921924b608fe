import type { Room } from "../panes/screen.ts";
import type { Shape } from "../panes/screen-state.ts";
import type { Loader } from "./loader.ts";
import type { Services } from "./services.ts";

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Follows the changes of a screen from where its list was read, so that none falls between. The client reconnects
 * by itself and continues after the last event it saw; where it gives up (a token that a restart replaced, a position
 * that the server no longer knows) the list is read anew and followed from there, again and again until it works.
 */
export function follow<T extends Shape>(services: Services, room: Room<T>, loader: Loader): () => void {
	const { store } = services;
	let subscription: { unsubscribe(): void } | null = null;
	let timer: NodeJS.Timeout | undefined;
	let attempts = 0;
	let stopped = false;

	const lost = () => {
		const { now } = store.get();
		if (room.get().link.state !== "lost")
			room.dispatch({ type: "link", link: { state: "lost", since: now } });
	};

	const live = () => {
		const { link } = room.get();
		attempts = 0;
		if (link.state === "live") return;
		room.dispatch({ type: "link", link: { state: "live" } });
		room.dispatch({ type: "fresh", at: store.get().now });
		// What failed while the line was down is read again; what changed comes through the line itself.
		if (link.state !== "lost") return;
		loader.run(loader.reload());
		loader.countQuietly();
	};

	const beginAgain = () => {
		lost();
		if (stopped) return;
		const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
		attempts += 1;
		clearTimeout(timer);
		timer = setTimeout(() => {
			loader.run(
				loader.reload().then(() => {
					if (room.get().list.failure === null) open();
					else beginAgain();
				}),
			);
		}, delay);
	};

	const open = () => {
		if (stopped) return;
		subscription?.unsubscribe();
		subscription = room.watch(room.get().list.liveFrom, {
			live,
			lost,
			changed(change) {
				room.dispatch({ type: "list", action: { type: "changed", change } });
				room.dispatch({ type: "fresh", at: store.get().now });
				const { id, detail } = room.get().detail;
				if (id === change.id && (detail?.row.version ?? 0) < change.version) loader.run(loader.open(id));
				loader.reloadQuietly();
				loader.countQuietly();
			},
			stirred(opened) {
				const { id } = room.get().detail;
				room.dispatch({ type: "list", action: { type: "stirred" } });
				room.dispatch({ type: "fresh", at: store.get().now });
				if (opened && id !== null) loader.run(loader.open(id));
				loader.reloadQuietly();
				loader.countQuietly();
			},
			failed: beginAgain,
		});
	};

	open();
	return () => {
		stopped = true;
		clearTimeout(timer);
		subscription?.unsubscribe();
	};
}
