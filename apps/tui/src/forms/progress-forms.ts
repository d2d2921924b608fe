import type { IssueDetail, Outputs } from "@zhenggai/client";
import { caseVocab, formatDate, valuesOf } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import { say } from "../say.ts";
import { choicesFrom, chosenOf, field, heldIn, linesOf, orNull, REASON, textOf } from "./form-spec.ts";
import {
	beginning,
	evidenceChoices,
	frameOf,
	type IssueForm,
	same,
	startChoice,
	UPLOAD_HINT,
} from "./issue-frame.ts";
import { measureName, stepNamed, stepsOf } from "./steps.ts";

type Prefilled = Outputs["progress"]["reportForm"];

const percent = (value: number | null): string => (value === null ? "-" : `${Math.round(value)}%`);
const FORECASTS = ["onTime", "likely", "unlikely"] as const;
const blocks = valuesOf(caseVocab.contentBlock);

/** What the ledger knows of the period, said before anything is typed. */
function reportIntro(detail: IssueDetail, form: Prefilled | null) {
	const { plannedPercent, actualPercent } = form ?? detail.progress;
	const figures = say(
		`计划进度 ${percent(plannedPercent)}，实际进度 ${percent(actualPercent)}（以核实的节点计算）`,
		`Planned ${percent(plannedPercent)}, actual ${percent(actualPercent)} (by verified milestones)`,
	);
	if (form === null) return [figures];
	const { cycle, previous, returned } = form;
	return [
		say(
			`调度周期 ${cycle.key}（${formatDate(cycle.from, "zh-CN")}至${formatDate(cycle.to, "zh-CN")}），${formatDate(cycle.dueOn, "zh-CN")}前填报。已按台账预填，只改有变化的。`,
			`Cycle ${cycle.key} (${formatDate(cycle.from, "en")} to ${formatDate(cycle.to, "en")}), due by ${formatDate(cycle.dueOn, "en")}. Filled from the ledger: type only what changed.`,
		),
		figures,
		...(returned === null
			? []
			: [
					say(
						`上次填报被${returned.by.name}退回：${returned.reason}`,
						`Returned by ${returned.by.name}: ${returned.reason}`,
					),
				]),
		...(previous === null
			? []
			: [say(`上期：${beginning(previous.progress)}`, `Last time: ${beginning(previous.progress)}`)]),
		...form.work.map(({ on, text }) =>
			say(
				`本期工作 ${formatDate(on, "zh-CN")}：${beginning(text)}`,
				`Work on ${formatDate(on, "en")}: ${beginning(text)}`,
			),
		),
	];
}

/** 填报进展: what the ledger knows is there already. */
export const reportProgress: IssueForm = async (detail, { part, now, client }) => {
	const { id: issueId } = detail.row;
	const { unanswered, forecast } = detail.progress;
	const cycle = unanswered.find((key) => key === part) ?? unanswered[0] ?? null;
	const form = cycle === null ? null : await client.progress.reportForm.query({ issueId, cycle });
	const content = form?.content;
	const reportId = newId(now);
	return {
		...frameOf(detail, "reportProgress", { part: cycle, intro: reportIntro(detail, form) }),
		start: {
			progress: content?.progress ?? "",
			forecast: content?.forecast ?? forecast?.value ?? "",
			lagReason: content?.lagReason ?? "",
			difficulties: content?.difficulties ?? "",
			nextSteps: content?.nextSteps ?? "",
			...Object.fromEntries(blocks.map((block) => [`blocks.${block}`, content?.blocks[block] ?? ""])),
		},
		fields: (values) => [
			field("text", "progress", say("本期进展", "Done in the period")),
			field("choice", "forecast", say("完成预期", "Forecast"), { choices: choicesFrom(caseVocab.forecast) }),
			...(heldIn(values, "forecast") === "onTime"
				? []
				: [
						field("choice", "lagReason", say("滞后原因", "Why it lags"), {
							required: false,
							choices: choicesFrom(caseVocab.lagReason),
						}),
					]),
			field("text", "difficulties", say("存在困难", "Difficulties"), { required: false }),
			field("text", "nextSteps", say("下步安排", "Next steps"), { required: false }),
			...blocks.map((block) =>
				field("text", `blocks.${block}`, caseVocab.contentBlock[block], { required: false }),
			),
		],
		send: (api, values, envelope) =>
			api.issues.reportProgress.mutate({
				...{ issueId, envelope },
				command: {
					...{ type: "reportProgress", reportId, cycle },
					content: {
						progress: textOf(values, "progress"),
						blocks: Object.fromEntries(
							blocks.flatMap((block) => {
								const text = textOf(values, `blocks.${block}`);
								return text === "" ? [] : [[block, text]];
							}),
						),
						difficulties: orNull(values, "difficulties"),
						nextSteps: orNull(values, "nextSteps"),
						forecast: chosenOf(values, "forecast", FORECASTS),
						lagReason:
							valuesOf(caseVocab.lagReason).find((key) => key === heldIn(values, "lagReason")) ?? null,
						typedPercent: content?.typedPercent ?? null,
					},
				},
			}),
	};
};

