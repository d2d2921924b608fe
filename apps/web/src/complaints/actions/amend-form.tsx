import { createEffect, createMemo, createSignal, type JSX, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { client } from "../../api.ts";
import { dropDraft, keepDraft, keptDraft } from "../../drafts.ts";
import { t } from "../../i18n/index.ts";
import { jsonCopy } from "../../json-copy.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import type { FormProps } from "./complaint-dialog.tsx";
import { ComplaintForm } from "./complaint-form.tsx";
import { changesBetween, draftOf, type ElementDraft, malformed, readElementDraft } from "./element-draft.ts";
import { ElementFields } from "./element-fields.tsx";

/** What is kept of an amendment that is not sent yet: also on which version it was made, and from what. */
type Kept = {
	readonly version: number;
	readonly start: ElementDraft;
	readonly draft: ElementDraft;
	readonly reason: string;
	readonly document: string;
};

function readKept(value: unknown): Kept | null {
	if (typeof value !== "object" || value === null) return null;
	const part = (name: string): unknown => Reflect.get(value, name);
	const [start, draft] = [readElementDraft(part("start")), readElementDraft(part("draft"))];
	const [version, reason, document] = [part("version"), part("reason"), part("document")];
	if (start === null || draft === null || typeof version !== "number") return null;
	return {
		version,
		start,
		draft,
		reason: typeof reason === "string" ? reason : "",
		document: typeof document === "string" ? document : "",
	};
}

const fresh = (detail: FormProps["detail"]): Kept => ({
	version: detail.row.version,
	start: draftOf(detail.elements),
	draft: draftOf(detail.elements),
	reason: "",
	document: "",
});

/** 更正信访件: only what was touched is sent, with a reason, and the edition that says so where there is one. */
export function AmendForm(props: FormProps): JSX.Element {
	const key = `complaint.${props.detail.row.id}.amend`;
	const kept = keptDraft(key, readKept);
	const [base, setBase] = createSignal(kept ?? fresh(props.detail));
	const [resumed, setResumed] = createSignal(kept !== null);
	const [draft, set] = createStore<ElementDraft>(jsonCopy(base().draft));
	const [reason, setReason] = createSignal(base().reason);
	const [document, setDocument] = createSignal(base().document);
	const changes = createMemo(() => changesBetween(base().start, draft));
	const touched = () => Object.keys(changes()).length > 0;
	const ready = () => touched() && malformed(draft).length === 0 && reason().trim().length >= 2;
	createEffect(() => {
		const { version, start } = base();
		const now = { version, start, draft: jsonCopy(draft), reason: reason(), document: document() };
		if (touched() || now.reason !== "" || now.document !== "") keepDraft(key, now);
		else dropDraft(key);
	});
	const startAnew = () => {
		setBase(fresh(props.detail));
		set(jsonCopy(base().draft));
		setReason("");
		setDocument("");
		setResumed(false);
	};
	return (
		<Show when={base().version} keyed>
			{(version) => (
				<ComplaintForm
					verb="amendComplaint"
					complaintId={props.detail.row.id}
					version={version}
					wide={true}
					ready={ready()}
					intro={t("complaintForm.amendIntro")}
					onSaved={() => {
						set(jsonCopy(base().start));
						setReason("");
						setDocument("");
						dropDraft(key);
					}}
					onClose={() => props.onClose()}
					send={(envelope) =>
						client.complaints.amendComplaint.mutate({
							complaintId: props.detail.row.id,
							command: {
								type: "amendComplaint",
								changes: changes(),
								source:
									document().trim() === ""
										? null
										: { document: document().trim(), sha256: null, lines: null },
								reason: reason().trim(),
								importId: null,
							},
							envelope,
						})
					}
				>
					{(errors) => (
						<>
							<Show when={resumed()}>
								<p
									class="flex flex-wrap items-center gap-2 rounded border border-line bg-sunken px-3 py-1.5"
									role="status"
								>
									{t("complaintForm.resumed")}
									<Button size="small" look="quiet" onClick={startAnew}>
										{t("complaintForm.startAnew")}
									</Button>
								</p>
							</Show>
							<ElementFields draft={draft} errors={errors} onChange={(next) => set(next)} />
							<TextField
								label={t("complaintForm.source")}
								hint={t("complaintForm.sourceHint")}
								value={document()}
								error={errors.at("source")}
								onInput={setDocument}
							/>
							<TextArea
								label={t("form.reason")}
								hint={t("form.reasonHint")}
								required={true}
								rows={2}
								value={reason()}
								error={errors.at("reason")}
								onInput={setReason}
							/>
						</>
					)}
				</ComplaintForm>
			)}
		</Show>
	);
}
