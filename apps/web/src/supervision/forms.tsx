import { type JSX, Match, Switch } from "solid-js";
import type { FormProps } from "../issues/index.ts";
import { ContestForm, DecideContestForm } from "./forms/contest-forms.tsx";
import { RecordExposureForm, SettleExposureForm } from "./forms/exposure-forms.tsx";
import "./words.ts";

/** The forms of supervision on an issue; instruments have forms of their own on their pages. */
export default function SupervisionForms(props: FormProps): JSX.Element {
	return (
		<Switch>
			<Match when={props.request.verb === "contestLight"}>
				<ContestForm {...props} />
			</Match>
			<Match when={props.request.verb === "decideContest"}>
				<DecideContestForm {...props} />
			</Match>
			<Match when={props.request.verb === "recordExposure"}>
				<RecordExposureForm {...props} />
			</Match>
			<Match when={props.request.verb === "settleExposure"}>
				<SettleExposureForm {...props} />
			</Match>
		</Switch>
	);
}
