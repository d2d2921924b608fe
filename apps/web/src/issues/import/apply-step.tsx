import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import type { ImportProgress } from "@zhenggai/domain/issues";
import type { Refusal } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import { client } from "../../api.ts";
import { countText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorBox, notify } from "../../ui/feedback.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Progress } from "../../ui/progress.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Why } from "../detail/action-bar.tsx";
import { ledger } from "../ledger.ts";
import type { Wizard } from "./wizard.ts";

/** Step 3: one act, all or nothing, with its progress. */
export function ApplyStep(props: { wizard: Wizard; onBack: () => void; onDone: () => void }): JSX.Element {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const [busy, setBusy] = createSignal(false);
	const [progress, setProgress] = createSignal<ImportProgress | null>(null);
	const [refusals, setRefusals] = createSignal<readonly Refusal[]>([]);
	const [failure, setFailure] = createSignal<unknown>(null);
	const [justification, setJustification] = createSignal("");
	const chosen = () => props.wizard.preview()?.items.filter((item) => item.chosen) ?? [];
	const count = (kind: "new" | "changed") => chosen().filter((item) => item.kind === kind).length;
	let key = newId();
	let line: { unsubscribe: () => void } | undefined;
	onCleanup(() => line?.unsubscribe());
	const { id } = props.wizard.draft;

	const part = () => {
		const at = progress();
		return at === null || at.total === 0 ? undefined : at.done / at.total;
	};
	const apply = async () => {
		setBusy(true);
		setFailure(null);
		setRefusals([]);
		line = client.issues.watchImport.subscribe(
			{ importId: id },
			// Progress is a courtesy: without the line the act itself goes on.
			{ onData: setProgress, onError: () => undefined },
		);
		const reason = justification().trim();
		try {
			const outcome = await client.issues.applyImport.mutate({
				importId: id,
				envelope: { idempotencyKey: key, ...(reason === "" ? {} : { justification: reason }) },
			});
			key = newId();
			if (outcome.ok) {
				notify(
					t("apply.done", { created: outcome.value.created.length, changed: outcome.value.changed.length }),
				);
				ledger.reload();
				await queryClient.invalidateQueries({ queryKey: ["issues"] });
				await queryClient.invalidateQueries({ queryKey: ["responsibilities"] });
				props.onDone();
			} else setRefusals(outcome.refusals);
		} catch (error) {
			setFailure(() => error);
		} finally {
			line?.unsubscribe();
			setBusy(false);
			setProgress(null);
		}
	};
	const discard = async () => {
		await client.issues.discardImport.mutate({ importId: id });
		await queryClient.invalidateQueries({ queryKey: ["issues", "listImports"] });
		navigate("/imports");
	};

	return (
		<div class="mx-auto flex w-full max-w-2xl flex-col gap-4 overflow-auto p-5">
			<PageHead title={t("apply.title")} text={t("apply.text")} />
			<dl class="grid grid-cols-2 gap-2">
				<div class="rounded-md border border-line bg-sheet px-4 py-3">
					<dt class="text-ink-soft">{t("apply.new")}</dt>
					<dd class="text-[1.71rem] font-semibold tabular-nums">{countText(count("new"))}</dd>
				</div>
				<div class="rounded-md border border-line bg-sheet px-4 py-3">
					<dt class="text-ink-soft">{t("apply.changed")}</dt>
					<dd class="text-[1.71rem] font-semibold tabular-nums">{countText(count("changed"))}</dd>
				</div>
			</dl>
			<Show when={refusals().length > 0}>
				<div class="rounded-md border border-late bg-late-wash p-3" role="alert">
					<p class="mb-2 font-medium text-late">{t("form.refused")}</p>
					<Why refusals={refusals()} />
				</div>
				<TextArea
					label={t("form.justification")}
					hint={t("form.justificationHint")}
					value={justification()}
					onInput={setJustification}
				/>
			</Show>
			<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
			<div role="status" aria-live="polite">
				<Show when={busy()}>
					<div class="flex items-center gap-3 rounded border border-line bg-sheet px-3 py-2">
						<Progress label={t("apply.running")} part={part()} />
						<span class="tabular-nums">
							<Show when={progress()} fallback={t("apply.running")}>
								{(at) =>
									`${word(vocab.importPhase, at().phase)} ${countText(at().done)}/${countText(at().total)}`
								}
							</Show>
						</span>
					</div>
				</Show>
			</div>
			<div class="flex flex-wrap gap-2">
				<Button look="primary" busy={busy()} disabled={chosen().length === 0} onClick={() => void apply()}>
					{t("apply.button")}
				</Button>
				<Button onClick={() => props.onBack()} disabled={busy()}>
					{t("back")}
				</Button>
				<span class="ml-auto">
					<Button look="danger" onClick={() => void discard()} disabled={busy()}>
						{t("apply.discard")}
					</Button>
				</span>
			</div>
		</div>
	);
}
