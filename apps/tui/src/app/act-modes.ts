import type { CommandOutcome } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import {
	caseVocab,
	isLabelled,
	type Labels,
	label,
	labelOr,
	valuesOf,
	vocab,
} from "@zhenggai/domain/vocabulary";
import type { IssueDetail } from "../issues/wire.ts";
import type { Action, Link } from "../panes/screen.ts";
import { say } from "../say.ts";
import { EMPTY_INPUT } from "../terminal/input-state.ts";
import { type AssignmentRole, requestFor } from "./act-request.ts";
import { type CommandRequest, type MenuItem, type Mode, menuMode } from "./mode.ts";

/** The words for a command in both languages. */
export function verbWords(verb: string): Bilingual {
	if (isLabelled(vocab.issueVerb, verb)) return vocab.issueVerb[verb];
	if (isLabelled(caseVocab.instrumentVerb, verb)) return caseVocab.instrumentVerb[verb];
	return isLabelled(vocab.complaintVerb, verb) ? vocab.complaintVerb[verb] : say(verb, verb);
}

/** What can be put right by another command and needs Enter only. */
const MENDABLE: readonly CommandRequest["verb"][] = [
	"acknowledgeAssignment",
	"amendComplaint",
	"relateComplaint",
	"unrelateComplaint",
];

/**
 * The question before a command. Taking on can be handed over later and needs Enter only; what everybody sees and
 * nothing takes back needs the number to be typed.
 */
export function confirmMode(request: CommandRequest, text: Bilingual): Mode {
	const words = verbWords(request.verb);
	return {
		kind: "confirm",
		title: say(`${words.zh}：编号 ${request.number}`, `${words.en}: ${request.number}`),
		text,
		answer: MENDABLE.includes(request.verb) ? null : request.number,
		input: EMPTY_INPUT,
		purpose: { kind: "command", request },
	};
}

/** Why a command is not possible now; null where it is. */
export function refusalMode(actions: readonly Action[], verb: string): Mode | null {
	const action = actions.find((one) => one.verb === verb);
	if (action?.allowed === true) return null;
	const words = action?.label ?? verbWords(verb);
	return {
		kind: "notice",
		title: say(`现在不能${words.zh}`, `Not possible now: ${words.en}`),
		refusals: action?.refusals ?? [],
		notes: action === undefined ? [say("服务器没有提供此事项", "The server does not offer this")] : [],
		top: 0,
		retry: null,
	};
}

/** Everything that can be done, and what cannot with its first reason. */
export function actionMenu(number: string, actions: readonly Action[]): Mode {
	// Grouped ones come in their order; what has no groups comes with what is possible first.
	const grouped = actions.some(({ group }) => group !== undefined);
	const ordered = grouped ? actions : actions.toSorted((a, b) => Number(b.allowed) - Number(a.allowed));
	const items = ordered.map((action): MenuItem => {
		const { label: words, allowed, onWeb, group } = action;
		const onPage = allowed && onWeb === true;
		return {
			id: action.verb,
			label: onPage ? say(`${words.zh}（网页办理）`, `${words.en} (on the web)`) : words,
			off: allowed ? null : (action.refusals[0]?.message ?? say("现在不能", "not now")),
			...(group === undefined ? {} : { group }),
		};
	});
	return menuMode({
		title: say(
			`编号 ${number} 可办事项   Enter 选择   / 查找   Esc 返回`,
			`What can be done with ${number}   Enter chooses   / finds   Esc back`,
		),
		items,
		purpose: { kind: "action" },
	});
}

/** What can be done with an instrument. */
export const instrumentMenu = (id: string, title: Bilingual, actions: readonly Action[]): Mode =>
	menuMode({
		...{ title, purpose: { kind: "instrument", id } },
		items: actions
			.toSorted((a, b) => Number(b.allowed) - Number(a.allowed))
			.map(({ verb, label: words, allowed, refusals }) => ({
				...{ id: verb, label: words },
				off: allowed ? null : (refusals[0]?.message ?? say("现在不能", "not now")),
			})),
	});

