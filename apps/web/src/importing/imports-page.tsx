import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { ImportRecord } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { queries } from "../api.ts";
import { moment, word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import { Tag } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHead, Section } from "../ui/section.tsx";
import { Intake } from "./intake.tsx";
import { madeHref, madeText } from "./made.ts";
import { UndoImport } from "./undo-import.tsx";
import "./words.ts";

/** 导入: where a published document goes in, and what went in before. */
export default function ImportsPage(): JSX.Element {
	const me = useMe();
	const imports = useQuery(() => queries.issues.listImports());
	const [all, setAll] = createSignal(false);
	const discarded = () => (loaded(imports) ?? []).filter(({ state }) => state === "discarded").length;
	const shown = () => (loaded(imports) ?? []).filter(({ state }) => all() || state !== "discarded");
	return (
		<div class="mx-auto max-w-5xl p-5">
			<PageHead title={t("import.title")} text={t("import.text")} />
			<Show
				when={mayDo(me(), "importDocument")}
				fallback={
					<p class="rounded border border-line bg-sheet p-4 text-ink-soft">{t("import.notAllowed")}</p>
				}
			>
				<Intake />
			</Show>
			<Section
				class="mt-5"
				title={t("import.past")}
				count={loaded(imports) === undefined ? undefined : shown().length}
				aside={
					<Show when={discarded() > 0}>
						<Button size="small" look="quiet" aria-pressed={all()} onClick={() => setAll(!all())}>
							{all() ? t("import.hideDiscarded") : t("import.showDiscarded", { n: discarded() })}
						</Button>
					</Show>
				}
			>
				<Show when={imports.error}>
					{(error) => <ErrorBox error={error()} onRetry={() => void imports.refetch()} />}
				</Show>
				<Show when={!imports.isPending} fallback={<SkeletonLines lines={3} />}>
					<Show when={shown().length > 0} fallback={<p class="text-ink-soft">{t("import.nonePast")}</p>}>
						<ul class="flex flex-col divide-y divide-line">
							<For each={shown()}>{(record) => <PastImport record={record} />}</For>
						</ul>
					</Show>
				</Show>
			</Section>
		</div>
	);
}

const TONES = { draft: "attention", applied: "good", discarded: "ended", undone: "ended" } as const;

function PastImport(props: { record: ImportRecord }): JSX.Element {
	return (
		<li class="flex items-start gap-3 py-2">
			<Tag tone={TONES[props.record.state]}>
				<Icon name={props.record.state === "applied" ? "check" : "clock"} size={12} />
				{word(vocab.importState, props.record.state)}
			</Tag>
			<div class="min-w-0 flex-1">
				<A
					class="block truncate text-accent underline"
					title={props.record.sourceName}
					href={`/imports/${props.record.id}`}
				>
					{props.record.sourceName}
				</A>
				<p class="flex flex-wrap gap-x-3 text-[0.93rem] text-ink-soft">
					<span>{word(vocab.documentKind, props.record.kind)}</span>
					<Show when={props.record.result}>
						<A class="underline" href={madeHref(props.record)}>
							{madeText(props.record)}
						</A>
					</Show>
					<span class="text-ink-faint">
						<Show
							when={props.record.undone}
							fallback={
								<>
									{props.record.startedBy} · {moment(props.record.startedAt)}
								</>
							}
						>
							{(undone) => <>{t("undo.by", { by: undone().by, at: moment(undone().at) })}</>}
						</Show>
					</span>
				</p>
			</div>
			<UndoImport record={props.record} size="small" />
		</li>
	);
}
