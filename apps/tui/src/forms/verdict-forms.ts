import type { IssueDetail } from "@zhenggai/client";
import { formatDate } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import { chosenOf, type FieldChoice, field, heldIn, orNull, REASON, textOf } from "./form-spec.ts";
import { beginning, frameOf, type IssueForm, same, startChoice } from "./issue-frame.ts";
import { measureName, stepNamed, stepsOf } from "./steps.ts";

const VERIFIED: readonly FieldChoice[] = [
	{ value: "verified", label: say("核实属实", "Verified") },
	{ value: "rejected", label: say("不属实，退回", "Not so, sent back") },
];
const VERDICTS = ["verified", "rejected"] as const;

const verdictFields = (valuesVerdict: string) => [
	field("choice", "verdict", say("结论", "Verdict"), { choices: VERIFIED }),
	field("text", "reason", REASON, { required: valuesVerdict === "rejected" }),
];

const files = (count: number) => say(`佐证 ${count} 份`, `${count} pieces of evidence`);

/** 核实节点: by somebody else than said so. */
export const verifyMilestone: IssueForm = (detail, { part }) => {
	const steps = stepsOf(detail).filter(({ reach }) => reach === "claimed");
	const choices = steps.map(({ choice }) => choice);
	if (choices.length === 0) return null;
	const said = (which: string) => {
		const step = stepNamed(steps, which);
		return detail.progress.attainments.findLast(
			(one) => one.measureId === step?.measureId && one.key === step.key && one.verified === null,
		);
	};
	const only = stepNamed(steps, part)?.choice.value ?? startChoice(choices, null);
	const found = said(only);
	return {
		...frameOf(detail, "verifyMilestone", {
			...{ part, hard: true },
			intro:
				found === undefined
					? []
					: [
							say(
								`${found.by.name}报告于${formatDate(found.doneOn, "zh-CN")}完成，${files(found.evidenceIds.length).zh}`,
								`${found.by.name} says it was reached on ${formatDate(found.doneOn, "en")}, ${files(found.evidenceIds.length).en}`,
							),
						],
		}),
		start: { key: only, verdict: "", reason: "" },
		fields: (values) => [
			field("choice", "key", say("节点", "Milestone"), { choices }),
			...verdictFields(heldIn(values, "verdict")),
		],
		send: (api, values, envelope) => {
			const step = stepNamed(steps, heldIn(values, "key"));
			return api.issues.verifyMilestone.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "verifyMilestone", measureId: step?.measureId ?? "", key: step?.key ?? "" },
					...{ verdict: chosenOf(values, "verdict", VERDICTS), reason: orNull(values, "reason") },
				},
			});
		},
	};
};

/** 核实措施. */
export const verifyMeasure: IssueForm = (detail, { part }) => {
	const choices = detail.measures
		.filter(({ state }) => state === "done")
		.map((measure) => ({ value: String(measure.id), label: same(measureName(measure)) }));
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "verifyMeasure", { part, hard: true }),
		start: { measureId: startChoice(choices, part), verdict: "", reason: "" },
		fields: (values) => [
			field("choice", "measureId", say("措施", "Measure"), { choices }),
			...verdictFields(heldIn(values, "verdict")),
		],
		send: (api, values, envelope) =>
			api.issues.verifyMeasure.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "verifyMeasure", measureId: heldIn(values, "measureId") },
					...{ verdict: chosenOf(values, "verdict", VERDICTS), reason: orNull(values, "reason") },
				},
			}),
	};
};

const doubtName = ({ rule, message }: IssueDetail["progress"]["doubts"][number]) =>
	say(`${rule ?? ""} ${beginning(message.zh)}`.trim(), `${rule ?? ""} ${beginning(message.en)}`.trim());

/** 核销疑点: by somebody whose work it does not doubt. */
export const resolveDoubt: IssueForm = (detail, { part }) => {
	const choices = detail.progress.doubts
		.filter(({ resolved }) => resolved === null)
		.map((doubt) => ({ value: String(doubt.id), label: doubtName(doubt) }));
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "resolveDoubt", { part, hard: true }),
		start: { doubtId: startChoice(choices, part), outcome: "", reason: "" },
		fields: () => [
			field("choice", "doubtId", say("疑点", "Doubt"), { choices }),
			field("choice", "outcome", say("结论", "Outcome"), {
				choices: [
					{ value: "cleared", label: say("排除", "Cleared") },
					{ value: "upheld", label: say("属实", "Upheld") },
				],
			}),
			field("text", "reason", REASON),
		],
		send: (api, values, envelope) =>
			api.issues.resolveDoubt.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "resolveDoubt", doubtId: heldIn(values, "doubtId") },
					...{
						outcome: chosenOf(values, "outcome", ["cleared", "upheld"]),
						reason: textOf(values, "reason"),
					},
				},
			}),
	};
};

/** 退回填报. */
export const returnReport: IssueForm = (detail, { part }) => {
	const choices = detail.progress.reports
		.filter(({ returned }) => returned === null)
		.toReversed()
		.map(({ id, cycle, content, by }) => ({
			value: String(id),
			label: same(`${cycle ?? "-"}  ${by.name}  ${beginning(content.progress)}`),
		}));
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "returnReport", { part }),
		start: { reportId: startChoice(choices, part), reason: "" },
		fields: () => [
			field("choice", "reportId", say("填报", "Report"), { choices }),
			field("text", "reason", REASON),
		],
		send: (api, values, envelope) =>
			api.issues.returnReport.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					type: "returnReport",
					reportId: heldIn(values, "reportId"),
					reason: textOf(values, "reason"),
				},
			}),
	};
};
