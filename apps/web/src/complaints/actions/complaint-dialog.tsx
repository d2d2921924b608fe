import type { ComplaintDetail } from "@zhenggai/domain/complaints";
import { type JSX, Match, Switch } from "solid-js";
import { AmendForm } from "./amend-form.tsx";
import { RelateForm, UnrelateForm } from "./relation-forms.tsx";
import type { ComplaintRequest } from "./request.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

export type FormProps = { detail: ComplaintDetail; onClose: () => void };

/** The form of a verb. */
export default function ComplaintDialog(props: FormProps & { request: ComplaintRequest }): JSX.Element {
	return (
		<Switch>
			<Match when={props.request.verb === "amendComplaint"}>
				<AmendForm {...props} />
			</Match>
			<Match when={props.request.verb === "relateComplaint"}>
				<RelateForm {...props} />
			</Match>
			<Match when={props.request.verb === "unrelateComplaint"}>
				<UnrelateForm {...props} />
			</Match>
			<Match when={props.request.verb === "withdrawComplaint"}>
				<WithdrawForm {...props} />
			</Match>
		</Switch>
	);
}
