import type { PlanContent } from "../plans/index.ts";

const FIGURE = /[-+]?\d+(?:\.\d+)?/u;

/** The first figure that stands after a name in a text, null where there is none close by. */
function figureAfter(text: string, name: string): number | null {
	const at = text.indexOf(name);
	if (at < 0) return null;
	const found = FIGURE.exec(text.slice(at + name.length, at + name.length + 60));
	return found === null ? null : Number(found[0]);
}

/**
 * How a standard that something was accepted by is laxer than the plan that was approved (ANTI-10, S20): a figure that
 * lets more through than the goal's target, or a word that weakens where the goal has none. Null where it is not.
 */
export function laxerThan(
	baseline: Pick<PlanContent, "goal" | "goals">,
	standard: string,
	laxWords: readonly string[],
): { readonly indicator: string } | { readonly word: string } | null {
	for (const goal of baseline.goals) {
		if (goal.kind !== "metric") continue;
		const figure = figureAfter(standard, goal.indicator);
		if (figure === null) continue;
		const lax = goal.direction === "atMost" ? figure > goal.target : figure < goal.target;
		if (lax) return { indicator: goal.indicator };
	}
	const word = laxWords.find((lax) => standard.includes(lax) && !(baseline.goal ?? "").includes(lax));
	return word === undefined ? null : { word };
}

/** Whether the standard is another one than the plan's: then the sector department has ruled on it (ACC-12). */
export const isOtherStandard = (baseline: Pick<PlanContent, "goal">, standard: string): boolean =>
	standard.trim() !== (baseline.goal ?? "").trim();
