import type { NoticePreviewItem } from "@zhenggai/domain/close-out";
import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { countText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { PreviewFoot } from "../../importing/preview-foot.tsx";
import { type KindFilter, KindSelect, PreviewSummary } from "../../importing/preview-summary.tsx";
import { FindingList } from "../../rules/index.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Section } from "../../ui/section.tsx";
import { ContextForm } from "./context-form.tsx";
import type { NoticeWizardState } from "./notice-wizard-state.ts";
import { PreviewItem } from "./preview-item.tsx";

/** Step 2: which issue each notice is about, and what would happen to it. */
export function PreviewStep(props: { wizard: NoticeWizardState; onNext: () => void }): JSX.Element {
	const [kind, setKind] = createSignal<KindFilter>("");
	const preview = () => props.wizard.preview();
	return (
		<div class="min-h-0 flex-1 overflow-auto">
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
							<Items wizard={props.wizard} items={found().items} kind={kind()} onKind={setKind} />
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

function Items(props: {
	wizard: NoticeWizardState;
	items: readonly NoticePreviewItem[];
	kind: KindFilter;
	onKind: (kind: KindFilter) => void;
}): JSX.Element {
	const shown = createMemo(() =>
		props.items.filter((item) => (props.kind === "" ? item.kind !== "same" : item.kind === props.kind)),
	);
	const keys = createMemo(() => shown().map(({ key }) => key), [], {
		// The same notices in the same order: what the clerk has open in them stays open.
		equals: (a, b) => a.join() === b.join(),
	});
	const chosen = () => props.items.filter((item) => item.chosen).length;
	const takeAll = (apply: boolean) => {
		const { items } = props.wizard.choices();
		const open = shown().filter((item) => item.kind === "new" || item.kind === "changed" || !apply);
		props.wizard.setItems(Object.fromEntries(open.map(({ key }) => [key, { ...items[key], apply }])));
	};
	return (
		<Section
			title={t("preview.items")}
			count={shown().length}
			aside={
				<>
					<span class="text-[0.93rem] text-ink-soft">{t("preview.chosen", { n: countText(chosen()) })}</span>
					<KindSelect kind={props.kind} onKind={props.onKind} />
					<Button size="small" onClick={() => takeAll(true)}>
						{t("preview.all")}
					</Button>
					<Button size="small" onClick={() => takeAll(false)}>
						{t("preview.none")}
					</Button>
				</>
			}
		>
			<Show when={shown().length > 0} fallback={<p class="text-ink-soft">{t("preview.nothing")}</p>}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={keys()}>
						{(key) => (
							<Show when={shown().find((item) => item.key === key)}>
								{(item) => <PreviewItem wizard={props.wizard} item={item()} />}
							</Show>
						)}
					</For>
				</ul>
			</Show>
		</Section>
	);
}
