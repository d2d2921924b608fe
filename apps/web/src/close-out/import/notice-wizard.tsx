import "../notice-words.ts";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { type JSX, Match, onMount, Show, Switch } from "solid-js";
import { NothingRead } from "../../importing/nothing-read.tsx";
import { useStep, WizardFrame } from "../../importing/wizard-frame.tsx";
import { ApplyStep } from "./apply-step.tsx";
import { createNoticeWizard } from "./notice-wizard-state.ts";
import { PreviewStep } from "./preview-step.tsx";
import { ReadingStep } from "./reading-step.tsx";

/** The wizard of completion and close-out notices: as read → which issue each is about → attached to it. */
export default function NoticeWizard(props: { draft: ImportDraft; onDone: () => void }): JSX.Element {
	// The draft of this id does not change under the wizard: what changes is what the clerk chooses.
	const wizard = createNoticeWizard(props.draft);
	const [step, go] = useStep();
	const usable = () => props.draft.proposal.notices.length > 0;
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
