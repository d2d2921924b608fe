import fc from "fast-check";
import { expect, test } from "vitest";
import {
	decideIssue,
	evolveIssue,
	type Issue,
	type IssueCommand,
	IssueEvent,
	Issue as IssueSchema,
	refusalsOf,
} from "../issues/index.ts";
import { actor, CITY, COUNTY, day, LEAD, LEAD_CLERK, PROVINCE, site, WORKER } from "../issues/testing.ts";
import { type Actor, addDays, type IsoDate, isSameParty, shanghaiDate } from "../kernel/index.ts";
import { planOf } from "../plans/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import type { CloseOutRound } from "./closing.ts";
import { criteriaOf, criteriaSetOf } from "./criteria.ts";
import { CLOSE_OUT_EVENTS_OF } from "./lifecycle.ts";
import { acceptanceTiers, isSelfAcceptance, nextSigner, nextStep, noticeEnd, signersOf } from "./sequence.ts";
import { closeOutOf, gatesOf, latestCheck, runningNotice } from "./state.ts";
import {
	ACCEPTOR,
	APPLY,
	acceptedIssue,
	answer,
	applied,
	CITY_OFFICE,
	closedIssue,
	contextAt,
	doneIssue,
	EVERYBODY,
	evidenceId,
	expert,
	FILE_IT,
	filing,
	GROUP,
	gate,
	LEADER,
	lookBack,
	lookBackId,
	MECHANISM,
	notice,
	noticed,
	OPINION,
	objection,
	PROV_OFFICE,
	receive,
	rulesOfSet,
	SCREENING,
	SELF_CHECK,
	sign,
	signing,
	siteCheck,
	verdict,
} from "./testing.ts";

const SETS = ["base", "ah-huangshan", "jl", "ah", "gs-qinan", "hn"].map((id) => rulesOfSet(id));
const own: readonly Actor[] = [
	actor("cityOffice", CITY, { unitId: LEAD }),
	actor("provOffice", PROVINCE, { unitId: WORKER }),
	actor("countyOffice", COUNTY),
	actor("discipline", CITY),
	{ kind: "system", name: "sweep" },
	{ kind: "anonymous" },
];
const whoever = fc.constantFrom(...EVERYBODY, ...EVERYBODY, ...own);

type Making = (today: ReturnType<typeof day>, n: number, bit: boolean) => IssueCommand;
const tiers = ["county", "city", "province"] as const;
const pick = <T>(of: readonly T[], n: number, fallback: T): T => of[n % of.length] ?? fallback;

/** Every verb of the room, mostly as somebody who knows what he does would say it. */
const MAKING: readonly Making[] = [
	(today) => ({ ...SELF_CHECK, on: today }),
	(_today, _n, bit) => ({ ...APPLY, kind: bit ? "works" : "nonWorks" }),
	(today, n, bit) =>
		siteCheck(n, {
			on: today,
			finding: bit ? "done" : pick(["done", "notDone", "partlyDone"], n, "done"),
			siteIds: n % 2 === 0 ? [] : [site(1).id],
			attended: bit ? ["leader", "worker"] : [],
		}),
	(today, n, bit) =>
		expert(n % 5, { on: today, noConflict: n % 7 !== 0, verdict: bit ? "agree" : "disagree" }),
	(_today, n, bit) => ({
		type: "giveExpertOpinion",
		...{ unit: "省环科院", noConflict: n % 7 !== 0, verdict: bit ? "agree" : "disagree" },
		opinion: "工程质量合格",
	}),
	(today, _n, bit) => ({
		type: "recordDiscussion",
		discussion: { body: "领导小组", on: today, present: ["甲"], conclusion: "一致意见", agreed: bit },
	}),
	(today) => ({
		type: "ruleStandard",
		ruling: { question: "执行何标准", ruling: "执行新标准", unit: "省厅", on: today },
	}),
	(_today, _n, bit) => ({ ...OPINION, agrees: bit }),
	(_today, n) => verdict(pick(tiers, n, "city")),
	(_today, n) => verdict(pick(tiers, n, "city"), { verdict: "fail", criteria: [] }),
	(today, n) =>
		verdict(pick(tiers, n, "city"), {
			verdict: "conditional",
			supplements: ["补充材料"],
			supplementsDueOn: addDays(today, n % 20),
		}),
	() => ({ type: "submitSupplements", text: "补充材料", evidenceIds: [] }),
	(_today, n, bit) =>
		gate(pick(["foundOut", "putRight", "answeredFor", "publicSatisfied"] as const, n, "foundOut"), {
			verdict: bit || n % 3 > 0 ? "yes" : "no",
		}),
	() => MECHANISM,
	() => SCREENING,
	(today, n, bit) => notice(n, bit ? today : addDays(today, (n % 9) - 4)),
	(today, n) => objection(n, today),
	(_today, n, bit) => answer(n, bit ? "dismissed" : "upheld"),
	() => ({ type: "endNotice" }),
	(_today, n) =>
		sign(pick(["leadUnitPrincipal", "acceptanceUnit", "countyPrincipals", "rectificationOffice"], n, "")),
	(today) => FILE_IT(today),
	(_today, n) =>
		receive(pick(["accepted", "accepted", "returned", "noted"] as const, n, "accepted"), "理由充分"),
	(today) => ({ type: "publishResult", on: today, channel: "市政府网站" }),
	(today, n) =>
		lookBack(n, {
			on: today,
			result: pick(["held", "weakened", "rebounded", "neverDone"] as const, n, "held"),
		}),
	(_today, n) => ({ type: "reopenIssue", lookBackId: lookBackId(n), reason: "再次渗漏" }),
	() => ({ type: "reinforceIssue", reason: "整改不彻底" }),
	(today) => ({ type: "markLongTerm", since: today }),
	(today) => ({ type: "reviewLongTerm", on: today, result: "held", text: "持续达标" }),
];

