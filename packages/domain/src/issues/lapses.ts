import { watchPoints } from "../close-out/index.ts";
import { addDays, type IsoDate, lastDay, say } from "../kernel/index.ts";
import { currentBaseline, isLive, planOf } from "../plans/index.ts";
import { reachOf, unansweredCycles } from "../progress/index.ts";
import { RuleParams } from "../rules/index.ts";
import { type Instrument, waitsUntil } from "../supervision/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import type { ByItself, Foresight, LawOn } from "./foresight.ts";
import type { Issue } from "./schema.ts";
import type { Lapse } from "./simulation.ts";

/** As many are shown; a simulation over years has hundreds of cycles. */
export const MOST_LAPSES = 300;

type Stretch = { readonly after: IsoDate; readonly until: IsoDate };

const lapse = (on: IsoDate, kind: Lapse["kind"], rule: string, zh: string, en: string): Lapse => ({
	on,
	kind,
	rule,
	message: say(zh, en),
});

/** A day is over at its end: what was due on it has lapsed from the next one on. */
const over = (due: IsoDate): IsoDate => addDays(due, 1);
const zhDay = (day: IsoDate): string => formatDate(day, "zh-CN");
const enDay = (day: IsoDate): string => formatDate(day, "en");

const ended = ({ lifecycle }: Issue): boolean =>
	lifecycle === "closed" ||
	lifecycle === "merged" ||
	lifecycle === "carriedOver" ||
	lifecycle === "withdrawn";

/** The deadline, and the last day on which it can be asked to be moved in time (EXT-01). */
function ofDeadline(issue: Issue, lawOn: LawOn, today: IsoDate): Lapse[] {
	const due = issue.deadline === null ? null : lastDay(issue.deadline.point);
	if (due === null || ended(issue)) return [];
	const passes = lapse(
		over(due),
		"deadline",
		"WRN-03",
		`整改时限${zhDay(due)}届满，未完成即为逾期`,
		`The deadline of ${enDay(due)} passes: overdue from then on`,
	);
	const pending = planOf(issue).extensions.some(({ decision }) => decision === null);
	if (currentBaseline(issue) === null || pending) return [passes];
	const lead = new RuleParams(lawOn(today).rules, ["extLeadDays"]).number("extLeadDays");
	const last = addDays(due, -lead);
	return [
		lapse(
			over(last),
			"extensionCloses",
			"EXT-01",
			`延期申请须在到期前${lead}日提出，${zhDay(last)}后只能附迟延理由`,
			`An extension is asked for ${lead} days before the due date: after ${enDay(last)} only with a reason for the delay`,
		),
		passes,
	];
}

/** Steps of the plan whose day passes without anybody's saying that they are reached. */
function ofMilestones(issue: Issue): Lapse[] {
	if (ended(issue)) return [];
	return issue.measures.filter(isLive).flatMap((measure) =>
		measure.milestones.flatMap((milestone) => {
			const reach = reachOf(issue.progress, measure, milestone);
			if (reach === "verified" || reach === "claimed") return [];
			const { due, text } = milestone;
			return [
				lapse(
					over(due),
					"milestone",
					"WRN-02",
					`节点“${text}”应于${zhDay(due)}前达到`,
					`Milestone “${text}” was to be reached by ${enDay(due)}`,
				),
			];
		}),
	);
}

/** Entries that fall due, of the cycles that are open and of those that will be. */
const ofReports = (played: Issue, until: IsoDate): Lapse[] =>
	unansweredCycles(played, until).map(({ key, dueOn }) =>
		lapse(
			over(dueOn),
			"reportDue",
			"PRG-01",
			`${key}期调度应于${zhDay(dueOn)}前填报`,
			`The entry of ${key} was due on ${enDay(dueOn)}`,
		),
	);

function ofInstruments(instruments: readonly Instrument[]): Lapse[] {
	return instruments.flatMap((instrument) => {
		const until = waitsUntil(instrument);
		if (until === null) return [];
		const label = caseVocab.instrumentKind[instrument.kind];
		return instrument.listing === null
			? [
					lapse(
						over(until),
						"replyDue",
						"SUP-09",
						`${label.zh}“${instrument.title}”应于${zhDay(until)}前回复`,
						`${label.en} “${instrument.title}”: the reply was due on ${enDay(until)}`,
					),
				]
			: [
					lapse(
						over(until),
						"listingEnds",
						"SUP-06",
						`${label.zh}“${instrument.title}”限期${zhDay(until)}届满`,
						`${label.en} “${instrument.title}”: its limit of ${enDay(until)} passes`,
					),
				];
	});
}

const ofWatchPoints = (issue: Issue, lawOn: LawOn, until: IsoDate): Lapse[] =>
	watchPoints(issue, lawOn(until).rules).flatMap(({ on, months, lookBack }) =>
		lookBack === null
			? [
					lapse(
						on,
						"watchPoint",
						"LB-01",
						`销号后满${months}个月，应回头看`,
						`${months} months after the close-out: look again`,
					),
				]
			: [],
	);

/** What the ledger did by itself on the way, in words. */
function ofEvent({ on, event }: ByItself): Lapse[] {
	switch (event.type) {
		case "reportingCycleOpened":
			return [
				lapse(
					on,
					"cycleOpens",
					"PRG-01",
					`${event.cycle.key}期调度开始，${zhDay(event.cycle.dueOn)}前填报`,
					`The reporting cycle ${event.cycle.key} opens, due on ${enDay(event.cycle.dueOn)}`,
				),
			];
		case "lightChanged": {
			const { from, to, reasons } = event.change;
			if (from === to) return [];
			const [was, is] = [caseVocab.light[from], caseVocab.light[to]];
			const why = reasons[0]?.message;
			return [
				lapse(
					on,
					"light",
					reasons[0]?.rule ?? "WRN-05",
					`亮灯由“${was.zh}”变为“${is.zh}”${why === undefined ? "" : `：${why.zh}`}`,
					`The light goes from “${was.en}” to “${is.en}”${why === undefined ? "" : `: ${why.en}`}`,
				),
			];
		}
		case "noticeEnded":
			return [
				lapse(
					on,
					"noticeEnds",
					"PUB-01",
					"公示期满无未答复异议，公示结束",
					"The notice is over without an open objection",
				),
			];
		case "issueClosed":
			return [
				lapse(
					on,
					"filingSilent",
					"CLO-03",
					"备案期满未答复，视为已知悉，问题销号",
					"The filing was not answered in time: it counts as noted, and the issue is closed out",
				),
			];
		default:
			return [];
	}
}

/**
 * What lapses between two days, the first not counted, if nobody does anything, in the order of days: deadlines,
 * milestones, the window for extensions, entries and replies that fall due, listings, watch points, and what the ledger
 * does by itself. Nothing is said twice; of more than 300 the first are given.
 */
export function lapsesOf(
	issue: Issue,
	{ issue: played, events }: Foresight,
	instruments: readonly Instrument[],
	lawOn: LawOn,
	{ after, until }: Stretch,
): Lapse[] {
	return [
		...ofDeadline(issue, lawOn, after),
		...ofMilestones(issue),
		...ofReports(played, until),
		...ofInstruments(instruments),
		...ofWatchPoints(issue, lawOn, until),
		...events.flatMap(ofEvent),
	]
		.filter(({ on }) => on > after && on <= until)
		.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
		.slice(0, MOST_LAPSES);
}
