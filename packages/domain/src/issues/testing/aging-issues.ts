/** Arbitrary issues whose standing depends on the day in every way there is, and instruments on them. */
import fc from "fast-check";
import { NO_CLOSE_OUT, type PublicNotice } from "../../close-out/index.ts";
import { objectionId } from "../../close-out/testing.ts";
import { addDays, type Deadline, type Instant, type IsoDate, IssueState } from "../../kernel/index.ts";
import { approvedIssue, planned } from "../../plans/testing.ts";
import { Forecast, NO_PROGRESS } from "../../progress/index.ts";
import { InstrumentKind, InstrumentState, type LadderInstrument, Light } from "../../supervision/index.ts";
import { contestId, exposureId, used, workOn } from "../../supervision/testing.ts";
import type { Issue } from "../schema.ts";
import { day, LEAD_CLERK, moment, noticeId, stampOf } from "../testing.ts";

/** The middle of the time that is played through. */
export const FIRST = day("2026-03-02");
const by = stampOf(LEAD_CLERK);
const MORNING = "T02:00:00.000Z";
/** 16:30 in UTC is the next day in Shanghai. */
const EVENING = "T16:30:00.000Z";

const date = fc.integer({ min: -150, max: 200 }).map((days): IsoDate => addDays(FIRST, days));
const past = fc.integer({ min: -150, max: 5 }).map((days): IsoDate => addDays(FIRST, days));
const instant = fc
	.tuple(past, fc.constantFrom(MORNING, EVENING))
	.map(([on, time]): Instant => moment(`${on}${time}`));
const point = fc.oneof(
	date.map((on) => ({ precision: "day" as const, date: on })),
	fc.integer({ min: 1, max: 12 }).map((month) => ({ precision: "month" as const, year: 2026, month })),
	fc.constant({ precision: "openEnded" as const }),
);
const deadline: fc.Arbitrary<Deadline | null> = fc.option(
	fc.record({
		text: fc.constant("按期完成"),
		category: fc.constantFrom("immediate", "fixed", "staged", "longTerm"),
		point,
	}),
);
const measure = fc
	.tuple(
		fc.integer({ min: 1, max: 3 }),
		fc.array(fc.tuple(date, fc.integer({ min: 1, max: 5 })), { maxLength: 4 }),
		fc.constantFrom("notStarted", "inProgress", "done", "verified", "cancelled", "waived"),
	)
	.map(([n, milestones, state]) => ({
		...planned(n),
		state,
		milestones: milestones.map(([due, weight], at) => ({ text: `节点${at}`, due, weight })),
	}));
const light = fc.constantFrom(...Light.options);
const change = fc.tuple(light, past).map(([to, on]) => ({
	...{ from: "none" as const, to, on, cycle: null, reasons: [], forecast: null, by },
	at: moment(`${on}${MORNING}`),
}));
const contest = fc
	.tuple(light, fc.constantFrom("upheld", "dismissed"), instant)
	.map(([shown, verdict, at]) => ({
		...{ id: contestId(1), against: "red" as const, reason: "情况不符", at, by },
		decision: { verdict, light: verdict === "upheld" ? shown : null, reason: "核实", at, by },
	}));
const exposure = fc
	.tuple(fc.constantFrom("province", "city"), date, fc.boolean())
	.map(([level, on, settled]) => ({
		...{ id: exposureId(1), kind: "media" as const, level, document: "通报", on, by },
		at: moment(`${on}${MORNING}`),
		settled: settled ? { reason: "已整改", at: moment(`${on}${EVENING}`), by } : null,
	}));
const supervision = fc.record({
	light,
	changes: fc.array(change, { maxLength: 4 }).map((all) => all.toSorted((a, b) => (a.on < b.on ? -1 : 1))),
	contests: fc.array(contest, { maxLength: 1 }),
	exposures: fc.array(exposure, { maxLength: 1 }),
});
const cycle = fc.integer({ min: 1, max: 6 }).map((month) => ({
	...{ key: `2026-0${month}`, cadence: "month" as const, from: day(`2026-0${month}-01`) },
	to: addDays(day(`2026-0${month + 1}-01`), -1),
	dueOn: day(`2026-0${month}-25`),
	openedAt: moment(`2026-0${month}-01${MORNING}`),
}));
const progress = fc
	.record({
		forecast: fc.option(fc.constantFrom(...Forecast.options)),
		work: fc.array(past, { maxLength: 2 }),
		cycles: fc.uniqueArray(cycle, { maxLength: 3, selector: ({ key }) => key }),
	})
	.map(({ forecast, work, cycles }) => ({
		...NO_PROGRESS,
		cycles,
		work: work.map((on, at) => workOn(at + 1, on)),
		forecast:
			forecast === null ? null : { value: forecast, reason: null, at: moment(`${FIRST}${MORNING}`), by },
	}));
