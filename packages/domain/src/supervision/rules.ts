import type { Issue, IssueSubject } from "../issues/index.ts";
import { dateOfDay, dayNumber, type IsoDate, say, shanghaiDay } from "../kernel/index.ts";
import { lastActivityDay } from "../progress/index.ts";
import { defineRule, type Rule } from "../rules/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import { boundTo } from "./bound-rules.ts";
import { finalDay } from "./pace.ts";

const rule = defineRule<IssueSubject>();
const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;
const WORKERS = ["leadUnit", "respUnit"] as const;

export const wrn01 = rule({
	id: "WRN-01",
	group: "WRN",
	severity: "inform",
	gate: "report",
	title: say("临期提醒", "The deadline approaches"),
	statement: say(
		"整改时限到期前若干天提醒，默认提前90天、30天、7天",
		"So many days before the deadline it is said that it approaches: 90, 30 and 7 by default",
	),
	params: ["leadDays"],
	src: ["D"],
	who: WORKERS,
	check: ({ issue }, params, { asOf, rules }) => {
		const last = finalDay(issue);
		if (last === null || boundTo(rules).completed.has(issue.lifecycle)) return null;
		const left = last - dayNumber(asOf);
		if (left < 0) return null;
		let step: number | null = null;
		for (const days of params.numbers("leadDays")) {
			if (left <= days && (step === null || days < step)) step = days;
		}
		if (step === null) return null;
		const due = dateOfDay(last);
		return {
			field: "deadline",
			message: say(
				`距整改时限（${formatDate(due, "zh-CN")}）还有${left}天，已进入到期前${step}天`,
				`${left} days left until ${formatDate(due, "en")}: within the last ${step}`,
			),
			clears: say("按期完成；确有困难的及早申请延期", "Finish in time, or ask for an extension early"),
		};
	},
});

/** How often the units that do the work were replaced: every lead or responsible unit whose part was ended. */
export function reassignments({ assignments }: Pick<Issue, "assignments">): number {
	let count = 0;
	for (const { role, unitId, until } of assignments) {
		if (unitId !== null && until !== null && (role === "lead" || role === "responsible")) count += 1;
	}
	return count;
}

export const anti08 = rule({
	id: "ANTI-08",
	group: "ANTI",
	severity: "warn",
	gate: "report",
	title: say("不推诿、不上推", "Nobody passes it on"),
	statement: say(
		"牵头、责任单位变更不超过规定次数；未做工作先申请延期的视为向上推",
		"Lead and responsible units change at most so often; who asks for an extension without having done anything pushes it upward",
	),
	params: ["maxReassign"],
	src: ["seed0", "D"],
	who: OFFICES,
	check: ({ issue }, params) => {
		const count = reassignments(issue);
		if (count > params.number("maxReassign")) {
			return {
				field: "assignments",
				message: say(
					`牵头、责任单位已变更${count}次，疑似推诿`,
					`Lead and responsible units changed ${count} times: it may be passed on`,
				),
				clears: say("由整改办明确责任单位，不再变更", "The office settles who is responsible, for good"),
			};
		}
		const extensions = issue.plan?.extensions;
		if (extensions === undefined || extensions.length === 0) return null;
		if (lastActivityDay(issue.progress) !== Number.NEGATIVE_INFINITY) return null;
		return {
			field: "plan.extensions",
			message: say(
				"尚无任何整改工作即申请延期，疑似上推",
				"An extension was asked for before any work was done",
			),
			clears: say("先开展整改并记录", "Do the work and record it"),
			who: WORKERS,
		};
	},
});

/** Days on which the units updated an issue: reports that were not returned, and work. */
export function updateDays({ progress }: Pick<Issue, "progress">): number[] {
	if (progress === undefined) return [];
	return [
		...progress.reports.filter(({ returned }) => returned === null).map(({ at }) => shanghaiDay(at)),
		...progress.work.filter(({ kind }) => kind === "work").map(({ at }) => shanghaiDay(at)),
	];
}

/** How many of these days lie on a reminder's day or at most so many days after one. */
export const promptedCount = (
	days: readonly number[],
	remindedOn: readonly IsoDate[],
	windowDays: number,
): number => {
	const reminders = remindedOn.map(dayNumber);
	return days.filter((day) => reminders.some((from) => day >= from && day - from <= windowDays)).length;
};

export const anti09 = rule({
	id: "ANTI-09",
	group: "ANTI",
	severity: "inform",
	gate: "report",
	title: say("不推不动", "Moves only when pushed"),
	statement: say(
		"催办后才更新的比例不高于规定，反映一推一动",
		"The share of updates that come only after a reminder is not above the limit",
	),
	params: ["reminderShare", "reminderWindowDays", "reminderMinUpdates"],
	src: ["seed2", "D"],
	who: WORKERS,
	check: ({ issue, around: { remindedOn } }, params) => {
		if (remindedOn === undefined || remindedOn.length === 0 || issue.progress === undefined) return null;
		const days = updateDays(issue);
		if (days.length < params.number("reminderMinUpdates")) return null;
		const share = promptedCount(days, remindedOn, params.number("reminderWindowDays")) / days.length;
		if (share <= params.number("reminderShare")) return null;
		const percent = Math.round(share * 100);
		return {
			field: "progress",
			message: say(
				`${days.length}次更新中${percent}%在催办后${params.number("reminderWindowDays")}日内作出`,
				`${percent}% of ${days.length} updates came within ${params.number("reminderWindowDays")} days of a reminder`,
			),
			clears: say("主动按期更新进展", "Report the progress without being asked"),
		};
	},
});

/** Rules of this room on issues. */
export const supervisionRules: readonly Rule<IssueSubject>[] = [wrn01, anti08, anti09];
