import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import type { ImportDraft, ImportProgress } from "@zhenggai/domain/issues";
import type { Refusal } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import { client } from "../api.ts";
import { countText, word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { newId } from "../ids.ts";
import { Why } from "../rules/index.ts";
import { Button } from "../ui/button.tsx";
import { ErrorBox } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { Progress } from "../ui/progress.tsx";
import { PageHead } from "../ui/section.tsx";

type Outcome<R> = { ok: true; value: R } | { ok: false; refusals: readonly Refusal[] };
type Envelope = { idempotencyKey: string; justification?: string };

/** The last step of every wizard: one act, all or nothing, with its progress. */
export function ApplyPanel<R>(props: {
	draft: ImportDraft;
	/** What is about to be written. */
	counts: readonly { readonly label: string; readonly count: number }[];
	text: string;
	apply: (envelope: Envelope) => Promise<Outcome<R>>;
	/** The ledger has it: say so, and make what is on the screen fresh. */
	onApplied: (result: R) => Promise<void>;
	onBack: () => void;
}): JSX.Element {
	const [busy, setBusy] = createSignal(false);
	const [progress, setProgress] = createSignal<ImportProgress | null>(null);
	const [refusals, setRefusals] = createSignal<readonly Refusal[]>([]);
	const [failure, setFailure] = createSignal<unknown>(null);
	const [justification, setJustification] = createSignal("");
	const total = () => props.counts.reduce((sum, { count }) => sum + count, 0);
	let key = newId();
	let line: { unsubscribe: () => void } | undefined;
	onCleanup(() => line?.unsubscribe());

	const apply = async () => {
		setBusy(true);
		setFailure(null);
		setRefusals([]);
		line = client.issues.watchImport.subscribe(
			{ importId: props.draft.id },
			// Progress is a courtesy: without the line the act itself goes on.
			{ onData: setProgress, onError: () => undefined },
		);
		const reason = justification().trim();
		try {
			const outcome = await props.apply({
				idempotencyKey: key,
				...(reason === "" ? {} : { justification: reason }),
			});
			key = newId();
			if (outcome.ok) await props.onApplied(outcome.value);
			else setRefusals(outcome.refusals);
		} catch (error) {
			setFailure(() => error);
		} finally {
			line?.unsubscribe();
			setBusy(false);
			setProgress(null);
		}
	};

	return (
		<div class="mx-auto flex w-full max-w-2xl flex-col gap-4 overflow-auto p-5">
			<PageHead title={t("apply.title")} text={props.text} />
			<dl class="grid grid-cols-2 gap-2">
				<For each={props.counts}>
					{(one) => (
						<div class="rounded-md border border-line bg-sheet px-4 py-3">
							<dt class="text-ink-soft">{one.label}</dt>
							<dd class="text-[1.71rem] font-semibold tabular-nums">{countText(one.count)}</dd>
						</div>
					)}
				</For>
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
			<Running busy={busy()} progress={progress()} />
			<div class="flex flex-wrap gap-2">
				<Button look="primary" busy={busy()} disabled={total() === 0} onClick={() => void apply()}>
					{t("apply.button")}
				</Button>
				<Button onClick={() => props.onBack()} disabled={busy()}>
					{t("back")}
				</Button>
				<span class="ml-auto">
					<Discard
						importId={props.draft.id}
						disabled={busy()}
						onFailure={(error) => setFailure(() => error)}
					/>
				</span>
			</div>
		</div>
	);
}

function Running(props: { busy: boolean; progress: ImportProgress | null }): JSX.Element {
	const part = () => {
		const at = props.progress;
		return at === null || at.total === 0 ? undefined : at.done / at.total;
	};
	return (
		<div role="status" aria-live="polite">
			<Show when={props.busy}>
				<div class="flex items-center gap-3 rounded border border-line bg-sheet px-3 py-2">
					<Progress label={t("apply.running")} part={part()} />
					<span class="tabular-nums">
						<Show when={props.progress} fallback={t("apply.running")}>
							{(at) =>
								`${word(vocab.importPhase, at().phase)} ${countText(at().done)}/${countText(at().total)}`
							}
						</Show>
					</span>
				</div>
			</Show>
		</div>
	);
}

function Discard(props: {
	importId: string;
	disabled: boolean;
	onFailure: (error: unknown) => void;
}): JSX.Element {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const discard = async () => {
		try {
			await client.issues.discardImport.mutate({ importId: props.importId });
			await queryClient.invalidateQueries({ queryKey: ["issues", "listImports"] });
			navigate("/imports");
		} catch (error) {
			props.onFailure(error);
		}
	};
	return (
		<Button look="danger" onClick={() => void discard()} disabled={props.disabled}>
			{t("apply.discard")}
		</Button>
	);
}
