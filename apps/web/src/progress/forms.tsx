import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { FormProps } from "../issues/index.ts";
import { DeliveryClaim, MeasureClaim, MilestoneClaim, ReadingClaim, SiteClaim } from "./forms/claims.tsx";
import { CycleForm } from "./forms/cycle-form.tsx";
import { RaiseForm, ResolveForm } from "./forms/doubt-forms.tsx";
import { AttachForm, WithdrawForm } from "./forms/evidence-forms.tsx";
import { ForecastForm, ReturnForm, WaiveForm, WorkForm } from "./forms/plain-forms.tsx";
import { MeasureVerdict, MilestoneVerdict } from "./forms/verdict-form.tsx";
import { MonthForm } from "./month/month-form.tsx";
import type { progressForms } from "./verbs.ts";
import "./words.ts";

const FORMS: Readonly<Record<keyof typeof progressForms, (props: FormProps) => JSX.Element>> = {
	reportProgress: MonthForm,
	logWork: WorkForm,
	attachEvidence: AttachForm,
	withdrawEvidence: WithdrawForm,
	completeMilestone: MilestoneClaim,
	verifyMilestone: MilestoneVerdict,
	completeMeasure: MeasureClaim,
	verifyMeasure: MeasureVerdict,
	waiveMeasure: WaiveForm,
	recordReading: ReadingClaim,
	recordDelivery: DeliveryClaim,
	selfCheckSite: SiteClaim,
	setForecast: ForecastForm,
	openReportingCycle: CycleForm,
	returnReport: ReturnForm,
	raiseDoubt: RaiseForm,
	resolveDoubt: ResolveForm,
};

const isOurs = (verb: string): verb is keyof typeof FORMS => Object.hasOwn(FORMS, verb);

/** The forms of progress. */
export default function ProgressForms(props: FormProps): JSX.Element {
	const Form = () => (isOurs(props.request.verb) ? FORMS[props.request.verb] : null);
	return <Dynamic component={Form() ?? undefined} {...props} />;
}
