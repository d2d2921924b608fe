import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { ImportRecord } from "@zhenggai/domain/issues";
import { createSignal, type JSX, Show } from "solid-js";
import { client, queries } from "../api.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import { Button } from "../ui/button.tsx";
import { EditDialog } from "../ui/edit-dialog.tsx";
import { ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { UndoPreview } from "./undo-preview.tsx";

type Undoable = Pick<ImportRecord, "id" | "state" | "sourceName">;

/** 撤销导入, on imports that are in the ledger and for those who may: the window with what it would do. */
export function UndoImport(props: { record: Undoable; size?: "small" | "normal" }): JSX.Element {
	const me = useMe();
	const [open, setOpen] = createSignal(false);
	return (
		<Show when={props.record.state === "applied" && mayDo(me(), "undoImport")}>
			<Button size={props.size ?? "normal"} onClick={() => setOpen(true)}>
				{t("undo.button")}
			</Button>
			<Show when={open()}>
				<UndoDialog record={props.record} onClose={() => setOpen(false)} />
			</Show>
		</Show>
	);
}

function UndoDialog(props: { record: Undoable; onClose: () => void }): JSX.Element {
	const queryClient = useQueryClient();
	const [reason, setReason] = createSignal("");
	const preview = useQuery(() => ({
		...queries.issues.previewUndoImport({ importId: props.record.id }),
		// What is in the way changes with every click of somebody else.
		staleTime: 0,
		gcTime: 0,
	}));
	const clear = () => loaded(preview)?.blocking.length === 0;
	return (
		<EditDialog
			title={t("undo.title", { name: props.record.sourceName })}
			submit={t("undo.button")}
			ready={clear() && reason().trim().length >= 2}
			wide
			send={(idempotencyKey) =>
				client.issues.undoImport.mutate({
					importId: props.record.id,
					reason: reason(),
					envelope: { idempotencyKey },
				})
			}
			done={({ value }) => t("undo.done", { voided: value.voided, restored: value.restored })}
			onSaved={() => {
				void queryClient.invalidateQueries({ queryKey: ["issues"] });
				void queryClient.invalidateQueries({ queryKey: ["complaints"] });
			}}
			onClose={props.onClose}
		>
			{(errorAt) => (
				<>
					<p class="text-ink-soft">{t("undo.text")}</p>
					<Show when={preview.error}>
						{(error) => <ErrorBox error={error()} onRetry={() => void preview.refetch()} />}
					</Show>
					<Show when={loaded(preview)} fallback={preview.isPending && <SkeletonLines lines={4} />}>
						{(found) => (
							<>
								<UndoPreview preview={found()} />
								<Show when={clear()}>
									<TextArea
										label={t("undo.reason")}
										hint={t("undo.reasonHint")}
										error={errorAt("reason")}
										required
										rows={2}
										value={reason()}
										onInput={setReason}
									/>
								</Show>
							</>
						)}
					</Show>
				</>
			)}
		</EditDialog>
	);
}