const GATE_KEEPERS = {
	foundOut: CITY_OFFICE,
	putRight: PROV_OFFICE,
	answeredFor: GROUP,
	publicSatisfied: ACCEPTOR,
} as const;
const SIGNERS: Readonly<Record<string, Actor>> = {
	leadUnitPrincipal: LEADER,
	acceptanceUnit: ACCEPTOR,
	countyPrincipals: GROUP,
	rectificationOffice: CITY_OFFICE,
};

/** What a sensible office would do in acceptance, so that random histories get to the end as well. */
function accepting(issue: Issue, rulesOf: ResolvedRules, today: IsoDate, n: number): [Actor, IssueCommand] {
	const state = closeOutOf(issue);
	if (latestCheck(state)?.finding !== "done")
		return [CITY_OFFICE, siteCheck(n, { on: today, attended: ["leader", "worker"] })];
	if (state.application?.kind === "nonWorks" && state.discussions.length === 0) {
		const discussion = { body: "领导小组", on: today, present: ["甲"], conclusion: "一致意见", agreed: true };
		return [CITY_OFFICE, { type: "recordDiscussion", discussion }];
	}
	if (state.expertOpinions.length < 3) {
		return [CITY_OFFICE, expert(state.expertOpinions.length, { on: today })];
	}
	if (state.atTier !== null) {
		const set = criteriaSetOf(rulesOf);
		const criteria = (criteriaOf(set) ?? []).map((criterion) => ({
			criterion,
			answer: "yes" as const,
			evidenceIds: [evidenceId(2)],
			note: null,
		}));
		return [
			state.atTier === "city" ? CITY_OFFICE : PROV_OFFICE,
			verdict(state.atTier, { criteriaSet: set, criteria }),
		];
	}
	const open = gatesOf(issue).find(({ decision }) => decision?.verdict !== "yes");
	if (open !== undefined) return [GATE_KEEPERS[open.gate], gate(open.gate)];
	if (state.mechanisms.length === 0) return [LEAD_CLERK, MECHANISM];
	if (state.screening === null) return [LEAD_CLERK, SCREENING];
	const signer = nextSigner(issue, rulesOf) ?? "";
	return nextStep(issue, rulesOf) === "signing"
		? [SIGNERS[signer] ?? CITY_OFFICE, sign(signer)]
		: [CITY_OFFICE, notice(n, today)];
}

function sensible(issue: Issue, rulesOf: ResolvedRules, today: IsoDate, n: number): [Actor, IssueCommand] {
	const state = closeOutOf(issue);
	switch (issue.lifecycle) {
		case "inProgress":
			return [LEAD_CLERK, { ...SELF_CHECK, on: today }];
		case "selfChecked":
			return [LEAD_CLERK, APPLY];
		case "supplementing":
			return [LEAD_CLERK, { type: "submitSupplements", text: "补充材料", evidenceIds: [] }];
		case "publicNotice": {
			const [open] = state.notices.flatMap(({ objections }) =>
				objections.filter((held) => held.answer === null),
			);
			if (runningNotice(state) === undefined) return [CITY_OFFICE, notice(n, today)];
			if (open === undefined) return [CITY_OFFICE, { type: "endNotice" }];
			return [CITY_OFFICE, { ...answer(0, "dismissed"), objectionId: open.id }];
		}
		case "signing": {
			const signer = nextSigner(issue, rulesOf) ?? "";
			return [SIGNERS[signer] ?? CITY_OFFICE, sign(signer)];
		}
		case "filing":
			return state.filings.length === 0 ? [CITY_OFFICE, FILE_IT(today)] : [PROV_OFFICE, receive("accepted")];
		default:
			return accepting(issue, rulesOf, today, n);
	}
}

