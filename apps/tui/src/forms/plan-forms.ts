import type { IssueDetail } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { formatDate, formatDeadline, vocab } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import {
	chosenOf,
	type FieldChoice,
	field,
	heldIn,
	linesOf,
	orNull,
	REASON,
	textOf,
	type Values,
} from "./form-spec.ts";
import { beginning, frameOf, type IssueForm, same } from "./issue-frame.ts";
import { measureName } from "./steps.ts";

/** 方案报审: nothing to fill in; what the plan lacks the rules say. */
export const submitPlan: IssueForm = (detail) => ({
	...frameOf(detail, "submitPlan", {
		hard: true,
		intro: [
			say(
				"把整改方案报审。审核期间不能改动，退回后可再改。",
				"Hands the plan in. Nobody writes in it while it is reviewed; a returned one can be changed again.",
			),
		],
	}),
	start: {},
	fields: () => [],
	send: (api, _values, envelope) =>
		api.issues.submitPlan.mutate({ issueId: detail.row.id, envelope, command: { type: "submitPlan" } }),
});

const CRITERIA: readonly FieldChoice[] = [
	{ value: "reachable", label: say("目标可达", "Goals reachable") },
	{ value: "feasible", label: say("措施可行", "Measures feasible") },
	{ value: "landed", label: say("责任落地", "Responsibility landed") },
	{ value: "reasonable", label: say("时限合理", "Deadline reasonable") },
];
const RELATIONS: readonly FieldChoice[] = [
	{ value: "pointAndArea", label: say("点与面", "Point and area") },
	{ value: "commonAndIndividual", label: say("个性与共性", "Individual and common") },
	{ value: "formAndSubstance", label: say("形式与内容", "Form and substance") },
	{ value: "nowAndLong", label: say("当前与长远", "Now and long") },
];

/** What a review goes through, in the order in which a plan is read. */
function reviewItems({ measures, plan, constraints }: IssueDetail): FieldChoice[] {
	const live = measures.filter(({ state }) => state !== "cancelled" && state !== "waived");
	const parts: readonly [string, Bilingual][] = [
		["goal", vocab.issueElement.goal],
		["deadline", vocab.issueElement.deadline],
		["assignments", say("责任分工", "Responsibilities")],
		...(constraints.length > 0 ? [["constraints", vocab.issueElement.constraints] as const] : []).map(
			([value, label]): [string, Bilingual] => [value, label],
		),
		...plan.goals.map((goal): [string, Bilingual] => [
			`goal:${goal.id}`,
			same(goal.kind === "metric" ? goal.indicator : goal.name),
		]),
		...live.map((measure): [string, Bilingual] => [`measure:${measure.id}`, same(measureName(measure))]),
	];
	return parts.map(([value, label]) => ({ value, label }));
}

const chosen = <K extends string>(values: Values, name: string, ...keys: readonly K[]) => {
	const held = linesOf(values, name);
	return (key: K) => keys.includes(key) && held.includes(key);
};

/** 审核方案: what is named goes back with its reason, everything else passes. */
export const reviewPlan: IssueForm = (detail) => {
	const items = reviewItems(detail);
	const { submissions, draft } = detail.plan;
	const returned = (values: Values) => items.filter(({ value }) => linesOf(values, "items").includes(value));
	return {
		...frameOf(detail, "reviewPlan", {
			...{ part: String(submissions.length), hard: true },
			intro: [
				say(
					`第 ${submissions.length} 次报审，报审人 ${submissions.at(-1)?.by.name ?? "-"}`,
					`Handed in for the ${submissions.length}. time, by ${submissions.at(-1)?.by.name ?? "-"}`,
				),
				...draft
					.slice(0, 8)
					.map(({ label, from, to }) =>
						say(
							`${label.zh}：${from?.zh ?? "-"} → ${to?.zh ?? "-"}`,
							`${label.en}: ${from?.en ?? "-"} → ${to?.en ?? "-"}`,
						),
					),
			],
		}),
		start: { verdict: "", criteria: "", items: "", relations: "", opinion: "" },
		fields: (values) => [
			field("choice", "verdict", say("审核结论", "Conclusion"), {
				choices: [
					{ value: "approve", label: say("批准", "Approve") },
					{ value: "return", label: say("退回", "Return") },
				],
			}),
			field("many", "criteria", say("四项标准", "The four criteria"), {
				...{ required: false, choices: CRITERIA },
				hint: say("符合的勾选", "Mark those that are met"),
			}),
			...(heldIn(values, "verdict") === "return"
				? [
						field("many", "items", say("退回的事项", "What goes back"), { required: false, choices: items }),
						...returned(values).map(({ value, label }) =>
							field("text", `reason.${value}`, say(`退回理由：${label.zh}`, `Why it goes back: ${label.en}`)),
						),
					]
				: []),
			field("many", "relations", say("四个关系", "The four relations"), {
				...{ required: false, choices: RELATIONS },
				hint: say("已权衡的勾选", "Mark those that were weighed"),
			}),
			field("text", "opinion", say("总体意见", "Opinion"), {
				required: heldIn(values, "verdict") === "return" && returned(values).length === 0,
			}),
		],
		send: (api, values, envelope) => {
			const verdict = chosenOf(values, "verdict", ["return", "approve"]);
			const back = verdict === "return" ? returned(values).map(({ value }) => value) : [];
			const met = chosen(values, "criteria", "reachable", "feasible", "landed", "reasonable");
			const weighed = chosen(
				values,
				"relations",
				"pointAndArea",
				"commonAndIndividual",
				"formAndSubstance",
				"nowAndLong",
			);
			return api.issues.reviewPlan.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "reviewPlan", verdict },
					items: items.map(({ value: item }) =>
						back.includes(item)
							? { item, verdict: "return" as const, reason: textOf(values, `reason.${item}`) }
							: { item, verdict: "pass" as const, reason: null },
					),
					criteria: {
						reachable: met("reachable"),
						feasible: met("feasible"),
						landed: met("landed"),
						reasonable: met("reasonable"),
					},
					relations: {
						pointAndArea: weighed("pointAndArea"),
						commonAndIndividual: weighed("commonAndIndividual"),
						formAndSubstance: weighed("formAndSubstance"),
						nowAndLong: weighed("nowAndLong"),
					},
					opinion: orNull(values, "opinion"),
				},
			});
		},
	};
};

