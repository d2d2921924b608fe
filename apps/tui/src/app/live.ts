import type { Loader } from "./loader.ts";
import type { Services } from "./services.ts";

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Follows the changes of the ledger from where the list was read, so that none falls between. The client reconnects
 * by itself and continues after the last event it saw; where it gives up (a token that a restart replaced, a position
 * that the server no longer knows) the list is read anew and followed from there, again and again until it works.
 */
export function follow(services: Services, loader: Loader): () => void {
	const { store, client } = services;
	let subscription: { unsubscribe(): void } | null = null;
	let timer: NodeJS.Timeout | undefined;
	let attempts = 0;
	let stopped = false;

	const lost = () => {
		const { link, now } = store.get();
		if (link.state !== "lost") store.dispatch({ type: "link", link: { state: "lost", since: now } });
	};

	const live = () => {
		const { link } = store.get();
		attempts = 0;
		if (link.state === "live") return;
		store.dispatch({ type: "link", link: { state: "live" } });
		store.dispatch({ type: "fresh" });
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
					if (store.get().ledger.failure === null) open();
					else beginAgain();
				}),
			);
		}, delay);
	};

	const open = () => {
		if (stopped) return;
		subscription?.unsubscribe();
		const { liveFrom } = store.get().ledger;
		subscription = client.issues.watch.subscribe(liveFrom === null ? {} : { after: liveFrom }, {
			onStarted: live,
			onConnectionStateChange: (change) => {
				if (change.state === "pending") live();
				else if (change.state === "connecting" && change.error !== null) lost();
			},
			onData: ({ data }) => {
				store.dispatch({ type: "ledger", action: { type: "changed", change: data } });
				store.dispatch({ type: "fresh" });
				const { detail } = store.get();
				if (detail.issueId === data.issueId && (detail.detail?.row.version ?? 0) < data.version)
					loader.run(loader.open(data.issueId));
				loader.reloadQuietly();
				loader.countQuietly();
			},
			onError: beginAgain,
		});
	};

	open();
	return () => {
		stopped = true;
		clearTimeout(timer);
		subscription?.unsubscribe();
	};
}
