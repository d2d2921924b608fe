import { type Component, lazy } from "solid-js";

/** Pauses before each further try, in milliseconds: a server that is being restarted is back within them. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What `load` brings, tried again where the line was down. Throws what the last try threw. */
async function patiently<T>(load: () => Promise<T>): Promise<T> {
	for (const ms of PAUSES_MS) {
		try {
			return await load();
		} catch {
			await pause(ms);
		}
	}
	return load();
}

/**
 * A component whose code comes when it is first shown. A part that does not come at once – the server is being
 * restarted, the line is down – is tried again; what never comes is told by the page round it, with a way to reload.
 */
export const lazily = <P extends Record<string, unknown>>(load: () => Promise<{ default: Component<P> }>) =>
	lazy(() => patiently(load));
