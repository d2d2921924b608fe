import { describe, expect, test } from "vitest";
import {
	actor,
	CITY,
	CLOSED_DOWN,
	day,
	LEAD,
	moment,
	OTHER_CITY,
	STRANGER,
	SUPERVISOR,
	stampOf,
	unitId,
	WORKER,
} from "../issues/testing.ts";
import type { Actor, Instant } from "../kernel/index.ts";
import type { Instrument } from "./instrument.ts";
import type { InstrumentCommand } from "./instrument-commands.ts";
import type { InstrumentContext } from "./instrument-context.ts";
import { decideInstrument } from "./instrument-decide.ts";
import { instrumentActions } from "./instrument-guards.ts";
import { describeInstrumentEvent } from "./instrument-history.ts";
import { INSTRUMENT_STATES, isInstrumentOver } from "./instrument-lifecycle.ts";
import {
	ACKNOWLEDGE,
	approvedOf,
	CITY_CLERK,
	DISCIPLINE,
	draft,
	GROUP,
	instrumentAfter,
	instrumentId,
	issueIt,
	LEAD_CLERK,
	LIFT,
	listed,
	on,
	PROV_CLERK,
	REPLY,
	STRANGER_CLERK,
	type Step,
	SUP_CLERK,
	sent,
	verify,
	WORKER_CLERK,
	working,
} from "./testing.ts";

const refused = (
	steps: readonly Step[],
	command: InstrumentCommand,
	context: InstrumentContext,
): string[] => {
	const state = steps.length === 0 ? null : instrumentAfter(...steps).state;
	const decision = decideInstrument(state, command, context);
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};
const later = (date: string): { now: Instant } => ({ now: moment(`${date}T02:00:00.000Z`) });
const replied: readonly Step[] = [...sent(), [ACKNOWLEDGE, on(LEAD_CLERK)], [REPLY, on(LEAD_CLERK)]];

