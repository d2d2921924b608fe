import { randomUUID } from "node:crypto";
import type { CommandOutcome } from "@zhenggai/client";
import { failureOf } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { isLabelled, label, labelOr, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { IssueDetail } from "../issues/wire.ts";
import { say } from "../say.ts";
import { EMPTY_INPUT, inputText } from "../terminal/input-state.ts";
import { detailOfSelection } from "./availability.ts";
import { dayText } from "./bars.ts";
import { describeFailure } from "./failure-text.ts";
import type { Loader } from "./loader.ts";
import type { CommandRequest, MenuItem, Mode } from "./mode.ts";
import type { Services } from "./services.ts";
import { newId } from "./uuid.ts";

type Verb = CommandRequest["verb"];
/** What can be carried out here; everything else is done on the web page. */
const HERE: readonly Verb[] = ["acknowledgeAssignment", "startPlanning", "assignIssue"];
const isHere = (verb: string): verb is Verb => HERE.some((known) => known === verb);

/** The words for a command in both languages. */
const verbWords = (verb: string): Bilingual =>
	isLabelled(vocab.issueVerb, verb) ? vocab.issueVerb[verb] : say(verb, verb);

/** Assignments of the reader's side that nobody has taken on yet; an office without a unit sees all of them. */
function openAssignments(detail: IssueDetail, unitId: string | null) {
	const open = detail.assignments.filter((one) => one.acknowledged === null && one.until === null);
	const own = open.filter((one) => one.unit?.id === unitId);
	return unitId === null || own.length === 0 ? open : own;
}

/** Carries out what a reader asks of an issue: choice, confirmation, command, and the answer in words. */
export function makeActs(services: Services, loader: Loader) {
	const { store, client } = services;
	const show = (mode: Mode) => store.dispatch({ type: "mode", action: { type: "opened", mode } });
	const close = () => store.dispatch({ type: "mode", action: { type: "closed" } });
	const tell = (text: Bilingual, tone: "good" | "danger" | "notice") =>
		store.dispatch({ type: "said", message: { text, tone } });

	const requestFor = (detail: IssueDetail, verb: Verb): CommandRequest => ({
		verb,
		issueId: detail.row.id,
		number: detail.row.number,
		version: detail.row.version,
		assignmentId: null,
		assign: null,
		justification: null,
	});

	const confirm = (request: CommandRequest, text: Bilingual) => {
		const words = verbWords(request.verb);
		// Taking on can be handed over later; the others change what everybody sees and stay in the journal.
		const answer = request.verb === "acknowledgeAssignment" ? null : request.number;
		const mode: Mode = {
			kind: "confirm",
			title: say(`${words.zh}：第 ${request.number} 号问题`, `${words.en}: issue ${request.number}`),
			text,
			answer,
			input: EMPTY_INPUT,
			purpose: { kind: "command", request },
		};
		show(mode);
	};

	const refused = (detail: IssueDetail, verb: string): boolean => {
		const action = detail.actions.find((one) => one.verb === verb);
		if (action?.allowed === true) return false;
		const words = verbWords(verb);
		show({
			kind: "notice",
			title: say(`现在不能${words.zh}`, `Not possible now: ${words.en}`),
			refusals: action?.refusals ?? [],
			notes: action === undefined ? [say("服务器没有提供此事项", "The server does not offer this")] : [],
			top: 0,
			retry: null,
		});
		return true;
	};

	const acknowledge = (detail: IssueDetail) => {
		const unitId = store.get().me?.unit?.id ?? null;
		const open = openAssignments(detail, unitId);
		const items: MenuItem[] = open.map((one) => {
			const role = vocab.assignmentRole[one.role];
			const holder = one.unit?.name ?? one.person?.name ?? "";
			return { id: one.id, label: say(`${role.zh}  ${holder}`, `${role.en}  ${holder}`), off: null };
		});
		const [first] = open;
		if (first === undefined) return tell(say("没有待签收的责任", "Nothing is left to acknowledge"), "notice");
		if (open.length === 1) return acknowledgeOne(detail, first.id);
		show({
			kind: "menu",
			title: say("签收哪一项责任", "Acknowledge which"),
			items,
			selected: 0,
			purpose: { kind: "assignment" },
		});
	};

	const acknowledgeOne = (detail: IssueDetail, assignmentId: string) => {
		const one = detail.assignments.find((known) => known.id === assignmentId);
		const holder = one?.unit?.name ?? one?.person?.name ?? "";
		const role = one === undefined ? say("", "") : vocab.assignmentRole[one.role];
		confirm(
			{ ...requestFor(detail, "acknowledgeAssignment"), assignmentId },
			say(`${holder}签收本问题的${role.zh}责任。`, `${holder} takes on this issue as ${role.en}.`),
		);
	};

	const start = (detail: IssueDetail, verb: Verb) => {
		if (refused(detail, verb)) return;
		if (verb === "acknowledgeAssignment") return acknowledge(detail);
		if (verb === "startPlanning")
			return confirm(
				requestFor(detail, verb),
				say(
					"进入措施编制：此后责任单位按时限报送整改措施。此步记入日志，不能撤回。",
					"Planning starts: from now on the measures are due. This is journalled and cannot be taken back.",
				),
			);
		const roles = valuesOf(vocab.assignmentRole).slice(0, 5);
		const names = (language: "zh-CN" | "en") =>
			roles.map((role) => label(vocab.assignmentRole, role, language)).join("/");
		show({
			kind: "prompt",
			title: say("交办", "Assign"),
			text: say(
				`写角色和单位，以空格分开，例如“${names("zh-CN").split("/")[0]} 水务局”。角色：${names("zh-CN")}`,
				`Write role and unit, such as "lead Water Bureau". Roles: ${names("en")}`,
			),
			input: EMPTY_INPUT,
			purpose: { kind: "assign" },
		});
	};

	/** The open detail of the selected issue, read first where it is not there yet. */
	const withDetail = async (go: (detail: IssueDetail) => void) => {
		const state = store.get();
		const row = state.ledger.rows[state.ledger.selected];
		if (row === undefined) return;
		if (detailOfSelection(state) === null) await loader.open(row.id);
		const detail = detailOfSelection(store.get());
		if (detail !== null) go(detail);
	};

	const send = (request: CommandRequest): Promise<CommandOutcome> => {
		const envelope = {
			expectedVersion: request.version,
			idempotencyKey: randomUUID(),
			...(request.justification === null ? {} : { justification: request.justification }),
		};
		const { issueId } = request;
		switch (request.verb) {
			case "acknowledgeAssignment":
				return client.issues.acknowledgeAssignment.mutate({
					issueId,
					envelope,
					command: { type: "acknowledgeAssignment", assignmentId: request.assignmentId ?? "" },
				});
			case "startPlanning":
				return client.issues.startPlanning.mutate({ issueId, envelope, command: { type: "startPlanning" } });
			case "assignIssue":
				return client.issues.assignIssue.mutate({
					issueId,
					envelope,
					command: {
						type: "assignIssue",
						importId: null,
						assignments: [
							{
								id: newId(store.get().now),
								role: valuesOf(vocab.assignmentRole).find((role) => role === request.assign?.role) ?? "lead",
								kind: null,
								unitId: request.assign?.unitId ?? null,
								personId: null,
								from: dayText(store.get().now),
							},
						],
					},
				});
		}
	};

	const perform = async (request: CommandRequest) => {
		close();
		const words = verbWords(request.verb);
		try {
			const outcome = await send(request);
			if (outcome.ok) {
				tell(say(`已${words.zh}：${request.number}`, `Done: ${words.en}, ${request.number}`), "good");
				await loader.open(request.issueId);
				return;
			}
			const notes = (outcome.conflict?.changes ?? []).map((change) => {
				const event = {
					zh: labelOr(vocab.issueEvent, change.type, "zh-CN"),
					en: labelOr(vocab.issueEvent, change.type, "en"),
				};
				return say(`其间 ${change.by}：${event.zh}`, `Meanwhile ${change.by}: ${event.en}`);
			});
			const retry = outcome.conflict === null && request.justification === null ? request : null;
			show({
				kind: "notice",
				title: say(`未能${words.zh}`, `Refused: ${words.en}`),
				refusals: outcome.refusals,
				notes,
				top: 0,
				retry,
			});
			await loader.open(request.issueId);
		} catch (error) {
			const failure = failureOf(error);
			if (failure === null) throw error;
			tell(describeFailure(failure), "danger");
		}
	};

	const assign = async (text: string) => {
		const [roleWord = "", ...rest] = text.trim().split(/\s+/);
		const roles = valuesOf(vocab.assignmentRole);
		const role = roles.find((key) =>
			[key, vocab.assignmentRole[key].zh, vocab.assignmentRole[key].en.toLowerCase()].some(
				(word) => word === roleWord || word.startsWith(roleWord.toLowerCase()),
			),
		);
		const unit = rest.join(" ");
		if (role === undefined || roleWord === "" || unit === "")
			return tell(say("请写“角色 单位”", 'Write "role unit"'), "danger");
		const found = await services.directory.find({ kind: "unit", name: unit });
		if ("problem" in found) return tell(found.problem, "danger");
		await withDetail((detail) =>
			confirm(
				{ ...requestFor(detail, "assignIssue"), assign: { role, unitId: found.id } },
				say(
					`交办给 ${unit}，角色：${vocab.assignmentRole[role].zh}。`,
					`Assign to ${unit} as ${vocab.assignmentRole[role].en}.`,
				),
			),
		);
	};

	/** Everything that can be done, and what cannot with its first reason. */
	const menu = () =>
		withDetail((detail) => {
			const items = detail.actions
				.toSorted((a, b) => Number(b.allowed) - Number(a.allowed))
				.map(
					(action): MenuItem => ({
						id: action.verb,
						label: action.label,
						off: action.allowed ? null : (action.refusals[0]?.message ?? say("现在不能", "not now")),
					}),
				);
			const title = say(
				`第 ${detail.row.number} 号问题可办事项   Enter 选择   Esc 返回`,
				`What can be done with ${detail.row.number}   Enter chooses   Esc back`,
			);
			show({ kind: "menu", title, items, selected: 0, purpose: { kind: "action" } });
		});

	return {
		menu,
		begin: (verb: Verb) => withDetail((detail) => start(detail, verb)),
		/** A menu item was chosen. */
		chosen: async (mode: Extract<Mode, { kind: "menu" }>) => {
			const item = mode.items[mode.selected];
			close();
			if (item === undefined) return;
			await withDetail((detail) => {
				if (mode.purpose.kind === "assignment") return acknowledgeOne(detail, item.id);
				if (isHere(item.id)) return start(detail, item.id);
				if (!refused(detail, item.id))
					tell(say("此事项请在网页办理，按 o 打开", "This is done on the web page; o opens it"), "notice");
			});
		},
		/** What was typed into a confirmation or a prompt is complete. */
		answered: async (mode: Extract<Mode, { kind: "confirm" | "prompt" }>) => {
			const text = inputText(mode.input).trim();
			const { purpose } = mode;
			if (mode.kind === "confirm" && purpose.kind === "command") {
				if (mode.answer !== null && text !== mode.answer)
					return tell(say("编号不符，未办理", "That is not the number; nothing was done"), "danger");
				return perform(purpose.request);
			}
			close();
			if (purpose.kind === "assign") return assign(text);
			if (purpose.kind === "justify" && text !== "")
				return perform({ ...purpose.request, justification: text });
		},
		/** Asks for a written justification and tries again. */
		justify: (request: CommandRequest) =>
			show({
				kind: "prompt",
				title: say("填写理由", "Justification"),
				text: say("理由随本次办理记入日志。", "It is journalled together with the command."),
				input: EMPTY_INPUT,
				purpose: { kind: "justify", request },
			}),
	};
}

export type Acts = ReturnType<typeof makeActs>;
