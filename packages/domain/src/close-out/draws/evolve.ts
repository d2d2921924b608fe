import type { IssueId } from "../../kernel/index.ts";
import type { DrawEvent } from "./events.ts";
import { DRAW_TRANSITIONS } from "./lifecycle.ts";
import type { Draw, DrawnItem } from "./schema.ts";

type Opened = Extract<DrawEvent, { type: "drawOpened" }>;
type Later = Exclude<DrawEvent, Opened>;

/** A stream of events that no ledger of this kind can have written: the store is damaged. */
export class DrawReplayError extends Error {
	constructor(message: string, type: string, version: number) {
		super(`${message} (${type} at version ${version})`);
		this.name = "DrawReplayError";
	}
}

const opened = ({ drawId, region, from, to, basis, method, at, by }: Opened): Draw => ({
	id: drawId,
	version: 1,
	region,
	from,
	to,
	basis,
	method,
	opened: { at, by },
	frame: null,
	seed: null,
	strata: [],
	items: [],
	state: "opened",
	closing: null,
	cancelled: null,
	updatedAt: at,
});

const changing = (draw: Draw, ids: readonly IssueId[], change: Partial<DrawnItem>): Pick<Draw, "items"> => {
	const named = new Set(ids);
	return { items: draw.items.map((item) => (named.has(item.issueId) ? { ...item, ...change } : item)) };
};

function applied(draw: Draw, event: Later): Partial<Draw> {
	switch (event.type) {
		case "frameFrozen": {
			const { items, sha256, at, by } = event;
			return { frame: { count: items.length, sha256, at, by } };
		}
		case "sampleDrawn": {
			const { seed: text, strata, items, at, by } = event;
			return {
				seed: { text, at, by },
				strata,
				items: items.map((item) => ({ ...item, checker: null, result: null, waived: null })),
			};
		}
		case "checkerAssigned":
			return changing(draw, event.issueIds, { checker: event.checker });
		case "drawnChecked":
			return changing(draw, [event.issueId], { result: event.result });
		case "drawnWaived": {
			const { issueId, reason, at, by } = event;
			return changing(draw, [issueId], { waived: { reason, at, by } });
		}
		case "drawClosed":
			return { closing: { summary: event.summary, at: event.at, by: event.by } };
		case "drawCancelled":
			return { cancelled: { reason: event.reason, at: event.at, by: event.by } };
	}
}

/**
 * The state after an event. Every event adds exactly one to the version. Throws {@link DrawReplayError} only for an order
 * of events that `decideDraw` never gives.
 */
export function evolveDraw(state: Draw | null, event: DrawEvent): Draw {
	if (event.type === "drawOpened") {
		if (state !== null) throw new DrawReplayError("opened twice", event.type, state.version + 1);
		return opened(event);
	}
	if (state === null) throw new DrawReplayError("not opened yet", event.type, 1);
	const cell = DRAW_TRANSITIONS[state.state][event.type];
	if (cell === "refused") {
		throw new DrawReplayError(`cannot happen while ${state.state}`, event.type, state.version + 1);
	}
	return {
		...state,
		...applied(state, event),
		state: cell === "stay" ? state.state : cell,
		version: state.version + 1,
		updatedAt: event.at,
	};
}

/** The state after all events of a stream, or null for an empty one. */
export const replayDraw = (events: readonly DrawEvent[]): Draw | null =>
	events.reduce<Draw | null>(evolveDraw, null);
