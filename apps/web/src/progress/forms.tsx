import type { JSX } from "solid-js";
import type { FormProps } from "../issues/index.ts";

/** The forms of progress. */
export default function ProgressForms(_props: FormProps): JSX.Element {
	return null;
}
