import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { orNull, says } from "./draft.ts";

/** 审签: in the name of the next signer of the list (CLO-01). */
export function SignForm(props: FormProps): JSX.Element {
	const me = useMe();
	const signer = props.detail.closeOut.nextSigner ?? "";
	const draft = createFormDraft(props, () => ({ name: me().name, opinion: t("closeOut.agreeToClose") }));
	return (
		<CommandForm
			{...props}
			verb="signCloseOut"
			draft={draft}
			intro={t("closeOut.signIntro", { signer: word(caseVocab.closeOutSigner, signer) })}
			command={
				draft.value.name.trim() !== ""
					? {
							...{ type: "signCloseOut", signer, name: draft.value.name.trim() },
							opinion: orNull(draft.value.opinion),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("closeOut.signerName")}
						required={true}
						value={draft.value.name}
						error={errors.at("name") ?? errors.at("signer")}
						onInput={(name) => draft.set("name", name)}
					/>
					<TextArea
						label={t("closeOut.opinion")}
						rows={2}
						value={draft.value.opinion}
						error={errors.at("opinion")}
						onInput={(opinion) => draft.set("opinion", opinion)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 报送备案, with the tier above (CLO-03). */
export function FileForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({ documentNumber: "", on: me().today }));
	return (
		<CommandForm
			{...props}
			verb="fileCloseOut"
			draft={draft}
			command={
				draft.value.documentNumber.trim() !== "" && draft.value.on !== ""
					? {
							type: "fileCloseOut",
							documentNumber: draft.value.documentNumber.trim(),
							on: draft.value.on,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("closeOut.documentNumber")}
						hint={t("closeOut.documentNumberHint")}
						required={true}
						value={draft.value.documentNumber}
						error={errors.at("documentNumber")}
						onInput={(documentNumber) => draft.set("documentNumber", documentNumber)}
					/>
					<TextField
						type="date"
						label={t("closeOut.filedOn")}
						required={true}
						max={me().today}
						value={draft.value.on}
						error={errors.at("on")}
						onInput={(on) => draft.set("on", on)}
					/>
				</>
			)}
		</CommandForm>
	);
}

type Receipt = keyof typeof caseVocab.filingVerdict;

/** 备案回执: accepted closes the issue and freezes its archive; silence counts only where the rule set lets it. */
export function ReceiveForm(props: FormProps): JSX.Element {
	const { silenceAfter } = props.detail.closeOut.terms;
	const draft = createFormDraft(props, (): { verdict: Receipt | ""; reason: string } => ({
		...{ verdict: "", reason: "" },
	}));
	const value = draft.value;
	const pending = () => props.detail.closeOut.state.filings.find(({ receipt }) => receipt === null);
	const choices = () =>
		choicesOf(caseVocab.filingVerdict, language()).filter(
			(choice) => choice.value !== "noted" || silenceAfter !== null,
		);
	return (
		<CommandForm
			{...props}
			verb="receiveFiling"
			draft={draft}
			intro={t("closeOut.receiveIntro")}
			command={
				value.verdict !== "" && (value.verdict !== "returned" || says(value.reason))
					? {
							...{ type: "receiveFiling", verdict: value.verdict },
							reason: orNull(value.reason),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Show when={pending()}>
						{(filing) => (
							<p>
								{filing().documentNumber} · {date(filing().on)}
								<span class="ml-2 text-ink-faint">
									<Show when={silenceAfter} fallback={t("closeOut.neverSilent")}>
										{(day) => t("closeOut.silentAfter", { date: date(day()) })}
									</Show>
								</span>
							</p>
						)}
					</Show>
					<ChoiceField
						legend={t("closeOut.verdict")}
						required={true}
						value={value.verdict}
						choices={choices()}
						error={errors.at("verdict")}
						onChange={(verdict) => draft.set("verdict", verdict)}
					/>
					<TextArea
						label={t(value.verdict === "returned" ? "closeOut.returnReason" : "closeOut.receiptNote")}
						required={value.verdict === "returned"}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 公开结果: that it is closed, with who accepted it (PUB-04). */
export function PublishForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({
		on: me().today,
		channel: props.detail.closeOut.state.notices.at(-1)?.channel ?? "",
	}));
	return (
		<CommandForm
			{...props}
			verb="publishResult"
			draft={draft}
			command={
				says(draft.value.channel) && draft.value.on !== ""
					? { type: "publishResult", on: draft.value.on, channel: draft.value.channel.trim() }
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						type="date"
						label={t("closeOut.publishOn")}
						required={true}
						max={me().today}
						value={draft.value.on}
						error={errors.at("on")}
						onInput={(on) => draft.set("on", on)}
					/>
					<TextField
						label={t("closeOut.channel")}
						hint={t("closeOut.channelHint")}
						required={true}
						value={draft.value.channel}
						error={errors.at("channel")}
						onInput={(channel) => draft.set("channel", channel)}
					/>
				</>
			)}
		</CommandForm>
	);
}
