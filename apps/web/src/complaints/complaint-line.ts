import type { ComplaintChange } from "@zhenggai/domain/complaints";
import { onCleanup, onMount } from "solid-js";
import { client } from "../api.ts";
import { createLine } from "../live/line.ts";
import { register } from "../live/lines.ts";
import type { ComplaintListFilter } from "../types.ts";

/** The stream of changes of complaints. */
export const complaintLine = register(
	createLine<ComplaintListFilter, ComplaintChange>({}, ({ filter, after }, events) =>
		client.complaints.watch.subscribe({ filter, ...(after === undefined ? {} : { after }) }, events),
	),
);

let pages = 0;
/** From one page of complaints to the next the line stays open. */
const LINGER_MS = 2000;

/**
 * Holds the line open while the calling component lives. Away from complaints it is let go, since a browser opens only
 * six connections to a server; back here it goes on where it stood, and nothing is missed.
 */
export function holdComplaintLine(): void {
	onMount(() => {
		pages += 1;
		complaintLine.resume();
	});
	onCleanup(() => {
		pages -= 1;
		setTimeout(() => pages === 0 && complaintLine.close(), LINGER_MS);
	});
}