describe("[supervision I11] letters", () => {
	test("drafted, issued, acknowledged, replied, verified, lifted", () => {
		const { state, events } = instrumentAfter(
			...replied,
			[verify("accepted"), on(CITY_CLERK)],
			[LIFT, on(CITY_CLERK)],
		);
		expect(state).toMatchObject({
			state: "lifted",
			version: 6,
			documentNumber: "澄整改办函〔2026〕3号",
			issued: { on: "2026-03-02", signer: "整改办主任 沈岚" },
			replyDueOn: "2026-03-16",
			acknowledged: [{ unitId: LEAD }],
			replies: [{ verification: { verdict: "accepted" } }],
			lifted: { reason: "已落实" },
		});
		expect(events.map(({ type }) => type)).toEqual([
			"instrumentDrafted",
			"instrumentIssued",
			"instrumentAcknowledged",
			"instrumentReplied",
			"replyAccepted",
			"instrumentLifted",
		]);
		expect(isInstrumentOver(state.state)).toBe(true);
	});

	test.each<[string, readonly Step[], InstrumentCommand, InstrumentContext, string[]]>([
		["twice the same id", sent(), draft(), on(CITY_CLERK), ["DUPLICATE_ID"]],
		["something that was never drafted", [], LIFT, on(CITY_CLERK), ["NOT_FOUND"]],
		["an issue that is not there", [], draft(), on(CITY_CLERK, { issue: null }), ["NOT_FOUND"]],
		[
			"an issue that is closed",
			[],
			draft(),
			on(CITY_CLERK, { issue: working({ lifecycle: "closed" }) }),
			["WRONG_STATE"],
		],
		[
			"a unit that there is not",
			[],
			draft("reminderLetter", { addresseeUnitIds: [unitId(99)] }),
			on(CITY_CLERK),
			["UNKNOWN"],
		],
		[
			"a unit that was closed down",
			[],
			draft("reminderLetter", { addresseeUnitIds: [CLOSED_DOWN] }),
			on(CITY_CLERK),
			["UNIT_INACTIVE"],
		],
		[
			"the same unit twice",
			[],
			draft("reminderLetter", { addresseeUnitIds: [LEAD, LEAD] }),
			on(CITY_CLERK),
			["DUPLICATE_ID"],
		],
		["an office of another city", [], draft(), on(actor("cityOffice", OTHER_CITY)), ["NOT_ALLOWED"]],
		["a unit that does the work drafts", [], draft(), on(LEAD_CLERK), ["NOT_ALLOWED"]],
		["issued tomorrow", sent().slice(0, 1), issueIt({ on: day("2026-03-03") }), on(CITY_CLERK), ["SUP-01"]],
		[
			"issued before it was drafted",
			sent().slice(0, 1),
			issueIt({ on: day("2026-03-01") }),
			on(CITY_CLERK),
			["SUP-01"],
		],
		[
			"a letter with a limit",
			sent().slice(0, 1),
			issueIt({ limitOn: day("2026-05-01") }),
			on(CITY_CLERK),
			["WRONG_KIND"],
		],
		["issued twice", sent(), issueIt(), on(CITY_CLERK), ["WRONG_STATE"]],
		["acknowledged by another unit", sent(), ACKNOWLEDGE, on(STRANGER_CLERK), ["NOT_INVOLVED"]],
		[
			"acknowledged for another unit",
			sent(),
			{ type: "acknowledgeInstrument", unitId: WORKER },
			on(LEAD_CLERK),
			["NOT_INVOLVED"],
		],
		[
			"acknowledged twice",
			[...sent(), [ACKNOWLEDGE, on(LEAD_CLERK)]],
			ACKNOWLEDGE,
			on(LEAD_CLERK),
			["NO_CHANGE"],
		],
		["answered by another unit", sent(), REPLY, on(WORKER_CLERK), ["NOT_INVOLVED"]],
		["answered before it was issued", sent().slice(0, 1), REPLY, on(LEAD_CLERK), ["WRONG_STATE"]],
		[
			"held like a talk",
			sent(),
			{ type: "holdTalk", heldOn: day("2026-03-02"), chairedBy: "沈岚", present: ["何川"] },
			on(CITY_CLERK),
			["WRONG_KIND"],
		],
		[
			"extended like a listing",
			sent(),
			{ type: "extendListing", to: day("2026-09-01"), askedOn: day("2026-03-02"), reason: "天气" },
			on(CITY_CLERK),
			["WRONG_KIND"],
		],
		[
			"thrown away after it went out",
			sent(),
			{ type: "discardInstrument", reason: "重复" },
			on(CITY_CLERK),
			["WRONG_STATE"],
		],
		[
			"approved by the leading group, which letters do not need",
			sent().slice(0, 1),
			{ type: "approveInstrument", opinion: null },
			on(GROUP),
			["WRONG_KIND"],
		],
	])("refused: %s", (_name, steps, command, context, rules) => {
		const found = refused(steps, command, context);
		// The policy table has codes of its own.
		if (rules[0] === "NOT_ALLOWED") expect(found).toHaveLength(1);
		else expect(found).toEqual(rules);
	});

	test("a draft is thrown away with its reason", () => {
		const { state } = instrumentAfter(sent()[0] ?? [draft(), on(CITY_CLERK)], [
			{ type: "discardInstrument", reason: "情况已变" },
			on(CITY_CLERK),
		]);
		expect(state).toMatchObject({ state: "discarded", ended: { reason: "情况已变" } });
	});
});

describe("[supervision I12] [RSP-03] nothing is issued by itself", () => {
	const program: Actor = {
		kind: "program",
		keyId: "k1",
		name: "接口",
		verbs: ["read", "write"],
		role: "cityOffice",
		region: CITY,
		unitId: null,
	};
	test.each<[string, Actor]>([
		["a job of the server", { kind: "system", name: "sweep" }],
		["a program's key", program],
		[
			"the operator of the machine",
			{ kind: "operator", name: "ops", role: "cityOffice", region: CITY, unitId: null },
		],
		["nobody", { kind: "anonymous" }],
	])("refused: %s", (_name, who) => {
		const context = { ...on(CITY_CLERK), actor: who, stamp: stampOf(who) };
		expect(refused(sent().slice(0, 1), issueIt(), context)).toHaveLength(1);
	});
	test("a key of the office is refused by the rule itself", () => {
		const context = { ...on(CITY_CLERK), actor: program, stamp: stampOf(program) };
		expect(refused(sent().slice(0, 1), issueIt(), context)).toEqual(["RSP-03"]);
		expect(refused([], draft(), context)).toEqual([]);
	});
});