const measureChoices = (detail: IssueDetail, states: readonly string[] | null = null) =>
	detail.measures
		.filter(({ state }) =>
			states === null ? state !== "cancelled" && state !== "waived" : states.includes(state),
		)
		.map((measure) => ({ value: String(measure.id), label: same(measureName(measure)) }));

/** 记录工作, also before the plan is approved. */
export const logWork: IssueForm = (detail, { now }) => {
	const workId = newId(now);
	const measures = measureChoices(detail);
	return {
		...frameOf(detail, "logWork"),
		start: { on: detail.asOf, kind: "work", text: "", measureId: "" },
		fields: () => [
			field("text", "text", say("做了什么", "What was done")),
			field("date", "on", say("日期", "Day")),
			field("choice", "kind", say("性质", "Kind"), {
				choices: [
					{ value: "work", label: say("整改工作", "Work") },
					{ value: "visit", label: say("督导检查", "Visit") },
				],
			}),
			...(measures.length === 0
				? []
				: [field("choice", "measureId", say("所属措施", "Measure"), { required: false, choices: measures })]),
		],
		send: (api, values, envelope) =>
			api.issues.logWork.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "logWork", workId, on: textOf(values, "on"), text: textOf(values, "text") },
					kind: chosenOf(values, "kind", ["work", "visit"]),
					measureId: orNull(values, "measureId"),
				},
			}),
	};
};

/** 报告节点完成. */
export const completeMilestone: IssueForm = (detail, { part }) => {
	const steps = stepsOf(detail).filter(({ reach }) => reach === "open" || reach === "rejected");
	const choices = steps.map(({ choice }) => choice);
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "completeMilestone", {
			part,
			intro: [say("由他人核实后才计入实际进度", "It counts once somebody else has verified it")],
		}),
		start: {
			key: stepNamed(steps, part)?.choice.value ?? startChoice(choices, null),
			...{ doneOn: detail.asOf, evidenceIds: "" },
		},
		fields: () => [
			field("choice", "key", say("节点", "Milestone"), { choices }),
			field("date", "doneOn", say("完成日期", "Reached on")),
			field("many", "evidenceIds", say("佐证", "Evidence"), {
				required: false,
				choices: evidenceChoices(detail),
				hint: UPLOAD_HINT,
			}),
		],
		send: (api, values, envelope) => {
			const step = stepNamed(steps, heldIn(values, "key"));
			return api.issues.completeMilestone.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "completeMilestone", measureId: step?.measureId ?? "", key: step?.key ?? "" },
					...{ doneOn: textOf(values, "doneOn"), evidenceIds: linesOf(values, "evidenceIds") },
				},
			});
		},
	};
};

/** 报告措施完成. */
export const completeMeasure: IssueForm = (detail, { part }) => {
	const choices = measureChoices(detail, ["notStarted", "inProgress"]);
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "completeMeasure", { part }),
		start: { measureId: startChoice(choices, part), evidenceIds: "" },
		fields: () => [
			field("choice", "measureId", say("措施", "Measure"), { choices }),
			field("many", "evidenceIds", say("佐证", "Evidence"), {
				required: false,
				choices: evidenceChoices(detail),
				hint: UPLOAD_HINT,
			}),
		],
		send: (api, values, envelope) =>
			api.issues.completeMeasure.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "completeMeasure", measureId: heldIn(values, "measureId") },
					evidenceIds: linesOf(values, "evidenceIds"),
				},
			}),
	};
};

/** 研判完成预期. */
export const setForecast: IssueForm = (detail) => ({
	...frameOf(detail, "setForecast"),
	start: { forecast: detail.progress.forecast?.value ?? "", reason: "" },
	fields: () => [
		field("choice", "forecast", say("完成预期", "Forecast"), { choices: choicesFrom(caseVocab.forecast) }),
		field("text", "reason", REASON, { required: false }),
	],
	send: (api, values, envelope) =>
		api.issues.setForecast.mutate({
			...{ issueId: detail.row.id, envelope },
			command: {
				...{ type: "setForecast", forecast: chosenOf(values, "forecast", FORECASTS) },
				reason: orNull(values, "reason"),
			},
		}),
});