const move = fc.record({
	/** Null for what a sensible office would do next. */
	making: fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...MAKING) },
		{ weight: 4, arbitrary: fc.constant(null) },
	),
	who: whoever,
	n: fc.integer({ min: 0, max: 40 }),
	bit: fc.boolean(),
	/** How many days later than the move before. */
	later: fc.oneof(
		{ weight: 6, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.constantFrom(1, 3, 9, 16) },
	),
});
const moves = fc.array(move, { minLength: 1, maxLength: 80, size: "max" });

const sites = [{ ...site(1), state: "selfChecked" as const }];
const START: readonly (() => Issue)[] = [
	() => doneIssue(),
	() => doneIssue({ sites }),
	() => applied(),
	() => acceptedIssue({ sites }),
	() => noticed(),
	() => signing(),
	() => filing(),
	() => closedIssue({ sites }),
];
/** Starts are made once: states are never changed in place. */
const starts = START.map((make) => make());
const start = fc.constantFrom(...starts);
const rules = fc.constantFrom(...SETS);

type Seen = {
	readonly before: Issue;
	readonly after: Issue;
	readonly event: IssueEvent;
	readonly today: string;
};

function play(
	from: Issue,
	rulesOf: (typeof SETS)[number],
	of: readonly (typeof move extends fc.Arbitrary<infer M> ? M : never)[],
	see: (seen: Seen) => void = () => {},
): { state: Issue; events: IssueEvent[] } {
	let state = from;
	let today = addDays(shanghaiDate(from.updatedAt), 0);
	if (today < "2026-06-01") today = day("2026-06-01");
	const events: IssueEvent[] = [];
	for (const { making, who, n, bit, later } of of) {
		today = addDays(today, later);
		const [by, command] = making === null ? sensible(state, rulesOf, today, n) : [who, making(today, n, bit)];
		const context = contextAt(by, { on: today, rules: rulesOf });
		const decision = decideIssue(state, command, context);
		if (!decision.ok) {
			expect(decision.refusals).not.toEqual([]);
			for (const { message, clears, rule } of decision.refusals) {
				expect([message.zh, message.en, clears.zh, clears.en, rule].every((text) => text.length > 0)).toBe(
					true,
				);
			}
			continue;
		}
		if (command.type !== "registerIssue") expect(refusalsOf(state, command.type, context)).toEqual([]);
		for (const event of decision.events) {
			const next = evolveIssue(state, event);
			see({ before: state, after: next, event, today });
			events.push(event);
			state = next;
		}
	}
	return { state, events };
}

/** What every attempt that ended in a close-out has behind it. */
function checkClosed(issue: Issue, round: CloseOutRound, rulesOf: (typeof SETS)[number]): void {
	const wanted = acceptanceTiers(issue, rulesOf);
	for (const tier of wanted) {
		expect(round.acceptances.findLast((held) => held.tier === tier)?.verdict).toBe("pass");
	}
	const checks = round.siteChecks.filter(({ on }) => round.selfCheck !== null && on >= round.selfCheck.on);
	expect(checks.some(({ finding, checkers }) => finding === "done" && checkers.length >= 2)).toBe(true);
	const latest = new Map(round.gates.map((held) => [held.gate, held]));
	expect([...latest.values()].map(({ verdict: said }) => said)).toEqual(["yes", "yes", "yes", "yes"]);
	expect(new Set([...latest.values()].map(({ by }) => by.id)).size).toBe(4);
	expect(round.mechanisms.some(({ inForce }) => inForce)).toBe(true);
	expect(round.screening).not.toBeNull();
	const stood = round.notices.filter(({ ended }) => ended !== null);
	expect(stood).not.toEqual([]);
	for (const held of stood) {
		expect(held.ended !== null && shanghaiDate(held.ended.at) > held.end).toBe(true);
		expect(shanghaiDate(held.at) <= held.start).toBe(true);
		expect(held.objections.every((item) => item.answer?.verdict === "dismissed")).toBe(true);
	}
	expect(round.signatures.map(({ signer }) => signer)).toEqual(signersOf(rulesOf));
	expect(new Set(round.signatures.map(({ by }) => by.id)).size).toBe(round.signatures.length);
	expect(round.filings.at(-1)?.receipt).not.toBeNull();
}

