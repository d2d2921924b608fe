import type { Bilingual, Refusal } from "../../kernel/index.ts";
import { caseVocab, valuesOf } from "../../vocabulary/index.ts";
import type { DrawVerb } from "./commands.ts";
import type { DrawContext } from "./context.ts";
import { cancelDrawGuard, closeDrawGuard, drawGate, freezeGuard, numberGuard } from "./decide.ts";
import { notDrawn } from "./refusals.ts";
import { type Draw, isOpenItem } from "./schema.ts";

type LaterVerb = Exclude<DrawVerb, "openDraw">;
const isLater = (verb: DrawVerb): verb is LaterVerb => verb !== "openDraw";

export type DrawAction = { verb: DrawVerb; label: Bilingual; allowed: boolean; refusals: Refusal[] };

/** What stands in the way whatever the particulars are. */
function standing(draw: Draw, verb: LaterVerb, context: Pick<DrawContext, "actor" | "now">): Refusal[] {
	switch (verb) {
		case "freezeFrame":
			return freezeGuard(draw, context);
		case "drawLookBacks":
			return numberGuard(draw, context);
		case "closeDraw":
			return closeDrawGuard(draw);
		case "cancelDraw":
			return cancelDrawGuard(draw, context);
		case "assignChecker":
		case "recordDrawn":
		case "linkLookBack":
		case "waiveDrawn":
			return draw.items.some(isOpenItem) ? [] : [notDrawn("issueId")];
	}
}

/** What an actor can do next with a draw, and why not what it cannot. */
export const drawActions = (draw: Draw, context: Pick<DrawContext, "actor" | "now">): DrawAction[] =>
	valuesOf(caseVocab.drawVerb)
		.filter(isLater)
		.map((verb) => {
			const closed = drawGate(draw, verb, context);
			const refusals = closed.length > 0 ? [...closed] : standing(draw, verb, context);
			return { verb, label: caseVocab.drawVerb[verb], allowed: refusals.length === 0, refusals };
		});
