import type { IssueDetail } from "@zhenggai/client";
import { caseVocab, formatDate, isLabelled, label, labelOr, vocab } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import { say } from "../say.ts";
import {
	choicesFrom,
	chosenOf,
	type FormField,
	field,
	heldIn,
	linesOf,
	orNull,
	REASON,
	textOf,
	type Values,
} from "./form-spec.ts";
import { evidenceChoices, frameOf, type IssueForm, same, startChoice, UPLOAD_HINT } from "./issue-frame.ts";

const YES_NO = [
	{ value: "yes", label: say("是", "Yes") },
	{ value: "no", label: say("否", "No") },
] as const;

/** 四个不放过核定: one gate, on its evidence, in one's own name (ACC-08). */
export const decideGate: IssueForm = (detail, { part }) => {
	const open = detail.closeOut.gates.filter(({ decision }) => decision === null).map(({ gate }) => gate);
	const choices = choicesFrom(caseVocab.gateKind, open);
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "decideGate", {
			...{ part, hard: true },
			intro: [
				say(
					"以本人名义核定，理由和所引材料记入档案。“是”须附佐证。",
					"In your own name; reason and evidence go into the archive. A yes needs evidence.",
				),
			],
		}),
		start: { gate: startChoice(choices, part), verdict: "", reason: "", evidenceIds: "" },
		fields: (values) => {
			const gate = heldIn(values, "gate");
			return [
				field("choice", "gate", say("核定哪一项", "Which gate"), { choices }),
				field(
					"choice",
					"verdict",
					isLabelled(caseVocab.gateQuestion, gate) ? caseVocab.gateQuestion[gate] : say("结论", "Verdict"),
					{ choices: YES_NO },
				),
				field("text", "reason", say("核定理由", "Reasons")),
				field("many", "evidenceIds", say("佐证", "Evidence"), {
					...{
						required: heldIn(values, "verdict") === "yes",
						choices: evidenceChoices(detail),
						hint: UPLOAD_HINT,
					},
				}),
			];
		},
		send: (api, values, envelope) =>
			api.issues.decideGate.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					type: "decideGate",
					gate: chosenOf(values, "gate", ["foundOut", "putRight", "answeredFor", "publicSatisfied"]),
					verdict: chosenOf(values, "verdict", ["no", "yes"]),
					reason: textOf(values, "reason"),
					evidenceIds: linesOf(values, "evidenceIds"),
				},
			}),
	};
};

function acceptanceFields({ closeOut }: IssueDetail, values: Values): FormField[] {
	const { criteria, terms } = closeOut;
	const verdict = heldIn(values, "verdict");
	const latest = terms.supplementsLatest;
	return [
		field("choice", "verdict", say("验收结论", "Verdict"), {
			choices: choicesFrom(caseVocab.acceptanceVerdict, terms.verdicts),
		}),
		...criteria.map((criterion) =>
			field(
				"choice",
				`criteria.${criterion}`,
				say(labelOr(caseVocab.criterion, criterion, "zh-CN"), labelOr(caseVocab.criterion, criterion, "en")),
				{
					...{ required: verdict !== "fail", choices: choicesFrom(caseVocab.criterionAnswer) },
				},
			),
		),
		field(
			"text",
			"opinion",
			verdict === "fail" ? say("不通过的理由", "Why it fails") : say("意见内容", "Opinion"),
		),
		field("line", "standard", say("适用标准（与方案不同时填写）", "Standard, where it is not the plan's"), {
			required: false,
		}),
		...(verdict === "conditional"
			? [
					field("text", "supplements", say("补充完善事项", "To be added"), {
						hint: say("一行一项，^O 用编辑器写多行", "One a line; ^O opens the editor"),
					}),
					field("date", "supplementsDueOn", say("补充期限", "By when"), {
						...(latest === null
							? {}
							: {
									hint: say(
										`最迟${formatDate(latest, "zh-CN")}`,
										`At the latest ${formatDate(latest, "en")}`,
									),
								}),
					}),
				]
			: []),
	];
}

/** 出具验收意见: the tier's verdict on the form of criteria (ACC-07, ACC-10). */
export const decideAcceptance: IssueForm = (detail) => {
	const { closeOut, row } = detail;
	const tier = closeOut.state.atTier ?? row.tier;
	return {
		...frameOf(detail, "decideAcceptance", {
			...{ part: tier, hard: true },
			intro: [
				say(
					`以${label(vocab.tier, tier, "zh-CN")}名义出具。逐项核对标准，谁验收、谁负责。`,
					`In the name of the ${label(vocab.tier, tier, "en")}. Whoever accepts is responsible.`,
				),
			],
		}),
		start: {
			verdict: "",
			opinion: "",
			standard: "",
			supplements: "",
			supplementsDueOn: closeOut.terms.supplementsLatest ?? "",
		},
		fields: (values) => acceptanceFields(detail, values),
		send: (api, values, envelope) => {
			const verdict = chosenOf(values, "verdict", ["fail", "conditional", "pass"]);
			const conditional = verdict === "conditional";
			return api.issues.decideAcceptance.mutate({
				...{ issueId: row.id, envelope },
				command: {
					...{ type: "decideAcceptance", tier, verdict, criteriaSet: closeOut.criteriaSet },
					criteria: closeOut.criteria.flatMap((criterion) => {
						const answer = heldIn(values, `criteria.${criterion}`);
						return isLabelled(caseVocab.criterionAnswer, answer)
							? [{ criterion, answer, evidenceIds: [], note: null }]
							: [];
					}),
					standard: orNull(values, "standard"),
					opinion: textOf(values, "opinion"),
					supplements: conditional ? linesOf(values, "supplements") : [],
					supplementsDueOn: conditional ? orNull(values, "supplementsDueOn") : null,
				},
			});
		},
	};
};

