import { expect, test } from "vitest";
import { urgingOf } from "./urge.ts";

const rung = (kind: string, refused = false) => ({ kind, refusals: refused ? [{}] : [] });
const LADDER = [rung("reminderLetter"), rung("supervisionLetter"), rung("circular")];

const issue = (more: Partial<Parameters<typeof urgingOf>[0]> = {}) => ({
	...{ instruments: [], proposals: [], supervision: { ladder: LADDER } },
	...more,
});

test.each([
	["the lowest rung where nothing is proposed", issue(), "draft:reminderLetter"],
	["what is proposed", issue({ proposals: [{ kind: "supervisionLetter" }] }), "draft:supervisionLetter"],
	[
		"the lowest free one where the proposed one is refused",
		issue({
			proposals: [{ kind: "reminderLetter" }],
			supervision: { ladder: [rung("reminderLetter", true), rung("supervisionLetter")] },
		}),
		"draft:supervisionLetter",
	],
	[
		"the lowest one with its refusals where none is free",
		issue({ supervision: { ladder: LADDER.map(({ kind }) => rung(kind, true)) } }),
		"draft:reminderLetter",
	],
])("drafts %s", (_name, urged, verb) => {
	expect(urgingOf(urged)).toEqual({ kind: "draft", verb });
});

test("what waits to be issued goes first; what is out or waits for approval does not", () => {
	const row = (id: string, stage: string) => ({ id, stage });
	const instruments = [row("out", "toReply"), row("group", "toApprove"), row("mine", "toIssue")];
	expect(urgingOf(issue({ instruments, proposals: [{ kind: "circular" }] }))).toEqual({
		...{ kind: "issue", instrumentId: "mine" },
	});
	expect(urgingOf(issue({ instruments: instruments.slice(0, 2) }))).toMatchObject({ kind: "draft" });
});

test("an issue without a ladder is not urged", () => {
	expect(urgingOf(issue({ supervision: { ladder: [] } }))).toBeNull();
});
