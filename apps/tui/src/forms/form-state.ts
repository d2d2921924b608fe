import type { Refusal } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";
import { EMPTY_INPUT, type InputState, inputOf } from "../terminal/input-state.ts";
import { type FormField, type FormSpec, field, heldIn, linesOf, type Values } from "./form-spec.ts";

/** A form while it is filled in. `at` is the field that has the keys; behind the last one stands the button. */
export type FormMode = {
	readonly kind: "form";
	readonly spec: FormSpec;
	readonly values: Values;
	readonly at: number;
	/** The choice under the cursor, in a field of choices. */
	readonly pick: number;
	/** What is typed in a field of text. */
	readonly input: InputState;
	/** What is wrong with a field, before anything was sent. */
	readonly problem: { readonly name: string; readonly text: Bilingual } | null;
	/** What the last answer refused. */
	readonly refusals: readonly Refusal[];
	/** What others did meanwhile. */
	readonly notes: readonly Bilingual[];
	/** The version that the next attempt is made on. */
	readonly version: number;
	readonly sending: boolean;
	/** When the draft was written that was brought back; null where it begins afresh. */
	readonly since: string | null;
};

export type FormAction =
	| { type: "moved"; by: number }
	| { type: "jumped"; name: string; text: Bilingual }
	/** The cursor among choices; a single choice is taken at once. */
	| { type: "picked"; by: number }
	/** The choice of this number, or the one under the cursor. */
	| { type: "chosen"; number: number | null }
	| { type: "set"; text: string }
	| { type: "sending" }
	| { type: "refused"; refusals: readonly Refusal[]; notes: readonly Bilingual[]; version: number | null }
	| { type: "restarted" };

export const JUSTIFICATION = "justification";
export const CONFIRM = "confirm";

/** All fields of a form as it stands: its own, the justification that a rule asks for, and the number to type. */
export function fieldsOf({
	spec,
	values,
	refusals,
	notes,
}: Pick<FormMode, "spec" | "values" | "refusals" | "notes">): readonly FormField[] {
	const asked = spec.warnings.length > 0;
	const justified = asked || (refusals.length > 0 && notes.length === 0);
	return [
		...spec.fields(values),
		...(justified
			? [
					field("text", JUSTIFICATION, say("说明理由", "Justification"), {
						required: asked,
						hint: say(
							"规则要求书面说明的，说明后可办理，记入日志",
							"Lets through what a rule only warns of; journalled",
						),
					}),
				]
			: []),
		...(spec.confirm === null
			? []
			: [
					field("line", CONFIRM, say(`输入编号 ${spec.confirm} 确认`, `Type ${spec.confirm} to confirm`), {
						hint: say("此步不能撤回", "This cannot be taken back"),
					}),
				]),
	];
}

/** The field that has the keys; null on the button. */
export const activeField = (mode: FormMode): FormField | null => fieldsOf(mode)[mode.at] ?? null;

export const isChoice = (one: FormField | null): boolean => one?.kind === "choice" || one?.kind === "many";

/** The form with the keys at a field. */
function standing(mode: FormMode, at: number): FormMode {
	const fields = fieldsOf(mode);
	const place = Math.max(0, Math.min(fields.length, at));
	const one = fields[place];
	const value = one === undefined ? "" : heldIn(mode.values, one.name);
	const chosen = one?.choices?.findIndex((choice) => choice.value === value) ?? -1;
	return {
		...mode,
		at: place,
		pick: Math.max(0, chosen),
		input: one === undefined || isChoice(one) ? EMPTY_INPUT : inputOf(value),
	};
}

/** A form as it is opened, on a draft where one is kept. */
export const formMode = (
	spec: FormSpec,
	kept: { readonly at: string; readonly values: Values } | null,
): FormMode =>
	standing(
		{
			kind: "form",
			spec,
			values: { ...spec.start, ...kept?.values },
			at: 0,
			pick: 0,
			input: EMPTY_INPUT,
			problem: null,
			refusals: [],
			notes: [],
			version: spec.version,
			sending: false,
			since: kept?.at ?? null,
		},
		0,
	);

