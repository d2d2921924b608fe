import type { Bilingual, Refusal } from "../kernel/index.ts";
import { caseVocab, valuesOf } from "../vocabulary/index.ts";
import type { ScreeningVerb } from "./commands.ts";
import type { ScreeningContext } from "./context.ts";
import { isUndecided } from "./coverage.ts";
import { closingGuard, screeningGate } from "./decide.ts";
import { findUnknown } from "./refusals.ts";
import type { Screening } from "./schema.ts";

type OpenVerb = Exclude<ScreeningVerb, "startScreening">;
const isOpenVerb = (verb: ScreeningVerb): verb is OpenVerb => verb !== "startScreening";

export type ScreeningAction = {
	verb: ScreeningVerb;
	label: Bilingual;
	allowed: boolean;
	refusals: Refusal[];
};

/** What stands in the way whatever the particulars are. */
function standing(screening: Screening, verb: OpenVerb): Refusal[] {
	if (verb === "closeScreening") return closingGuard(screening);
	if (verb !== "openFound" && verb !== "dismissFound") return [];
	return screening.found.some(isUndecided) ? [] : [findUnknown()];
}

/** What an actor can do next with a sweep, and why not what it cannot. */
export const screeningActions = (
	screening: Screening,
	context: Pick<ScreeningContext, "actor">,
): ScreeningAction[] =>
	valuesOf(caseVocab.screeningVerb)
		.filter(isOpenVerb)
		.map((verb) => {
			const closed = screeningGate(screening, verb, context);
			const refusals = closed.length > 0 ? [...closed] : standing(screening, verb);
			return { verb, label: caseVocab.screeningVerb[verb], allowed: refusals.length === 0, refusals };
		});
