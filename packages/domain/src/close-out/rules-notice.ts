import {
	addDays,
	type Bilingual,
	countedWhenMade,
	daysBetween,
	noticeEnd,
	say,
	workingDaysBetween,
} from "../kernel/index.ts";
import { defineRule, type Rule, type RuleContext } from "../rules/index.ts";
import { formatDate, vocab } from "../vocabulary/index.ts";
import type { NoticeContent, PublicityPeriod } from "./schema.ts";

/** Describes a rule on a published notice. */
const noticeRule = defineRule<NoticeContent>();
const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

type Unit = "workingDay" | "calendarDay";
const LENGTHEN = say(
	"延长公示，或重新公示够规定的期限",
	"Extend the publicity, or publish again for the whole term",
);

const spell = (days: number, unit: Unit): Bilingual =>
	say(`${days}${vocab.publicityUnit[unit].zh}`, `${days} ${vocab.publicityUnit[unit].en.toLowerCase()}`);

/** How many days of a kind a period has, both ends counted; null where a year has no official calendar. */
function daysIn({ start, end }: PublicityPeriod, unit: Unit, { calendar }: RuleContext): number | null {
	if (unit === "calendarDay") return daysBetween(start, end) + 1;
	const counted = workingDaysBetween(calendar, addDays(start, -1), end);
	return counted.ok ? counted.value : null;
}

export const pub01 = noticeRule({
	id: "PUB-01",
	group: "PUB",
	severity: "warn",
	gate: "report",
	title: say("公示期限", "Length of the public notice"),
	statement: say(
		"销号前的公示须满规定的期限；工作日按官方日历计算",
		"The notice before close-out stands for the whole term; working days are counted by the official calendar",
	),
	params: ["noticeLength", "noticeUnit", "countFirstDay"],
	src: ["S25", "S24"],
	who: OFFICES,
	check: ({ publicity, publicityLength }, params, context) => {
		const length = params.number("noticeLength");
		const unit: Unit = params.string("noticeUnit") === "calendarDay" ? "calendarDay" : "workingDay";
		const wanted = spell(length, unit);
		if (publicity === null) {
			// So many days of whatever kind hold no more working days than days.
			const stated = publicityLength;
			const comparable = stated !== null && (stated.unit === unit || unit === "workingDay");
			if (!comparable || stated.days >= length) return null;
			const printed = spell(stated.days, stated.unit);
			return {
				field: "publicity",
				message: say(
					`载明公示${printed.zh}，少于规定的${wanted.zh}`,
					`The notice states ${printed.en}: fewer than the ${wanted.en} of the rule`,
				),
				clears: LENGTHEN,
			};
		}
		const countFirstDay = params.boolean("countFirstDay");
		// What was long enough by the calendar of its time stays so when a year is corrected afterwards.
		const until = countedWhenMade(context.calendar, publicity.start, (calendar) =>
			noticeEnd(calendar, publicity.start, { length, unit, countFirstDay }),
		);
		if (!until.ok) {
			const [unknown] = until.refusals;
			return unknown === undefined
				? null
				: { field: "publicity", severity: "inform", message: unknown.message, clears: unknown.clears };
		}
		if (publicity.end >= until.value) return null;
		const days = daysIn(publicity, unit, context);
		const [had, wantedEnd] = [days === null ? null : spell(days, unit), until.value];
		return {
			field: "publicity",
			message: say(
				`公示${had === null ? "" : `${had.zh}，`}不足${wanted.zh}，应到${formatDate(wantedEnd, "zh-CN")}`,
				`${had === null ? "The publicity" : `${had.en}: the publicity`} is shorter than ${wanted.en} and would have to last until ${formatDate(wantedEnd, "en")}`,
			),
			clears: LENGTHEN,
		};
	},
});

/** What each field of the rule set's list is in a notice. The channel is not printed in it. */
const PRINTED: Readonly<
	Record<string, { readonly label: Bilingual; readonly there: (notice: NoticeContent) => boolean }>
> = {
	issue: { label: vocab.noticeField.statement, there: ({ statement }) => statement !== null },
	deadline: { label: vocab.noticeField.deadline, there: ({ deadline }) => deadline !== null },
	goal: { label: vocab.noticeField.goal, there: ({ goal }) => goal !== null },
	responsibleUnit: {
		label: vocab.noticeField.responsibleUnits,
		there: ({ responsibleUnits }) => responsibleUnits.length > 0,
	},
	measures: { label: vocab.noticeField.measures, there: ({ measures }) => measures.length > 0 },
	completion: { label: vocab.noticeField.completion, there: ({ completion }) => completion !== null },
	period: {
		label: say("公示起止日期", "Start and end of the publicity"),
		there: ({ publicity }) => publicity !== null,
	},
	contact: { label: vocab.noticeField.contact, there: ({ contact }) => contact !== null },
};

export const pub02 = noticeRule({
	id: "PUB-02",
	group: "PUB",
	severity: "warn",
	gate: "report",
	title: say("公示内容齐全", "Contents of the public notice"),
	statement: say(
		"公示须有反馈问题、时限、目标、责任单位、措施、完成情况、起止日期和联系方式",
		"A notice has the finding, deadline, goal, responsible unit, measures, what was done, its start and end, and a contact",
	),
	params: ["noticeFields"],
	src: ["S24", "S25", "S26"],
	who: OFFICES,
	check: (notice, params) => {
		const missing = params.strings("noticeFields").flatMap((name) => {
			const field = PRINTED[name];
			return field === undefined || field.there(notice) ? [] : [field.label];
		});
		if (missing.length === 0) return null;
		const names = say(
			missing.map(({ zh }) => zh).join("、"),
			missing.map(({ en }) => en.toLowerCase()).join(", "),
		);
		return {
			field: "notice",
			message: say(`公示没有写明${names.zh}`, `The notice does not give: ${names.en}`),
			clears: say(
				"核对原件；确有缺项的，补充后重新公示",
				"Check the original; publish it again if they are missing",
			),
		};
	},
});

/** Every rule on published notices, in the order of the ids. */
export const noticeRules: readonly Rule<NoticeContent>[] = [pub01, pub02];