const setting = (mode: FormMode, name: string, value: string): FormMode => ({
	...mode,
	values: { ...mode.values, [name]: value },
	problem: mode.problem?.name === name ? null : mode.problem,
});

function choosing(mode: FormMode, one: FormField, pick: number): FormMode {
	const choice = one.choices?.[pick];
	if (choice === undefined) return mode;
	const picked = { ...mode, pick };
	if (one.kind === "choice") return setting(picked, one.name, choice.value);
	const held = linesOf(mode.values, one.name);
	const next = held.includes(choice.value)
		? held.filter((value) => value !== choice.value)
		: [...held, choice.value];
	return setting(picked, one.name, next.join("\n"));
}

/** The whole behaviour of a form. Pure: what it sends is made of its values by whoever drives it. */
export function reduceForm(mode: FormMode, action: FormAction): FormMode {
	const one = activeField(mode);
	switch (action.type) {
		case "moved":
			return standing(mode, mode.at + action.by);
		case "jumped": {
			const at = fieldsOf(mode).findIndex(({ name }) => name === action.name);
			return { ...standing(mode, at < 0 ? mode.at : at), problem: { name: action.name, text: action.text } };
		}
		case "picked": {
			const count = one?.choices?.length ?? 0;
			if (one === null || count === 0) return mode;
			const pick = (mode.pick + action.by + count) % count;
			// Nothing is chosen yet: the first key takes the first choice, not the second.
			const first = one.kind === "choice" && heldIn(mode.values, one.name) === "";
			return one.kind === "choice" ? choosing(mode, one, first ? mode.pick : pick) : { ...mode, pick };
		}
		case "chosen":
			return one === null || !isChoice(one) ? mode : choosing(mode, one, action.number ?? mode.pick);
		case "set":
			if (one === null || isChoice(one)) return mode;
			return { ...setting(mode, one.name, action.text), input: inputOf(action.text) };
		case "sending":
			return { ...mode, sending: true, problem: null };
		case "refused":
			return refused(mode, action);
		case "restarted":
			return { ...formMode(mode.spec, null), version: mode.version };
	}
}

/** The form after a refusal: at the first field that it names. */
function refused(mode: FormMode, answer: Extract<FormAction, { type: "refused" }>): FormMode {
	const next = {
		...mode,
		sending: false,
		refusals: answer.refusals,
		notes: answer.notes,
		version: answer.version ?? mode.version,
	};
	const at = fieldsOf(next).findIndex((known) => answer.refusals.some((refusal) => isAt(refusal, known)));
	return standing(next, at < 0 ? fieldsOf(next).length : at);
}

/** What was typed, taken over into the values. */
export function typed(mode: FormMode, input: InputState): FormMode {
	const one = activeField(mode);
	if (one === null || isChoice(one)) return mode;
	return { ...setting(mode, one.name, input.glyphs.join("")), input };
}

/** Whether a refusal is about a field. */
export const isAt = ({ field: path }: Refusal, { name }: FormField): boolean =>
	path !== null && (path === name || path.startsWith(`${name}.`));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LEAST = 2;

const isDay = (text: string): boolean =>
	DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

function wrongWith(one: FormField, value: string, confirm: string | null): Bilingual | null {
	const text = value.trim();
	if (one.name === CONFIRM) return text === confirm ? null : say("编号不符", "That is not the number");
	if (text === "") return one.required ? say("必须填写", "Must be filled in") : null;
	if (one.kind === "date" && !isDay(text)) return say("写成 2026-03-01", "Write it like 2026-03-01");
	if (one.kind === "number" && !Number.isFinite(Number(text))) return say("应为数字", "Should be a number");
	if (one.kind === "text" && text.length < LEAST) return say("请写完整", "Write more");
	return null;
}

/** The first field that cannot be sent as it is, with what is wrong. */
export function firstProblem(mode: FormMode): { name: string; text: Bilingual } | null {
	for (const one of fieldsOf(mode)) {
		const text = wrongWith(one, heldIn(mode.values, one.name), mode.spec.confirm);
		if (text !== null) return { name: one.name, text };
	}
	return null;
}
