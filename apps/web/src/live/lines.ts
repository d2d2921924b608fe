import { createSignal, onCleanup } from "solid-js";
import type { AnyLine } from "./line.ts";
import { type LiveState, worstOf } from "./live-state.ts";

const [lines, setLines] = createSignal<readonly AnyLine[]>([]);

/** Counts a line among those that the header speaks of, that rest while the page is hidden and end with the session. */
export function register<L extends AnyLine>(line: L): L {
	setLines((known) => [...known, line]);
	return line;
}

/** How the page stands with its streams: as badly as with the worst of them. */
export const live = (): LiveState => worstOf(lines().map((line) => line.live()));

/** Closes every stream for good (sign-out). */
export function closeAll(): void {
	for (const line of lines()) line.close();
}

const HIDDEN_MS = 30_000;

/**
 * Lets go of the lines while the page is hidden and takes them up again from the same places: a browser opens only six
 * connections to a server, and every tab would hold some.
 */
export function pauseWhileHidden(): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let paused: readonly AnyLine[] = [];
	const onVisibility = () => {
		clearTimeout(timer);
		if (document.visibilityState === "hidden") {
			timer = setTimeout(() => {
				paused = lines().filter((line) => line.letGo());
			}, HIDDEN_MS);
		} else {
			for (const line of paused) line.resume();
			paused = [];
		}
	};
	document.addEventListener("visibilitychange", onVisibility);
	onCleanup(() => {
		clearTimeout(timer);
		document.removeEventListener("visibilitychange", onVisibility);
	});
}
