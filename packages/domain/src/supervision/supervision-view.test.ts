import { describe, expect, test } from "vitest";
import { BASE_RULES, day, LEAD_CLERK } from "../issues/testing.ts";
import { stageOf, waitsUntil } from "./instrument-stage.ts";
import { SupervisionView, supervisionView } from "./supervision-view.ts";
import {
	ACKNOWLEDGE,
	approvedOf,
	CITY_CLERK,
	change,
	draft,
	GROUP,
	instrumentAfter,
	instrumentId,
	issueIt,
	LIFT,
	listed,
	on,
	REPLY,
	type Step,
	SUP_CLERK,
	sent,
	supervision,
	used,
	verify,
	working,
} from "./testing.ts";

const acknowledged: readonly Step[] = [...sent(), [ACKNOWLEDGE, on(LEAD_CLERK)]];
const replied: readonly Step[] = [...acknowledged, [REPLY, on(LEAD_CLERK)]];
const verified: readonly Step[] = [...replied, [verify("accepted"), on(CITY_CLERK)]];

describe("[supervision I20] the board", () => {
	test.each<[string, readonly Step[], string, string]>([
		["a letter that is drafted is to be issued", sent().slice(0, 1), "2026-03-02", "toIssue"],
		[
			"what stands above a letter is approved first",
			[
				[
					draft("circular", { cause: { rules: [], text: "红灯", skipsRungReason: "情况紧急" } }),
					on(CITY_CLERK),
				],
			],
			"2026-03-02",
			"toApprove",
		],
		["approved", approvedOf("circular"), "2026-03-02", "toIssue"],
		["sent, on the day its reply is due", sent(), "2026-03-16", "toAcknowledge"],
		["sent, the day after", sent(), "2026-03-17", "late"],
		["received", acknowledged, "2026-03-10", "toReply"],
		["received, the reply late", acknowledged, "2026-03-17", "late"],
		["a rejected reply is none", [...replied, [verify("rejected"), on(CITY_CLERK)]], "2026-03-17", "late"],
		["replied after its day", replied, "2026-03-20", "toVerify"],
		["verified", verified, "2026-03-20", "toLift"],
		["lifted", [...verified, [LIFT, on(CITY_CLERK)]], "2026-03-20", "over"],
		["a listing within its limit", listed(), "2026-03-20", "toAcknowledge"],
		["a listing beyond its limit", listed(), "2027-03-20", "late"],
	])("%s", (_name, steps, asOf, stage) => {
		const { state } = instrumentAfter(...steps);
		expect(stageOf(state, day(asOf))).toBe(stage);
		const until = waitsUntil(state);
		expect(stage === "late").toBe(until !== null && until < asOf);
	});

	test("a circular that nobody has to answer is to be lifted once it arrived", () => {
		const unasked = { kind: "circular", state: "acknowledged", replyDueOn: null, listing: null } as const;
		expect(stageOf(unasked, day("2026-03-20"))).toBe("toLift");
		expect(stageOf({ ...unasked, kind: "admonitoryTalk" }, day("2026-03-20"))).toBe("toReply");
	});
});

describe("[supervision I21] the page of an issue", () => {
	const viewOf = (
		...[instruments, actor = CITY_CLERK, asOf = "2026-03-02", issue = working()]: [
			Parameters<typeof supervisionView>[1],
			typeof CITY_CLERK?,
			string?,
			ReturnType<typeof working>?,
		]
	) => supervisionView(issue, instruments, { actor, rules: BASE_RULES, asOf: day(asOf) });
	const rung = (view: SupervisionView, kind: string) => view.ladder.find((one) => one.kind === kind);

	test("says of each rung who signs it, how long a reply takes and what would be left out", () => {
		const view = viewOf([]);
		expect(SupervisionView.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
		expect(rung(view, "reminderLetter")).toMatchObject({
			approval: false,
			signer: { zh: "整改办" },
			reply: { days: 10, working: true },
			skips: [],
			heldBy: null,
			coolingUntil: null,
		});
		expect(rung(view, "admonitoryTalk")).toMatchObject({
			approval: true,
			reply: { days: 30, working: false },
		});
		expect(rung(view, "listedSupervision")?.skips).toContain("supervisionLetter");
		expect(view.endsInReferral).toBe(true);
	});

	test("regression: what it says of a reply is what is asked when the instrument goes out", () => {
		const limitOn = day("2026-09-02");
		for (const { kind, reply } of viewOf([]).ladder) {
			const listing = kind === "listedSupervision";
			const { state } = instrumentAfter(
				...(kind === "reminderLetter" || kind === "supervisionLetter"
					? sent({ kind })
					: [...approvedOf(kind), [issueIt(listing ? { limitOn } : {}), on(CITY_CLERK)] as const]),
			);
			const fromDispatch = reply !== null && kind !== "admonitoryTalk";
			expect([kind, state.replyDueOn]).toEqual([kind, fromDispatch ? "2026-03-16" : null]);
		}
	});

	test("an open rung holds itself and the lower ones up, an ended one until it had time to take effect", () => {
		const open = viewOf([used(1, "supervisionLetter")]);
		expect(rung(open, "reminderLetter")?.heldBy).toBe(instrumentId(1));
		expect(rung(open, "circular")?.heldBy).toBeNull();
		const ended = [used(1, "supervisionLetter", { state: "lifted" })];
		const until = rung(viewOf(ended), "supervisionLetter")?.coolingUntil ?? "";
		expect(until > "2026-03-02").toBe(true);
		expect(rung(viewOf(ended, CITY_CLERK, until), "supervisionLetter")?.coolingUntil).toBe(until);
		expect(rung(viewOf(ended, CITY_CLERK, "2027-03-02"), "supervisionLetter")?.coolingUntil).toBeNull();
	});

	test("says who cannot draft what, and why", () => {
		expect(rung(viewOf([], LEAD_CLERK), "reminderLetter")?.refusals.map(({ rule }) => rule)).toEqual([
			"NOT_ALLOWED",
		]);
		expect(rung(viewOf([], SUP_CLERK), "reminderLetter")?.refusals).toEqual([]);
		expect(rung(viewOf([], SUP_CLERK), "circular")?.refusals).toMatchObject([{ field: "kind" }]);
		expect(rung(viewOf([], GROUP), "circular")?.refusals.length).toBeGreaterThan(0);
		const closed = working({ lifecycle: "closed" });
		expect(rung(viewOf([], CITY_CLERK, "2026-03-02", closed), "circular")?.refusals).toMatchObject([
			{ rule: "WRONG_STATE" },
		]);
	});

	test("tells the lights of the past, the newest first, and what they cost this year", () => {
		const issue = working(
			supervision({ changes: [change("yellow", "2026-01-25"), change("red", "2026-02-25")] }),
		);
		const view = viewOf([], CITY_CLERK, "2026-03-02", issue);
		expect(view.changes.map(({ to }) => to)).toEqual(["red", "yellow"]);
		expect(view.score).toMatchObject({ entries: [{ rule: "WRN-06", on: "2026-02-25" }] });
		expect(viewOf([], CITY_CLERK, "2026-02-01", issue)).toMatchObject({
			changes: [{ to: "yellow" }],
			score: { points: 0 },
		});
	});
});
