import { describe, expect, test } from "vitest";
import { change, row } from "../testing/rows.ts";
import { type LiveEvent, type LiveState, liveOff, reduceLive, worstOf } from "./live-state.ts";

const run = (...events: LiveEvent[]) => events.reduce(reduceLive, liveOff);
const { cursor } = change(1, 7, row(1));

test("a line opens and is live", () => {
	expect(run({ type: "opening" }).phase).toBe("connecting");
	expect(run({ type: "opening" }, { type: "opened" })).toEqual({
		phase: "live",
		downSince: null,
		cursor: null,
	});
});

test("an event tells where the stream goes on after a break", () => {
	const state = run({ type: "opened" }, { type: "received", cursor }, { type: "broken", now: 10 });
	expect(state).toEqual({ phase: "down", downSince: 10, cursor });
});

test("the age counts from the first break, through every try to come back", () => {
	const state = run(
		{ type: "opened" },
		{ type: "broken", now: 10 },
		{ type: "opening" },
		{ type: "broken", now: 50 },
	);
	expect(state.phase).toBe("down");
	expect(state.downSince).toBe(10);
});

test("a line that comes back is live again and keeps its place", () => {
	const state = run({ type: "received", cursor }, { type: "broken", now: 10 }, { type: "opened" });
	expect(state).toEqual({ phase: "live", downSince: null, cursor });
});

test("a page of the ledger says where its stream begins", () => {
	expect(run({ type: "positioned", cursor }).cursor).toBe(cursor);
});

test("a line that is closed on purpose is no break", () => {
	expect(run({ type: "opened" }, { type: "closed" })).toEqual({
		phase: "off",
		downSince: null,
		cursor: null,
	});
});

test("a place that the server has forgotten is forgotten here too", () => {
	const state = run({ type: "received", cursor }, { type: "lost", now: 30 });
	expect(state).toEqual({ phase: "down", downSince: 30, cursor: null });
});

describe("several lines as one", () => {
	const liveLine: LiveState = { phase: "live", downSince: null, cursor: null };
	test.each<[string, LiveState[], Pick<LiveState, "phase" | "downSince">]>([
		["none is open", [], { phase: "off", downSince: null }],
		["a closed one says nothing", [liveOff, liveLine], { phase: "live", downSince: null }],
		[
			"one that is down is told, since the first break",
			[liveLine, { ...liveLine, phase: "down", downSince: 40 }, { ...liveLine, phase: "down", downSince: 9 }],
			{ phase: "down", downSince: 9 },
		],
		[
			"one that is still connecting is told",
			[liveLine, { ...liveLine, phase: "connecting" }],
			{ phase: "connecting", downSince: null },
		],
	])("%s", (_name, lines, expected) => {
		expect(worstOf(lines)).toMatchObject(expected);
	});
});
