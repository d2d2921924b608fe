import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Match, onMount, Show, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Empty, ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ApplyStep } from "./apply-step.tsx";
import { ImportDone } from "./import-done.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { ReadingStep } from "./reading-step.tsx";
import { createWizard, type Wizard } from "./wizard.ts";

const STEPS = ["read", "preview", "apply"] as const;
type Step = (typeof STEPS)[number];
const isStep = (text: unknown): text is Step => STEPS.some((step) => step === text);

/** The wizard of one import: what was read → what it would do → into the ledger. */
export default function ImportPage(): JSX.Element {
	const params = useParams<{ id: string }>();
	const draft = useQuery(() => ({
		...queries.issues.getImport({ importId: params.id }),
		reconcile: false as const,
	}));
	return (
		<Switch
			fallback={
				<div class="p-6">
					<SkeletonLines lines={10} />
				</div>
			}
		>
			<Match when={loaded(draft)?.state === "draft"}>
				<Show when={loaded(draft)?.id} keyed>
					{(_id) => (
						<Show when={loaded(draft)}>
							{(found) => <DraftWizard draft={found()} onDone={() => void draft.refetch()} />}
						</Show>
					)}
				</Show>
			</Match>
			<Match when={loaded(draft)?.state === "applied" && loaded(draft)}>
				{(found) => <ImportDone draft={found()} />}
			</Match>
			<Match when={loaded(draft)?.state === "discarded"}>
				<Empty icon="import" title={t("import.wasDiscarded")}>
					<A href="/imports" class={buttonClass("primary")}>
						{t("import.title")}
					</A>
				</Empty>
			</Match>
			<Match when={draft.error}>
				{(error) => (
					<div class="p-6">
						<ErrorBox error={error()} onRetry={() => void draft.refetch()} />
					</div>
				)}
			</Match>
		</Switch>
	);
}

function DraftWizard(props: { draft: ImportDraft; onDone: () => void }): JSX.Element {
	const [params, setParams] = useSearchParams();
	// The draft of this id does not change under the wizard: what changes is what the clerk chooses.
	const wizard = createWizard(props.draft);
	const step = (): Step => (isStep(params.step) ? params.step : "read");
	const go = (next: Step) => setParams({ step: next });
	onMount(() => {
		if (props.draft.proposal.issues.length > 0) void wizard.save();
	});
	return (
		<div class="flex h-full flex-col">
			<div class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sheet px-4 py-2">
				<h1 class="flex min-w-0 items-center gap-2 font-semibold">
					<Icon name="document" />
					<span class="truncate">{props.draft.sourceName}</span>
				</h1>
				<span class="text-[0.93rem] text-ink-soft">
					{word(vocab.documentKind, props.draft.proposal.kind)}
					<Show when={props.draft.proposal.layout}>
						{(layout) => <> · {t("import.layout", { id: layout() })}</>}
					</Show>
				</span>
				<Steps step={step()} onStep={go} usable={props.draft.proposal.issues.length > 0} />
				<SaveNote wizard={wizard} />
			</div>
			<Show when={props.draft.proposal.issues.length > 0} fallback={<NothingRead draft={props.draft} />}>
				<Switch>
					<Match when={step() === "read"}>
						<ReadingStep wizard={wizard} onNext={() => go("preview")} />
					</Match>
					<Match when={step() === "preview"}>
						<PreviewStep wizard={wizard} onNext={() => go("apply")} />
					</Match>
					<Match when={step() === "apply"}>
						<ApplyStep wizard={wizard} onBack={() => go("preview")} onDone={props.onDone} />
					</Match>
				</Switch>
			</Show>
		</div>
	);
}

function Steps(props: { step: Step; usable: boolean; onStep: (step: Step) => void }): JSX.Element {
	return (
		<ol class="flex items-center gap-1">
			<For each={STEPS}>
				{(step, index) => (
					<li class="flex items-center gap-1">
						<Show when={index() > 0}>
							<Icon name="chevronRight" size={12} class="text-ink-faint" />
						</Show>
						<button
							type="button"
							class="tap rounded px-2 py-1 text-ink-soft hover:bg-hover aria-[current=step]:bg-accent-wash aria-[current=step]:font-medium aria-[current=step]:text-accent disabled:opacity-55"
							aria-current={props.step === step ? "step" : undefined}
							disabled={!props.usable}
							onClick={() => props.onStep(step)}
						>
							{index() + 1} {t(`import.step.${step}`)}
						</button>
					</li>
				)}
			</For>
		</ol>
	);
}

function SaveNote(props: { wizard: Wizard }): JSX.Element {
	return (
		<span
			class="ml-auto text-[0.93rem] text-ink-soft"
			role="status"
			aria-live="polite"
			data-save={props.wizard.saveState()}
		>
			{t(`save.${props.wizard.saveState()}`)}
		</span>
	);
}

/** A document without issues: what the reader says about it, and its text. */
function NothingRead(props: { draft: ImportDraft }): JSX.Element {
	return (
		<div class="mx-auto w-full max-w-4xl overflow-auto p-6">
			<Empty icon="document" title={t("import.nothingRead")} text={t("import.nothingReadText")}>
				<A href="/imports" class={buttonClass("primary")}>
					{t("import.another")}
				</A>
			</Empty>
			<ul class="flex flex-col gap-1.5">
				<For each={props.draft.proposal.warnings}>
					{(warning) => (
						<li class="flex items-start gap-2 rounded border border-near bg-near-wash px-3 py-2 text-near">
							<Icon name="alert" class="mt-0.5" />
							<WarningText warning={warning} />
						</li>
					)}
				</For>
			</ul>
		</div>
	);
}

const WarningText = (props: { warning: ImportDraft["proposal"]["warnings"][number] }) => (
	<span>
		<strong>{word(vocab.readingWarning, props.warning.code)}</strong> {say(props.warning.message)}
	</span>
);
