import { type JSX, Suspense } from "solid-js";
import { Dynamic } from "solid-js/web";
import { CloseOutForms } from "../../close-out/index.ts";
import { lazily } from "../../lazily.ts";
import { PlanForms } from "../../plans/index.ts";
import { ProgressForms } from "../../progress/index.ts";
import { SupervisionForms } from "../../supervision/index.ts";
import type { FormProps } from "./form-props.ts";
import { type FormRoom, roomOf } from "./verbs.ts";

const FORMS_OF = {
	issues: lazily(() => import("./issue-forms.tsx")),
	plans: PlanForms,
	progress: ProgressForms,
	supervision: SupervisionForms,
	closeOut: CloseOutForms,
} as const satisfies Record<FormRoom, (props: FormProps) => JSX.Element>;

/** The form of a verb, from the room it belongs to. */
export function ActionDialog(props: FormProps): JSX.Element {
	return (
		<Suspense>
			<Dynamic component={FORMS_OF[roomOf(props.request.verb)]} {...props} />
		</Suspense>
	);
}
