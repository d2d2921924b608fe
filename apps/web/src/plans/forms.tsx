import { type JSX, Match, Switch } from "solid-js";
import type { FormProps } from "../issues/index.ts";
import { ChangeForm } from "./forms/change-form.tsx";
import { DecideChangeForm, DecideExtensionForm } from "./forms/decide-forms.tsx";
import { ExtensionForm } from "./forms/extension-form.tsx";
import { ReviewForm } from "./forms/review-form.tsx";
import { GoalsForm, PublishForm, SubmitForm, WaiveForm } from "./forms/simple-forms.tsx";
import type { planForms } from "./verbs.ts";
import "./words.ts";

/** The forms of the plan. */
export default function PlanForms(props: FormProps): JSX.Element {
	const is = (verb: keyof typeof planForms) => props.request.verb === verb;
	return (
		<Switch>
			<Match when={is("setGoals")}>
				<GoalsForm {...props} />
			</Match>
			<Match when={is("waivePlanItem")}>
				<WaiveForm {...props} />
			</Match>
			<Match when={is("submitPlan")}>
				<SubmitForm {...props} />
			</Match>
			<Match when={is("reviewPlan")}>
				<ReviewForm {...props} />
			</Match>
			<Match when={is("proposePlanChange")}>
				<ChangeForm {...props} />
			</Match>
			<Match when={is("decidePlanChange")}>
				<DecideChangeForm {...props} />
			</Match>
			<Match when={is("requestExtension")}>
				<ExtensionForm {...props} />
			</Match>
			<Match when={is("decideExtension")}>
				<DecideExtensionForm {...props} />
			</Match>
			<Match when={is("publishPlan")}>
				<PublishForm {...props} />
			</Match>
		</Switch>
	);
}
