import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { FormProps } from "../issues/index.ts";
import { GateForm } from "./forms/gate-form.tsx";
import { MechanismForm, ScreeningForm } from "./forms/lasting-forms.tsx";
import { MarkLongTermForm, ReviewLongTermForm } from "./forms/long-term-forms.tsx";
import { LookBackForm, ReinforceForm, ReopenForm } from "./forms/look-back-forms.tsx";
import { AnswerForm, EndNoticeForm, ObjectionForm, StartNoticeForm } from "./forms/notice-forms.tsx";
import { OpinionForm } from "./forms/opinion-form.tsx";
import { OwnOpinionForm } from "./forms/own-opinion-form.tsx";
import { ApplicationForm, SelfCheckForm, SupplementsForm } from "./forms/owner-forms.tsx";
import { DiscussionForm, ExpertForm, RulingForm } from "./forms/panel-forms.tsx";
import { FileForm, PublishForm, ReceiveForm, SignForm } from "./forms/signing-forms.tsx";
import { SiteCheckForm } from "./forms/site-check-form.tsx";
import { VerdictForm } from "./forms/verdict-form.tsx";
import { type CloseOutVerb, closeOutForms } from "./verbs.ts";
import "./words.ts";

const FORMS: Readonly<Record<CloseOutVerb, (props: FormProps) => JSX.Element>> = {
	selfCheck: SelfCheckForm,
	applyAcceptance: ApplicationForm,
	recordSiteCheck: SiteCheckForm,
	recordExpertOpinion: ExpertForm,
	giveExpertOpinion: OwnOpinionForm,
	recordDiscussion: DiscussionForm,
	ruleStandard: RulingForm,
	giveOpinion: OpinionForm,
	decideAcceptance: VerdictForm,
	submitSupplements: SupplementsForm,
	decideGate: GateForm,
	recordMechanism: MechanismForm,
	recordScreening: ScreeningForm,
	startNotice: StartNoticeForm,
	registerObjection: ObjectionForm,
	answerObjection: AnswerForm,
	endNotice: EndNoticeForm,
	signCloseOut: SignForm,
	fileCloseOut: FileForm,
	receiveFiling: ReceiveForm,
	publishResult: PublishForm,
	recordLookBack: LookBackForm,
	reopenIssue: ReopenForm,
	reinforceIssue: ReinforceForm,
	markLongTerm: MarkLongTermForm,
	reviewLongTerm: ReviewLongTermForm,
};

const isCloseOutVerb = (verb: string): verb is CloseOutVerb => Object.hasOwn(closeOutForms, verb);

/** The forms of acceptance and close-out. */
export default function CloseOutForms(props: FormProps): JSX.Element {
	const form = () => {
		const { verb } = props.request;
		return isCloseOutVerb(verb) ? FORMS[verb] : undefined;
	};
	return <Dynamic component={form()} {...props} />;
}
