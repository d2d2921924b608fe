/** Builders for the tests of this room: an issue at work, its lights, and instruments on it. */
import type { Issue } from "../issues/index.ts";
import {
	actor,
	BASE_RULES,
	CITY,
	contextOf,
	day,
	issueId,
	LEAD,
	LEAD_CLERK,
	moment,
	NOW,
	PROVINCE,
	STRANGER,
	SUPERVISOR,
	stampOf,
	TODAY,
	uuid,
	WORKER_CLERK,
} from "../issues/testing.ts";
import {
	type Actor,
	ContestId,
	ExposureId,
	type ExtensionId,
	type Instant,
	InstrumentId,
	officialCalendar,
	WorkId,
} from "../kernel/index.ts";
import type { Extension } from "../plans/index.ts";
import { approvedIssue, planned } from "../plans/testing.ts";
import { type Forecast, NO_PROGRESS, type ProgressState, type WorkEntry } from "../progress/index.ts";
import type { Instrument } from "./instrument.ts";
import type { InstrumentCommand } from "./instrument-commands.ts";
import type { InstrumentContext } from "./instrument-context.ts";
import { decideInstrument } from "./instrument-decide.ts";
import type { InstrumentEvent } from "./instrument-events.ts";
import { evolveInstrument } from "./instrument-evolve.ts";
import type { LadderInstrument } from "./ladder.ts";
import { type LightChange, NO_SUPERVISION, type SupervisionState } from "./schema.ts";

export const instrumentId = (n: number) => InstrumentId.parse(uuid(n, 30));
export const contestId = (n: number) => ContestId.parse(uuid(n, 31));
export const exposureId = (n: number) => ExposureId.parse(uuid(n, 32));

export const CITY_CLERK = actor("cityOffice", CITY);
export const PROV_CLERK = actor("provOffice", PROVINCE);
export const GROUP = actor("leadingGroup", CITY);
export const DISCIPLINE = actor("discipline", CITY);
export const SUP_CLERK = actor("supUnit", CITY, { unitId: SUPERVISOR });
export const STRANGER_CLERK = actor("respUnit", CITY, { unitId: STRANGER });
const by = stampOf(LEAD_CLERK);

export const workOn = (n: number, date: string): WorkEntry => ({
	id: WorkId.parse(uuid(n, 33)),
	on: day(date),
	kind: "work",
	text: "现场施工",
	measureId: null,
	at: moment(`${date}T02:00:00.000Z`),
	by,
});

export const extension = (id: ExtensionId): Extension => {
	const from = {
		text: "2026年12月底前",
		category: "fixed",
		point: { precision: "year", year: 2026 },
	} as const;
	return {
		id,
		at: NOW,
		by,
		reasons: "天气原因",
		progress: "尚未开工",
		from,
		to: { ...from, point: { precision: "year", year: 2027 } },
		measures: [],
		against: 1,
		leadDays: 300,
		lateReason: null,
		decision: null,
	};
};

/** An issue whose approved plan has milestones on 30 April and 30 September, due at the end of the year. */
export const working = (more: Partial<Issue> = {}): Issue => approvedIssue(more);
export { planned };

export const progress = (more: Partial<ProgressState> = {}): Pick<Issue, "progress"> => ({
	progress: { ...NO_PROGRESS, ...more },
});
export const forecast = (value: Forecast): Partial<ProgressState> => ({
	forecast: { value, reason: null, at: NOW, by },
});
export const supervision = (more: Partial<SupervisionState>): Pick<Issue, "supervision"> => ({
	supervision: { ...NO_SUPERVISION, ...more },
});

export const change = (
	to: LightChange["to"],
	date: string,
	more: Partial<LightChange> = {},
): LightChange => ({
	from: "none",
	to,
	on: day(date),
	cycle: null,
	reasons: [],
	forecast: null,
	at: moment(`${date}T02:00:00.000Z`),
	by,
	...more,
});

