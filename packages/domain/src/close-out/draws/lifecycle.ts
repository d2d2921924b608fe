import type { DrawVerb } from "./commands.ts";
import type { DrawEvent } from "./events.ts";
import type { DrawState } from "./schema.ts";

/** Where an event leads: a state, the same state, or nowhere because it cannot happen there. */
export type DrawTransition = DrawState | "stay" | "refused";
type Row = Readonly<Record<DrawEvent["type"], DrawTransition>>;

const NOTHING: Row = {
	drawOpened: "refused",
	frameFrozen: "refused",
	sampleDrawn: "refused",
	checkerAssigned: "refused",
	drawnChecked: "refused",
	drawnWaived: "refused",
	drawClosed: "refused",
	drawCancelled: "refused",
};

/** What every event does in every state. `evolve` and `decide` read this table and nothing else. */
export const DRAW_TRANSITIONS: Readonly<Record<DrawState, Row>> = {
	opened: { ...NOTHING, frameFrozen: "frozen", drawCancelled: "cancelled" },
	frozen: { ...NOTHING, sampleDrawn: "drawn", drawCancelled: "cancelled" },
	// What was drawn is not given up any more: it would be drawn again until it pleases.
	drawn: {
		...NOTHING,
		checkerAssigned: "stay",
		drawnChecked: "stay",
		drawnWaived: "stay",
		drawClosed: "closed",
	},
	closed: NOTHING,
	cancelled: NOTHING,
};

/** What each verb makes happen first. */
export const EVENT_OF_DRAW_VERB: Readonly<Record<DrawVerb, DrawEvent["type"]>> = {
	openDraw: "drawOpened",
	freezeFrame: "frameFrozen",
	drawLookBacks: "sampleDrawn",
	assignChecker: "checkerAssigned",
	recordDrawn: "drawnChecked",
	linkLookBack: "drawnChecked",
	waiveDrawn: "drawnWaived",
	closeDraw: "drawClosed",
	cancelDraw: "drawCancelled",
};
