import type { Cast } from "./cast.ts";
import type { StoryClock } from "./clock.ts";
import { decompose, importFeedback } from "./feedback.ts";
import { finishWork } from "./finishing.ts";
import { planOfMain } from "./planning.ts";
import type { Stage } from "./play.ts";
import { secondMonth, twoMonths } from "./working.ts";

/** The first day of a story that goes this way at once. */
export const STORY_BEGINS = "2025-01-08";

/** The county's issue from the feedback until all its work is done, and nobody has said so yet. */
export async function untilDone(stage: Stage, cast: Cast, clock: StoryClock) {
	const rows = await importFeedback(cast);
	clock.moveTo("2025-01-10");
	const { main } = await decompose(stage, cast, rows);
	clock.moveTo("2025-01-13");
	const { goals } = await planOfMain(stage, cast, clock, main);
	await twoMonths(stage, cast, clock, main);
	clock.moveTo("2025-04-01");
	await secondMonth(stage, cast, clock, main);
	clock.moveTo("2025-06-23");
	const work = await finishWork(stage, cast, clock, main, goals);
	return { main, ...work };
}
