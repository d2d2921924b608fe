import { failureOf } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import type { IssueDetail } from "../issues/wire.ts";
import { say } from "../say.ts";
import { inputText } from "../terminal/input-state.ts";
import {
	acknowledgeMode,
	actionMenu,
	assignMode,
	assignmentMenu,
	assignPrompt,
	justifyPrompt,
	outcomeMode,
	refusalMode,
	startPlanningMode,
	verbWords,
} from "./act-modes.ts";
import { isHere, openAssignments, readAssignment, send } from "./act-request.ts";
import { detailOfSelection } from "./availability.ts";
import { describeFailure } from "./failure-text.ts";
import type { Loader } from "./loader.ts";
import type { CommandRequest, Mode } from "./mode.ts";
import type { Services } from "./services.ts";

type Verb = CommandRequest["verb"];
type Tone = "good" | "danger" | "notice";

/** Carries out what a reader asks of an issue: choice, confirmation, command, and the answer in words. */
export function makeActs(services: Services, loader: Loader) {
	const { store, client } = services;
	const show = (mode: Mode) => store.dispatch({ type: "mode", action: { type: "opened", mode } });
	const close = () => store.dispatch({ type: "mode", action: { type: "closed" } });
	const tell = (text: Bilingual, tone: Tone) => store.dispatch({ type: "said", message: { text, tone } });

	/** The detail of the selected issue, read first where it is not there yet. */
	const withDetail = async (go: (detail: IssueDetail) => void) => {
		const state = store.get();
		const row = state.ledger.rows[state.ledger.selected];
		if (row === undefined) return;
		if (detailOfSelection(state) === null) await loader.open(row.id);
		const detail = detailOfSelection(store.get());
		if (detail !== null) go(detail);
	};

	const acknowledge = (detail: IssueDetail) => {
		const open = openAssignments(detail, store.get().me?.unit?.id ?? null);
		const [first] = open;
		if (first === undefined) return tell(say("没有待签收的责任", "Nothing is left to acknowledge"), "notice");
		show(open.length === 1 ? acknowledgeMode(detail, first) : assignmentMenu(open));
	};

	const start = (detail: IssueDetail, verb: Verb) => {
		const refused = refusalMode(detail, verb);
		if (refused !== null) return show(refused);
		if (verb === "acknowledgeAssignment") return acknowledge(detail);
		show(verb === "startPlanning" ? startPlanningMode(detail) : assignPrompt());
	};

	const perform = async (request: CommandRequest) => {
		close();
		const words = verbWords(request.verb);
		try {
			const outcome = await send(client, request, store.get().now);
			if (outcome.ok)
				tell(say(`已${words.zh}：${request.number}`, `Done: ${words.en}, ${request.number}`), "good");
			else show(outcomeMode(request, outcome));
			await loader.open(request.issueId);
		} catch (error) {
			const failure = failureOf(error);
			if (failure === null) throw error;
			tell(describeFailure(failure), "danger");
		}
	};

	const assign = async (text: string) => {
		const asked = readAssignment(text);
		if (asked === null) return tell(say("请写“角色 单位”", 'Write "role unit"'), "danger");
		const found = await services.directory.find({ kind: "unit", name: asked.unit });
		if ("problem" in found) return tell(found.problem, "danger");
		await withDetail((detail) => show(assignMode(detail, { ...asked, unitId: found.id })));
	};

	return {
		menu: () => withDetail((detail) => show(actionMenu(detail))),
		begin: (verb: Verb) => withDetail((detail) => start(detail, verb)),
		/** A menu item was chosen. */
		chosen: async (mode: Extract<Mode, { kind: "menu" }>) => {
			const item = mode.items[mode.selected];
			close();
			if (item === undefined) return;
			await withDetail((detail) => {
				const assignment = detail.assignments.find((one) => one.id === item.id);
				if (assignment !== undefined) return show(acknowledgeMode(detail, assignment));
				if (isHere(item.id)) return start(detail, item.id);
				const refused = refusalMode(detail, item.id);
				if (refused !== null) return show(refused);
				tell(say("此事项请在网页办理，按 o 打开", "This is done on the web page; o opens it"), "notice");
			});
		},
		/** What was typed into a confirmation or a prompt is complete. */
		answered: async (mode: Extract<Mode, { kind: "confirm" | "prompt" }>) => {
			const text = inputText(mode.input).trim();
			const { purpose } = mode;
			if (mode.kind === "confirm" && purpose.kind === "command") {
				if (mode.answer === null || text === mode.answer) return perform(purpose.request);
				return tell(say("编号不符，未办理", "That is not the number; nothing was done"), "danger");
			}
			close();
			if (purpose.kind === "assign") return assign(text);
			if (purpose.kind === "justify" && text !== "")
				return perform({ ...purpose.request, justification: text });
		},
		/** Asks for a written justification and tries again. */
		justify: (request: CommandRequest) => show(justifyPrompt(request)),
	};
}

export type Acts = ReturnType<typeof makeActs>;
