import { type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { UnitList } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { Option } from "../../ui/combobox.tsx";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { kindWord, replyText } from "../days.ts";
import { draftKey, frameOf, type InstrumentFormProps } from "./form-props.ts";
import { InstrumentForm } from "./instrument-form.tsx";

/** 制发: a named person issues it, with the document's number and who signed it. */
export function IssueForm(props: InstrumentFormProps): JSX.Element {
	const me = useMe();
	const kind = () => props.detail.row.kind;
	const listed = () => kind() === "listedSupervision";
	const draft = createKeptDraft(draftKey(props), () => ({
		on: me().today,
		documentNumber: "",
		signer: "",
		limitOn: "",
		replyAsked: true,
	}));
	const reply = () => props.issue?.supervision.ladder.find((rung) => rung.kind === kind())?.reply;
	const intro = () => {
		const known = reply();
		const asked = draft.value.replyAsked ? known : null;
		const about = known === undefined ? "" : replyText(asked ?? null);
		return t("sup.issueIntro", { who: me().name, reply: about });
	};
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={
				draft.value.on !== "" &&
				draft.value.documentNumber.trim() !== "" &&
				draft.value.signer.trim() !== "" &&
				(!listed() || draft.value.limitOn !== "")
			}
			draft={draft}
			intro={intro()}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.supervision.issueInstrument.mutate({
					instrumentId: props.detail.row.id,
					command: {
						type: "issueInstrument",
						on: draft.value.on,
						documentNumber: draft.value.documentNumber.trim(),
						signer: draft.value.signer.trim(),
						limitOn: listed() && draft.value.limitOn !== "" ? draft.value.limitOn : null,
						replyAsked: kind() !== "circular" || draft.value.replyAsked,
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-4 sm:grid-cols-2">
						<TextField
							label={t("sup.documentNumber")}
							hint={t("sup.documentNumberHint")}
							required={true}
							maxLength={80}
							value={draft.value.documentNumber}
							error={errors.at("documentNumber")}
							onInput={(number) => draft.set("documentNumber", number)}
						/>
						<TextField
							label={t("sup.signer")}
							hint={t("sup.signerHint", { kind: kindWord(kind()) })}
							required={true}
							maxLength={120}
							value={draft.value.signer}
							error={errors.at("signer")}
							onInput={(signer) => draft.set("signer", signer)}
						/>
						<TextField
							type="date"
							label={t("sup.dispatchOn")}
							hint={t("sup.dispatchOnHint")}
							required={true}
							max={me().today}
							value={draft.value.on}
							error={errors.at("on")}
							onInput={(on) => draft.set("on", on)}
						/>
						<Show when={listed()}>
							<TextField
								type="date"
								label={t("sup.limit")}
								hint={t("sup.limitHint")}
								required={true}
								min={me().today}
								value={draft.value.limitOn}
								error={errors.at("limitOn")}
								onInput={(limitOn) => draft.set("limitOn", limitOn)}
							/>
						</Show>
					</div>
					<Show when={kind() === "circular"}>
						<CheckField
							label={t("sup.replyAsked")}
							checked={draft.value.replyAsked}
							onChange={(on) => draft.set("replyAsked", on)}
						/>
					</Show>
				</>
			)}
		</InstrumentForm>
	);
}

/** 签收: the addressed unit has it. The clock runs already. */
export function AcknowledgeForm(props: InstrumentFormProps): JSX.Element {
	const me = useMe();
	const draft = createKeptDraft(draftKey(props), () => ({}));
	const unit = () => me().unit;
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={unit() !== null}
			draft={draft}
			intro={t("sup.acknowledgeIntro", { unit: unit()?.name ?? "" })}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.supervision.acknowledgeInstrument.mutate({
					instrumentId: props.detail.row.id,
					command: { type: "acknowledgeInstrument", unitId: unit()?.id ?? "" },
					envelope,
				})
			}
		>
			{() => <p class="font-medium">{props.detail.row.title}</p>}
		</InstrumentForm>
	);
}

/** 改送: it goes to other units; the clock goes on. */
export function ReaddressForm(props: InstrumentFormProps): JSX.Element {
	const draft = createKeptDraft(draftKey(props), () => ({
		units: props.detail.row.addressees.map(({ id, name }): Option => ({ id, label: name })),
		reason: "",
	}));
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={draft.value.units.length > 0 && draft.value.reason.trim().length >= 2}
			draft={draft}
			intro={t("sup.readdressIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.supervision.readdressInstrument.mutate({
					instrumentId: props.detail.row.id,
					command: {
						type: "readdressInstrument",
						addresseeUnitIds: draft.value.units.map(({ id }) => id),
						reason: draft.value.reason.trim(),
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<div>
						<UnitList
							label={`${t("sup.addressees")} *`}
							value={draft.value.units}
							onChange={(units) => draft.set("units", [...units])}
						/>
						<Show when={errors.at("addresseeUnitIds")}>
							{(error) => <p class="mt-1 text-late">{error()}</p>}
						</Show>
					</div>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</InstrumentForm>
	);
}