/** An instrument on the ladder, as far as it needs to know. */
export const used = (
	n: number,
	kind: Instrument["kind"],
	more: Partial<LadderInstrument> = {},
): LadderInstrument => ({
	id: instrumentId(n),
	kind,
	state: "issued",
	issued: { on: TODAY, by, at: NOW, signer: "何川" },
	draftedAt: NOW,
	replyDueOn: null,
	replies: [],
	...more,
});

/** The context of a decision on an instrument; the issue is the one at work. */
export const on = (
	who: Actor,
	more: {
		now?: Instant;
		issue?: Issue | null;
		instruments?: InstrumentContext["surroundings"]["instruments"];
	} = {},
): InstrumentContext => {
	const { stamp, surroundings } = contextOf(who);
	return {
		actor: who,
		stamp,
		now: more.now ?? NOW,
		rules: BASE_RULES,
		calendar: officialCalendar(),
		surroundings: {
			issue: more.issue === undefined ? working() : more.issue,
			units: surroundings.units,
			instruments: more.instruments ?? [],
		},
	};
};

export type Draft = Extract<InstrumentCommand, { type: "draftInstrument" }>;
export const draft = (kind: Instrument["kind"] = "reminderLetter", more: Partial<Draft> = {}): Draft => ({
	type: "draftInstrument",
	instrumentId: instrumentId(1),
	issueId: issueId(1),
	kind,
	title: "关于青石县渣库整改进度的提醒函",
	body: "请于期限前书面回复整改进展和下一步安排。",
	cause: { rules: ["WRN-02"], text: "首次黄牌", skipsRungReason: "情形特殊" },
	addresseeUnitIds: [LEAD],
	...more,
});

export type Issuing = Extract<InstrumentCommand, { type: "issueInstrument" }>;
export const issueIt = (more: Partial<Issuing> = {}): Issuing => ({
	type: "issueInstrument",
	on: TODAY,
	documentNumber: "澄整改办函〔2026〕3号",
	signer: "整改办主任 沈岚",
	limitOn: null,
	replyAsked: true,
	...more,
});

export type Step = readonly [InstrumentCommand, InstrumentContext];

/** The instrument after commands that must be accepted; throws where one is refused. */
export function instrumentAfter(...steps: readonly Step[]): { state: Instrument; events: InstrumentEvent[] } {
	let state: Instrument | null = null;
	const events: InstrumentEvent[] = [];
	for (const [command, context] of steps) {
		const decision = decideInstrument(state, command, context);
		if (!decision.ok) {
			throw new Error(`${command.type} refused: ${decision.refusals.map(({ rule }) => rule).join(" ")}`);
		}
		for (const event of decision.events) {
			state = evolveInstrument(state, event);
			events.push(event);
		}
	}
	if (state === null) throw new Error("no event");
	return { state, events };
}

export const ACKNOWLEDGE: InstrumentCommand = { type: "acknowledgeInstrument", unitId: LEAD };
export const REPLY: InstrumentCommand = {
	type: "replyInstrument",
	text: "已完成防渗设计。",
	evidenceIds: [],
};
export const verify = (verdict: "accepted" | "rejected"): InstrumentCommand => ({
	type: "verifyReply",
	verdict,
	reason: "现场核实",
});
export const LIFT: InstrumentCommand = { type: "liftInstrument", reason: "已落实" };

/** A reminder letter that went out on 2 March 2026. */
export const sent = (more: Partial<Draft> = {}): readonly Step[] => [
	[draft("reminderLetter", more), on(CITY_CLERK)],
	[issueIt(), on(CITY_CLERK)],
];
/** A circular, talk or listing that was approved. */
export const approvedOf = (kind: Instrument["kind"]): readonly Step[] => [
	[draft(kind), on(CITY_CLERK)],
	[{ type: "approveInstrument", opinion: null }, on(GROUP)],
];
/** A listing with its limit half a year on. */
export const listed = (limitOn = "2026-09-02"): readonly Step[] => [
	...approvedOf("listedSupervision"),
	[issueIt({ limitOn: day(limitOn) }), on(CITY_CLERK)],
];

export { LEAD, LEAD_CLERK, WORKER_CLERK };
