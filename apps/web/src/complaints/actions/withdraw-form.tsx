import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { createTabDraft } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import type { FormProps } from "./complaint-dialog.tsx";
import { ComplaintForm } from "./complaint-form.tsx";

/** 撤销信访件: it leaves lists and totals and stays in the journal. */
export function WithdrawForm(props: FormProps): JSX.Element {
	const draft = createTabDraft(`withdrawComplaint.${props.detail.row.id}`, () => ({
		document: "",
		reason: "",
	}));
	const { value, set } = draft;
	return (
		<ComplaintForm
			verb="withdrawComplaint"
			complaintId={props.detail.row.id}
			version={props.detail.row.version}
			draft={draft}
			ready={value.reason.trim().length >= 2}
			intro={t("complaintForm.withdrawIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.complaints.withdrawComplaint.mutate({
					complaintId: props.detail.row.id,
					command: {
						type: "withdrawComplaint",
						reason: value.reason.trim(),
						document: value.document.trim() === "" ? null : value.document.trim(),
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<TextArea
						label={t("form.reason")}
						hint={t("form.reasonHint")}
						required={true}
						rows={2}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
					<TextField
						label={t("withdraw.document")}
						value={value.document}
						error={errors.at("document")}
						onInput={(document) => set({ document })}
					/>
				</>
			)}
		</ComplaintForm>
	);
}
