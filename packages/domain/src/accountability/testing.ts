/** Builders for the tests of this room: a county's case, from its draft to an appeal. */
import type { Issue } from "../issues/index.ts";
import {
	actor,
	CITY,
	day,
	issueId,
	NOW,
	PROVINCE,
	STRANGER,
	stampOf,
	unitId,
	uuid,
	WORKER,
} from "../issues/testing.ts";
import { type Actor, type Instant, type IsoDate, ReferralId, type RegionCode } from "../kernel/index.ts";
import { approvedIssue } from "../plans/testing.ts";
import type { ReferralCommand } from "./commands.ts";
import type { ReferralContext } from "./context.ts";
import { decideReferral } from "./decide.ts";
import type { ReferralEvent } from "./events.ts";
import { evolveReferral } from "./evolve.ts";
import type { Consequence, Referral, ReferralContent } from "./schema.ts";

export const referralId = (n: number) => ReferralId.parse(uuid(n, 40));
export const CITY_OFFICE = actor("cityOffice", CITY);
export const PROVINCE_OFFICE = actor("provOffice", PROVINCE);
export const CITY_GROUP = actor("leadingGroup", CITY);
export const PROVINCE_GROUP = actor("leadingGroup", PROVINCE);
/** Narrows what `actor` makes. */
const asPerson = (who: Actor): Extract<Actor, { kind: "person" }> => {
	if (who.kind !== "person") throw new Error("a person");
	return who;
};
export const CITY_DISCIPLINE = actor("discipline", CITY);
export const SECOND_DISCIPLINE = { ...asPerson(CITY_DISCIPLINE), userId: "second", name: "另一名纪检干部" };
export const PROVINCE_DISCIPLINE = actor("discipline", PROVINCE);

export const ISSUE: Issue = approvedIssue();

export const answered = (applies: "yes" | "no" | "unclear") => ({
	applies,
	reason: "已核实有关情况并听取本人说明",
});

export const content = (more: Partial<ReferralContent> = {}): ReferralContent => ({
	title: "渣库整改虚报完成",
	issueIds: [ISSUE.id],
	failedOn: day("2026-03-02"),
	failureMode: "fakeDone",
	fraudKind: "false",
	facts: "上报防渗已完工，现场核查尚未开工。",
	evidence: [],
	instrumentIds: [],
	documents: ["现场核查记录第3号"],
	subjects: [
		{ name: "沈岚", unitId: WORKER, title: "分管副县长" },
		{ name: null, unitId: STRANGER, title: null },
	],
	faultTolerance: {
		inexperience: answered("no"),
		exploration: answered("no"),
		goodIntent: answered("unclear"),
		mitigation: null,
	},
	...more,
});

export const context = (who: Actor = CITY_OFFICE, now: Instant = NOW): ReferralContext => ({
	actor: who,
	stamp: stampOf(who),
	now,
	surroundings: {
		issues: new Map([[ISSUE.id, ISSUE]]),
		units: new Set([WORKER, STRANGER]),
		instruments: null,
	},
});

export const draft = (more: Partial<ReferralContent> = {}, region: RegionCode = CITY): ReferralCommand => ({
	type: "draftReferral",
	referralId: referralId(1),
	region,
	content: content(more),
});
export const SUBMIT: ReferralCommand = { type: "submitReferral" };
export const decide = (
	verdict: "refer" | "doNotRefer" = "refer",
	on: IsoDate = day("2026-03-02"),
): ReferralCommand => ({
	type: "decideReferral",
	verdict,
	decidedBy: "领导小组组长 周衡",
	on,
	reason: "虚报整改，依规移送",
	document: null,
});
export const RECEIVE: ReferralCommand = {
	type: "receiveReferral",
	organ: "澄川市纪委监委",
	on: day("2026-03-02"),
};
export const consequence = (more: Partial<Consequence> = {}): Consequence => ({
	subject: 0,
	outcome: "admonition",
	fourForm: "first",
	on: day("2026-03-02"),
	document: null,
	...more,
});
export const outcome = (
	more: Partial<Extract<ReferralCommand, { type: "recordOutcome" }>["conclusion"]> = {},
): ReferralCommand => ({
	type: "recordOutcome",
	conclusion: {
		result: "heldToAccount",
		consequences: [consequence()],
		reason: "履职不力",
		organ: "澄川市纪委监委",
		decidedBy: "澄川市纪委常委会",
		on: day("2026-03-02"),
		...more,
	},
});
export const appeal = (subject = 0): ReferralCommand => ({
	type: "recordAppeal",
	subject,
	on: day("2026-03-02"),
	grounds: "当时已如实报告困难",
});
export const decideAppealOf = (
	number: number,
	verdict: "upheld" | "partlyUpheld" | "dismissed" = "dismissed",
	consequences: readonly Consequence[] = [],
): ReferralCommand => ({
	type: "decideAppeal",
	number,
	verdict,
	reason: "复核认定",
	decidedBy: "复核小组",
	on: day("2026-03-02"),
	consequences: [...consequences],
});

/** The rules of a decision's refusals; empty when it was accepted. */
export const refused = (state: Referral | null, command: ReferralCommand, who: ReferralContext): string[] => {
	const decision = decideReferral(state, command, who);
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};

/** Carries out commands by whom each names; throws where one is refused. */
export function caseAfter(...steps: readonly (readonly [ReferralCommand, Actor])[]): {
	state: Referral;
	events: ReferralEvent[];
} {
	let state: Referral | null = null;
	const events: ReferralEvent[] = [];
	for (const [command, who] of steps) {
		const decision = decideReferral(state, command, context(who));
		if (!decision.ok) throw new Error(decision.refusals.map(({ rule }) => rule).join(" "));
		for (const event of decision.events) state = evolveReferral(state, event);
		events.push(...decision.events);
	}
	if (state === null) throw new Error("no event");
	return { state, events };
}

export const DRAFTED = [[draft(), CITY_OFFICE]] as const;
export const SUBMITTED = [...DRAFTED, [SUBMIT, CITY_OFFICE]] as const;
export const REFERRED = [...SUBMITTED, [decide(), CITY_GROUP]] as const;
export const RECEIVED = [...REFERRED, [RECEIVE, CITY_DISCIPLINE]] as const;
export const CONCLUDED = [...RECEIVED, [outcome(), CITY_DISCIPLINE]] as const;
export const APPEALED = [...CONCLUDED, [appeal(), CITY_DISCIPLINE]] as const;

export const otherIssue = issueId(77);
export const otherUnit = unitId(77);
