import { InstrumentKind, InstrumentState } from "@zhenggai/domain/supervision";
import { describe, expect, test } from "vitest";
import { hasStep, isInstrumentAction, primaryAction } from "./request.ts";

const allowed = (...verbs: string[]) => verbs.map((verb) => ({ verb, allowed: true }));
const at = (state: InstrumentState, kind: InstrumentKind = "reminderLetter", stage = "toReply" as const) => ({
	state,
	kind,
	stage,
});

describe("the one step that comes next", () => {
	test.each([
		["a draft of a letter is issued", at("drafted"), [], "issueInstrument"],
		["a draft of a circular is approved first", at("drafted", "circular"), [], "approveInstrument"],
		[
			"the addressed unit acknowledges",
			at("issued"),
			allowed("acknowledgeInstrument"),
			"acknowledgeInstrument",
		],
		["a talk is held by who may", at("issued", "admonitoryTalk"), allowed("holdTalk"), "holdTalk"],
		[
			"a listing is pre-accepted",
			at("issued", "listedSupervision"),
			allowed("preAcceptListing"),
			"preAcceptListing",
		],
		["a reply is verified", at("replied"), [], "verifyReply"],
		["another addressed unit still answers", at("replied"), allowed("replyInstrument"), "replyInstrument"],
		["and lifted", at("verified"), [], "liftInstrument"],
		["nothing comes after the end", at("lifted"), allowed("liftInstrument"), null],
	] as const)("%s", (_name, row, actions, verb) => {
		expect(primaryAction(row, actions)).toBe(verb);
	});

	test("every step that comes next is one that its kind has and that has a form", () => {
		for (const kind of InstrumentKind.options) {
			for (const state of InstrumentState.options) {
				const verb = primaryAction(at(state, kind), []);
				if (verb === null) continue;
				expect([kind, state, isInstrumentAction(verb)]).toEqual([kind, state, true]);
			}
			expect(hasStep({ kind }, "issueInstrument")).toBe(true);
		}
		expect(hasStep({ kind: "reminderLetter" }, "unlist")).toBe(false);
		expect(hasStep({ kind: "listedSupervision" }, "replyInstrument")).toBe(false);
	});
});
