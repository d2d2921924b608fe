import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import type { Option } from "../../ui/combobox.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import type { FormProps } from "./form-props.ts";
import { IssuePicker } from "./issue-picker.tsx";

/** 并案: another issue of the same tier takes it in. */
export function MergeForm(props: FormProps): JSX.Element {
	const draft = createFormDraft<{ into: Option | null; reason: string }>(props, () => ({
		into: null,
		reason: "",
	}));
	const { value, set } = draft;
	return (
		<CommandForm
			{...props}
			verb="mergeIssue"
			draft={draft}
			intro={t("merge.intro")}
			command={
				value.into !== null && value.reason.trim().length >= 2
					? {
							type: "mergeIssue",
							into: value.into.id,
							intoTier: props.detail.row.tier,
							reason: value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<IssuePicker
						label={t("merge.into")}
						value={value.into}
						filter={{ tier: props.detail.row.tier }}
						except={props.detail.row.id}
						error={errors.at("into")}
						onChange={(into) => set({ into })}
					/>
					<Reason value={value.reason} error={errors.at("reason")} onInput={(reason) => set({ reason })} />
				</>
			)}
		</CommandForm>
	);
}

/** 转入新一轮: an issue of a later round goes on with it. */
export function CarryOverForm(props: FormProps): JSX.Element {
	const draft = createFormDraft<{ to: Option | null; reason: string }>(props, () => ({
		to: null,
		reason: "",
	}));
	const { value, set } = draft;
	return (
		<CommandForm
			{...props}
			verb="carryOverIssue"
			draft={draft}
			intro={t("carryOver.intro")}
			command={
				value.to !== null && value.reason.trim().length >= 2
					? { type: "carryOverIssue", to: value.to.id, reason: value.reason.trim() }
					: null
			}
		>
			{(errors) => (
				<>
					<IssuePicker
						label={t("carryOver.to")}
						value={value.to}
						filter={{}}
						except={props.detail.row.id}
						error={errors.at("to")}
						onChange={(to) => set({ to })}
					/>
					<Reason value={value.reason} error={errors.at("reason")} onInput={(reason) => set({ reason })} />
				</>
			)}
		</CommandForm>
	);
}

/** 撤销: needs the listing authority's document. */
export function WithdrawForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({ document: "", reason: "" }));
	const { value, set } = draft;
	return (
		<CommandForm
			{...props}
			verb="withdrawIssue"
			draft={draft}
			intro={t("withdraw.intro")}
			command={
				value.document.trim().length >= 2 && value.reason.trim().length >= 2
					? { type: "withdrawIssue", document: value.document.trim(), reason: value.reason.trim() }
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("withdraw.document")}
						required={true}
						value={value.document}
						error={errors.at("document")}
						onInput={(document) => set({ document })}
					/>
					<Reason value={value.reason} error={errors.at("reason")} onInput={(reason) => set({ reason })} />
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
