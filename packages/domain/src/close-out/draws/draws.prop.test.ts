import fc from "fast-check";
import { expect, test } from "vitest";
import { actor, CITY } from "../../issues/testing.ts";
import { type Actor, Role } from "../../kernel/index.ts";
import type { DrawCommand } from "./commands.ts";
import { decideDraw } from "./decide.ts";
import { DrawEvent } from "./events.ts";
import { evolveDraw, replayDraw } from "./evolve.ts";
import { Draw, drawProgress } from "./schema.ts";
import {
	assign,
	CANCEL,
	CHECKER,
	CLOSE,
	context,
	drawn,
	FRAME,
	FREEZE,
	GROUP,
	number,
	OFFICE,
	open,
	published,
	record,
	waive,
} from "./testing.ts";

const ids = [...drawn().state.items.map(({ issueId }) => issueId), ...FRAME.slice(0, 3).map(({ id }) => id)];
const id = fc.constantFrom(...ids);
const commands: fc.Arbitrary<DrawCommand> = fc.oneof(
	fc.constantFrom<DrawCommand>(open(), published(), FREEZE, FREEZE, number(), CLOSE, CANCEL),
	fc.uniqueArray(id, { minLength: 1, maxLength: 6 }).map((some) => assign(some)),
	fc.tuple(id, fc.integer({ min: 1, max: 9 })).map(([of, n]) => record(of, n)),
	id.map(waive),
);
const people: fc.Arbitrary<Actor> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(OFFICE, CHECKER, GROUP) },
	fc.constantFrom(...Role.options).map((role) => actor(role, CITY)),
	fc.constant<Actor>({ kind: "system", name: "系统" }),
);
const days = fc.constantFrom("2026-03-20", "2026-04-01", "2026-04-03", "2026-04-10");
const asked = fc
	.array(fc.tuple(commands, people, days), { maxLength: 50 })
	// Days do not run backwards.
	.map((steps) => steps.toSorted(([, , a], [, , b]) => (a < b ? -1 : a > b ? 1 : 0)));

test("[close-out I31] whatever is asked of a draw: nothing throws, events replay to the state, all read back as their schemas", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			let state: Draw | null = null;
			const events: DrawEvent[] = [];
			for (const [command, who, on] of steps) {
				const decision = decideDraw(state, command, context(who, { on }));
				if (!decision.ok) {
					expect(decision.refusals.length).toBeGreaterThan(0);
					continue;
				}
				for (const event of decision.events) state = evolveDraw(state, event);
				events.push(...decision.events);
			}
			expect(replayDraw(events)).toEqual(state);
			expect(state?.version ?? 0).toBe(events.length);
			for (const event of events) expect(DrawEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
			if (state === null) return;
			expect(Draw.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
			const { drawn: all, checked, waived, open: left } = drawProgress(state);
			expect(checked + waived + left).toBe(all);
			if (state.state === "closed") expect(left).toBe(0);
			if (state.seed !== null) expect(state.frame).not.toBeNull();
		}),
		{ numRuns: 300 },
	);
});
