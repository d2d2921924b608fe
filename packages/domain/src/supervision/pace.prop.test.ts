import fc from "fast-check";
import { expect, test } from "vitest";
import { agingIssue, FIRST } from "../issues/testing/aging-issues.ts";
import { LEAD_CLERK, moment, stampOf } from "../issues/testing.ts";
import { addDays } from "../kernel/index.ts";
import { milestoneKey, plannedPercent } from "../plans/index.ts";
import { type Attainment, actualPercent, NO_PROGRESS, overdueMilestones } from "../progress/index.ts";
import { lagOf, paceOf } from "./pace.ts";

const by = stampOf(LEAD_CLERK);
const at = moment("2026-03-02T02:00:00.000Z");
type Said = "nothing" | "claimed" | "verified" | "rejected";

/** Issues whose steps are open, said to be reached, verified and sent back. */
const worked = fc
	.tuple(
		agingIssue,
		fc.array(fc.constantFrom<Said>("nothing", "claimed", "verified", "rejected"), {
			minLength: 12,
			maxLength: 12,
		}),
	)
	.map(([issue, said]) => {
		const steps = issue.measures.flatMap(({ id: measureId, milestones }) =>
			milestones.map((milestone) => ({ measureId, key: milestoneKey(milestone) })),
		);
		const attainments = steps.flatMap((step, index): Attainment[] => {
			const word = said[index % said.length] ?? "nothing";
			if (word === "nothing") return [];
			const verified = word === "claimed" ? null : { verdict: word, at, by, reason: null };
			return [{ ...step, milestoneId: null, doneOn: FIRST, evidenceIds: [], at, by, verified }];
		});
		return { ...issue, progress: { ...(issue.progress ?? NO_PROGRESS), attainments } };
	});

test("[supervision I1] the lag is planned percent less actual percent, and what is missed is what is overdue", () => {
	let behind = 0;
	fc.assert(
		fc.property(worked, fc.integer({ min: -160, max: 210 }), (issue, offset) => {
			const asOf = addDays(FIRST, offset);
			const pace = paceOf(issue, asOf);
			const lag = (plannedPercent(issue, asOf) ?? 0) - (actualPercent(issue) ?? 0);
			expect(lagOf(pace)).toBeCloseTo(lag, 9);
			const late = overdueMilestones(issue, asOf);
			expect(pace.missedCount).toBe(late.length);
			expect(pace.missed?.due).toBe(late.map(({ milestone }) => milestone.due).toSorted()[0]);
			if (lag > 0) behind += 1;
		}),
		{ numRuns: 500 },
	);
	expect(behind).toBeGreaterThan(50);
});
