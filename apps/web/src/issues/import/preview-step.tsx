import type { PreviewItem } from "@zhenggai/domain/issues";
import { badges, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { PreviewFoot } from "../../importing/preview-foot.tsx";
import { type KindFilter, KindSelect, PreviewSummary } from "../../importing/preview-summary.tsx";
import { FindingList } from "../../rules/index.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Section } from "../../ui/section.tsx";
import { ContextForm } from "./context-form.tsx";
import { PlanDifferences } from "./plan-differences.tsx";
import { UnitMatching } from "./unit-matching.tsx";
import type { Wizard } from "./wizard.ts";

/** Step 2: under which inspection, which units are meant, and what would happen to each issue. */
export function PreviewStep(props: { wizard: Wizard; onNext: () => void }): JSX.Element {
	const preview = () => props.wizard.preview();
	const [kind, setKind] = createSignal<KindFilter>("");
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
							<UnitMatching wizard={props.wizard} units={found().units} />
							<Items wizard={props.wizard} items={found().items} kind={kind()} onKind={setKind} />
							<div id="vanished">
								<Show when={found().vanished.length > 0}>
									<Section title={t("preview.vanished")} count={found().vanished.length}>
										<p class="mb-2 text-ink-soft">{t("preview.vanishedText")}</p>
										<ul class="flex flex-col gap-1.5">
											<For each={found().vanished}>
												{(one) => (
													<li class="flex gap-3">
														<a class="shrink-0 text-accent underline" href={`/issues/${one.issueId}`}>
															{formatNumber(one.number, language())}
														</a>
														<span class="clamp-2">{one.statement}</span>
													</li>
												)}
											</For>
										</ul>
									</Section>
								</Show>
							</div>
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
	wizard: Wizard;
	items: readonly PreviewItem[];
	kind: KindFilter;
	onKind: (kind: KindFilter) => void;
}): JSX.Element {
	const shown = createMemo(() =>
		props.items.filter((item) => (props.kind === "" ? item.kind !== "same" : item.kind === props.kind)),
	);
	const chosen = () => props.items.filter((item) => item.chosen).length;
	const takeAll = (apply: boolean) =>
		props.wizard.setItems(
			Object.fromEntries(
				shown()
					.filter((item) => item.kind === "new" || item.kind === "changed")
					.map((item) => [item.key, { ...props.wizard.choices.items[item.key], apply }]),
			),
		);
	return (
		<Section
			title={t("preview.items")}
			count={shown().length}
			aside={
				<>
					<span class="text-[0.93rem] text-ink-soft">{t("preview.chosen", { n: chosen() })}</span>
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
					<For each={shown()}>{(item) => <Item wizard={props.wizard} item={item} />}</For>
				</ul>
			</Show>
		</Section>
	);
}

function Item(props: { wizard: Wizard; item: PreviewItem }): JSX.Element {
	const choice = () => props.wizard.choices.items[props.item.key];
	const fixed = () => props.item.kind === "same" || props.item.kind === "refused";
	return (
		<li class="py-2.5 first:pt-0" data-item={props.item.key}>
			<div class="flex items-start gap-3">
				<label class="tap flex shrink-0 items-center gap-2">
					<input
						type="checkbox"
						class="size-4 accent-accent"
						checked={props.item.chosen}
						disabled={fixed()}
						onChange={(event) =>
							props.wizard.setItem(props.item.key, { ...choice(), apply: event.currentTarget.checked })
						}
					/>
					<span class="w-16 font-medium">{formatNumber(props.item.number ?? "—", language())}</span>
				</label>
				<Badge of={badges.preview[props.item.kind]} word={word(vocab.previewKind, props.item.kind)} />
				<span class="clamp-2 min-w-0 flex-1">{props.item.statement}</span>
			</div>
			<Show when={props.item.differences.length > 0}>
				<PlanDifferences
					item={props.item}
					fields={choice()?.fields}
					onFields={(fields) => props.wizard.setItem(props.item.key, { apply: true, fields })}
				/>
			</Show>
			<Show when={props.item.findings.length > 0}>
				<details class="mt-1.5 pl-7">
					<summary class="tap text-[0.93rem] text-ink-soft">
						{t("preview.findings", { n: props.item.findings.length })}
					</summary>
					<div class="mt-1.5">
						<FindingList findings={props.item.findings} />
					</div>
				</details>
			</Show>
		</li>
	);
}
