import { createKeptDraft, type KeptDraft } from "../../commands/index.ts";
import type { FormProps } from "./form-props.ts";

/** The kept draft of an issue's form: one for each issue, verb and part of it. */
export const createFormDraft = <T extends object>(
	{ detail, request }: FormProps,
	start: () => T,
): KeptDraft<T> => createKeptDraft(`${request.verb}.${detail.row.id}.${request.part ?? ""}`, start);
