import type { JournalCursor } from "@zhenggai/domain/journal";

/** How the page stands with the server's live stream. */
export type LiveState = {
	readonly phase: "off" | "connecting" | "live" | "down";
	/** Since when the line is down, in milliseconds; null while it is up. */
	readonly downSince: number | null;
	/** The last position seen: where the stream goes on. */
	readonly cursor: JournalCursor | null;
};

export const liveOff: LiveState = { phase: "off", downSince: null, cursor: null };

export type LiveEvent =
	| { readonly type: "opening" }
	| { readonly type: "opened" }
	/** A page of a list says where its stream begins. */
	| { readonly type: "positioned"; readonly cursor: JournalCursor }
	| { readonly type: "received"; readonly cursor: JournalCursor }
	/** The server does not know our place any more: what is shown must be loaded anew. */
	| { readonly type: "lost"; readonly now: number }
	| { readonly type: "broken"; readonly now: number }
	| { readonly type: "closed" };

/** The state of the line after an event. `downSince` keeps the first break until the line is whole again. */
export function reduceLive(state: LiveState, event: LiveEvent): LiveState {
	switch (event.type) {
		case "opening":
			return { ...state, phase: state.downSince === null ? "connecting" : "down" };
		case "opened":
			return { ...state, phase: "live", downSince: null };
		case "positioned":
			return { ...state, cursor: event.cursor };
		case "received":
			return { ...state, phase: "live", downSince: null, cursor: event.cursor };
		case "lost":
			return { phase: "down", downSince: state.downSince ?? event.now, cursor: null };
		case "broken":
			return { ...state, phase: "down", downSince: state.downSince ?? event.now };
		case "closed":
			return { ...state, phase: "off", downSince: null };
	}
}

const SERIOUS = { off: 0, live: 1, connecting: 2, down: 3 } as const;

/** Several lines as one: the state of the worst of those that are open, down since the first of them broke. */
export function worstOf(lines: readonly LiveState[]): LiveState {
	const worst = lines.toSorted((a, b) => SERIOUS[b.phase] - SERIOUS[a.phase])[0] ?? liveOff;
	const downSince = lines.reduce<number | null>(
		(first, { phase, downSince: since }) =>
			phase !== "down" || since === null ? first : Math.min(first ?? since, since),
		null,
	);
	return { ...worst, downSince };
}
