import "./notice-words.ts";
import { A } from "@solidjs/router";
import type { AttachedNotice } from "@zhenggai/domain/close-out";
import { formatNumber, formatPublicity, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { moment, names, word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { Tag } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";

const isCurrent = ({ replacedBy, detached }: AttachedNotice): boolean =>
	replacedBy === null && detached === null;

/** 公示与销号材料: the published notices about an issue, the latest first; former ones stay to be looked up. */
export function NoticesSection(props: {
	notices: readonly AttachedNotice[];
	/** What can be done with a current notice. */
	actions?: (notice: AttachedNotice) => JSX.Element;
}): JSX.Element {
	const [all, setAll] = createSignal(false);
	const current = () => props.notices.filter(isCurrent);
	const former = () => props.notices.filter((notice) => !isCurrent(notice));
	return (
		<Section
			title={t("notices.title")}
			count={current().length}
			aside={
				<Show when={former().length > 0}>
					<Button size="small" look="quiet" aria-expanded={all()} onClick={() => setAll(!all())}>
						{t("notices.former", { n: former().length })}
					</Button>
				</Show>
			}
		>
			<Show
				when={current().length > 0}
				fallback={
					<p class="text-ink-soft">
						{t("notices.none")}
						<span class="text-ink-faint">{t("notices.noneText")}</span>
					</p>
				}
			>
				<ul class="flex flex-col divide-y divide-line">
					<For each={current()}>
						{(notice) => <Notice notice={notice} actions={props.actions?.(notice)} />}
					</For>
				</ul>
			</Show>
			<Show when={all()}>
				<ul class="mt-2 flex flex-col divide-y divide-line border-t border-line pt-2 opacity-75">
					<For each={former()}>{(notice) => <Notice notice={notice} />}</For>
				</ul>
			</Show>
		</Section>
	);
}

function Notice(props: { notice: AttachedNotice; actions?: JSX.Element }): JSX.Element {
	const notice = () => props.notice;
	const publicity = () => formatPublicity(notice().publicity, notice().publicityLength, language());
	return (
		<li class="flex flex-col gap-1 py-2.5 first:pt-0 last:pb-0" data-notice={notice().id}>
			<div class="flex flex-wrap items-center gap-2">
				<Tag tone={notice().kind === "closeOut" ? "good" : "active"}>
					{word(vocab.noticeKind, notice().kind)}
				</Tag>
				<span class="font-medium break-all">{notice().source.document}</span>
				<Show when={notice().number}>{(number) => <Tag>{formatNumber(number(), language())}</Tag>}</Show>
				<Show when={notice().afterClose}>
					<Tag tone="attention">{t("notices.afterClose")}</Tag>
				</Show>
				<Show when={notice().replacedBy !== null}>
					<Tag tone="ended">{t("notices.replaced")}</Tag>
				</Show>
				<Show when={notice().detached}>
					{(detached) => <Tag tone="ended">{t("notices.detached", { reason: detached().reason })}</Tag>}
				</Show>
				<span class="no-print ml-auto">{props.actions}</span>
			</div>
			<dl class="flex flex-col gap-0.5">
				<Line name={word(vocab.noticeField, "publicity")} text={publicity() || t("reading.nothing")} />
				<Line name={word(vocab.noticeField, "statement")} text={notice().statement} song={true} />
				<Line name={word(vocab.noticeField, "completion")} text={completionText(notice())} song={true} />
				<Line name={word(vocab.noticeField, "receiptNumbers")} text={names(notice().receiptNumbers)} />
				<Line name={word(vocab.noticeField, "acceptanceUnits")} text={names(notice().acceptanceUnits)} />
				<Line name={word(vocab.noticeField, "contact")} text={notice().contact} />
				<For each={notice().otherFields}>{(other) => <Line name={other.label} text={other.text} />}</For>
			</dl>
			<p class="text-[0.9rem] text-ink-faint">
				<Show when={notice().source.lines}>
					{(lines) => <>{t("notices.lines", { from: lines()[0], to: lines()[1] })} · </>}
				</Show>
				{t("notices.attached", { by: notice().attachedBy })} · {moment(notice().attachedAt)}
				<Show when={notice().importId}>
					{(id) => (
						<>
							{" · "}
							<A class="underline" href={`/imports/${id()}`}>
								{t("notices.import")}
							</A>
						</>
					)}
				</Show>
			</p>
		</li>
	);
}

/** What was done: the text, or its items where the notice lists them. */
function completionText({ completion, completionItems }: AttachedNotice): string | null {
	if (completion !== null) return completion;
	return completionItems.map(({ number, text }) => `${number ?? ""}${text}`).join("\n") || null;
}

const Line = (props: { name: string; text: string | null; song?: boolean }) => (
	<Show when={props.text}>
		{(text) => (
			<div class="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
				<dt class="text-ink-soft">{props.name}</dt>
				<dd class={`whitespace-pre-line ${props.song ? "font-song leading-relaxed" : ""}`}>{text()}</dd>
			</div>
		)}
	</Show>
);