/** 答复异议: an upheld one takes the issue back to acceptance (PUB-03). */
export const answerObjection: IssueForm = (detail, { part }) => {
	const open = detail.closeOut.state.notices
		.flatMap(({ objections }) => objections)
		.filter(({ answer }) => answer === null);
	const choices = open.map(({ id, from, on, text }) => ({
		value: String(id),
		label: say(`${from}  ${formatDate(on, "zh-CN")}  ${text}`, `${from}  ${formatDate(on, "en")}  ${text}`),
	}));
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "answerObjection", { part, hard: true }),
		start: { objectionId: startChoice(choices, part), verdict: "", text: "" },
		fields: () => [
			field("choice", "objectionId", say("异议", "Objection"), { choices }),
			field("choice", "verdict", say("结论", "Verdict"), {
				choices: choicesFrom(caseVocab.objectionVerdict),
				hint: say("异议成立的，退回验收", "An upheld one takes the issue back to acceptance"),
			}),
			field("text", "text", say("答复内容", "Answer")),
		],
		send: (api, values, envelope) =>
			api.issues.answerObjection.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "answerObjection", objectionId: heldIn(values, "objectionId") },
					...{ verdict: chosenOf(values, "verdict", ["dismissed", "upheld"]), text: textOf(values, "text") },
				},
			}),
	};
};

/** 结束公示. */
export const endNotice: IssueForm = (detail) => ({
	...frameOf(detail, "endNotice", {
		hard: true,
		intro: [
			say("公示期满且没有未答复的异议时结束。", "Ends once its term is over and no objection is open."),
		],
	}),
	start: {},
	fields: () => [],
	send: (api, _values, envelope) =>
		api.issues.endNotice.mutate({ issueId: detail.row.id, envelope, command: { type: "endNotice" } }),
});

/** 接收备案: the receiving tier accepts it, which closes the issue, or returns it. */
export const receiveFiling: IssueForm = (detail) => ({
	...frameOf(detail, "receiveFiling", { hard: true }),
	start: { verdict: "", reason: "" },
	fields: (values) => [
		field("choice", "verdict", say("结论", "Answer"), {
			choices: choicesFrom(caseVocab.filingVerdict, ["accepted", "returned"]),
		}),
		field("text", "reason", REASON, { required: heldIn(values, "verdict") === "returned" }),
	],
	send: (api, values, envelope) =>
		api.issues.receiveFiling.mutate({
			...{ issueId: detail.row.id, envelope },
			command: {
				...{ type: "receiveFiling", verdict: chosenOf(values, "verdict", ["returned", "accepted"]) },
				reason: orNull(values, "reason"),
			},
		}),
});

/** 出具督导意见, before acceptance by the city (SOD-02). */
export const giveOpinion: IssueForm = (detail) => ({
	...frameOf(detail, "giveOpinion"),
	start: { agrees: "", text: "" },
	fields: () => [
		field("choice", "agrees", say("是否同意验收", "Agrees to the acceptance"), { choices: YES_NO }),
		field("text", "text", say("督导意见", "Opinion")),
	],
	send: (api, values, envelope) =>
		api.issues.giveOpinion.mutate({
			...{ issueId: detail.row.id, envelope },
			command: {
				type: "giveOpinion",
				text: textOf(values, "text"),
				agrees: heldIn(values, "agrees") === "yes",
			},
		}),
});

/** 申诉预警. */
export const contestLight: IssueForm = (detail, { now }) => {
	const contestId = newId(now);
	return {
		...frameOf(detail, "contestLight", {
			intro: detail.light.reasons.map(({ rule, message }) =>
				say(`${rule} ${message.zh}`, `${rule} ${message.en}`),
			),
		}),
		start: { reason: "" },
		fields: () => [field("text", "reason", REASON)],
		send: (api, values, envelope) =>
			api.issues.contestLight.mutate({
				...{ issueId: detail.row.id, envelope },
				command: { type: "contestLight", contestId, reason: textOf(values, "reason") },
			}),
	};
};

const LIGHTS = ["good", "yellow", "none"] as const;

/** 裁定申诉: the light as it shall be shown, where the objection is upheld. */
export const decideContest: IssueForm = (detail, { part }) => {
	const choices = detail.supervision.contests
		.filter(({ decision }) => decision === null)
		.map(({ id, by, reason }) => ({ value: String(id), label: same(`${by.name}  ${reason}`) }));
	if (choices.length === 0) return null;
	return {
		...frameOf(detail, "decideContest", { part, hard: true }),
		start: { contestId: startChoice(choices, part), verdict: "", light: "", reason: "" },
		fields: (values) => [
			field("choice", "contestId", say("申诉", "Objection"), { choices }),
			field("choice", "verdict", say("裁定", "Decision"), {
				choices: [
					{ value: "upheld", label: say("申诉成立", "Upheld") },
					{ value: "dismissed", label: say("申诉不成立", "Dismissed") },
				],
			}),
			...(heldIn(values, "verdict") === "upheld"
				? [
						field("choice", "light", say("改为", "The light becomes"), {
							choices: choicesFrom(caseVocab.light, LIGHTS),
						}),
					]
				: []),
			field("text", "reason", REASON),
		],
		send: (api, values, envelope) => {
			const verdict = chosenOf(values, "verdict", ["dismissed", "upheld"]);
			return api.issues.decideContest.mutate({
				...{ issueId: detail.row.id, envelope },
				command: {
					...{ type: "decideContest", contestId: heldIn(values, "contestId"), verdict },
					light: verdict === "upheld" ? chosenOf(values, "light", LIGHTS) : null,
					reason: textOf(values, "reason"),
				},
			});
		},
	};
};
