import fc from "fast-check";
import { expect, test } from "vitest";
import { decideIssue, evolveIssue, Issue, type IssueContext, IssueEvent } from "../issues/index.ts";
import { contextOf, day } from "../issues/testing.ts";
import { type ActorStamp, addDays, Instant, type IsoDate, isSameParty } from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { currentBaseline, planContentOf, plannedPercent, planOf } from "./content.ts";
import { planDiff } from "./diff.ts";
import { isLive } from "./elements.ts";
import { PLAN_TRANSITIONS } from "./lifecycle.ts";
import type { PlanContent } from "./schema.ts";
import { planStep, type Step } from "./testing/arbitrary-plan.ts";
import { approvedIssue, planningIssue } from "./testing.ts";

const steps = fc.record({
	/** Half of the histories start with an approved plan, so that they grow deep. */
	start: fc.constantFrom(planningIssue(), approvedIssue()),
	moves: fc.array(planStep, { minLength: 1, maxLength: 60, size: "max" }),
});
type History = { readonly start: Issue; readonly moves: readonly Step[] };
const RUNS = { numRuns: 200 };

type Taken = {
	readonly before: Issue;
	readonly after: Issue;
	readonly event: IssueEvent;
	readonly context: IssueContext;
};

/** Runs the steps that are accepted; the callback sees each of them. */
function play({ start, moves }: History, see: (taken: Taken) => void = () => {}) {
	let state = start;
	let on: IsoDate = day("2026-03-02");
	const events: IssueEvent[] = [];
	for (const { who, days, commandOn } of moves) {
		on = addDays(on, days);
		const context = contextOf(who, { now: Instant.parse(`${on}T02:00:00.000Z`) });
		const decision = decideIssue(state, commandOn(state), context);
		if (!decision.ok) continue;
		for (const event of decision.events) {
			const after = evolveIssue(state, event);
			see({ before: state, after, event, context });
			events.push(event);
			state = after;
		}
	}
	return { state, events };
}

test("[plans I7] any command by anybody is decided, and replaying the events gives the state", () => {
	fc.assert(
		fc.property(steps, (history) => {
			const { state, events } = play(history);
			expect(events.reduce(evolveIssue, history.start)).toEqual(state);
		}),
		RUNS,
	);
});

test("[plans I7] every event and every state is what its schema reads back from JSON", () => {
	fc.assert(
		fc.property(steps, (history) => {
			play(history, ({ event, after }) => {
				expect(IssueEvent.parse(JSON.parse(JSON.stringify(event)))).toStrictEqual(event);
				expect(Issue.parse(JSON.parse(JSON.stringify(after)))).toStrictEqual(after);
			});
		}),
		{ numRuns: 100 },
	);
});

test("[plans I4] [BASE-01] baselines grow by one without gaps and never change, and nothing planned is deleted", () => {
	fc.assert(
		fc.property(steps, (history) => {
			play(history, ({ before, after }) => {
				const [old, now] = [planOf(before).baselines, planOf(after).baselines];
				expect(now.slice(0, old.length)).toEqual(old);
				expect(now.length - old.length).toBeLessThanOrEqual(1);
				expect(now.map(({ version }) => version)).toEqual(now.map((_, at) => at + 1));
				expect(after.measures.map(({ id }) => id).slice(0, before.measures.length)).toEqual(
					before.measures.map(({ id }) => id),
				);
				for (const key of ["submissions", "reviews", "waivers", "publications"] as const) {
					expect(planOf(after)[key].slice(0, planOf(before)[key].length)).toEqual(planOf(before)[key]);
				}
			});
		}),
		RUNS,
	);
});

test("[plans I5] [EXT-05] the original deadline is set with the first baseline and never lost", () => {
	fc.assert(
		fc.property(steps, (history) => {
			const { state } = play(history, ({ before, after }) => {
				const { originalDeadline, baselines } = planOf(before);
				if (baselines.length > 0) expect(planOf(after).originalDeadline).toEqual(originalDeadline);
			});
			const plan = planOf(state);
			expect(plan.originalDeadline).toEqual(plan.baselines[0]?.content.deadline ?? null);
		}),
		RUNS,
	);
});

