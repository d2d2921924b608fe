import { useSearchParams } from "@solidjs/router";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { Icon } from "../ui/icon.tsx";
import { DownloadSource } from "./download-source.tsx";
import type { SaveState } from "./saved-choices.ts";

const STEPS = ["read", "preview", "apply"] as const;
export type Step = (typeof STEPS)[number];
const isStep = (text: unknown): text is Step => STEPS.some((step) => step === text);

/** The step of the wizard that the address names, and the way to another. */
export function useStep(): readonly [() => Step, (next: Step) => void] {
	const [params, setParams] = useSearchParams();
	return [() => (isStep(params.step) ? params.step : "read"), (step) => setParams({ step })];
}

/** The bar above every wizard: which document, which step, and whether what was chosen is kept. */
export function WizardFrame(props: {
	draft: ImportDraft;
	/** Whether there is anything to go on with. */
	usable: boolean;
	saveState: SaveState;
	step: Step;
	onStep: (step: Step) => void;
	children: JSX.Element;
}): JSX.Element {
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
				<DownloadSource draft={props.draft} />
				<Steps step={props.step} onStep={props.onStep} usable={props.usable} />
				<span
					class="ml-auto text-[0.93rem] text-ink-soft"
					role="status"
					aria-live="polite"
					data-save={props.saveState}
				>
					{t(`save.${props.saveState}`)}
				</span>
			</div>
			{props.children}
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
