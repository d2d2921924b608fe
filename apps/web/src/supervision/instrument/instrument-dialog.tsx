import { type JSX, Match, Switch } from "solid-js";
import { AcknowledgeForm, IssueForm, ReaddressForm } from "./dispatch-forms.tsx";
import type { InstrumentFormProps } from "./form-props.ts";
import { isPlain, PlainForm } from "./reason-forms.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { HoldTalkForm } from "./talk-form.tsx";
import { EscalateForm, ExtendForm, VerifyForm } from "./verdict-forms.tsx";

/** The form of an instrument's verb. */
export default function InstrumentDialog(props: InstrumentFormProps): JSX.Element {
	const is = (verb: InstrumentFormProps["verb"]) => props.verb === verb;
	const plain = () => (isPlain(props.verb) ? props.verb : false);
	return (
		<Switch>
			<Match when={is("issueInstrument")}>
				<IssueForm {...props} />
			</Match>
			<Match when={is("acknowledgeInstrument")}>
				<AcknowledgeForm {...props} />
			</Match>
			<Match when={is("readdressInstrument")}>
				<ReaddressForm {...props} />
			</Match>
			<Match when={is("holdTalk")}>
				<HoldTalkForm {...props} />
			</Match>
			<Match when={is("replyInstrument")}>
				<ReplyForm {...props} />
			</Match>
			<Match when={is("verifyReply")}>
				<VerifyForm {...props} />
			</Match>
			<Match when={is("escalateInstrument")}>
				<EscalateForm {...props} />
			</Match>
			<Match when={is("extendListing")}>
				<ExtendForm {...props} />
			</Match>
			<Match when={plain()}>{(verb) => <PlainForm {...props} verb={verb()} />}</Match>
		</Switch>
	);
}