/** Who wrote or asked for what an event decides on; null for events that decide nothing. */
function askedBy({ before, event }: Taken): { by: ActorStamp; from: readonly ActorStamp[] } | null {
	const plan = planOf(before);
	const ofChange = (id: string) => plan.changes.flatMap((change) => (change.id === id ? [change.by] : []));
	const ofExtension = (id: string) => plan.extensions.flatMap((one) => (one.id === id ? [one.by] : []));
	switch (event.type) {
		case "planReturned":
		case "planApproved":
			return {
				by: event.review.by,
				from: [...plan.authors, ...plan.submissions.slice(-1).map((submission) => submission.by)],
			};
		case "planChangeApproved":
			return { by: event.baseline.approvedBy, from: ofChange(event.changeId) };
		case "planChangeRefused":
			return { by: event.by, from: ofChange(event.changeId) };
		case "extensionGranted":
			return { by: event.baseline.approvedBy, from: ofExtension(event.extensionId) };
		case "extensionRefused":
			return { by: event.by, from: ofExtension(event.extensionId) };
		default:
			return null;
	}
}

test("[plans I3] [SOD-01] nobody reviews or decides what his own side wrote, asked for or carries out", () => {
	fc.assert(
		fc.property(steps, (history) => {
			play(history, (taken) => {
				const asked = askedBy(taken);
				if (asked === null) return;
				const { by, from } = asked;
				expect(by).toEqual(taken.context.stamp);
				expect(from.length).toBeGreaterThan(0);
				expect(from.some((other) => isSameParty(other, by))).toBe(false);
				const working = taken.before.assignments.filter(
					(held) => isActive(held) && (held.role === "lead" || held.role === "responsible"),
				);
				expect(working.some(({ unitId }) => unitId !== null && unitId === by.unitId)).toBe(false);
			});
		}),
		RUNS,
	);
});

/** What a plan promises, without how far it is. */
const promised = ({ measures, ...content }: PlanContent) => ({
	...content,
	measures: measures.filter(isLive).map(({ state: _, importId: __, ...measure }) => measure),
});

test("[plans I8] while the work goes on, the plan in force is the latest baseline", () => {
	fc.assert(
		fc.property(steps, (history) => {
			play(history, ({ after }) => {
				if (after.lifecycle !== "inProgress") return;
				const baseline = currentBaseline(after);
				if (baseline === null) throw new Error("work without a baseline");
				expect(promised(planContentOf(after))).toEqual(promised(baseline.content));
				expect(planDiff(baseline.content, planContentOf(after))).toEqual([]);
			});
		}),
		RUNS,
	);
});

test("[plans I8] two versions of a plan have a difference exactly where they promise something else", () => {
	fc.assert(
		fc.property(steps, (history) => {
			const { baselines } = planOf(play(history).state);
			for (const [at, { content: from }] of baselines.entries()) {
				for (const { content: to } of baselines.slice(at)) {
					const differences = planDiff(from, to);
					const same = JSON.stringify(promised(from)) === JSON.stringify(promised(to));
					if (same) expect(differences).toEqual([]);
					for (const { label, from: old, to: now } of differences) {
						expect(label.zh).not.toBe("");
						expect(old !== null || now !== null).toBe(true);
						expect([old, now].some((text) => text?.zh === "" || text?.en === "")).toBe(false);
					}
					if (differences.length === 0) expect(promised(from)).toEqual(promised(to));
				}
			}
		}),
		RUNS,
	);
});

test("[plans I6] planned progress never falls with the days and ends at 100", () => {
	fc.assert(
		fc.property(
			steps,
			fc.integer({ min: 0, max: 800 }),
			fc.integer({ min: 0, max: 400 }),
			(history, n, more) => {
				const { state } = play(history);
				const [early, late] = [n, n + more].map((days) =>
					plannedPercent(state, addDays(day("2026-01-01"), days)),
				);
				if (early === null || early === undefined) {
					expect(late).toBeNull();
					return;
				}
				expect(late ?? -1).toBeGreaterThanOrEqual(early);
				expect(plannedPercent(state, day("2099-12-31"))).toBe(100);
			},
		),
		RUNS,
	);
});

test("the random steps reach every event of the room", () => {
	const seen = new Set<string>();
	let versions = 0;
	for (const history of fc.sample(steps, { numRuns: 600, seed: 11 })) {
		const { state, events } = play(history);
		for (const { type } of events) seen.add(type);
		versions = Math.max(versions, planOf(state).baselines.length);
	}
	expect(Object.keys(PLAN_TRANSITIONS).filter((type) => !seen.has(type))).toEqual([]);
	expect(versions).toBeGreaterThan(3);
});