const notice = fc.tuple(past, fc.integer({ min: 0, max: 40 }), fc.boolean()).map(
	([start, length, open]): PublicNotice => ({
		...{ id: noticeId(9), start, end: addDays(start, length), channel: "门户网站", contact: "整改办" },
		...{ completion: "已完成", at: moment(`${start}${MORNING}`), by, ended: null, stopped: null },
		objections: open
			? [
					{
						...{ id: objectionId(1), from: "群众", text: "仍有异味", on: start, answerDueOn: start },
						...{ at: moment(`${start}${MORNING}`), by, answer: null },
					},
				]
			: [],
	}),
);
const filing = fc.tuple(past, fc.constantFrom("city", "province")).map(([on, to]) => ({
	...{ documentNumber: "整改办〔2026〕1号", on, to, at: moment(`${on}${MORNING}`), by, receipt: null },
}));
const longTerm = fc.tuple(past, fc.constantFrom("held", "weakened")).map(([since, result]) => ({
	...{ since, at: moment(`${since}${MORNING}`), by },
	reviews: [{ on: since, result, text: "回顾", at: moment(`${since}${MORNING}`), by }],
}));
const closeOut = fc
	.record({
		notices: fc.array(notice, { maxLength: 1 }),
		filings: fc.array(filing, { maxLength: 1 }),
		longTerm: fc.option(longTerm, { freq: 3 }),
	})
	.map((more) => ({ ...NO_CLOSE_OUT, ...more }));

const base = approvedIssue();
const assignments = fc.array(fc.tuple(past, fc.option(date)), { maxLength: 2 }).map((spans) =>
	spans.flatMap(([from, until], at) => {
		const held = base.assignments[at];
		return held === undefined ? [] : [{ ...held, from, until }];
	}),
);

const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 });

/** An issue somewhere in its life; not every one could have come about, and each must be swept all the same. */
export const agingIssue: fc.Arbitrary<Issue> = fc
	.record({
		lifecycle: fc.constantFrom(...IssueState.options),
		registeredAt: instant,
		deadline,
		measures: fc.uniqueArray(measure, { maxLength: 3, selector: ({ id }) => id }),
		assignments,
		approvedAt: fc.option(instant),
		supervision: some(supervision),
		progress: some(progress),
		closeOut: some(closeOut),
	})
	.map(({ approvedAt, supervision, progress, closeOut, ...more }): Issue => {
		const { plan, ...bare } = base;
		const [baseline] = plan?.baselines ?? [];
		return {
			...bare,
			...more,
			measures: more.measures.map((one) => ({ ...one, state: one.state })),
			...(plan === undefined || baseline === undefined || approvedAt === null
				? {}
				: { plan: { ...plan, baselines: [{ ...baseline, approvedAt }] } }),
			...(supervision === undefined ? {} : { supervision }),
			...(progress === undefined ? {} : { progress }),
			...(closeOut === undefined ? {} : { closeOut }),
		};
	});

/** An instrument on it. */
export const agingInstrument: fc.Arbitrary<LadderInstrument> = fc
	.record({
		n: fc.integer({ min: 1, max: 9 }),
		kind: fc.constantFrom(...InstrumentKind.options),
		state: fc.constantFrom(...InstrumentState.options),
		on: fc.option(past),
		draftedAt: instant,
		replyDueOn: fc.option(date),
	})
	.map(({ n, kind, state, on, draftedAt, replyDueOn }) =>
		used(n, kind, {
			...{ state, draftedAt, replyDueOn },
			issued: on === null ? null : { on, by, at: draftedAt, signer: "何川" },
		}),
	);