/** What the open one leads to. */
export const linkMenu = (number: string, links: readonly Link[]): Mode =>
	menuMode({
		title: say(
			`编号 ${number} 的关联   Enter 打开   Esc 返回`,
			`Linked with ${number}   Enter opens   Esc back`,
		),
		items: links,
		purpose: { kind: "link" },
	});

type Assignment = IssueDetail["assignments"][number];
const holderOf = (one: Assignment): string => one.unit?.name ?? one.person?.name ?? "";

/** Which of several assignments is to be taken on. */
export const assignmentMenu = (open: readonly Assignment[]): Mode =>
	menuMode({
		title: say("签收哪一项责任", "Acknowledge which"),
		items: open.map((one) => {
			const role = vocab.assignmentRole[one.role];
			return {
				id: one.id,
				label: say(`${role.zh}  ${holderOf(one)}`, `${role.en}  ${holderOf(one)}`),
				off: null,
			};
		}),
		purpose: { kind: "assignment" },
	});

/** The question before one assignment is taken on. */
export function acknowledgeMode(detail: IssueDetail, one: Assignment): Mode {
	const role = vocab.assignmentRole[one.role];
	return confirmMode(
		{ ...requestFor(detail, "acknowledgeAssignment"), assignmentId: one.id },
		say(
			`${holderOf(one)}签收本问题的${role.zh}责任。`,
			`${holderOf(one)} takes on this issue as ${role.en}.`,
		),
	);
}

/** The question before planning starts. */
export const startPlanningMode = (detail: IssueDetail): Mode =>
	confirmMode(
		requestFor(detail, "startPlanning"),
		say(
			"进入措施编制：此后责任单位按时限报送整改措施。此步记入日志，不能撤回。",
			"Planning starts: from now on the measures are due. This is journalled and cannot be taken back.",
		),
	);

const UNIT_ROLES = 5;

/** The line on which a new assignment is written. */
export function assignPrompt(): Mode {
	const roles = valuesOf(vocab.assignmentRole).slice(0, UNIT_ROLES);
	const names = (language: "zh-CN" | "en") =>
		roles.map((role) => label(vocab.assignmentRole, role, language)).join("/");
	return {
		kind: "prompt",
		title: say("交办", "Assign"),
		text: say(
			`写角色和单位，以空格分开，例如“牵头 水务局”。角色：${names("zh-CN")}`,
			`Write role and unit, such as "lead Water Bureau". Roles: ${names("en")}`,
		),
		input: EMPTY_INPUT,
		purpose: { kind: "assign" },
	};
}

/** The question before an assignment is made. */
export const assignMode = (
	detail: IssueDetail,
	to: { role: AssignmentRole; unit: string; unitId: string },
): Mode =>
	confirmMode(
		{ ...requestFor(detail, "assignIssue"), assign: { role: to.role, unitId: to.unitId } },
		say(
			`交办给 ${to.unit}，角色：${vocab.assignmentRole[to.role].zh}。`,
			`Assign to ${to.unit} as ${vocab.assignmentRole[to.role].en}.`,
		),
	);

/** The line for a written justification. */
export const justifyPrompt = (request: CommandRequest): Mode => ({
	kind: "prompt",
	title: say("填写理由", "Justification"),
	text: say("理由随本次办理记入日志。", "It is journalled together with the command."),
	input: EMPTY_INPUT,
	purpose: { kind: "justify", request },
});

/** Why the server refused a command, and what somebody else did meanwhile. */
export function outcomeMode(request: CommandRequest, outcome: Extract<CommandOutcome, { ok: false }>): Mode {
	const words = verbWords(request.verb);
	const events: Labels<string> = request.room === "issues" ? vocab.issueEvent : vocab.complaintEvent;
	const notes = (outcome.conflict?.changes ?? []).map((change) =>
		say(
			`其间 ${change.by}：${labelOr(events, change.type, "zh-CN")}`,
			`Meanwhile ${change.by}: ${labelOr(events, change.type, "en")}`,
		),
	);
	return {
		kind: "notice",
		title: say(`未能${words.zh}`, `Refused: ${words.en}`),
		refusals: outcome.refusals,
		notes,
		top: 0,
		retry: outcome.conflict === null && request.justification === null ? request : null,
	};
}
