import type { PreviewItem } from "@zhenggai/domain/issues";
import { badges, choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { countText, word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { Badge } from "../ui/badge.tsx";

/** Which items of a preview are shown: one kind, or all but the unchanged. */
export type KindFilter = PreviewItem["kind"] | "";

const KINDS = ["new", "changed", "same", "refused"] as const;

/** How many of each kind there are; every number opens its items. */
export function PreviewSummary(props: {
	counts: Readonly<Record<PreviewItem["kind"], number>> & { readonly vanished?: number };
	kind: KindFilter;
	onKind: (kind: KindFilter) => void;
}): JSX.Element {
	return (
		<ul
			class={`grid grid-cols-2 gap-2 ${props.counts.vanished === undefined ? "sm:grid-cols-4" : "sm:grid-cols-5"}`}
		>
			<For each={KINDS}>
				{(kind) => (
					<li>
						<button
							type="button"
							class="w-full rounded-md border border-line bg-sheet px-3 py-2 text-left hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-wash"
							aria-pressed={props.kind === kind}
							data-count={kind}
							onClick={() => props.onKind(props.kind === kind ? "" : kind)}
						>
							<span class="block text-[1.71rem] font-semibold tabular-nums">
								{countText(props.counts[kind])}
							</span>
							<Badge of={badges.preview[kind]} word={word(vocab.previewKind, kind)} />
						</button>
					</li>
				)}
			</For>
			<Show when={props.counts.vanished !== undefined}>
				<li>
					<button
						type="button"
						class="w-full rounded-md border border-line bg-sheet px-3 py-2 text-left hover:bg-hover"
						onClick={() => document.getElementById("vanished")?.scrollIntoView({ block: "start" })}
					>
						<span class="block text-[1.71rem] font-semibold tabular-nums">
							{countText(props.counts.vanished ?? 0)}
						</span>
						<span class="text-ink-soft">{t("preview.vanished")}</span>
					</button>
				</li>
			</Show>
		</ul>
	);
}

/** Chooses the kind of items that are shown. */
export function KindSelect(props: { kind: KindFilter; onKind: (kind: KindFilter) => void }): JSX.Element {
	return (
		<select
			class="field-box w-auto! min-h-7! py-0!"
			aria-label={t("preview.kind")}
			onChange={(event) => {
				const { value } = event.currentTarget;
				props.onKind(
					choicesOf(vocab.previewKind, language()).find((one) => one.value === value)?.value ?? "",
				);
			}}
		>
			<option value="" selected={props.kind === ""}>
				{t("preview.exceptSame")}
			</option>
			<For each={choicesOf(vocab.previewKind, language())}>
				{(choice) => (
					<option value={choice.value} selected={props.kind === choice.value}>
						{choice.label}
					</option>
				)}
			</For>
		</select>
	);
}
