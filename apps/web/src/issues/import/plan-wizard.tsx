import type { ImportDraft } from "@zhenggai/domain/issues";
import { type JSX, Match, onMount, Show, Switch } from "solid-js";
import { ColumnsPanel } from "../../importing/columns/columns-panel.tsx";
import { NothingRead } from "../../importing/nothing-read.tsx";
import { useStep, WizardFrame } from "../../importing/wizard-frame.tsx";
import { ApplyStep } from "./apply-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { ReadingStep } from "./reading-step.tsx";
import { createWizard } from "./wizard.ts";

/** The wizard of a plan, task list or measure list: what was read → what it would do → into the ledger. */
export default function PlanWizard(props: { draft: ImportDraft; onDone: () => void }): JSX.Element {
	// The draft of this id does not change under the wizard: what changes is what the clerk chooses.
	const wizard = createWizard(props.draft);
	const [step, go] = useStep();
	const usable = () => props.draft.proposal.issues.length > 0;
	onMount(() => {
		if (usable()) void wizard.save();
	});
	return (
		<WizardFrame
			draft={props.draft}
			usable={usable()}
			saveState={wizard.saveState()}
			step={step()}
			onStep={go}
		>
			<Show when={step() === "read" || !usable()}>
				<ColumnsPanel
					proposal={props.draft.proposal}
					hint={props.draft.hint}
					onReread={(hint) => wizard.reread(hint)}
				/>
			</Show>
			<Show when={usable()} fallback={<NothingRead draft={props.draft} />}>
				<Switch>
					<Match when={step() === "read"}>
						<ReadingStep wizard={wizard} onNext={() => go("preview")} />
					</Match>
					<Match when={step() === "preview"}>
						<PreviewStep wizard={wizard} onNext={() => go("apply")} />
					</Match>
					<Match when={step() === "apply"}>
						<ApplyStep wizard={wizard} onBack={() => go("preview")} onDone={() => props.onDone()} />
					</Match>
				</Switch>
			</Show>
		</WizardFrame>
	);
}
