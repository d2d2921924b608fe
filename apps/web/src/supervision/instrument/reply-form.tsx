import type { Outcome } from "@zhenggai/domain/kernel";
import type { InstrumentDetail } from "@zhenggai/domain/supervision";
import { createSignal, type JSX, Show, Suspense } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft, type Envelope } from "../../commands/index.ts";
import { date } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { type AttachedFiles, Attachments } from "../../progress/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { draftKey, frameOf, type InstrumentFormProps } from "./form-props.ts";
import { InstrumentForm } from "./instrument-form.tsx";

/** 书面回复 with the evidence that shows it: new files go on the issue's record first. */
export function ReplyForm(props: InstrumentFormProps): JSX.Element {
	const draft = createKeptDraft(draftKey(props), () => ({ text: "" }));
	const [files, setFiles] = createSignal<AttachedFiles | null>(null);
	const send = async (envelope: Envelope): Promise<Outcome<InstrumentDetail>> => {
		const attached = (await files()?.attach(envelope.idempotencyKey)) ?? null;
		if (attached !== null && !attached.ok) return { ...attached, conflict: null };
		const outcome = await client.supervision.replyInstrument.mutate({
			instrumentId: props.detail.row.id,
			command: {
				type: "replyInstrument",
				text: draft.value.text.trim(),
				evidenceIds: [...(files()?.ids() ?? [])],
			},
			envelope,
		});
		if (outcome.ok) files()?.drop();
		return outcome;
	};
	const due = () => props.detail.row.replyDueOn;
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={draft.value.text.trim().length >= 2 && files()?.ready() !== false}
			wide={true}
			draft={draft}
			intro={t("sup.replyIntro")}
			onClose={() => props.onClose()}
			send={send}
		>
			{(errors) => (
				<>
					<Show when={due()}>
						{(day) => <p class="font-medium">{t("sup.replyBy", { date: date(day()) })}</p>}
					</Show>
					<TextArea
						label={t("sup.replyText")}
						hint={t("sup.replyHint")}
						required={true}
						rows={8}
						value={draft.value.text}
						error={errors.at("text")}
						onInput={(text) => draft.set("text", text)}
					/>
					<Suspense>
						<Show when={props.issue}>
							{(issue) => (
								<Attachments
									detail={issue()}
									draftKey={`${draftKey(props)}files`}
									legend={t("sup.evidence")}
									error={errors.at("evidenceIds")}
									onReady={setFiles}
								/>
							)}
						</Show>
					</Suspense>
				</>
			)}
		</InstrumentForm>
	);
}
