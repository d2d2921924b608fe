import { failureOf } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { sendComplaint } from "../complaints/request.ts";
import type { ComplaintDetail } from "../complaints/wire.ts";
import type { IssueDetail } from "../issues/wire.ts";
import { say } from "../say.ts";
import { urgingOf } from "../supervision/urge.ts";
import { inputText } from "../terminal/input-state.ts";
import { actionMenu, justifyPrompt, linkMenu, outcomeMode, refusalMode, verbWords } from "./act-modes.ts";
import { send } from "./act-request.ts";
import { makeComplaintActs } from "./complaint-acts.ts";
import { current, openIssue } from "./current.ts";
import { describeFailure } from "./failure-text.ts";
import type { Forms } from "./form-acts.ts";
import { makeIssueActs } from "./issue-acts.ts";
import type { Loader } from "./loader.ts";
import { makeLoopActs } from "./loop-acts.ts";
import { type CommandRequest, itemsOf, type Mode } from "./mode.ts";
import type { Services } from "./services.ts";

type Tone = "good" | "danger" | "notice";

/** What every act needs: to ask, and to say. */
export type ActTools = {
	show(mode: Mode): void;
	tell(text: Bilingual, tone: Tone): void;
};

/** Carries out what a reader asks of a row: choice, confirmation, command, and the answer in words. */
export function makeActs(services: Services, here: () => Loader, forms: Forms) {
	const { store, client } = services;
	const show = (mode: Mode) => store.dispatch({ type: "mode", action: { type: "opened", mode } });
	const close = () => store.dispatch({ type: "mode", action: { type: "closed" } });
	const tell = (text: Bilingual, tone: Tone) => store.dispatch({ type: "said", message: { text, tone } });
	const tools: ActTools = { show, tell };
	/** What was asked for and is done on the web page: `o` opens it as long as its subject is the one in front. */
	let onWeb: { id: string; path: string } | null = null;
	const askWeb = (path: string) => {
		const { subject } = current(store.get());
		if (subject === null) return;
		onWeb = { id: subject.id, path };
		const address = `${services.url.replace(/\/+$/, "")}${path}`;
		tell(
			say(`此事项在网页办理，按 o 打开：${address}`, `This is done on the web page; o opens it: ${address}`),
			"notice",
		);
	};
	const issueActs = makeIssueActs(tools, services, forms);
	const loopActs = makeLoopActs(tools, services, forms, askWeb);
	const complaintActs = makeComplaintActs(tools);

	/** Reads what the keys are about, where it is not there yet or about to be another one. */
	const ready = async () => {
		const { subject, actions, detail } = current(store.get());
		if (subject !== null && (actions === null || detail.loading)) await here().open(subject.id);
	};

	const known = <D extends { row: { id: string } }>(detail: D | null): D | null =>
		detail !== null && detail.row.id === current(store.get()).subject?.id ? detail : null;

	const withIssue = async (go: (detail: IssueDetail) => void | Promise<void>) => {
		await ready();
		const detail = openIssue(store.get());
		if (detail !== null) await go(detail);
	};

	const withComplaint = async (go: (detail: ComplaintDetail) => void) => {
		await ready();
		const detail = known(store.get().complaints.detail.detail);
		if (detail !== null) go(detail);
	};

	/** Asks for what a verb needs; says why where it is not possible. */
	const begin = async (verb: string) => {
		await ready();
		const { actions } = current(store.get());
		if (actions === null) return;
		const refused = refusalMode(actions, verb);
		if (refused !== null) return show(refused);
		const { screen } = store.get();
		if (screen !== "complaints") return beginIssue(verb);
		await withComplaint((detail) => {
			if (!complaintActs.start(detail, verb)) askWeb(`/complaints/${detail.row.id}`);
		});
	};

	const beginIssue = async (verb: string) => {
		const state = store.get();
		const detail = openIssue(state);
		if (detail === null) return;
		const item = state.screen === "inTray" ? state.inTray.detail.detail?.row : undefined;
		const part = item?.verb === verb ? item.part : null;
		if (issueActs.start(detail, verb, part)) return;
		if (await loopActs.start(detail, verb, part)) return;
		const asked = new URLSearchParams({ do: verb, ...(part === null ? {} : { part }) });
		askWeb(`/issues/${detail.row.id}?${asked}`);
	};

	/** Urges whoever works on the issue: the form of the letter, written as the ladder proposes it. */
	const urge = () =>
		withIssue(async (detail) => {
			const urging = urgingOf(detail);
			if (urging === null) tell(say("本问题没有可用的督办手段", "This issue has no ladder"), "notice");
			else if (urging.kind === "draft") await begin(urging.verb);
			else await loopActs.beginOnInstrument(urging.instrumentId, "issueInstrument");
		});

	/** Reads what was acted on anew; in the in-tray the item is gone, so the list comes back to the front. */
	const again = async () => {
		const { subject } = current(store.get());
		if (store.get().screen !== "inTray") {
			if (subject !== null) await here().open(subject.id);
			return;
		}
		store.dispatch({ type: "focused", pane: "list" });
		here().countQuietly();
		await here().reload();
	};

	/** What goes wrong on the way to a form is said, and nothing else happens. */
	const said = async (work: () => Promise<void>) => {
		try {
			await work();
		} catch (error) {
			const failure = failureOf(error);
			if (failure === null) throw error;
			tell(describeFailure(failure), "danger");
		}
	};

	const perform = async (request: CommandRequest) => {
		close();
		const words = verbWords(request.verb);
		try {
			const outcome = await (request.room === "issues"
				? send(client, request, store.get().now)
				: sendComplaint(client, request));
			if (outcome.ok)
				tell(say(`已${words.zh}：${request.number}`, `Done: ${words.en}, ${request.number}`), "good");
			else show(outcomeMode(request, outcome));
			await again();
		} catch (error) {
			const failure = failureOf(error);
			if (failure === null) throw error;
			tell(describeFailure(failure), "danger");
		}
	};

	return {
		async menu() {
			await ready();
			const { subject, actions } = current(store.get());
			if (subject !== null && actions !== null) show(actionMenu(subject.code, actions));
		},
		begin: (verb: string) => said(() => begin(verb)),
		urge: () => said(urge),
		again,
		/** The step that comes next, or what an item of the in-tray asks for. */
		next: () =>
			said(async () => {
				await ready();
				const { next } = current(store.get());
				if (next === null) return tell(say("没有下一步", "Nothing comes next"), "notice");
				await begin(next);
			}),
		/** Where on the web the subject in front is acted on, where that was asked for. */
		webPath: (id: string): string | null => (onWeb?.id === id ? onWeb.path : null),
		/** What the open one leads to; a single link is followed at once. */
		async links() {
			await ready();
			const { subject, links } = current(store.get());
			const [only] = links;
			if (subject === null || only === undefined)
				return tell(say("没有关联的", "Nothing is linked"), "notice");
			if (links.length > 1) return show(linkMenu(subject.code, links));
			if (only.off !== null) return tell(only.off, "notice");
			store.dispatch({ type: "focused", pane: "detail" });
			await here().follow(only.id);
		},
		/** A menu item was chosen. */
		async chosen(mode: Extract<Mode, { kind: "menu" }>) {
			const item = itemsOf(mode)[mode.selected];
			close();
			if (item === undefined) return;
			switch (mode.purpose.kind) {
				case "link":
					if (item.off !== null) return tell(item.off, "notice");
					store.dispatch({ type: "focused", pane: "detail" });
					return here().follow(item.id);
				case "assignment":
					return withIssue((detail) => issueActs.chosen(detail, item.id));
				case "relation":
					return complaintActs.chosen(Number(item.id));
				case "instrument": {
					const { id } = mode.purpose;
					return said(() => loopActs.beginOnInstrument(id, item.id));
				}
				default:
					return said(() => begin(item.id));
			}
		},
		/** What was typed into a confirmation or a prompt is complete. */
		async answered(mode: Extract<Mode, { kind: "confirm" | "prompt" }>) {
			const text = inputText(mode.input).trim();
			const { purpose } = mode;
			if (mode.kind === "confirm" && purpose.kind === "command") {
				if (mode.answer === null || text === mode.answer) return perform(purpose.request);
				return tell(say("编号不符，未办理", "That is not the number; nothing was done"), "danger");
			}
			switch (purpose.kind) {
				case "assign":
					close();
					return issueActs.assign(text, withIssue);
				case "justify":
					close();
					return text === "" ? undefined : perform({ ...purpose.request, justification: text });
				default:
					// The prompt stays open until what it asks for can be read.
					return withComplaint((detail) => complaintActs.answered(detail, purpose, text));
			}
		},
		/** Asks for a written justification and tries again. */
		justify: (request: CommandRequest) => show(justifyPrompt(request)),
	};
}

export type Acts = ReturnType<typeof makeActs>;