describe("[supervision I13] [SUP-04] the clock", () => {
	const due = (...steps: readonly Step[]) => instrumentAfter(...steps).state.replyDueOn;
	test("runs from the dispatch, not from the receipt", () => {
		expect(due(...sent(), [ACKNOWLEDGE, on(LEAD_CLERK, later("2026-03-12"))])).toBe("2026-03-16");
	});
	test("reminders survive a return: a rejected reply leaves it late", () => {
		const rejected = instrumentAfter(
			...sent(),
			[REPLY, on(LEAD_CLERK, later("2026-03-13"))],
			[verify("rejected"), on(CITY_CLERK, later("2026-03-20"))],
		).state;
		expect(rejected).toMatchObject({ state: "acknowledged", replyDueOn: "2026-03-16" });
		const again = instrumentAfter(
			...sent(),
			[REPLY, on(LEAD_CLERK)],
			[verify("rejected"), on(CITY_CLERK)],
			[REPLY, on(LEAD_CLERK, later("2026-04-01"))],
		).state;
		expect(again).toMatchObject({ state: "replied", replyDueOn: "2026-03-16" });
		expect(again.replies).toHaveLength(2);
	});
	test("goes on when it is sent to other units, who acknowledge it anew", () => {
		const readdress: InstrumentCommand = {
			type: "readdressInstrument",
			addresseeUnitIds: [WORKER],
			reason: "职责已移交",
		};
		const { state } = instrumentAfter(
			...sent(),
			[ACKNOWLEDGE, on(LEAD_CLERK)],
			[readdress, on(CITY_CLERK, later("2026-03-15"))],
		);
		expect(state).toMatchObject({
			addresseeUnitIds: [WORKER],
			replyDueOn: "2026-03-16",
			state: "acknowledged",
		});
		expect(refused([...sent(), [readdress, on(CITY_CLERK)]], REPLY, on(LEAD_CLERK))).toEqual([
			"NOT_INVOLVED",
		]);
		expect(refused([...sent(), [readdress, on(CITY_CLERK)]], readdress, on(CITY_CLERK))).toEqual([
			"NO_CHANGE",
		]);
	});
	test("of a talk runs from the day it was held", () => {
		const talk = [...approvedOf("admonitoryTalk"), [issueIt(), on(CITY_CLERK)]] as const;
		expect(due(...talk)).toBeNull();
		const hold: InstrumentCommand = {
			type: "holdTalk",
			heldOn: day("2026-03-09"),
			chairedBy: "副市长",
			present: ["局长"],
		};
		expect(due(...talk, [hold, on(GROUP, later("2026-03-10"))])).toBe("2026-04-08");
	});
	test("is not guessed for a year without a calendar [DL-08]", () => {
		const far = later("2031-03-03");
		const steps: readonly Step[] = [[draft(), on(CITY_CLERK, far)]];
		expect(refused(steps, issueIt({ on: day("2031-03-03") }), on(CITY_CLERK, far))).toEqual(["DL-08"]);
	});
	test("only a circular may ask for no reply, and is then lifted without one", () => {
		const quiet: readonly Step[] = [
			...approvedOf("circular"),
			[issueIt({ replyAsked: false }), on(CITY_CLERK)],
		];
		expect(instrumentAfter(...quiet, [LIFT, on(CITY_CLERK)]).state).toMatchObject({
			state: "lifted",
			replyDueOn: null,
		});
		expect(refused(sent().slice(0, 1), issueIt({ replyAsked: false }), on(CITY_CLERK))).toEqual(["SUP-04"]);
	});
});

