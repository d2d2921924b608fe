import { z } from "zod";
import type { Issue } from "../issues/index.ts";
import { addDays, addMonths, addWorkingDays, type Calendar, IsoDate, isWorkingDay } from "../kernel/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { answerDueOn, maySilenceCount } from "./by-itself.ts";
import { AcceptanceVerdict, CloseOutKind } from "./closing-acceptance.ts";
import { closeOutOf, runningNotice } from "./state.ts";

/** How far ahead a form may look for the last day of a notice. */
const HORIZON_MONTHS = 3;

/** What the rule set asks of the forms of the way out, so that they ask for it before they are sent. */
export const CloseOutTerms = z.object({
	/** How long a notice stands (PUB-01). */
	notice: z.object({
		length: z.number(),
		unit: z.enum(["workingDay", "calendarDay"]),
		countFirstDay: z.boolean(),
	}),
	/**
	 * Days that are not worked, from the first day of the running notice, else from the day of the view, to `to`. It ends
	 * earlier where a year has no official calendar: nothing is guessed about it (DL-08).
	 */
	rest: z.object({ from: IsoDate, to: IsoDate, days: z.array(IsoDate) }),
	/** ACC-06: how many check on the spot, within how many working days it is written down, and who else is there. */
	minCheckers: z.number(),
	recordWd: z.number(),
	attendance: z.array(z.string()),
	/** ACC-11. */
	experts: z.number(),
	kinds: z.array(CloseOutKind),
	verdicts: z.array(AcceptanceVerdict),
	/** The latest day by which supplements of a verdict of this day can be due; null where a year has no calendar. */
	supplementsLatest: IsoDate.nullable(),
	/** Working days within which an objection is answered (PUB-03). */
	objectionReplyWd: z.number(),
	/** CLO-03: until when the filing on its way can be answered before silence counts; null where it never does. */
	silenceAfter: IsoDate.nullable(),
	/** DL-04: when the long-term issue is reviewed next. */
	reviewDueOn: IsoDate.nullable(),
});
export type CloseOutTerms = z.infer<typeof CloseOutTerms>;

const NAMES = [
	"noticeLength",
	"noticeUnit",
	"countFirstDay",
	"minCheckers",
	"recordWd",
	"siteAttendance",
	"experts",
	"closeoutKinds",
	"acceptanceVerdicts",
	"supplementWd",
	"objectionReplyWd",
	"reviewMonths",
] as const;

function restDays(from: IsoDate, asOf: IsoDate, calendar: Calendar): CloseOutTerms["rest"] {
	const days: IsoDate[] = [];
	const horizon = addMonths(asOf, HORIZON_MONTHS);
	let to = addDays(from, -1);
	for (let day = from; day <= horizon; day = addDays(day, 1)) {
		const worked = isWorkingDay(calendar, day);
		if (!worked.ok) break;
		if (!worked.value) days.push(day);
		to = day;
	}
	return { from, to, days };
}

/** The last day before the silence about the filing on its way counts as noted; null where none does. */
function silenceAfter(issue: Issue, rules: ResolvedRules, calendar: Calendar): IsoDate | null {
	const filing = closeOutOf(issue).filings.find(({ receipt }) => receipt === null);
	if (filing === undefined || !maySilenceCount(filing.to, rules)) return null;
	const due = answerDueOn(filing, rules, calendar);
	return due.ok ? due.value : null;
}

/** The terms of an issue's way out on a day. */
export function closeOutTerms(
	issue: Issue,
	rules: ResolvedRules,
	calendar: Calendar,
	asOf: IsoDate,
): CloseOutTerms {
	const params = new RuleParams(rules, NAMES);
	const state = closeOutOf(issue);
	const wanted = (name: "closeoutKinds" | "acceptanceVerdicts") => new Set<string>(params.strings(name));
	const [kinds, verdicts] = [wanted("closeoutKinds"), wanted("acceptanceVerdicts")];
	const latest = addWorkingDays(calendar, asOf, params.number("supplementWd"));
	const { longTerm } = state;
	const reviewed = longTerm?.reviews.at(-1)?.on ?? longTerm?.since;
	return {
		notice: {
			length: params.number("noticeLength"),
			unit: params.string("noticeUnit") === "calendarDay" ? "calendarDay" : "workingDay",
			countFirstDay: params.boolean("countFirstDay"),
		},
		rest: restDays(runningNotice(state)?.start ?? asOf, asOf, calendar),
		minCheckers: params.number("minCheckers"),
		recordWd: params.number("recordWd"),
		attendance: [...params.strings("siteAttendance")],
		experts: params.number("experts"),
		kinds: CloseOutKind.options.filter((kind) => kinds.has(kind)),
		verdicts: AcceptanceVerdict.options.filter((verdict) => verdicts.has(verdict)),
		supplementsLatest: latest.ok ? latest.value : null,
		objectionReplyWd: params.number("objectionReplyWd"),
		silenceAfter: silenceAfter(issue, rules, calendar),
		reviewDueOn: reviewed === undefined ? null : addMonths(reviewed, params.number("reviewMonths")),
	};
}
