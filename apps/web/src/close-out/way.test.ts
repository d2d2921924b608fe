import { NO_CLOSE_OUT } from "@zhenggai/domain/close-out";
import { ActorStamp, Instant, IsoDate, SiteCheckId } from "@zhenggai/domain/kernel";
import { describe, expect, test } from "vitest";
import { newId } from "../ids.ts";
import { nextOnTheWay, type OnTheWay, stepsOf } from "./way.ts";

const by = ActorStamp.parse({
	...{ kind: "person", id: "u", name: "沈知远", role: "cityOffice" },
	...{ region: "680100", unitId: null },
});
const at = Instant.parse("2026-06-01T02:00:00.000Z");
const day = (text: string) => IsoDate.parse(text);
const selfCheck = { on: day("2026-06-01"), report: "已完成", evidenceIds: [], at, by };
const seen = {
	...{ id: SiteCheckId.parse(newId()), on: day("2026-06-02"), siteIds: [], finding: "done" as const },
	...{ checkers: [], record: "已完成", evidenceIds: [], falseReport: false, at, by },
};
const gates = ["foundOut", "putRight", "answeredFor", "publicSatisfied"] as const;
const yes = (gate: (typeof gates)[number]) => ({
	gate,
	decision: { gate, verdict: "yes" as const, reason: "核对", evidenceIds: [], at, by },
});

type More = {
	lifecycle?: OnTheWay["row"]["lifecycle"];
	state?: Partial<OnTheWay["closeOut"]["state"]>;
	closeOut?: Partial<OnTheWay["closeOut"]>;
};
const issue = ({ lifecycle = "inProgress", state = {}, closeOut = {} }: More = {}): OnTheWay => ({
	row: { lifecycle, tier: "county" },
	closeOut: {
		state: { ...NO_CLOSE_OUT, ...state },
		tiers: ["county", "city"],
		sequence: ["acceptance", "publicNotice", "signing", "filing"],
		nextStep: null,
		nextSigner: "leadUnitPrincipal",
		signers: ["leadUnitPrincipal", "rectificationOffice"],
		gates: gates.map((gate) => ({ gate, decision: null })),
		watchPoints: [],
		...closeOut,
	},
	asOf: day("2026-06-10"),
});
const states = (of: OnTheWay) => stepsOf(of).map(({ state }) => state);

const passed = (tier: "county" | "city") => ({
	...{ tier, verdict: "pass" as const, criteriaSet: "ah5", criteria: [], standard: null, opinion: "同意" },
	...{ supplements: [], supplementsDueOn: null, submitted: null, at, by },
});

describe("the way by the rule set", () => {
	test("begins with the self-check and has every tier, in the order of the rule set", () => {
		expect(stepsOf(issue()).map(({ kind, tier }) => tier ?? kind)).toEqual([
			...["selfCheck", "county", "city", "publicNotice", "signing", "filing", "closed"],
		]);
		const signedFirst = issue({
			closeOut: { sequence: ["acceptance", "signing", "publicNotice", "filing"] },
		});
		expect(stepsOf(signedFirst).map(({ kind }) => kind)[3]).toBe("signing");
	});

	test("stands nowhere before the work has begun, then at the first step that is not done", () => {
		expect(states(issue({ lifecycle: "planning" }))).not.toContain("now");
		expect(states(issue())[0]).toBe("now");
		const half = issue({ lifecycle: "acceptance", state: { selfCheck, acceptances: [passed("county")] } });
		expect(states(half).slice(0, 3)).toEqual(["done", "done", "now"]);
	});

	test("is done to the end once it is closed", () => {
		expect(new Set(states(issue({ lifecycle: "closed" })))).toEqual(new Set(["done"]));
	});
});

describe("what comes next, and for whom", () => {
	const notice = {
		...{ id: by.id, start: day("2026-06-01"), end: day("2026-06-09"), channel: "网站", contact: "电话" },
		...{ completion: "已完成", at, by, objections: [], ended: null, stopped: null },
	};
	const running = (more: object = {}): OnTheWay["closeOut"]["state"]["notices"] =>
		// The id of a notice is no matter here.
		JSON.parse(JSON.stringify([{ ...notice, ...more }]));

	test.each<[string, OnTheWay, object | null]>([
		["nothing while it is planned", issue({ lifecycle: "planning" }), null],
		["the lead unit says done", issue(), { verb: "selfCheck", whose: { kind: "lead" } }],
		[
			"the tier that it is before, to look on the spot first",
			issue({ lifecycle: "acceptance", state: { selfCheck, atTier: "city" } }),
			{ verb: "recordSiteCheck", whose: { kind: "acceptor", tier: "city" } },
		],
		[
			"then its verdict",
			issue({ lifecycle: "acceptance", state: { selfCheck, atTier: "city", siteChecks: [seen] } }),
			{ verb: "decideAcceptance", whose: { kind: "acceptor", tier: "city" } },
		],
		[
			"the first gate that is shut, once all tiers have passed it",
			issue({
				lifecycle: "acceptance",
				closeOut: { gates: [yes("foundOut"), ...issue().closeOut.gates.slice(1)] },
			}),
			{ verb: "decideGate", part: "putRight", whose: { kind: "keepers" } },
		],
		[
			"the notice, with all four gates open",
			issue({ lifecycle: "acceptance", closeOut: { gates: gates.map(yes), nextStep: "publicNotice" } }),
			{ verb: "startNotice", whose: { kind: "office", tier: "county" } },
		],
		[
			"the signature, where the rule set signs first",
			issue({ lifecycle: "acceptance", closeOut: { gates: gates.map(yes), nextStep: "signing" } }),
			{ verb: "signCloseOut", whose: { kind: "signer", signer: "leadUnitPrincipal" } },
		],
		[
			"time, while the notice stands",
			issue({ lifecycle: "publicNotice", state: { notices: running({ end: "2026-06-10" }) } }),
			{ verb: null, what: "notice", until: "2026-06-10" },
		],
		[
			"its end, the day after its last",
			issue({ lifecycle: "publicNotice", state: { notices: running() } }),
			{ verb: "endNotice", whose: { kind: "office", tier: "county" } },
		],
		[
			"an answer, as long as an objection is open",
			issue({
				lifecycle: "publicNotice",
				state: { notices: running({ objections: [{ id: "o-1", answer: null }] }) },
			}),
			{ verb: "answerObjection", part: "o-1", whose: { kind: "office", tier: "county" } },
		],
		["the result, once closed", issue({ lifecycle: "closed" }), { verb: "publishResult" }],
		[
			"a look-back whose day has come",
			issue({
				lifecycle: "closed",
				state: { resultPublished: { on: day("2026-03-01"), channel: "网站", at, by } },
				closeOut: { watchPoints: [{ months: 3, on: day("2026-06-01"), seen: false }] },
			}),
			{ verb: "recordLookBack" },
		],
		[
			"nothing but the next watch point",
			issue({
				lifecycle: "closed",
				state: { resultPublished: { on: day("2026-03-01"), channel: "网站", at, by } },
				closeOut: { watchPoints: [{ months: 3, on: day("2026-09-01"), seen: false }] },
			}),
			{ verb: null, what: "watch", until: "2026-09-01" },
		],
	])("%s", (_, of, wanted) => {
		const next = nextOnTheWay(of);
		if (wanted === null) expect(next).toBeNull();
		else expect(next).toMatchObject(wanted);
	});
});
