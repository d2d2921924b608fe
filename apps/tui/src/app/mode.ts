import type { Refusal } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import type { ComplaintRequest } from "../complaints/request.ts";
import { type FormAction, type FormMode, reduceForm, typed as typedInto } from "../forms/form-state.ts";
import {
	EMPTY_INPUT,
	type InputAction,
	type InputState,
	inputOf,
	inputText,
	reduceInput,
} from "../terminal/input-state.ts";
import type { AssignmentRole } from "./act-request.ts";

/** One choice of a menu. `off` says why it cannot be chosen now; it can still be asked for its reasons. */
export type MenuItem = {
	readonly id: string;
	readonly label: Bilingual;
	readonly off: Bilingual | null;
	/** What stands above it and those behind it that have the same. */
	readonly group?: Bilingual;
};

/** What a menu, a prompt or a confirmation is about: the controller goes on from there. */
export type Purpose =
	| { readonly kind: "action" }
	| { readonly kind: "assignment" }
	| { readonly kind: "assign" }
	| { readonly kind: "link" }
	/** What can be done with an instrument. */
	| { readonly kind: "instrument"; readonly id: string }
	| { readonly kind: "amendComplaint" }
	| { readonly kind: "relateComplaint" }
	| { readonly kind: "relation" }
	/** The reason for a complaint's command is still to be written. */
	| { readonly kind: "reason"; readonly verb: ComplaintRequest["verb"]; readonly relation: number | null }
	| { readonly kind: "command"; readonly request: CommandRequest }
	| { readonly kind: "justify"; readonly request: CommandRequest };

/** A command on an issue that waits for a confirmation. */
export type IssueRequest = {
	readonly room: "issues";
	readonly verb: "acknowledgeAssignment" | "startPlanning" | "assignIssue";
	readonly id: string;
	readonly number: string;
	readonly version: number;
	readonly assignmentId: string | null;
	readonly assign: { readonly role: AssignmentRole; readonly unitId: string } | null;
	readonly justification: string | null;
};

/** A command of the ledger that waits for a confirmation. */
export type CommandRequest = IssueRequest | ComplaintRequest;

/** What stands over the panes, if anything. */
export type Mode =
	| { readonly kind: "panes" }
	| { readonly kind: "filter"; readonly input: InputState; readonly before: string }
	| { readonly kind: "command"; readonly input: InputState }
	| { readonly kind: "help"; readonly input: InputState; readonly typing: boolean; readonly top: number }
	| {
			readonly kind: "menu";
			readonly title: Bilingual;
			readonly items: readonly MenuItem[];
			/** Which of those in sight is selected. */
			readonly selected: number;
			readonly purpose: Purpose;
			/** Words that narrow it down, and whether keys go there. */
			readonly input: InputState;
			readonly typing: boolean;
	  }
	/** A question answered by typing `answer`, for what is hard to take back; null means that Enter is enough. */
	| {
			readonly kind: "confirm";
			readonly title: Bilingual;
			readonly text: Bilingual;
			readonly answer: string | null;
			readonly input: InputState;
			readonly purpose: Purpose;
	  }
	| {
			readonly kind: "prompt";
			readonly title: Bilingual;
			readonly text: Bilingual;
			readonly input: InputState;
			readonly purpose: Purpose;
	  }
	| FormMode
	/** What the complaints add up to. */
	| { readonly kind: "totals"; readonly top: number }
	| {
			readonly kind: "notice";
			readonly title: Bilingual;
			readonly refusals: readonly Refusal[];
			readonly notes: readonly Bilingual[];
			readonly top: number;
			/** The command that a written justification may bring through. */
			readonly retry: CommandRequest | null;
	  };

export type ModeAction =
	| { type: "opened"; mode: Mode }
	| { type: "closed" }
	| { type: "typed"; input: InputAction }
	| { type: "form"; action: FormAction }
	| { type: "typing"; on: boolean }
	| { type: "scrolled"; by: number; limit: number };

type Menu = Extract<Mode, { kind: "menu" }>;

/** A menu with all its items in sight and the first one selected. */
export const menuMode = (menu: Pick<Menu, "title" | "items" | "purpose">): Menu => ({
	...menu,
	...{ kind: "menu", selected: 0, input: EMPTY_INPUT, typing: false },
});

/** The items that have the typed words in their name or in why they are off; those that begin with them first. */
export function itemsOf({ items, input }: Pick<Menu, "items" | "input">): readonly MenuItem[] {
	const wanted = inputText(input).trim().toLowerCase();
	if (wanted === "") return items;
	const begins = ({ label }: MenuItem): boolean =>
		[label.zh, label.en].some((text) => text.toLowerCase().startsWith(wanted));
	return items
		.filter(({ label, off }) =>
			[label.zh, label.en, off?.zh ?? "", off?.en ?? ""].some((text) => text.toLowerCase().includes(wanted)),
		)
		.toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}

export const PANES: Mode = { kind: "panes" };
export const filterMode = (text: string): Mode => ({ kind: "filter", input: inputOf(text), before: text });
export const commandMode = (): Mode => ({ kind: "command", input: EMPTY_INPUT });
export const helpMode = (): Extract<Mode, { kind: "help" }> => ({
	kind: "help",
	input: EMPTY_INPUT,
	typing: false,
	top: 0,
});

const clamp = (value: number, high: number) => Math.max(0, Math.min(Math.max(0, high), value));

/** What stands over the panes. */
export function reduceMode(mode: Mode, action: ModeAction): Mode {
	switch (action.type) {
		case "opened":
			return action.mode;
		case "closed":
			return PANES;
		case "typed": {
			if (!("input" in mode)) return mode;
			const input = reduceInput(mode.input, action.input);
			if (mode.kind === "form") return typedInto(mode, input);
			const typed = { ...mode, input };
			if (typed.kind === "menu") return { ...typed, selected: 0 };
			return typed.kind === "help" ? { ...typed, top: 0 } : typed;
		}
		case "form":
			return mode.kind === "form" ? reduceForm(mode, action.action) : mode;
		case "typing":
			return mode.kind === "help" || mode.kind === "menu" ? { ...mode, typing: action.on } : mode;
		case "scrolled":
			if (mode.kind === "menu")
				return { ...mode, selected: clamp(mode.selected + action.by, itemsOf(mode).length - 1) };
			if (mode.kind === "help" || mode.kind === "notice" || mode.kind === "totals")
				return { ...mode, top: clamp(mode.top + action.by, action.limit) };
			return mode;
	}
}

/** Whether keys are text just now. */
export const isTyping = (mode: Mode): boolean =>
	mode.kind === "filter" ||
	mode.kind === "command" ||
	mode.kind === "prompt" ||
	mode.kind === "confirm" ||
	((mode.kind === "help" || mode.kind === "menu") && mode.typing);
