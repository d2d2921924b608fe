import { createKeptDraft, type KeptDraft } from "../../commands/index.ts";
import type { FormProps } from "../../issues/index.ts";

/** The kept draft of a form: of this verb, on this issue, about this part of it. */
export function createFormDraft<T extends object>(props: FormProps, start: () => T): KeptDraft<T> {
	const { verb, part = "" } = props.request;
	return createKeptDraft(`${verb}.${props.detail.row.id}.${part}`, start);
}

/** A text as the API takes it where it may be missing. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Whether a text says something. */
export const says = (text: string): boolean => text.trim().length >= 2;