describe("[supervision I14] [SUP-05] lifted only after somebody else verified the reply", () => {
	test.each<[string, readonly Step[], InstrumentCommand, InstrumentContext, string[]]>([
		["before any reply", sent(), LIFT, on(CITY_CLERK), ["SUP-05"]],
		["while the reply waits", replied, LIFT, on(CITY_CLERK), ["SUP-05"]],
		[
			"after it was rejected",
			[...replied, [verify("rejected"), on(CITY_CLERK)]],
			LIFT,
			on(CITY_CLERK),
			["SUP-05"],
		],
		[
			"verified by the unit that replied",
			replied,
			verify("accepted"),
			on(actor("cityOffice", CITY, { unitId: LEAD })),
			["SOD-01"],
		],
		["verified without a reply", sent(), verify("accepted"), on(CITY_CLERK), ["WRONG_STATE"]],
	])("refused: %s", (_name, steps, command, context, rules) => {
		expect(refused(steps, command, context)).toEqual(rules);
	});
	test("each of several addressed units answers, and the verdict is on all that wait", () => {
		const both = sent({ addresseeUnitIds: [LEAD, WORKER] });
		const first: readonly Step[] = [...both, [REPLY, on(LEAD_CLERK)]];
		expect(refused(first, REPLY, on(LEAD_CLERK))).toEqual(["WRONG_STATE"]);
		const second: readonly Step[] = [...first, [REPLY, on(WORKER_CLERK)]];
		expect(instrumentAfter(...second).state).toMatchObject({ state: "replied", replyDueOn: "2026-03-16" });
		expect(refused(second, verify("accepted"), on(actor("cityOffice", CITY, { unitId: LEAD })))).toEqual([
			"SOD-01",
		]);
		const { state } = instrumentAfter(...second, [verify("accepted"), on(CITY_CLERK)]);
		expect(state.state).toBe("verified");
		expect(state.replies.map(({ by, verification }) => [by.unitId, verification?.verdict])).toEqual([
			[LEAD, "accepted"],
			[WORKER, "accepted"],
		]);
		const again = instrumentAfter(
			...second,
			[verify("rejected"), on(CITY_CLERK)],
			[REPLY, on(WORKER_CLERK)],
			[verify("accepted"), on(CITY_CLERK)],
		).state;
		expect(again.replies.map(({ verification }) => verification?.verdict)).toEqual([
			"rejected",
			"rejected",
			"accepted",
		]);
	});
	test("a circular that asked for a reply is not lifted without one", () => {
		const steps: readonly Step[] = [...approvedOf("circular"), [issueIt(), on(CITY_CLERK)]];
		expect(refused(steps, LIFT, on(CITY_CLERK))).toEqual(["SUP-05"]);
	});
});

describe("[supervision I15] the leading group approves what stands above a letter", () => {
	test.each(["circular", "admonitoryTalk", "listedSupervision", "specialInspection"] as const)(
		"%s",
		(kind) => {
			const drafted: readonly Step[] = [[draft(kind), on(CITY_CLERK)]];
			const limitOn = kind === "listedSupervision" ? day("2026-09-02") : null;
			expect(refused(drafted, issueIt({ limitOn }), on(CITY_CLERK))).toEqual(["SUP-01"]);
			expect(refused(drafted, { type: "approveInstrument", opinion: null }, on(CITY_CLERK))).toHaveLength(1);
			expect(instrumentAfter(...approvedOf(kind), [issueIt({ limitOn }), on(CITY_CLERK)]).state.state).toBe(
				"issued",
			);
		},
	);
	test("talks are held, minuted and reported on before they are verified", () => {
		const hold: InstrumentCommand = {
			type: "holdTalk",
			heldOn: day("2026-03-02"),
			chairedBy: "副市长",
			present: ["局长"],
		};
		const talk: readonly Step[] = [...approvedOf("admonitoryTalk"), [issueIt(), on(CITY_CLERK)]];
		expect(refused(talk, REPLY, on(LEAD_CLERK))).toEqual(["SUP-04"]);
		expect(refused(talk, { ...hold, heldOn: day("2026-03-01") }, on(GROUP))).toEqual(["SUP-04"]);
		const held: readonly Step[] = [
			...talk,
			[hold, on(GROUP)],
			[{ type: "minuteTalk", minutes: "限期整改" }, on(CITY_CLERK)],
		];
		const rejected: readonly Step[] = [
			...held,
			[REPLY, on(LEAD_CLERK)],
			[verify("rejected"), on(CITY_CLERK)],
		];
		expect(refused(rejected, hold, on(GROUP))).toEqual(["NO_CHANGE"]);
		const { state } = instrumentAfter(
			...rejected,
			[REPLY, on(LEAD_CLERK)],
			[verify("accepted"), on(CITY_CLERK)],
			[LIFT, on(GROUP)],
		);
		expect(state).toMatchObject({ state: "lifted", talk: { minutes: "限期整改", present: ["局长"] } });
	});
	test("nobody approves what he drafted", () => {
		const { stamp } = on(CITY_CLERK);
		const own = { ...on(GROUP), stamp };
		expect(
			refused([[draft("circular"), on(CITY_CLERK)]], { type: "approveInstrument", opinion: null }, own),
		).toEqual(["SOD-01"]);
	});
});

