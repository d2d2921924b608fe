import type { CommandOutcome, Outputs, Refusal, ZhenggaiClient } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import type { Labels } from "@zhenggai/domain/vocabulary";
import { valuesOf } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";

/** How a field is filled in. A `text` may have several lines, `many` is any number of its choices. */
export type FieldKind = "line" | "text" | "date" | "number" | "choice" | "many";

export type FieldChoice = { readonly value: string; readonly label: Bilingual };

export type FormField = {
	/** The path by which refusals name it. */
	readonly name: string;
	readonly label: Bilingual;
	readonly kind: FieldKind;
	readonly required: boolean;
	readonly hint?: Bilingual;
	readonly choices?: readonly FieldChoice[];
};

/** What has been typed so far; of `many` the chosen values, one a line. */
export type Values = Readonly<Record<string, string>>;

export type Envelope = {
	readonly expectedVersion: number;
	readonly idempotencyKey: string;
	readonly justification?: string;
};

export type InstrumentOutcome = Outputs["supervision"]["issueInstrument"];
/** The answer to any command that a form sends. */
export type FormOutcome = CommandOutcome | InstrumentOutcome;

/** A form: what it asks for, and the command that it makes of the answers. */
export type FormSpec = {
	/** Verb, issue and part: what a draft of it is kept under. */
	readonly key: string;
	readonly title: Bilingual;
	/** What whoever fills it in has to know first. */
	readonly intro: readonly Bilingual[];
	readonly start: Values;
	/** The version of the stream it was opened on. */
	readonly version: number;
	/** What the step asks a written justification for, known before it is sent. */
	readonly warnings: readonly Refusal[];
	/** What has to be typed before something is sent that nothing takes back; null where it can be mended. */
	readonly confirm: string | null;
	/** The fields; some show up only after an answer to another one. */
	fields(values: Values): readonly FormField[];
	send(client: ZhenggaiClient, values: Values, envelope: Envelope): Promise<FormOutcome>;
	/** What is said beside "done", once it has been accepted. */
	told?(outcome: FormOutcome): Bilingual | null;
	/** The form that comes next by itself once this one has been accepted. */
	next?(outcome: FormOutcome): FormSpec | null;
};

export const heldIn = (values: Values, name: string): string => values[name] ?? "";
export const textOf = (values: Values, name: string): string => heldIn(values, name).trim();
/** The text, or null where there is none. */
export const orNull = (values: Values, name: string): string | null => textOf(values, name) || null;
/** The lines of a text, or what was chosen of many. */
export const linesOf = (values: Values, name: string): string[] =>
	heldIn(values, name)
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");

/** The choices of an enum. */
export const choicesFrom = <K extends string>(
	labels: Labels<K>,
	only: readonly K[] = valuesOf(labels),
): FieldChoice[] => only.map((value) => ({ value, label: labels[value] }));

/** The chosen value of an enum; the first one where nothing is chosen, which a required field never lets through. */
export function chosenOf<K extends string>(values: Values, name: string, all: readonly [K, ...K[]]): K {
	const value = heldIn(values, name);
	return all.find((one) => one === value) ?? all[0];
}

export const field = (
	kind: FieldKind,
	name: string,
	label: Bilingual,
	more: Partial<Pick<FormField, "required" | "hint" | "choices">> = {},
): FormField => ({ name, label, kind, required: true, ...more });

export const REASON = say("理由", "Reason");
