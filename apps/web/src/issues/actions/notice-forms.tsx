import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import { type FormProps, stillThere } from "./form-props.ts";

/** Takes a notice off that was attached by mistake. It stays to be looked up, with the reason. */
export function DetachNoticeForm(props: FormProps): JSX.Element {
	const current = () =>
		props.detail.notices.filter(({ replacedBy, detached }) => replacedBy === null && detached === null);
	const draft = createFormDraft(props, () => ({
		id: stillThere(props.request.part ?? "", current()),
		reason: "",
	}));
	const { value, set } = draft;
	const id = () => stillThere(value.id, current());
	return (
		<CommandForm
			{...props}
			verb="detachNotice"
			draft={draft}
			intro={t("notices.detachIntro")}
			command={
				id() !== "" && value.reason.trim().length >= 2
					? { type: "detachNotice", noticeId: id(), reason: value.reason.trim() }
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("notices.which")}
						required={true}
						value={id()}
						choices={current().map((notice) => ({
							value: notice.id as string,
							label: `${word(vocab.noticeKind, notice.kind)} ${notice.source.document}`,
						}))}
						onChange={(next) => set({ id: next })}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}