describe("[supervision I16] [SUP-06] listed supervision", () => {
	const issue = (limitOn: string | null) => issueIt({ limitOn: limitOn === null ? null : day(limitOn) });
	const PRE: InstrumentCommand = { type: "preAcceptListing", opinion: "现场已整改" };
	const UNLIST: InstrumentCommand = { type: "unlist", reason: "核查属实" };
	const extend = (to: string, askedOn: string): InstrumentCommand => ({
		type: "extendListing",
		to: day(to),
		askedOn: day(askedOn),
		reason: "汛期停工",
	});
	test.each<[string, InstrumentCommand, string[]]>([
		["no limit", issue(null), ["SUP-06"]],
		["a limit of today", issue("2026-03-02"), ["SUP-06"]],
		["a limit of more than a year", issue("2027-03-03"), ["SUP-06"]],
		["a limit of a year", issue("2027-03-02"), []],
	])("issued with %s", (_name, command, rules) => {
		expect(refused(approvedOf("listedSupervision"), command, on(CITY_CLERK))).toEqual(rules);
	});
	test("the days that a refused limit names are days that it may have", () => {
		const { state } = instrumentAfter(...approvedOf("listedSupervision"));
		const said = (limitOn: string) => {
			const decision = decideInstrument(state, issue(limitOn), on(CITY_CLERK));
			return decision.ok ? [] : decision.refusals.map(({ message }) => message.zh);
		};
		expect(said("2026-03-02")).toEqual(["挂牌期限须在2026年3月3日至2027年3月2日之间"]);
		expect(said("2026-03-03")).toEqual([]);
	});
	test.each<[string, InstrumentCommand, Instant | undefined, string[]]>([
		[
			"a month before, for six months",
			extend("2027-03-02", "2026-08-02"),
			moment("2026-08-05T02:00:00.000Z"),
			[],
		],
		[
			"asked for too late",
			extend("2027-03-02", "2026-08-03"),
			moment("2026-08-05T02:00:00.000Z"),
			["SUP-06"],
		],
		["asked for in the future", extend("2026-10-02", "2026-03-03"), undefined, ["SUP-06"]],
		["too long", extend("2027-03-03", "2026-03-02"), undefined, ["SUP-06"]],
		["no later than it is", extend("2026-09-02", "2026-03-02"), undefined, ["SUP-06"]],
	])("an extension %s", (_name, command, now, rules) => {
		expect(refused(listed(), command, on(CITY_CLERK, now === undefined ? {} : { now }))).toEqual(rules);
	});
	test("extensions are bounded in all, and the first limit stays on record", () => {
		const steps: readonly Step[] = [...listed(), [extend("2027-01-02", "2026-03-02"), on(CITY_CLERK)]];
		const { listing } = instrumentAfter(...steps).state;
		expect(listing).toMatchObject({ limitOn: "2027-01-02", originalLimitOn: "2026-09-02" });
		expect(refused(steps, extend("2027-03-03", "2026-03-02"), on(CITY_CLERK))).toEqual(["SUP-06"]);
		expect(refused(steps, extend("2027-03-02", "2026-03-02"), on(CITY_CLERK))).toEqual([]);
	});
	test("unlisted by somebody else than pre-accepted it", () => {
		const steps: readonly Step[] = [...listed(), [PRE, on(CITY_CLERK)]];
		expect(refused(listed(), UNLIST, on(PROV_CLERK))).toEqual(["SUP-06"]);
		expect(refused(steps, UNLIST, on(CITY_CLERK))).toEqual(["SUP-06"]);
		expect(instrumentAfter(...steps, [UNLIST, on(PROV_CLERK)]).state).toMatchObject({ state: "lifted" });
		// Nor does a colleague of the same office; its leading group is another body.
		const colleague = { ...CITY_CLERK, userId: "another", name: "another" };
		expect(refused(steps, UNLIST, on(colleague))).toEqual(["SUP-06"]);
		expect(refused(steps, UNLIST, on(GROUP))).toEqual([]);
		const sameUnit = on(actor("provOffice", CITY, { unitId: SUPERVISOR }));
		const byUnit: readonly Step[] = [
			...listed(),
			[PRE, on(actor("cityOffice", CITY, { unitId: SUPERVISOR }))],
		];
		expect(refused(byUnit, UNLIST, sameUnit)).toEqual(["SUP-06"]);
	});
	test("it fails where it was not put right, also after a pre-acceptance", () => {
		const fail: InstrumentCommand = { type: "failListing", reason: "到期未完成" };
		expect(instrumentAfter(...listed(), [fail, on(CITY_CLERK)]).state).toMatchObject({
			state: "failed",
			ended: { reason: "到期未完成" },
		});
		expect(instrumentAfter(...listed(), [PRE, on(CITY_CLERK)], [fail, on(PROV_CLERK)]).state.state).toBe(
			"failed",
		);
	});
	test("is neither answered nor lifted like a letter", () => {
		expect(refused(listed(), REPLY, on(LEAD_CLERK))).toEqual(["WRONG_KIND"]);
		expect(refused(listed(), LIFT, on(CITY_CLERK))).toEqual(["WRONG_KIND"]);
		expect(refused(sent(), UNLIST, on(CITY_CLERK))).toEqual(["WRONG_KIND"]);
	});
});

