import { createSignal, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { PreviewFoot } from "../../importing/preview-foot.tsx";
import { type KindFilter, PreviewSummary } from "../../importing/preview-summary.tsx";
import { FindingList } from "../../rules/index.ts";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Section } from "../../ui/section.tsx";
import type { ComplaintWizardState } from "./complaint-wizard-state.ts";
import { ContextForm } from "./context-form.tsx";
import { PlaceMatching } from "./place-matching.tsx";
import { PreviewItems } from "./preview-items.tsx";
import { Vanished } from "./vanished.tsx";

/** Step 2: under which inspection, which places are meant, and what would happen to each row. */
export function PreviewStep(props: { wizard: ComplaintWizardState; onNext: () => void }): JSX.Element {
	let scroller: HTMLDivElement | undefined;
	const [kind, setKind] = createSignal<KindFilter>("");
	const preview = () => props.wizard.preview();
	return (
		<div
			ref={(element) => {
				scroller = element;
			}}
			class="min-h-0 flex-1 overflow-auto"
		>
			<div class="mx-auto flex max-w-6xl flex-col gap-4 p-4">
				<ContextForm wizard={props.wizard} />
				<Show when={props.wizard.failure()}>
					{(error) => <ErrorBox error={error()} onRetry={() => void props.wizard.save()} />}
				</Show>
				<Show when={preview()} fallback={<SkeletonLines lines={8} label={t("preview.comparing")} />}>
					{(found) => (
						<>
							<PreviewSummary counts={found().summary} kind={kind()} onKind={setKind} />
							<Show when={found().blocking.length > 0}>
								<Section title={t("preview.blocking")} count={found().blocking.length}>
									<FindingList findings={found().blocking} />
								</Section>
							</Show>
							<Show when={found().regions.length > 0}>
								<PlaceMatching wizard={props.wizard} regions={found().regions} />
							</Show>
							<PreviewItems
								wizard={props.wizard}
								items={found().items}
								kind={kind()}
								onKind={setKind}
								scroller={() => scroller}
							/>
							<Vanished vanished={found().vanished} />
						</>
					)}
				</Show>
				<PreviewFoot
					blocked={preview() === null || (preview()?.blocking.length ?? 0) > 0}
					saveState={props.wizard.saveState()}
					onNext={() => props.onNext()}
				/>
			</div>
		</div>
	);
}
