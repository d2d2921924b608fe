import type { Loader } from "./loader.ts";
import type { Services } from "./services.ts";

/**
 * Follows the changes of the ledger from where the first list was read, so that none falls between. The client
 * reconnects by itself and continues after the last event it saw.
 */
export function follow(services: Services, loader: Loader): () => void {
	const { store, client } = services;
	const { liveFrom } = store.get().ledger;
	let wasLost = false;
	const lost = () => {
		const { link, now } = store.get();
		wasLost = true;
		if (link.state !== "lost") store.dispatch({ type: "link", link: { state: "lost", since: now } });
	};
	const live = () => {
		if (store.get().link.state === "live") return;
		store.dispatch({ type: "link", link: { state: "live" } });
		store.dispatch({ type: "fresh" });
		// What failed while the line was down is read again; what changed comes through the line itself.
		if (wasLost) {
			wasLost = false;
			loader.run(loader.reload());
			loader.countQuietly();
		}
	};
	const subscription = client.issues.watch.subscribe(liveFrom === null ? {} : { after: liveFrom }, {
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
		onError: lost,
	});
	return () => subscription.unsubscribe();
}
