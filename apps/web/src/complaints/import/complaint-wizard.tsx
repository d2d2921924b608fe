import { useQueryClient } from "@tanstack/solid-query";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { type JSX, Match, onMount, Show, Switch } from "solid-js";
import { ColumnsPanel } from "../../importing/columns/columns-panel.tsx";
import { NothingRead } from "../../importing/nothing-read.tsx";
import { rereadDraft } from "../../importing/reread.ts";
import { useStep, WizardFrame } from "../../importing/wizard-frame.tsx";
import { ApplyStep } from "./apply-step.tsx";
import { createComplaintWizard } from "./complaint-wizard-state.ts";
import { PreviewStep } from "./preview-step.tsx";
import { ReadingStep } from "./reading-step.tsx";

/** The wizard of a complaint table: its rows as read → what they would do → into the ledger. */
export default function ComplaintWizard(props: { draft: ImportDraft; onDone: () => void }): JSX.Element {
	// The draft of this id does not change under the wizard: what changes is what the clerk chooses.
	const wizard = createComplaintWizard(props.draft);
	const queryClient = useQueryClient();
	const [step, go] = useStep();
	const usable = () => props.draft.proposal.complaints.length > 0;
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
					onReread={async (hint) => {
						await wizard.save();
						await rereadDraft(queryClient, props.draft, hint);
					}}
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