const RUNS = { numRuns: 200 };

test("[close-out I22] no path to the end avoids a tier, a check on the spot, a gate, a whole notice or a signature", () => {
	let closed = 0;
	fc.assert(
		fc.property(start, rules, moves, (from, rulesOf, of) => {
			// What led to the start went by the base set.
			const mixed = from.lifecycle === "inProgress" ? rulesOf : rulesOfSet("base");
			play(from, mixed, of, ({ after, event }) => {
				if (event.type !== "issueClosed") return;
				closed += 1;
				checkClosed(after, closeOutOf(after), mixed);
			});
		}),
		RUNS,
	);
	// A run in ten gets to the end at least, else the property would show little.
	expect(closed).toBeGreaterThan(20);
});

test("[close-out I22] the way from the work to the end can be gone, and each step alone cannot be left out", () => {
	const start = doneIssue();
	const whole = closedIssue();
	expect(start.lifecycle).toBe("inProgress");
	checkClosed(whole, closeOutOf(whole), rulesOfSet("base"));
});

test("[close-out I13] nobody passes a gate or a review for his own side's work", () => {
	const workers = new Set<string | null>([LEAD]);
	fc.assert(
		fc.property(start, rules, moves, (from, rulesOf, of) => {
			play(from, rulesOf, of, ({ before, event }) => {
				const { application } = closeOutOf(before);
				if (event.type === "acceptancePassed") {
					const { by, tier } = event.acceptance;
					expect(by.role === "leadUnit").toBe(false);
					if (!isSelfAcceptance(before, rulesOf, tier)) {
						expect(workers.has(by.unitId)).toBe(false);
						expect(application !== null && isSameParty(application.by, by)).toBe(false);
					}
				}
				if (event.type === "gateDecided") expect(workers.has(event.decision.by.unitId)).toBe(false);
				if (event.type === "siteCheckRecorded") expect(workers.has(event.check.by.unitId)).toBe(false);
				if (event.type === "issueClosed") {
					const filed = closeOutOf(before).filings.at(-1);
					expect(filed !== undefined && isSameParty(filed.by, event.by)).toBe(false);
					expect(workers.has(event.by.unitId)).toBe(false);
				}
			});
		}),
		RUNS,
	);
});

test("[close-out I19] [close-out I20] nothing of an earlier attempt and no deadline is ever lost", () => {
	fc.assert(
		fc.property(start, rules, moves, (from, rulesOf, of) => {
			play(from, rulesOf, of, ({ before, after, event }) => {
				const [was, is] = [closeOutOf(before), closeOutOf(after)];
				expect(is.earlier.slice(0, was.earlier.length)).toEqual(was.earlier);
				expect(is.rebounds.slice(0, was.rebounds.length)).toEqual(was.rebounds);
				expect(is.round).toBe(is.earlier.length + 1);
				expect(planOf(after).originalDeadline).toEqual(planOf(before).originalDeadline);
				expect(planOf(after).baselines).toEqual(planOf(before).baselines);
				expect([after.id, after.mandates, after.numberByTier]).toEqual([
					before.id,
					before.mandates,
					before.numberByTier,
				]);
				if (event.type !== "issueReopened") expect(after.deadline).toEqual(before.deadline);
				else expect(is.rebounds.at(-1)?.deadlineBefore).toEqual(before.deadline);
			});
		}),
		RUNS,
	);
});

test("[close-out I15] every notice ends where the rule set says", () => {
	fc.assert(
		fc.property(start, rules, moves, (from, rulesOf, of) => {
			play(from, rulesOf, of, ({ event }) => {
				if (event.type !== "noticeStarted") return;
				const { start: first, end } = event.notice;
				expect(noticeEnd(first, rulesOf, contextAt(LEAD_CLERK).calendar)).toEqual({ ok: true, value: end });
			});
		}),
		RUNS,
	);
});

test("[close-out I23] events and states read back as their schema, and the events replay to the state", () => {
	fc.assert(
		fc.property(start, rules, moves, (from, rulesOf, of) => {
			const { state, events } = play(from, rulesOf, of);
			for (const event of events) expect(IssueEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
			expect(IssueSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
			expect(events.reduce<Issue>(evolveIssue, from)).toEqual(state);
			expect(state.version).toBe(from.version + events.length);
		}),
		RUNS,
	);
});

test("[close-out I23] the moves reach every verb of the room", () => {
	const reached = new Set<string>();
	for (const making of MAKING) reached.add(making(day("2026-06-01"), 1, true).type);
	expect([...reached].toSorted()).toEqual(Object.keys(CLOSE_OUT_EVENTS_OF).toSorted());
});