describe("[supervision I17] [SUP-07] rungs", () => {
	const cause = { rules: ["WRN-03"], text: "红灯", skipsRungReason: null };
	const facts = (kind: Instrument["kind"], state: Instrument["state"], n = 2) => ({
		id: instrumentId(n),
		issueId: draft().issueId,
		kind,
		state,
	});
	test("skipping one needs a reason", () => {
		expect(refused([], draft("circular", { cause }), on(CITY_CLERK))).toEqual(["SUP-07"]);
		expect(
			refused([], draft("circular", { cause: { ...cause, skipsRungReason: "弄虚作假" } }), on(CITY_CLERK)),
		).toEqual([]);
		expect(refused([], draft("reminderLetter", { cause }), on(CITY_CLERK))).toEqual([]);
	});
	test("a lower rung counts once it went out", () => {
		const used = (state: Instrument["state"]) =>
			on(CITY_CLERK, { instruments: [facts("supervisionLetter", state)] });
		expect(refused([], draft("circular", { cause }), used("lifted"))).toEqual([]);
		expect(refused([], draft("circular", { cause }), used("drafted"))).toEqual(["SUP-07"]);
		expect(refused([], draft("circular", { cause }), used("discarded"))).toEqual(["SUP-07"]);
	});
	test("an escalation leads to a higher one on the same issue", () => {
		const to = (kind: Instrument["kind"], more = {}) =>
			on(CITY_CLERK, { instruments: [{ ...facts(kind, "drafted"), ...more }] });
		const escalate: InstrumentCommand = {
			type: "escalateInstrument",
			to: instrumentId(2),
			reason: "逾期未回复",
		};
		const { state } = instrumentAfter(...sent(), [escalate, to("supervisionLetter")]);
		expect(state).toMatchObject({
			state: "escalated",
			escalatedTo: instrumentId(2),
			ended: { reason: "逾期未回复" },
		});
		expect(refused(sent(), escalate, on(CITY_CLERK))).toEqual(["UNKNOWN"]);
		expect(refused(sent(), escalate, to("reminderLetter"))).toEqual(["SUP-01"]);
		expect(refused(sent(), escalate, to("circular", { state: "discarded" }))).toEqual(["UNKNOWN"]);
		expect(refused(sent(), escalate, to("circular", { issueId: instrumentId(9) }))).toEqual(["UNKNOWN"]);
	});
});

