import type { Outcome } from "@zhenggai/domain/kernel";
import type { InstrumentDetail } from "@zhenggai/domain/supervision";
import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft, type Envelope } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { draftKey, frameOf, type InstrumentFormProps } from "./form-props.ts";
import { InstrumentForm } from "./instrument-form.tsx";

/** The steps whose only particular is what is written about them. */
type Plain =
	| "approveInstrument"
	| "minuteTalk"
	| "liftInstrument"
	| "discardInstrument"
	| "preAcceptListing"
	| "unlist"
	| "failListing";

type Written = {
	readonly label: () => string;
	readonly hint?: () => string;
	readonly intro: () => string;
	readonly rows: number;
	/** An approval needs no words. */
	readonly optional?: true;
	readonly field: string;
	readonly send: (id: string, text: string, envelope: Envelope) => Promise<Outcome<InstrumentDetail>>;
};

const { supervision } = client;

const STEPS: Readonly<Record<Plain, Written>> = {
	approveInstrument: {
		label: () => t("sup.opinion"),
		intro: () => t("sup.approveIntro"),
		rows: 3,
		optional: true,
		field: "opinion",
		send: (instrumentId, text, envelope) =>
			supervision.approveInstrument.mutate({
				instrumentId,
				command: { type: "approveInstrument", opinion: text === "" ? null : text },
				envelope,
			}),
	},
	minuteTalk: {
		label: () => t("sup.minutes"),
		hint: () => t("sup.minutesHint"),
		intro: () => t("sup.minutesIntro"),
		rows: 10,
		field: "minutes",
		send: (instrumentId, minutes, envelope) =>
			supervision.minuteTalk.mutate({ instrumentId, command: { type: "minuteTalk", minutes }, envelope }),
	},
	liftInstrument: {
		label: () => t("form.reason"),
		intro: () => t("sup.liftIntro"),
		rows: 3,
		field: "reason",
		send: (instrumentId, reason, envelope) =>
			supervision.liftInstrument.mutate({
				instrumentId,
				command: { type: "liftInstrument", reason },
				envelope,
			}),
	},
	discardInstrument: {
		label: () => t("form.reason"),
		intro: () => t("sup.discardIntro"),
		rows: 3,
		field: "reason",
		send: (instrumentId, reason, envelope) =>
			supervision.discardInstrument.mutate({
				instrumentId,
				command: { type: "discardInstrument", reason },
				envelope,
			}),
	},
	preAcceptListing: {
		label: () => t("sup.preAcceptOpinion"),
		intro: () => t("sup.preAcceptIntro"),
		rows: 5,
		field: "opinion",
		send: (instrumentId, opinion, envelope) =>
			supervision.preAcceptListing.mutate({
				instrumentId,
				command: { type: "preAcceptListing", opinion },
				envelope,
			}),
	},
	unlist: {
		label: () => t("form.reason"),
		intro: () => t("sup.unlistIntro"),
		rows: 3,
		field: "reason",
		send: (instrumentId, reason, envelope) =>
			supervision.unlist.mutate({ instrumentId, command: { type: "unlist", reason }, envelope }),
	},
	failListing: {
		label: () => t("form.reason"),
		intro: () => t("sup.failIntro"),
		rows: 3,
		field: "reason",
		send: (instrumentId, reason, envelope) =>
			supervision.failListing.mutate({ instrumentId, command: { type: "failListing", reason }, envelope }),
	},
};

export const isPlain = (verb: string): verb is Plain => Object.hasOwn(STEPS, verb);

/** A step with one text: approval, minutes, lifting, discarding, pre-acceptance, unlisting, failure. */
export function PlainForm(props: InstrumentFormProps & { verb: Plain }): JSX.Element {
	const step = () => STEPS[props.verb];
	const draft = createKeptDraft(draftKey(props), () => ({ text: "" }));
	const text = () => draft.value.text.trim();
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={step().optional === true ? text().length !== 1 : text().length >= 2}
			draft={draft}
			intro={step().intro()}
			onClose={() => props.onClose()}
			send={(envelope) => step().send(props.detail.row.id, text(), envelope)}
		>
			{(errors) => (
				<TextArea
					label={step().label()}
					hint={step().hint?.()}
					required={step().optional !== true}
					rows={step().rows}
					value={draft.value.text}
					error={errors.at(step().field)}
					onInput={(next) => draft.set("text", next)}
				/>
			)}
		</InstrumentForm>
	);
}
