import type { JSX } from "solid-js";
import type { FormProps } from "../issues/index.ts";

/** The forms of acceptance and close-out. */
export default function CloseOutForms(_props: FormProps): JSX.Element {
	return null;
}
