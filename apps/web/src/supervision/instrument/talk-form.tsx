import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { draftKey, frameOf, type InstrumentFormProps } from "./form-props.ts";
import { InstrumentForm } from "./instrument-form.tsx";

/** Names, one a line or parted by commas. */
const namesIn = (text: string): string[] => [
	...new Set(
		text
			.split(/[\n,，、;；]/)
			.map((name) => name.trim())
			.filter((name) => name !== ""),
	),
];

/** Records that a talk was held: the report is due from this day on. */
export function HoldTalkForm(props: InstrumentFormProps): JSX.Element {
	const me = useMe();
	const draft = createKeptDraft(draftKey(props), () => ({
		heldOn: me().today,
		chairedBy: props.detail.instrument.issued?.signer ?? "",
		present: "",
	}));
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={
				draft.value.heldOn !== "" &&
				draft.value.chairedBy.trim() !== "" &&
				namesIn(draft.value.present).length > 0
			}
			draft={draft}
			intro={t("sup.holdIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.supervision.holdTalk.mutate({
					instrumentId: props.detail.row.id,
					command: {
						type: "holdTalk",
						heldOn: draft.value.heldOn,
						chairedBy: draft.value.chairedBy.trim(),
						present: namesIn(draft.value.present),
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-4 sm:grid-cols-2">
						<TextField
							type="date"
							label={t("sup.heldOn")}
							required={true}
							max={me().today}
							value={draft.value.heldOn}
							error={errors.at("heldOn")}
							onInput={(on) => draft.set("heldOn", on)}
						/>
						<TextField
							label={t("sup.chairedBy")}
							required={true}
							maxLength={120}
							value={draft.value.chairedBy}
							error={errors.at("chairedBy")}
							onInput={(name) => draft.set("chairedBy", name)}
						/>
					</div>
					<TextArea
						label={t("sup.present")}
						hint={t("sup.presentHint")}
						required={true}
						value={draft.value.present}
						error={errors.at("present")}
						onInput={(names) => draft.set("present", names)}
					/>
				</>
			)}
		</InstrumentForm>
	);
}
