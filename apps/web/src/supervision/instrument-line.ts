import type { InstrumentChange } from "@zhenggai/domain/supervision";
import { onCleanup, onMount } from "solid-js";
import { client } from "../api.ts";
import { createLine } from "../live/line.ts";
import { register } from "../live/lines.ts";
import type { InstrumentListFilter } from "./board/url.ts";

/** The stream of changes of instruments. */
export const instrumentLine = register(
	createLine<InstrumentListFilter, InstrumentChange>({}, ({ filter, after }, events) =>
		client.supervision.watch.subscribe({ filter, ...(after === undefined ? {} : { after }) }, events),
	),
);

let pages = 0;
/** From one page of instruments to the next the line stays open. */
const LINGER_MS = 2000;

/**
 * Holds the line open while the calling component lives. Away from instruments it is let go, since a browser opens only
 * six connections to a server; back here it goes on where it stood, and nothing is missed.
 */
export function holdInstrumentLine(): void {
	onMount(() => {
		pages += 1;
		instrumentLine.resume();
	});
	onCleanup(() => {
		pages -= 1;
		setTimeout(() => pages === 0 && instrumentLine.close(), LINGER_MS);
	});
}