/** 审批延期: both dates stand above the decision. */
export const decideExtension: IssueForm = (detail) => {
	const { extensions, pendingExtensionId, originalDue } = detail.plan;
	const extension = extensions.find(({ id }) => id === pendingExtensionId);
	if (extension === undefined) return null;
	const { from, to, reasons, leadDays } = extension;
	return {
		...frameOf(detail, "decideExtension", {
			...{ part: extension.id, hard: true },
			intro: [
				say(
					`${formatDeadline(from, "zh-CN")} → ${formatDeadline(to, "zh-CN")}，距到期${leadDays}天时提出`,
					`${formatDeadline(from, "en")} → ${formatDeadline(to, "en")}, asked for ${leadDays} days before it is due`,
				),
				...(originalDue === null
					? []
					: [
							say(
								`原时限 ${formatDate(originalDue, "zh-CN")}`,
								`Original deadline ${formatDate(originalDue, "en")}`,
							),
						]),
				same(beginning(reasons)),
			],
		}),
		start: { verdict: "", reason: "" },
		fields: (values) => [
			field("choice", "verdict", say("结论", "Decision"), {
				choices: [
					{ value: "grant", label: say("同意延期", "Grant") },
					{ value: "refuse", label: say("不同意", "Refuse") },
				],
			}),
			field("text", "reason", REASON, { required: heldIn(values, "verdict") === "refuse" }),
		],
		send: (api, values, envelope) =>
			api.issues.decideExtension.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "decideExtension", extensionId: extension.id },
					...{ verdict: chosenOf(values, "verdict", ["refuse", "grant"]), reason: orNull(values, "reason") },
				},
			}),
	};
};

/** 审批方案调整: the differences stand above the decision. */
export const decidePlanChange: IssueForm = (detail) => {
	const { changes, pendingChangeId } = detail.plan;
	const change = changes.find(({ id }) => id === pendingChangeId);
	if (change === undefined) return null;
	return {
		...frameOf(detail, "decidePlanChange", {
			...{ part: change.id, hard: true },
			intro: [
				same(`${change.by.name}：${beginning(change.reason)}`),
				...change.differences.map(({ label, from, to, weaker }) =>
					say(
						`${weaker === true ? "↓ " : ""}${label.zh}：${from?.zh ?? "-"} → ${to?.zh ?? "-"}`,
						`${weaker === true ? "↓ " : ""}${label.en}: ${from?.en ?? "-"} → ${to?.en ?? "-"}`,
					),
				),
			],
		}),
		start: { verdict: "", reason: "" },
		fields: (values) => [
			field("choice", "verdict", say("结论", "Decision"), {
				choices: [
					{ value: "approve", label: say("同意调整", "Approve") },
					{ value: "refuse", label: say("不同意", "Refuse") },
				],
			}),
			field("text", "reason", REASON, {
				required:
					heldIn(values, "verdict") === "refuse" || change.differences.some(({ weaker }) => weaker === true),
			}),
		],
		send: (api, values, envelope) =>
			api.issues.decidePlanChange.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "decidePlanChange", changeId: change.id },
					...{
						verdict: chosenOf(values, "verdict", ["refuse", "approve"]),
						reason: orNull(values, "reason"),
					},
				},
			}),
	};
};
