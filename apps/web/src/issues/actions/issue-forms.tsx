import { type JSX, Match, Switch } from "solid-js";
import { AmendForm } from "./amend-form.tsx";
import { AssignForm } from "./assign-form.tsx";
import { AcknowledgeForm, EndForm, HandOverForm } from "./assignment-forms.tsx";
import { CarryOverForm, MergeForm, WithdrawForm } from "./ending-forms.tsx";
import type { FormProps } from "./form-props.ts";
import { MeasureForm } from "./measure-form.tsx";
import { DetachNoticeForm } from "./notice-forms.tsx";
import { CancelMeasureForm, StartPlanningForm } from "./plan-forms.tsx";
import type { ActionRequest } from "./request.ts";
import { SiteForm } from "./site-form.tsx";
import { MandateForm, SourceTextForm } from "./source-forms.tsx";
import { DecomposeForm, NotOursForm } from "./tree-forms.tsx";

/** The forms of what this room does itself. */
export default function IssueForms(props: FormProps): JSX.Element {
	const is = (...verbs: ActionRequest["verb"][]) => verbs.includes(props.request.verb);
	return (
		<Switch>
			<Match when={is("amendIssue")}>
				<AmendForm {...props} />
			</Match>
			<Match when={is("assignIssue")}>
				<AssignForm {...props} />
			</Match>
			<Match when={is("endAssignment")}>
				<EndForm {...props} />
			</Match>
			<Match when={is("handOverAssignment")}>
				<HandOverForm {...props} />
			</Match>
			<Match when={is("acknowledgeAssignment")}>
				<AcknowledgeForm {...props} />
			</Match>
			<Match when={is("startPlanning")}>
				<StartPlanningForm {...props} />
			</Match>
			<Match when={is("addMeasure", "amendMeasure")}>
				<MeasureForm {...props} />
			</Match>
			<Match when={is("cancelMeasure")}>
				<CancelMeasureForm {...props} />
			</Match>
			<Match when={is("detachNotice")}>
				<DetachNoticeForm {...props} />
			</Match>
			<Match when={is("decomposeIssue")}>
				<DecomposeForm {...props} />
			</Match>
			<Match when={is("declareNotOurs")}>
				<NotOursForm {...props} />
			</Match>
			<Match when={is("mergeIssue")}>
				<MergeForm {...props} />
			</Match>
			<Match when={is("carryOverIssue")}>
				<CarryOverForm {...props} />
			</Match>
			<Match when={is("withdrawIssue")}>
				<WithdrawForm {...props} />
			</Match>
			<Match when={is("addMandate")}>
				<MandateForm {...props} />
			</Match>
			<Match when={is("recordSourceText")}>
				<SourceTextForm {...props} />
			</Match>
			<Match when={is("addSite", "amendSite")}>
				<SiteForm {...props} />
			</Match>
		</Switch>
	);
}
