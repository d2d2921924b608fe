import type { JSX } from "solid-js";
import type { FormProps } from "../issues/index.ts";

/** The forms of supervision. */
export default function SupervisionForms(_props: FormProps): JSX.Element {
	return null;
}
