import type { JournalEvent, Json } from "./schema.ts";

/** The hash that stands before the first entry of a stream. */
export const GENESIS_HASH = "0".repeat(64);

/**
 * JSON text with the keys of every object in code-unit order and no white space, so that the same value always
 * has the same text (the idea of RFC 8785; numbers here are integers or short decimals).
 */
export function canonicalJson(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (value !== null && typeof value === "object") {
		const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
		return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
	}
	return JSON.stringify(value);
}

/** The text that an entry's hash is taken over, after its `prevHash`. */
export function canonicalEvent(event: Omit<JournalEvent, "hash" | "prevHash">): string {
	return canonicalJson({
		actor: event.actor,
		at: event.at,
		cause: event.cause,
		id: event.id,
		payload: event.payload,
		region: event.region,
		streamId: event.streamId,
		streamKind: event.streamKind,
		type: event.type,
		version: event.version,
	});
}

/** SHA-256 in lower-case hex, given by the edge: the domain has no crypto of its own. */
export type Sha256 = (text: string) => string;

/** The hash of an entry that follows `prevHash`. */
export const hashEvent = (
	prevHash: string,
	event: Omit<JournalEvent, "hash" | "prevHash">,
	sha256: Sha256,
): string => sha256(prevHash + canonicalEvent(event));

/**
 * Checks one whole stream. Returns the version of the first entry that does not fit (another stream's, wrong number,
 * wrong predecessor, changed content), or null when the chain is whole. `streamId` is the stream that was asked for;
 * left out, the first entry's counts.
 */
export function firstBrokenVersion(
	stream: readonly JournalEvent[],
	sha256: Sha256,
	streamId: string | undefined = stream[0]?.streamId,
): number | null {
	let prevHash = GENESIS_HASH;
	for (const [index, event] of stream.entries()) {
		const whole =
			event.streamId === streamId &&
			event.streamKind === stream[0]?.streamKind &&
			event.version === index + 1 &&
			event.prevHash === prevHash &&
			event.hash === hashEvent(prevHash, event, sha256);
		if (!whole) return event.version;
		prevHash = event.hash;
	}
	return null;
}
