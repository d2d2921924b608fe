import { createSignal, type JSX } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import type { Option } from "../../ui/combobox.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { CommandForm } from "./command-form.tsx";
import type { FormProps } from "./form-props.ts";
import { IssuePicker } from "./issue-picker.tsx";

/** 并案: another issue of the same tier takes it in. */
export function MergeForm(props: FormProps): JSX.Element {
	const [into, setInto] = createSignal<Option | null>(null);
	const [reason, setReason] = createSignal("");
	return (
		<CommandForm
			verb="mergeIssue"
			detail={props.detail}
			ready={into() !== null && reason().trim().length >= 2}
			intro={t("merge.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.mergeIssue.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "mergeIssue",
						into: into()?.id ?? "",
						intoTier: props.detail.row.tier,
						reason: reason().trim(),
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<IssuePicker
						label={t("merge.into")}
						value={into()}
						filter={{ tier: props.detail.row.tier }}
						except={props.detail.row.id}
						error={errors.at("into")}
						onChange={setInto}
					/>
					<Reason value={reason()} error={errors.at("reason")} onInput={setReason} />
				</>
			)}
		</CommandForm>
	);
}

/** 转入新一轮: an issue of a later round goes on with it. */
export function CarryOverForm(props: FormProps): JSX.Element {
	const [to, setTo] = createSignal<Option | null>(null);
	const [reason, setReason] = createSignal("");
	return (
		<CommandForm
			verb="carryOverIssue"
			detail={props.detail}
			ready={to() !== null && reason().trim().length >= 2}
			intro={t("carryOver.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.carryOverIssue.mutate({
					issueId: props.detail.row.id,
					command: { type: "carryOverIssue", to: to()?.id ?? "", reason: reason().trim() },
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<IssuePicker
						label={t("carryOver.to")}
						value={to()}
						filter={{}}
						except={props.detail.row.id}
						error={errors.at("to")}
						onChange={setTo}
					/>
					<Reason value={reason()} error={errors.at("reason")} onInput={setReason} />
				</>
			)}
		</CommandForm>
	);
}

/** 撤销: needs the listing authority's document. */
export function WithdrawForm(props: FormProps): JSX.Element {
	const [document, setDocument] = createSignal("");
	const [reason, setReason] = createSignal("");
	return (
		<CommandForm
			verb="withdrawIssue"
			detail={props.detail}
			ready={document().trim().length >= 2 && reason().trim().length >= 2}
			intro={t("withdraw.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.withdrawIssue.mutate({
					issueId: props.detail.row.id,
					command: { type: "withdrawIssue", document: document().trim(), reason: reason().trim() },
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("withdraw.document")}
						required={true}
						value={document()}
						error={errors.at("document")}
						onInput={setDocument}
					/>
					<Reason value={reason()} error={errors.at("reason")} onInput={setReason} />
				</>
			)}
		</CommandForm>
	);
}

const Reason = (props: { value: string; error: string | null; onInput: (value: string) => void }) => (
	<TextArea
		label={t("form.reason")}
		required={true}
		value={props.value}
		error={props.error}
		onInput={props.onInput}
	/>
);