describe("[supervision I18] who may do what (domain.md §6)", () => {
	test("supervising units, sector departments and discipline propose letters, nothing higher", () => {
		for (const who of [SUP_CLERK, actor("sector", CITY), DISCIPLINE]) {
			expect(refused([], draft("supervisionLetter"), on(who))).toEqual([]);
			expect(refused([], draft("circular"), on(who))).toEqual(["NOT_ALLOWED"]);
		}
		expect(refused([], draft(), on(actor("supUnit", CITY, { unitId: STRANGER })))).toHaveLength(1);
	});
	test("a proposal is issued by an office; discipline issues its own only", () => {
		expect(refused([[draft(), on(SUP_CLERK)]], issueIt(), on(SUP_CLERK))).toHaveLength(1);
		expect(refused([[draft(), on(SUP_CLERK)]], issueIt(), on(CITY_CLERK))).toEqual([]);
		expect(refused([[draft(), on(DISCIPLINE)]], issueIt(), on(DISCIPLINE))).toEqual([]);
		expect(refused([[draft(), on(CITY_CLERK)]], issueIt(), on(DISCIPLINE))).toEqual(["NOT_ALLOWED"]);
		expect(
			refused([[draft(), on(SUP_CLERK)]], { type: "discardInstrument", reason: "重复" }, on(SUP_CLERK)),
		).toEqual([]);
		expect(
			refused([[draft(), on(CITY_CLERK)]], { type: "discardInstrument", reason: "重复" }, on(SUP_CLERK)),
		).toEqual(["NOT_ALLOWED"]);
	});
	test("the list of actions says what can be done next", () => {
		const verbs = (steps: readonly Step[], who: Actor) =>
			instrumentActions(instrumentAfter(...steps).state, on(who))
				.filter(({ allowed }) => allowed)
				.map(({ verb }) => verb);
		expect(verbs(sent().slice(0, 1), CITY_CLERK)).toEqual(["issueInstrument", "discardInstrument"]);
		expect(verbs(sent(), LEAD_CLERK)).toEqual(["acknowledgeInstrument", "replyInstrument"]);
		expect(verbs(replied, CITY_CLERK)).toEqual(["verifyReply"]);
		expect(verbs(listed(), CITY_CLERK)).toEqual([
			"readdressInstrument",
			"escalateInstrument",
			"extendListing",
			"preAcceptListing",
			"failListing",
		]);
		expect(verbs(replied, actor("auditor", CITY))).toEqual([]);
	});
});

test("the ends are the states without a way out", () => {
	expect(INSTRUMENT_STATES.filter(isInstrumentOver)).toEqual(["lifted", "failed", "escalated", "discarded"]);
});

test("every event has its sentence", () => {
	const lookup = { unit: () => ({ name: "澄川市生态环境局" }) };
	const told = (steps: readonly Step[]) =>
		instrumentAfter(...steps).events.map((event) => describeInstrumentEvent(event, lookup).summary.zh);
	expect(told([...replied, [verify("rejected"), on(CITY_CLERK)]])).toEqual([
		"拟制提醒函《关于青石县渣库整改进度的提醒函》，送澄川市生态环境局",
		"2026年3月2日制发（澄整改办函〔2026〕3号，整改办主任 沈岚签发），2026年3月16日前回复",
		"澄川市生态环境局签收",
		"书面回复",
		"回复核实未通过，原回复期限继续计算",
	]);
	const extension: InstrumentCommand = {
		type: "extendListing",
		to: day("2026-12-02"),
		askedOn: day("2026-03-02"),
		reason: "汛期",
	};
	expect(told([...listed(), [extension, on(CITY_CLERK)]]).slice(2)).toEqual([
		"2026年3月2日制发（澄整改办函〔2026〕3号，整改办主任 沈岚签发），2026年9月2日前整改到位",
		"挂牌期限由2026年9月2日延至2026年12月2日",
	]);
});
