import type { JSX } from "solid-js";
import type { FormProps } from "../issues/index.ts";

/** The forms of the plan. */
export default function PlanForms(_props: FormProps): JSX.Element {
	return null;
}
